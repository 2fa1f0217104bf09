//! Each ready letter is damaged in many ways, one at a time; the rule meant for the damage must find it.

use std::collections::{BTreeMap, BTreeSet};

use jianyi::reply_check::{Approval, Consultation, ReplyInput, check};
use jianyi::rule::{Finding, Severity};

use crate::reply_cases::{Case, cases, fields};

/// A damage: its name, the rules meant for it, and what makes it; `None` where the letter has no such part.
struct Damage {
    name: &'static str,
    rules: &'static [&'static str],
    make: fn(&Case, &[Case]) -> Option<ReplyInput>,
}

/// One damage to one letter: what was meant to find it, what did.
pub struct Trial {
    pub letter: String,
    pub damage: &'static str,
    /// The rules meant for it.
    pub rules: &'static [&'static str],
    /// The one of them that found it: by what it did not say of the letter before.
    pub found_by: Option<&'static str>,
    /// Other rules that speak up, errors and warnings only; a damage may well break more than one.
    pub beside: Vec<&'static str>,
}

/// Every damage to every ready letter that has the part to be damaged.
pub fn trials() -> Vec<Trial> {
    let all = cases("replies");
    let mut trials = Vec::new();
    for case in all.iter().filter(|case| case.json["verdict"] == "ready") {
        let before = said(case.text(), &check(case.input()).findings);
        for damage in DAMAGES {
            let Some(input) = (damage.make)(case, &all) else { continue };
            let given = case.input();
            assert_ne!(
                (input.text.as_str(), &input.history, &input.suggestion),
                (case.text(), &given.history, &given.suggestion),
                "{} {}",
                case.name,
                damage.name
            );
            let damaged = input.text.clone();
            let after = said(&damaged, &check(input).findings);
            let new: Vec<&(&str, String, Severity)> = after.difference(&before).collect();
            trials.push(Trial {
                letter: case.name.clone(),
                damage: damage.name,
                rules: damage.rules,
                found_by: damage.rules.iter().copied().find(|rule| new.iter().any(|(found, ..)| found == rule)),
                beside: new
                    .iter()
                    .filter(|(rule, _, severity)| *severity != Severity::Info && !damage.rules.contains(rule))
                    .map(|(rule, ..)| *rule)
                    .collect(),
            });
        }
    }
    trials
}

#[test]
fn each_damage_is_found_by_the_rule_meant_for_it() {
    let trials = trials();
    let mut per_letter: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut per_damage: BTreeMap<&str, (usize, usize, &[&str])> = BTreeMap::new();
    let mut beside: BTreeMap<&str, usize> = BTreeMap::new();
    for trial in &trials {
        per_letter.entry(&trial.letter).or_default().insert(trial.damage);
        let tally = per_damage.entry(trial.damage).or_insert((0, 0, trial.rules));
        tally.0 += usize::from(trial.found_by.is_some());
        tally.1 += 1;
        trial.beside.iter().for_each(|rule| *beside.entry(rule).or_default() += 1);
    }
    let found = trials.iter().filter(|trial| trial.found_by.is_some()).count();
    println!("\ndamages found: {found} of {}", trials.len());
    for (damage, (hit, all, rules)) in &per_damage {
        println!("  {hit:>2} of {all:>2}  {damage}  ({})", rules.join(" or "));
    }
    println!("errors and warnings of other rules, which a damage may well deserve too: {beside:?}");
    let missed: Vec<String> = trials
        .iter()
        .filter(|trial| trial.found_by.is_none())
        .map(|trial| format!("{}: {}", trial.letter, trial.damage))
        .collect();
    println!("missed:\n{}", missed.join("\n"));
    assert!(per_letter.values().all(|damages| damages.len() >= 20), "{per_letter:?}");
    assert!(found * 100 >= trials.len() * 99, "{found} of {}\n{}", trials.len(), missed.join("\n"));
}

