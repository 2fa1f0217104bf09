//! Five hundred secrets planted in many writings and places, beside five hundred words that only look so: of the first none
//! stands in any file of the bundle, of the second none is taken out.

use jianyi::calendar::Date;
use jianyi::profile::shipped_profile;
use jianyi::publication::{PublishOptions, publish};
use serde_json::{Value, json};

use crate::support::open;

const SECRETS: usize = 500;
const LOOK_ALIKES: usize = 500;
const TERM: &str = "长河九号专项";

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from_digit(self.next(10) as u32, 10).unwrap()).collect()
    }

    fn letters(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'a' + self.next(26) as u8)).collect()
    }

    fn of<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.next(list.len() as u64) as usize]
    }
}

fn grouped(digits: &str, sizes: &[usize], between: &str) -> String {
    let mut rest = digits;
    let mut parts = Vec::new();
    for size in sizes {
        let (part, after) = rest.split_at((*size).min(rest.len()));
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts.join(between)
}

fn mapped(text: &str, to: &str) -> String {
    let to: Vec<char> = to.chars().collect();
    text.chars().map(|letter| letter.to_digit(10).map_or(letter, |digit| to[digit as usize])).collect()
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_ascii_graphic() { char::from_u32(letter as u32 + 0xFEE0).unwrap() } else { letter })
        .collect()
}

/// GB 11643: the last place of an identity number.
fn identity(dice: &mut Dice) -> String {
    let day = format!("{}{:02}{:02}", 1950 + dice.next(50), 1 + dice.next(12), 1 + dice.next(28));
    let first = format!("37010{}{day}{}", 2 + dice.next(4), dice.digits(3));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first.chars().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap() * weight).sum();
    format!("{first}{}", ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][(sum % 11) as usize])
}

/// ISO/IEC 7812: a card number with its check digit.
fn card(dice: &mut Dice) -> String {
    let first = format!("622202{}", dice.digits(12));
    let sum: u32 = first
        .chars()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = digit.to_digit(10).unwrap();
            if place % 2 == 0 { (digit * 2) / 10 + (digit * 2) % 10 } else { digit }
        })
        .sum();
    format!("{first}{}", (10 - sum % 10) % 10)
}

struct Planted {
    /// As it stands in the ledger.
    written: String,
    /// What must not be found in any file, in the form of [`bare`].
    core: String,
    form: &'static str,
}

fn planted(dice: &mut Dice, form: usize) -> Planted {
    let phone = format!("1{}{}", dice.of(&["38", "59", "77", "86", "91"]), dice.digits(8));
    let digits = |written: String, form| Planted { core: bare(&phone), written, form };
    match form % 42 {
        0 => digits(format!("手机{phone}"), "phone"),
        1 => digits(grouped(&phone, &[3, 4], " "), "phone 3-4-4 blanks"),
        2 => digits(grouped(&phone, &[3, 4], "-"), "phone hyphens"),
        3 => digits(wide(&phone), "phone full width"),
        4 => digits(format!("+86 {phone}"), "phone +86"),
        5 => digits(format!("0086-{phone}"), "phone 0086"),
        6 => digits(mapped(&phone, "零一二三四五六七八九"), "phone Chinese"),
        7 => digits(mapped(&phone, "〇幺二三四五六七八九"), "phone spoken"),
        8 => digits(mapped(&phone, "零壹贰叁肆伍陆柒捌玖"), "phone capital"),
        9 => digits(grouped(&phone, &[1; 11], " "), "phone spelt"),
        10 => digits(grouped(&phone, &[3, 4], "\u{200B}"), "phone zero width"),
        11 => digits(grouped(&phone, &[3, 4], "."), "phone dots"),
        12 => digits(format!("（{}）{}", &phone[..3], &phone[3..]), "phone brackets"),
        13 => digits(grouped(&phone, &[3, 4], "——"), "phone dashes"),
        14 => digits(grouped(&phone, &[3, 4], "　"), "phone wide blanks"),
        15 => digits(grouped(&phone, &[7], "\n"), "phone over two lines"),
        16 => digits(format!("微信同号：{phone}"), "phone as account"),
        17 => digits(format!("<a href=\"tel:{phone}\">拨打</a>"), "phone in an attribute"),
        18 => digits(format!("=HYPERLINK(\"tel:{phone}\")"), "phone in a formula"),
        19 => digits(format!("{phone}，{}", "联系人王同志"), "phone at the beginning"),
        20..=25 => {
            let number = identity(dice);
            let written = match form % 42 {
                20 => format!("身份证号{number}"),
                21 => number.to_lowercase(),
                22 => grouped(&number, &[6, 8], " "),
                23 => grouped(&number, &[6, 8], "-"),
                24 => wide(&number),
                _ => format!("证件号码：{number}（本人）"),
            };
            Planted { core: bare(&number), written, form: "identity number" }
        }
        26..=29 => {
            let number = card(dice);
            let written = match form % 42 {
                26 => format!("账号{number}"),
                27 => grouped(&number, &[4, 4, 4, 4], " "),
                28 => grouped(&number, &[4, 4, 4, 4], "-"),
                _ => wide(&number),
            };
            Planted { core: bare(&number), written, form: "bank card" }
        }
        30..=33 => {
            let (name, host) = (dice.letters(9), dice.of(&["163.com", "qq.com", "example.gov.cn"]));
            let written = match form % 42 {
                30 => format!("邮箱{name}@{host}"),
                31 => wide(&format!("{name}@{host}")),
                32 => format!("{name} (at) {host}"),
                _ => format!("mailto:{name}@{host}?subject=x"),
            };
            Planted { core: name, written, form: "e-mail" }
        }
        34..=35 => {
            let tail = format!("{}{}", dice.of(&["B", "D", "K"]), dice.digits(4));
            let written = if form % 42 == 34 { format!("鲁A{tail}") } else { format!("鲁A·{tail}") };
            Planted { core: format!("鲁a{}", tail.to_lowercase()), written, form: "plate" }
        }
        36..=38 => {
            let home = format!(
                "锦{}苑{}号楼{}单元{}室",
                dice.of(&["绣", "华", "云", "竹"]),
                1 + dice.next(90),
                1 + dice.next(6),
                100 + dice.next(2800)
            );
            let written = match form % 42 {
                36 => format!("家庭住址：历下区文化东路{home}"),
                37 => format!("住在{home}"),
                _ => format!("通讯地址：市中区经七路{home}，邮编250000"),
            };
            Planted { core: bare(&home), written, form: "home address" }
        }
        39 => {
            let name =
                format!("{}{}{}", dice.of(&["欧阳", "司马", "诸葛"]), dice.of(&["晓", "一", "子"]), dice.of(&["岚", "棠", "翎"]));
            Planted { core: name.clone(), written: format!("信访人：{name}，反映噪声"), form: "private name" }
        }
        _ => {
            let written = dice.of(&[TERM, "長河九號專項", "长河9号专项", "长 河 九 号 专 项"]).to_owned();
            Planted { core: bare(TERM), written, form: "the office's own word" }
        }
    }
}

