//! The public bundle holds what may be public, and its proof finds whatever else is put into it.

use jianyi::calendar::Date;
use jianyi::profile::shipped_profile;
use jianyi::publication::Kind;
use jianyi::publication::{File, LeakFound, PublishOptions, Published, Secret, archive, leaks, publish};
use sha2::{Digest, Sha256};

use crate::support::open;

const PHONE: &str = "13800138000";

fn ledger(count: usize) -> Vec<u8> {
    let mut entries = Vec::new();
    for number in 0..count {
        entries.push(serde_json::json!({
            "id": format!("a{number}"), "kind": "suggestion", "number": format!("{number:04}"), "year": 2025,
            "title": format!("=关于<script>alert(1)</script>第{number}条公路的建议"),
            "text": "建议修路。联系我：一三八零零一三八零零零，信访人：张小明。",
            "topic": "交通", "consent": "full", "disclosure": { "attribute": "public" },
            "leadSubmitter": { "name": "李代表", "mobile": PHONE, "address": "某市某区某路9号2单元301室" },
            "extra": { "内部批注": "绝不公开的批注" }, "note": "备注不公开",
            "rounds": [{ "assignments": [{ "body": "交通局", "role": "lead", "officer": "承办员甲" }],
                "replies": [{ "date": "2025-05-06", "outcome": { "mark": "A" }, "phone": PHONE, "contact": "联系员乙",
                    "text": "李代表：您提出的建议收悉。办公电话：0531-86012345，手机138 0013 8000。" }],
                "feedback": [{ "overall": "satisfied" }] }],
        }));
    }
    entries.push(serde_json::json!({ "kind": "suggestion", "number": "9001", "title": "涉密标题", "classified": true, "disclosure": { "attribute": "public" } }));
    entries.push(serde_json::json!({ "kind": "suggestion", "number": "9002", "title": "未定标题" }));
    serde_json::to_vec(
        &serde_json::json!({ "format": "jianyi/ledger/1", "title": "试验台账", "fictional": true, "entries": entries }),
    )
    .unwrap()
}

fn published(count: usize) -> Published {
    let opened = open(&ledger(count));
    let profile = shipped_profile("generic-city").unwrap();
    publish(opened.ledger(), profile, Date::parse("2025-06-30").unwrap(), &PublishOptions::default()).unwrap()
}

fn text<'p>(published: &'p Published, name: &str) -> &'p str {
    let file = published.files.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}"));
    std::str::from_utf8(&file.bytes).unwrap()
}

#[test]
fn only_what_may_be_public_stands_in_the_bundle() {
    let published = published(7);
    for file in &published.files {
        let text = String::from_utf8_lossy(&file.bytes);
        for word in
            ["绝不公开", "备注不公开", "承办员甲", "联系员乙", "涉密标题", "未定标题", "张小明", "301室", "8000", "零零一三八"]
        {
            assert!(!text.contains(word), "{word} in {}", file.name);
        }
        assert!(!text.contains("<script>alert") || file.name.ends_with(".json") || file.name.ends_with(".csv"), "{}", file.name);
    }
    assert!(text(&published, "entries/00000.json").contains("0531-86012345"));
    assert!(text(&published, "entries.csv").contains("\"'=关于"));
    assert_eq!(published.redactions, 21);
    let undecided = published.decisions.iter().filter(|decision| decision.extent.is_none()).count();
    assert_eq!(undecided, 1);
}

#[test]
fn the_desk_lists_what_a_person_must_decide_first_and_searches_everything() {
    let opened = open(&ledger(3));
    let decisions = opened.publication_decisions();
    assert_eq!(decisions.len(), 8);
    assert_eq!((decisions[0].extent.as_deref(), decisions[0].ground.as_str()), (None, "attribute-missing"));
    let reply = decisions.iter().find(|decision| decision.reply == Some(1)).unwrap();
    assert_eq!(reply.due_on.as_deref(), Some("2025-06-04"));
    assert_eq!(reply.due_state.as_deref(), Some("overdue"));
    let preview = opened.redaction_preview("a1", &[]).unwrap();
    assert_eq!(preview.fields.iter().map(|field| field.parts.len()).collect::<Vec<_>>(), [0, 2, 1]);
    let answer = opened.publish(&jianyi::wire::PublishRequest::default());
    assert!(answer.leaks.is_empty() && answer.archive.starts_with(b"PK"));
    let found = opened.search("第2條公路", 5);
    assert_eq!((found.total, found.hits[0].id.as_str()), (1, "a2"));
}

#[test]
fn the_letter_on_a_reply_that_is_not_public_says_what_is_known_and_marks_the_rest() {
    let ledger = |disclosure: &str, classified: bool| {
        serde_json::json!({ "format": "jianyi/ledger/1", "entries": [{
            "kind": "proposal", "number": "0012", "title": "关于停车的提案", "classified": classified,
            "leadSubmitter": { "name": "王某某" }, "disclosure": { "attribute": disclosure, "reason": "涉及商业秘密。" },
            "rounds": [{ "assignments": [{ "body": "交通局", "role": "lead" }], "replies": [{ "date": "2025-05-06" }] }] }] })
    };
    let letter =
        |disclosure: &str, classified| open(&serde_json::to_vec(&ledger(disclosure, classified)).unwrap()).explanation("#1", 1);
    let written = letter("not-public", false).unwrap();
    for words in [
        "关于第0012号提案答复公开事宜的说明\n王某某委员：\n",
        "已于2025年5月6日答复。按照《政府信息公开条例》第十四条至第十七条，经审查，该件答复不予公开。理由是：涉及商业秘密。\n",
        "联系人：〔待填：联系人〕",
        "\n交通局\n〔待填：日期〕\n",
    ] {
        assert!(written.contains(words), "{words} in {written}");
    }
    assert!(letter("on-request", false).unwrap().contains("列为依申请公开"));
    assert_eq!((letter("public", false), letter("not-public", true)), (None, None));
}