/// What is said of a letter, by rule, words, the letter's words at the place, and severity.
fn said(text: &str, findings: &[Finding]) -> BTreeSet<(&'static str, String, Severity)> {
    let told = |finding: &Finding| {
        let place = finding.spans.first().map_or("", |span| span.of(text));
        (finding.rule, format!("{} {place}", finding.message), finding.severity)
    };
    findings.iter().map(told).collect()
}

/// The letter with `change` made to its text; `None` where nothing changed.
fn text(case: &Case, change: impl Fn(&str) -> String) -> Option<ReplyInput> {
    let changed = change(case.text());
    (changed != case.text()).then(|| ReplyInput { text: changed, ..case.input() })
}

/// The words of a field as they stand in the letter.
fn words<'a>(case: &'a Case, name: &str) -> Option<&'a str> {
    let letter = jianyi::reply_check::read(case.text());
    let span = fields(&letter).into_iter().find(|(field, _)| *field == name)?.1?.span;
    Some(span.of(case.text()))
}

/// The letter without the words of a field.
fn without(case: &Case, name: &str) -> Option<ReplyInput> {
    let gone = words(case, name)?;
    text(case, |letter| letter.replace(gone, ""))
}

/// The letter without the sentences that contain one of `signs`.
fn without_sentences(case: &Case, signs: &[&str]) -> Option<ReplyInput> {
    text(case, |letter| {
        letter.split_inclusive(['。', '！', '\n']).filter(|part| !signs.iter().any(|sign| part.contains(sign))).collect()
    })
}

/// `words` before the closing thanks, as a paragraph of its own.
fn insert(case: &Case, words: &str) -> Option<ReplyInput> {
    let at = case.text().find("现答复如下").or_else(|| case.text().find("函复如下")).or_else(|| case.text().find("答复如下"))?;
    let line_end = at + case.text()[at..].find('\n')?;
    text(case, |letter| format!("{}\n　　{words}{}", &letter[..line_end], &letter[line_end..]))
}

/// The letter with its whole answer replaced by `body`.
fn with_body(case: &Case, body: &str) -> Option<ReplyInput> {
    let text_of = case.text();
    let at = ["现答复如下", "答复如下", "函复如下"].iter().filter_map(|lead| text_of.find(lead)).min()?;
    let start = at + text_of[at..].find('\n')?;
    let thanks = text_of[start..].find("感谢").map(|place| start + place)?;
    let end = text_of[..thanks].rfind('\n')?;
    (end > start).then_some(())?;
    text(case, |letter| format!("{}\n　　{body}{}", &letter[..start], &letter[end..]))
}

fn is_proposal(case: &Case) -> bool {
    case.json["fields"]["kind"] == "提案"
}