/// Without blanks and marks, digits in Arabic, small letters: made here, not by the product.
fn bare(text: &str) -> String {
    text.chars()
        .filter_map(|letter| {
            let half = match letter {
                '！'..='～' => char::from_u32(letter as u32 - 0xFEE0).unwrap(),
                '〇' | '零' => '0',
                '一' | '幺' | '壹' => '1',
                '二' | '贰' => '2',
                '三' | '叁' => '3',
                '四' | '肆' => '4',
                '五' | '伍' => '5',
                '六' | '陆' => '6',
                '七' | '柒' => '7',
                '八' | '捌' => '8',
                '九' | '玖' => '9',
                '長' => '长',
                '號' => '号',
                '專' => '专',
                '項' => '项',
                other => other,
            };
            let half = half.to_ascii_lowercase();
            half.is_alphanumeric().then_some(half)
        })
        .collect()
}

fn look_alike(dice: &mut Dice, form: usize) -> String {
    match form % 20 {
        0 => format!("办公电话：0531-8{}", dice.digits(7)),
        1 => format!("咨询电话0531—8{}转80{}", dice.digits(7), dice.digits(1)),
        2 => format!("拨打12345或者400{}", dice.digits(7)),
        3 => format!("投资13{}元", dice.digits(9)),
        4 => format!("总额159{}.{}元", dice.digits(8), dice.digits(2)),
        5 => format!("鲁建函〔20{}〕{}号", 10 + dice.next(16), 1 + dice.next(900)),
        6 => format!("第{:04}号建议", dice.next(10_000)),
        7 => format!("统一社会信用代码91370100MA3C{}P", dice.digits(5)),
        8 => format!("20{}年{}月{}日", 10 + dice.next(16), 1 + dice.next(12), 1 + dice.next(28)),
        9 => format!("面积{}平方米", dice.digits(6).trim_start_matches('0')),
        10 => format!("京G{}高速", 1 + dice.next(99)),
        11 => format!("在{}栋加装电梯", 1 + dice.next(90)),
        12 => format!("东经117.{}度", dice.digits(6)),
        13 => format!("项目代码20{}-370100-48-01-{}", 10 + dice.next(16), dice.digits(6)),
        14 => format!("办理{}件、{}件、{}件", dice.digits(3), dice.digits(3), dice.digits(3)),
        15 => "涉及商业秘密的除外".to_owned(),
        16 => format!("联系地址：济南市历下区经十路{}号市政府办公厅", 1 + dice.next(900)),
        17 => format!("标准GB/T 9704—2012第{}条", 1 + dice.next(20)),
        18 => format!("增长{}.{}%", dice.next(100), dice.digits(2)),
        _ => format!("预算{}万元", dice.digits(5).trim_start_matches('0')),
    }
}