#[test]
fn every_entry_has_its_page_which_stands_without_scripts() {
    let published = published(3);
    let portal = text(&published, "index.html");
    assert!(portal.contains("<caption>共3件，以最近一次公开的答复计</caption>"), "{portal}");
    assert!(portal.contains("<a href=\"item/2025-suggestion-0002.html\">=关于&lt;script&gt;"));
    let item = text(&published, "item/2025-suggestion-0001.html");
    for words in ["<h1>=关于&lt;script&gt;", "<dd>李代表</dd>", "答复日期：2025年5月6日", "办理结果：A", "虚构", "../index.html"]
    {
        assert!(item.contains(words), "{words}");
    }
    assert!(text(&published, "feeds/all.xml").contains("href=\"../item/2025-suggestion-0002.html\""));
}

#[test]
fn a_missing_file_of_the_index_stops_the_publication() {
    let mut files = published(3).files;
    files.retain(|file| !file.name.starts_with("search/titles-"));
    assert!(leaks(&files, &[], &[]).iter().any(|leak| leak.how == LeakFound::IndexDiffers));
}

#[test]
fn the_same_ledger_gives_the_same_bytes() {
    let (one, other) = (published(30), published(30));
    assert_eq!(one.files, other.files);
    let bytes = archive(&one.files);
    assert!(bytes.len() > 1000);
    assert_eq!(bytes, archive(&other.files));
}

#[test]
fn the_summary_stays_small() {
    let published = published(400);
    assert!(text(&published, "summary.json").len() <= 20_000);
    let size = |start: &str| {
        published.files.iter().filter(|file| file.name.starts_with(start)).map(|file| file.bytes.len()).sum::<usize>()
    };
    println!(
        "summary {} B, entries {} B, search {} B, page {} B",
        size("summary"),
        size("entries/"),
        size("search/grams"),
        size("index.html")
    );
}

#[test]
fn a_leak_in_any_kind_of_file_is_found() {
    let published = published(7);
    let secrets = [Secret { kind: Kind::Phone, value: PHONE.to_owned() }];
    assert_eq!(leaks(&published.files, &secrets, &[]), []);
    let written = [
        "13800138000",
        "138-0013-8000",
        "１３８ ００１３ ８０００",
        "一三八〇〇一三八〇〇〇",
        "\\u0031\\u0033\\u0038\\u0030\\u0030\\u0031\\u0033\\u0038\\u0030\\u0030\\u0030",
        "%31%33%38%30%30%31%33%38%30%30%30",
        "&#49;&#51;&#56;&#48;&#48;&#49;&#51;&#56;&#48;&#48;&#48;",
        "MTM4MDAxMzgwMDA=",
        // SHA-256 of 13800138000
        &{
            use sha2::Digest;
            sha2::Sha256::digest(PHONE.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        },
    ];
    for leak in written {
        let mut files = published.files.clone();
        for file in &mut files {
            file.bytes.extend_from_slice(format!(" {leak} ").as_bytes());
        }
        let found = leaks(&files, &secrets, &[]);
        for (place, file) in files.iter().enumerate() {
            let is_found = |found: &jianyi::publication::Leak| found.file == place && found.how != LeakFound::IndexDiffers;
            assert!(found.iter().any(is_found), "{leak} in {}", file.name);
        }
    }
    let mut files = published.files.clone();
    for file in &mut files {
        file.name.push_str("-138-0013-8000");
    }
    let found = leaks(&files, &secrets, &[]);
    let named = |place: usize| found.iter().any(|leak| leak.file == place && leak.how == LeakFound::FileName);
    assert!((0..files.len()).all(named));
}

#[test]
fn an_index_that_says_more_than_the_records_is_a_leak() {
    let published = published(3);
    let mut files: Vec<File> = published.files.clone();
    let place = files.iter().position(|file| file.name.ends_with(".bin")).unwrap();
    files[place].bytes.push(0);
    assert!(leaks(&files, &[], &[]).iter().any(|leak| leak.how == LeakFound::IndexDiffers));
}

#[test]
fn the_samples_of_the_page_are_published_without_a_leak() {
    for name in std::fs::read_dir(format!("{}/www/samples", env!("CARGO_MANIFEST_DIR"))).unwrap().flatten() {
        let bytes = std::fs::read(name.path()).unwrap();
        let Ok(opened) = crate::support::try_open(&bytes) else { continue };
        if opened.len() > 200 {
            continue;
        }
        let answer = opened.publish(&jianyi::wire::PublishRequest::default());
        let size = answer.archive.len();
        println!("{:?}: {} entries, {size} B, {} taken out", name.file_name(), opened.len(), answer.redactions);
        assert_eq!(answer.leaks, [], "{:?}", name.file_name());
    }
}

/// `portal.test.mjs` publishes the same entries with the built module and compares with the snapshot of this test.
#[test]
fn the_bundle_is_the_same_to_the_byte_as_the_page_makes_it() {
    let mut document: serde_json::Value = serde_json::from_slice(&crate::support::sample("fictional-city-2024.json")).unwrap();
    document["entries"].as_array_mut().unwrap().truncate(120);
    let opened = open(&serde_json::to_vec(&document).unwrap());
    let Ok((published, _)) = opened.bundle(&jianyi::wire::PublishRequest::default()) else { panic!("a leak stopped it") };
    let manifest = published.files.iter().find(|file| file.name == "manifest.json").unwrap();
    let digest: String = Sha256::digest(&manifest.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    insta::assert_snapshot!("bundle_manifest_sha256", digest);
}
