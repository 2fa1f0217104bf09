//! Names of bodies: which are likely to be one, and what a table of names changes.

use jianyi::calendar::Date;
use jianyi::ledger::{AliasFault, Aliases};
use jianyi::opened::{OpenOptions, OpenedLedger, Opening};
use jianyi::similarity::{NameReason, likely_names};

use crate::support::{open, sample};

fn reasons(one: &str, other: &str) -> Vec<NameReason> {
    likely_names(&[one, other]).into_iter().flat_map(|likely| likely.reasons).collect()
}

#[test]
fn names_that_are_likely_to_be_one_are_told_with_the_reason() {
    use NameReason::{LookAlike, Place, Renamed, SameLetters, ShortForm};
    let cases: &[(&str, &str, &[NameReason])] = &[
        ("市教育局", "市教育局 ", &[SameLetters]),
        ("市教育局（基教科）", "市教育局(基教科)", &[SameLetters]),
        ("市財政局", "市财政局", &[SameLetters]),
        ("市国土局", "市国士局", &[LookAlike]),
        ("12345热线中心", "I2345热线中心", &[LookAlike]),
        // Cyrillic letters
        ("市IT办公室", "市\u{406}\u{422}办公室", &[LookAlike]),
        ("市教育局", "市教育\u{200B}局", &[SameLetters]),
        ("教育局", "市教育局", &[Place]),
        ("昀州市教育局", "市教育局", &[Place]),
        ("柘河县水利局", "县水利局", &[Place]),
        ("市发改委", "市发展和改革委员会", &[ShortForm]),
        ("市发展改革委", "市发展和改革委员会", &[ShortForm]),
        ("昀州市人社局", "市人力资源和社会保障局", &[ShortForm, Place]),
        ("市住建局", "市住房和城乡建设局", &[ShortForm]),
        ("市市监局", "市市场监督管理局", &[ShortForm]),
        ("市卫健委", "市卫生健康委员会", &[ShortForm]),
        ("市民宗委", "市民族宗教事务委员会", &[ShortForm]),
        ("市政府办公室", "市政府办", &[ShortForm]),
        ("民政局", "市民政局", &[Place]),
        ("市教育局", "市教体局", &[Renamed]),
        ("教育局", "市教育和体育局", &[ShortForm, Place]),
        ("市环境保护局", "市生态环境局", &[Renamed]),
        ("市城管局", "市城市管理综合执法局", &[ShortForm]),
    ];
    for (one, other, expected) in cases {
        assert_eq!(reasons(one, other), *expected, "{one} {other}");
        assert_eq!(reasons(other, one), *expected, "{other} {one}");
    }
}

#[test]
fn bodies_that_are_not_one_are_not_proposed() {
    let cases = [
        ("市教育局", "县教育局"),
        ("榆桥区教育局", "朔湖区教育局"),
        ("昀中区人民政府", "朔湖区人民政府"),
        ("市公安局", "市公安局交通管理局"),
        ("市财政局", "市民政局"),
        ("市城市管理局", "市市场监督管理局"),
        ("市水务局", "市税务局"),
        ("市第一中学", "市第三十一中学"),
        ("市妇女联合会", "市残疾人联合会"),
        ("市委", "市委办"),
        ("市教育局", "市教育局"),
    ];
    for (one, other) in cases {
        assert_eq!(reasons(one, other), [], "{one} {other}");
    }
}

#[test]
fn a_ledger_with_clean_names_is_left_in_peace() {
    assert_eq!(open(&sample("fictional-city-2024.json")).body_names().likely, []);
}

const LEDGER: &str = r#"{"format":"jianyi/ledger/1","entries":[
  {"kind":"suggestion","number":"1","rounds":[{"assignedOn":"2025-01-02","assignments":[{"body":"市教育局","role":"lead"},{"body":"市财政局","role":"assisting"}]}]},
  {"kind":"suggestion","number":"2","rounds":[{"assignedOn":"2025-01-02","assignments":[{"body":"昀州市教育局","role":"lead"}],"replies":[{"date":"2025-06-01","outcome":{"mark":"B"}}]}],"commitments":[{"what":"建校舍","body":" 市教体局","state":"open"}]},
  {"kind":"suggestion","number":"3","rounds":[{"assignedOn":"2025-01-02","assignments":[{"body":"教育局","role":"lead"}],"replies":[{"body":"教育局","date":"2025-02-01","outcome":{"mark":"A"}}]}]}]}"#;

const TABLE: &str =
    r#"{"format":"jianyi/aliases/1","bodies":[{"name":"市教育局","others":["昀州市教育局","教育局","市教体局"]}]}"#;