/// An entry with these words at one of its places.
fn entry(number: usize, words: &str, place: usize) -> Value {
    let mut entry = json!({
        "kind": "suggestion", "number": format!("{number:05}"), "year": 2025, "title": format!("关于第{number}项工作的建议"),
        "text": "建议加强管理。", "topic": "城建", "consent": "full", "disclosure": { "attribute": "public" },
        "leadSubmitter": { "name": "李代表" },
        "rounds": [{ "assignments": [{ "body": "住建局", "role": "lead" }],
            "replies": [{ "date": "2025-05-06", "outcome": { "mark": "A" }, "text": "您提出的建议收悉，现答复如下。" }] }],
        "commitments": [{ "what": "年底前完成" }],
    });
    let sentence = format!("情况说明。{words}。请予研究。");
    let reply = |entry: &mut Value, field: &str, words: String| entry["rounds"][0]["replies"][0][field] = json!(words);
    match place % 12 {
        0 => entry["title"] = json!(format!("关于{words}的建议")),
        1 => entry["text"] = json!(sentence),
        2 => reply(&mut entry, "text", sentence),
        3 => entry["commitments"][0]["what"] = json!(format!("与{words}联系后完成")),
        4 => entry["topic"] = json!(words),
        5 => entry["note"] = json!(sentence),
        6 => entry["extra"] = json!({ "备注栏": words }),
        7 => reply(&mut entry, "contact", words.to_owned()),
        8 => reply(&mut entry, "documentNumber", format!("建函〔2025〕{number}号 {words}")),
        9 => entry["text"] = json!(format!("<img alt=\"{words}\" src=x onerror=alert(1)> {words}")),
        10 => entry["rounds"][0]["assignments"][0]["body"] = json!(format!("住建局（{words}）")),
        _ => reply(&mut entry, "text", format!("{}\n{words}\n附件：无", "您提出的建议收悉。".repeat(40))),
    }
    entry
}

#[test]
fn of_planted_secrets_none_is_published_and_of_look_alikes_none_is_taken_out() {
    let mut dice = Dice(20_241_205);
    let secrets: Vec<Planted> = (0..SECRETS).map(|form| planted(&mut dice, form)).collect();
    let look_alikes: Vec<String> = (0..LOOK_ALIKES).map(|form| look_alike(&mut dice, form)).collect();
    let mut entries: Vec<Value> = Vec::new();
    for (number, secret) in secrets.iter().enumerate() {
        entries.push(entry(number, &secret.written, number / 42 + number));
    }
    for (number, words) in look_alikes.iter().enumerate() {
        // in the places that are public
        entries.push(entry(SECRETS + number, words, [0, 1, 2, 3, 11][number % 5]));
    }
    let document = json!({ "format": "jianyi/ledger/1", "title": "植入试验", "asOf": "2025-06-30", "entries": entries });
    let opened = open(&serde_json::to_vec(&document).unwrap());
    assert_eq!(opened.len(), SECRETS + LOOK_ALIKES);
    let options = PublishOptions { terms: vec![TERM.to_owned()], ..PublishOptions::default() };
    let profile = shipped_profile("generic-city").unwrap();
    let published = publish(opened.ledger(), profile, Date::parse("2025-06-30").unwrap(), &options).unwrap_or_else(|stopped| {
        panic!("{:?}", stopped.leaks.iter().map(|leak| (&stopped.names[leak.file], leak)).take(20).collect::<Vec<_>>())
    });

    let public: Vec<(&str, String)> =
        published.files.iter().map(|file| (file.name.as_str(), bare(&String::from_utf8_lossy(&file.bytes)))).collect();
    let mut leaked: Vec<String> = Vec::new();
    for secret in &secrets {
        let wanted = bare(&secret.core);
        let places = public.iter().filter(|(_, text)| text.contains(&wanted)).map(|(name, _)| *name);
        leaked.extend(places.map(|name| format!("{}: {} in {name}", secret.form, secret.written)));
    }
    // A part counts as wrongly taken out where the words that only look so are no longer whole.
    let records: String = published
        .files
        .iter()
        .filter(|file| file.name.starts_with("entries/"))
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .collect();
    let blocked: Vec<&String> = look_alikes.iter().filter(|words| !records.contains(words.as_str())).collect();
    let taken = published.redactions;
    println!(
        "{SECRETS} planted: {} leaks; {LOOK_ALIKES} look-alikes: {} taken out; {taken} parts taken out of public fields",
        leaked.len(),
        blocked.len()
    );
    assert!(leaked.is_empty(), "{}", leaked.join("\n"));
    assert!(blocked.is_empty(), "{blocked:?}");
}