const DAMAGES: &[Damage] = &[
    Damage {
        name: "the issuer is deleted",
        rules: &["signature-missing"],
        make: |case, _| {
            let span = jianyi::reply_check::read(case.text()).issuer?.span;
            text(case, |letter| format!("{}{}", &letter[..span.start], &letter[span.end..]))
        },
    },
    Damage { name: "the date is deleted", rules: &["date-missing"], make: |case, _| without(case, "date") },
    Damage { name: "the thanks are deleted", rules: &["thanks-missing"], make: |case, _| without_sentences(case, &["感谢"]) },
    Damage {
        name: "the opinion form is deleted",
        rules: &["feedback-form-missing"],
        make: |case, _| {
            let cut = ["请填写", "请将", "请就", "随函附上", "欢迎您", "敬请", "附《", "请在", "，请将"];
            text(case, |letter| {
                letter
                    .lines()
                    .filter(|line| !line.contains("附件："))
                    .map(|line| match cut.iter().filter_map(|sign| line.find(sign)).min() {
                        Some(at) if line.contains("意见表") || line.contains("反馈") => line[..at].to_string(),
                        _ => line.to_string(),
                    })
                    .collect::<Vec<_>>()
                    .join("\n")
            })
        },
    },
    Damage {
        name: "the disclosure attribute is deleted",
        rules: &["disclosure-missing"],
        make: |case, _| {
            text(case, |letter| {
                letter
                    .replace("此件公开发布", "")
                    .replace("公开属性：", "")
                    .replace("公开方式：", "")
                    .replace("公开类型：", "")
                    .replace("信息公开选项：", "")
                    .replace("主动公开", "")
                    .replace("此件", "")
                    .replace("依申请公开", "")
            })
        },
    },
    Damage {
        name: "the outcome mark is deleted",
        rules: &["outcome-mark-missing"],
        make: |case, _| {
            let mark = case.json["fields"]["outcomeMark"].as_str()?.to_string();
            text(case, |letter| {
                letter
                    .replacen(&format!("{mark}类"), "", 1)
                    .replacen(&format!("：{mark}"), "：", 1)
                    .replacen(&format!("\n{mark}\n"), "\n", 1)
                    .trim_start_matches(&format!("{mark}\n"))
                    .to_string()
            })
        },
    },
    Damage {
        name: "the document number is deleted",
        rules: &["document-number-missing"],
        make: |case, _| without(case, "documentNumber"),
    },
    Damage {
        name: "the document number gets square brackets",
        rules: &["document-number-brackets"],
        make: |case, _| text(case, |letter| letter.replace('〔', "[").replace('〕', "]")),
    },
    Damage {
        name: "the serial is padded",
        rules: &["document-number-zero-padded"],
        make: |case, _| text(case, |letter| letter.replacen('〕', "〕0", 1)),
    },
    Damage {
        name: "the document number is of another year",
        rules: &["document-number-year-differs"],
        make: |case, _| text(case, |letter| letter.replacen("〔2024〕", "〔2022〕", 1).replacen("〔2025〕", "〔2022〕", 1)),
    },
    Damage {
        name: "the addressee's colon is deleted",
        rules: &["addressee-without-colon"],
        make: |case, _| {
            let addressee = words(case, "addressee")?.to_string();
            text(case, |letter| letter.replacen(&format!("{addressee}："), &addressee, 1))
        },
    },
    Damage {
        name: "the addressee is deleted",
        rules: &["addressee-missing"],
        make: |case, _| {
            let addressee = words(case, "addressee")?.to_string();
            text(case, |letter| {
                letter.replacen(&format!("尊敬的{addressee}"), &addressee, 1).replacen(&format!("{addressee}："), "", 1)
            })
        },
    },
    Damage {
        name: "the kind of the addressee is changed",
        rules: &["kind-conflict"],
        make: |case, _| {
            let addressee = words(case, "addressee")?.to_string();
            let other = if addressee.ends_with("代表") {
                addressee.replace("代表", "委员")
            } else {
                addressee.replace("委员", "代表")
            };
            (addressee.ends_with("代表") || addressee.ends_with("委员")).then_some(())?;
            text(case, |letter| letter.replacen(&addressee, &other, 1))
        },
    },
    Damage {
        name: "the kind in the title is changed",
        rules: &["kind-conflict"],
        make: |case, _| {
            let title = words(case, "title")?.to_string();
            let other =
                if is_proposal(case) { title.replace("号提案", "号建议") } else { title.replace("号建议", "号提案") };
            text(case, |letter| letter.replacen(&title, &other, 1))
        },
    },
    Damage {
        name: "the number in the title is changed",
        rules: &["item-number-differs"],
        make: |case, _| {
            let number = case.json["fields"]["itemNumber"].as_str()?.to_string();
            let opening = case.text().split("收悉").next()?.to_string();
            (opening.contains(&format!("（第{number}号")) || opening.contains("（第0")).then_some(())?;
            text(case, |letter| letter.replacen(&format!("第{number}号"), "第977号", 1))
        },
    },
    Damage {
        name: "the session in the opening differs",
        rules: &["session-differs"],
        make: |case, _| {
            let (old, new) = if is_proposal(case) {
                ("提出的《", "在市政协二届一次会议上提出的《")
            } else {
                ("提出的《", "在县二届人大一次会议上提出的《")
            };
            (!case.text().contains("会议上提出的")).then_some(())?;
            text(case, |letter| letter.replacen(old, new, 1))
        },
    },
    Damage {
        name: "the quoted title is another's",
        rules: &["quoted-title-differs"],
        make: |case, _| {
            let title = case.json["suggestion"]["title"].as_str()?.to_string();
            text(case, |letter| letter.replacen(&title, "关于加强校园周边摊点管理的建议", 1))
        },
    },
    Damage {
        name: "a title mark is deleted",
        rules: &["unbalanced-title-marks"],
        make: |case, _| {
            let title = case.json["suggestion"]["title"].as_str()?.to_string();
            text(case, |letter| letter.replacen(&format!("{title}》"), &title, 1))
        },
    },
    Damage {
        name: "signed by a section",
        rules: &["issued-by-internal-office"],
        make: |case, _| {
            let issuer = words(case, "issuer")?.to_string();
            issuer.ends_with('局').then_some(())?;
            let at = case.text().rfind(&issuer)?;
            text(case, |letter| format!("{}{issuer}综合股{}", &letter[..at], &letter[at + issuer.len()..]))
        },
    },
    Damage {
        name: "an identity number is added",
        rules: &["id-number-in-public-reply"],
        make: |case, _| {
            (case.json["fields"]["disclosure"] == "主动公开").then_some(())?;
            insert(case, "已为孟某某（身份证号990101194603120028）办理补助。")
        },
    },
    Damage {
        name: "a mobile number is added",
        rules: &["mobile-number-in-public-reply"],
        make: |case, _| {
            (case.json["fields"]["disclosure"] == "主动公开").then_some(())?;
            insert(case, "已安排专人（13900001234）负责。")
        },
    },
    Damage {
        name: "a home address is added",
        rules: &["home-address-in-public-reply"],
        make: |case, _| {
            (case.json["fields"]["disclosure"] == "主动公开").then_some(())?;
            insert(case, "已为孟某某（住锦绣路18号6号楼2单元402室）加装扶手。")
        },
    },
    Damage {
        name: "a secret mark is added",
        rules: &["secret-mark-with-disclosure"],
        make: |case, _| text(case, |letter| format!("机密★3年\n{letter}")),
    },
    Damage {
        name: "a second disclosure attribute is added",
        rules: &["disclosure-conflict"],
        make: |case, _| text(case, |letter| format!("{}\n公开属性：不予公开\n", letter.trim_end())),
    },
    Damage {
        name: "a repealed law is cited",
        rules: &["repealed-law-cited"],
        make: |case, _| insert(case, "依据《中华人民共和国物权法》第七十条，已完成审批。"),
    },
    Damage {
        name: "the year of a law is wrong",
        rules: &["law-year-misstated"],
        make: |case, _| insert(case, "依据《中华人民共和国民法典》（2019年1月1日起施行），已完成审批。"),
    },
    Damage {
        name: "a wrong word is written", rules: &["wrong-word"], make: |case, _| insert(case, "已于5月布署专项工作。")
    },
    Damage {
        name: "a letter stands among digits",
        rules: &["garbled-digits"],
        make: |case, _| insert(case, "已投入资金2O0万元。"),
    },
    Damage {
        name: "a date is impossible", rules: &["impossible-date"], make: |case, _| insert(case, "已于4月31日完成验收。")
    },
    Damage {
        name: "nobody in particular promises",
        rules: &["promise-without-responsible-body"],
        make: |case, _| insert(case, "有关部门将于2027年3月底前完成验收。"),
    },
    Damage {
        name: "a blank is left", rules: &["placeholder-left"], make: |case, _| insert(case, "已投入资金____万元。")
    },
    Damage {
        name: "empty phrases are stacked",
        rules: &["empty-phrases"],
        make: |case, _| {
            insert(
                case,
                "我们高度重视，进一步统一思想、进一步提高认识、进一步压实责任，切实增强责任感、使命感、紧迫感，不断开创新局面。",
            )
        },
    },
    Damage {
        name: "the answer is only to study",
        rules: &["solved-class-without-result", "planned-class-without-plan", "unsolved-class-without-reasons"],
        make: |case, _| with_body(case, "您的意见很好。我们将适时考虑，逐步加以解决。"),
    },
    Damage {
        name: "the deadlines are removed",
        rules: &["commitment-without-deadline"],
        make: |case, _| with_body(case, "我们将统筹推进这项工作，逐步加以解决。"),
    },
    Damage {
        name: "the answer is another letter's",
        rules: &["reply-off-topic", "ask-unanswered"],
        make: |case, all| {
            let other = all.iter().find(|other| other.name.starts_with(if case.name.starts_with("06") { "31" } else { "06" }))?;
            let body: String = other
                .text()
                .lines()
                .filter(|line| ["一、", "二、", "三、"].iter().any(|mark| line.trim_start_matches('　').starts_with(mark)))
                .collect::<Vec<_>>()
                .join("\n");
            with_body(case, body.trim_start_matches('　'))
        },
    },
    Damage {
        name: "an ask is added that nobody answers",
        rules: &["ask-unanswered"],
        make: |case, _| {
            let mut input = case.input();
            let suggestion = input.suggestion.as_mut()?;
            suggestion.asks = jianyi::reply_check::asks_of(suggestion);
            suggestion.asks.push("发行纪念邮票宣传民间剪纸艺术".to_string());
            Some(input)
        },
    },
    Damage {
        name: "the reply is dated before the assignment",
        rules: &["dated-before-assignment"],
        make: |case, _| history(case, |history| history.assigned_on = "2026-01-05".parse().ok()),
    },
    Damage {
        name: "the reply is late",
        rules: &["replied-late"],
        make: |case, _| history(case, |history| history.assigned_on = "2023-01-05".parse().ok()),
    },
    Damage {
        name: "contact follows the reply",
        rules: &["replied-before-consultation"],
        make: |case, _| {
            history(case, |history| {
                history.consultations = vec![Consultation { on: "2026-02-02".parse().unwrap(), form: "电话".to_string() }]
            })
        },
    },
    Damage {
        name: "the signing chain is out of order",
        rules: &["approvals-out-of-order"],
        make: |case, _| {
            history(case, |history| {
                let step = |step: &str, on: &str| Approval { step: step.to_string(), by: String::new(), on: on.parse().ok() };
                history.approvals = vec![step("拟稿", "2024-02-01"), step("签发", "2024-02-02"), step("核稿", "2024-02-03")];
            })
        },
    },
    Damage {
        name: "an assisting body is silent",
        rules: &["assisting-opinion-missing"],
        make: |case, _| history(case, |history| history.assisting.push("省邮票发行局".to_string())),
    },
    Damage {
        name: "a merged suggestion is not named",
        rules: &["merged-suggestion-unnamed"],
        make: |case, _| history(case, |history| history.merged_with.push("988".to_string())),
    },
    Damage {
        name: "the annexes' and contact's values are emptied",
        rules: &["contact-missing", "phone-missing"],
        make: |case, _| {
            let contact = words(case, "contact")?.to_string();
            let phone = words(case, "phone")?.to_string();
            text(case, |letter| letter.replace(&contact, "").replace(&phone, ""))
        },
    },
    Damage {
        name: "a heading is cut out",
        rules: &["heading-number-skipped"],
        make: |case, _| {
            case.text().contains("　　三、").then_some(())?;
            text(case, |letter| letter.lines().filter(|line| !line.contains("　　二、")).collect::<Vec<_>>().join("\n"))
        },
    },
];

fn history(case: &Case, change: impl Fn(&mut jianyi::reply_check::History)) -> Option<ReplyInput> {
    let mut input = case.input();
    let mut history = input.history.take().unwrap_or_default();
    change(&mut history);
    input.history = Some(history);
    Some(input)
}