fn read_by(table: &str) -> OpenedLedger {
    let aliases = Aliases::from_json(table).unwrap();
    let options = OpenOptions { today: Date::parse("2026-01-05").ok(), aliases, ..OpenOptions::default() };
    let mut opening = Opening::new(options, LEDGER.len());
    opening.push(LEDGER.as_bytes());
    opening.finish().unwrap()
}

fn bodies(opened: &OpenedLedger) -> Vec<String> {
    opened.bodies(&Default::default()).unwrap().into_iter().map(|body| body.body).collect()
}

#[test]
fn nothing_is_merged_until_a_person_says_so() {
    let opened = open(LEDGER.as_bytes());
    assert_eq!(bodies(&opened).len(), 4);
    let view = opened.body_names();
    let pairs: Vec<String> = view.likely.iter().map(|likely| likely.names.join("=")).collect();
    assert!(pairs.contains(&"市教育局=教育局".to_owned()) && pairs.contains(&"市教育局=昀州市教育局".to_owned()), "{pairs:?}");
    assert!(pairs.iter().all(|pair| !pair.contains("财政")), "{pairs:?}");
}

#[test]
fn a_table_of_names_takes_effect_in_counts_lists_reminders_the_register_and_the_assessment() {
    let opened = read_by(TABLE);
    assert_eq!(bodies(&opened), ["市教育局", "市财政局"]);
    let dimensions = [(jianyi::statistics::DimensionId::Body, vec!["市教育局".to_owned()])].into();
    let chosen = jianyi::statistics::Filter { dimensions, ..Default::default() };
    assert_eq!(opened.count(&chosen).unwrap(), 3);
    let view = opened.follow_up();
    let pressing: Vec<Option<&str>> = view.pressing.iter().map(|step| step.body.as_deref()).collect();
    assert!(pressing.contains(&Some("市教育局")) && !pressing.contains(&Some("昀州市教育局")), "{pressing:?}");
    assert!(opened.reminder("市教育局").unwrap().contains("市教育局"));
    assert_eq!(opened.commitment_register().rows[0].body.as_deref(), Some("市教育局"));
    let scheme = jianyi::opened::assessment_schemes();
    let sheets = opened.assess(&scheme[0].json, &Default::default()).unwrap().sheets;
    assert_eq!(sheets.iter().filter(|sheet| sheet.body.contains("教")).map(|sheet| sheet.handlings).collect::<Vec<_>>(), [3]);
    assert_eq!(opened.body_names().likely, []);
    let read: Vec<_> =
        opened.body_names().names.into_iter().filter(|name| name.read_as.is_some()).map(|name| name.name).collect();
    assert_eq!(read, ["市教体局", "教育局", "昀州市教育局"]);
}

#[test]
fn the_files_own_names_stay_in_what_is_saved() {
    let opened = read_by(TABLE);
    assert!(String::from_utf8(opened.to_json()).unwrap().contains("昀州市教育局"));
    assert!(String::from_utf8(opened.to_csv()).unwrap().contains("昀州市教育局"));
}

#[test]
fn names_that_a_person_holds_apart_stay_two_bodies() {
    let plain = read_by(r#"{"format":"jianyi/aliases/1","bodies":[]}"#);
    let apart = read_by(r#"{"format":"jianyi/aliases/1","bodies":[],"apart":[["市教育局","教育局"]]}"#);
    assert_eq!(bodies(&plain), bodies(&apart));
}

#[test]
fn a_table_that_contradicts_itself_is_refused() {
    let fault = |bodies: &str| Aliases::from_json(&format!(r#"{{"format":"jianyi/aliases/1","bodies":{bodies}}}"#)).unwrap_err();
    assert_eq!(fault(r#"[{"name":" ","others":[]}]"#), AliasFault::Blank(1));
    assert_eq!(fault(r#"[{"name":"甲局","others":["乙局"]},{"name":"丙局","others":[""]}]"#), AliasFault::Blank(2));
    let twice = r#"[{"name":"甲局","others":["乙局"]},{"name":"丙局","others":["乙局"]}]"#;
    assert_eq!(fault(twice), AliasFault::Twice("乙局".to_owned()));
    let chain = r#"[{"name":"甲局","others":["乙局"]},{"name":"乙局","others":["丙局"]}]"#;
    assert_eq!(fault(chain), AliasFault::Twice("乙局".to_owned()));
    assert!(matches!(Aliases::from_json("[]"), Err(AliasFault::Unreadable { .. })));
    assert!(matches!(fault(r#"[{"name":"甲局","other":[]}]"#), AliasFault::Unreadable { line: 1, .. }));
}
