//! 数字中混入字母。
//!
//! # 为什么
//! 字母O、l、I混在数字里，多为扫描识别或者键入错误，会使金额、数量失真。
//!
//! # 会被指出
//! ```reply
//! 正文：已投入资金3O0万元，安装变压器l5台，6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：已投入资金300万元，安装变压器15台，6月18日完工。
//! ```
//!
//! # 依据
//! 《出版物上数字用法》（GB/T 15835—2011）
//!
//! # English
//! Letters stand among digits.
//!
//! # 局限
//! 后面没有单位的编号（如型号）不判断。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "garbled-digits", group: Group::Language, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let whole = case.whole();
    let mut findings = Vec::new();
    let mut start: Option<usize> = None;
    let words = case.at(whole.clone());
    if !case.signs_in(whole).any(|(_, sign)| matches!(sign, 'O' | 'o' | 'l' | 'I')) {
        return Verdict::Pass;
    }
    for (at, character) in words.char_indices().chain([(words.len(), ' ')]) {
        let joins = character.is_ascii_alphanumeric() || character == '.';
        match (joins, start) {
            (true, None) => start = Some(at),
            (false, Some(first)) => {
                start = None;
                let run = words.get(first..at).unwrap_or_default();
                let counted = words.get(at..).is_some_and(|rest| rest.starts_with(UNITS));
                if is_garbled(run, counted) && !case.on_chrome(first) {
                    let right: String = run
                        .chars()
                        .map(|c| match c {
                            'O' | 'o' => '0',
                            'l' | 'I' => '1',
                            other => other,
                        })
                        .collect();
                    let end = at
                        + words
                            .get(at..)
                            .and_then(|rest| rest.chars().next())
                            .map_or(0, |unit| if counted { unit.len_utf8() } else { 0 });
                    let span = case.span(first..at);
                    findings.push(
                        Finding::of(&RULE, format!("数字中混入字母，疑为“{right}”。"))
                            .at(case.span(first..end))
                            .expected(right.clone())
                            .actual(run)
                            .fix(span, right),
                    );
                }
            }
            _ => {}
        }
    }
    Verdict::from_findings(findings)
}

/// Units that follow a count.
const UNITS: [char; 38] = [
    '万', '亿', '元', '台', '个', '户', '名', '人', '件', '次', '公', '米', '亩', '年', '月', '日', '号', '处', '家', '套', '盏',
    '条', '所', '座', '辆', '吨', '千', '平', '份', '起', '间', '块', '项', '场', '期', '栋', '%', '届',
];

/// Digits with O, o, l or I among them and no other letter; a lone letter before a unit is none.
fn is_garbled(run: &str, counted: bool) -> bool {
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let lookalikes = run.chars().filter(|c| matches!(c, 'O' | 'o' | 'l' | 'I')).count();
    let others = run.chars().count() - digits - lookalikes;
    let dots = run.chars().filter(|c| *c == '.').count();
    let amid = run.chars().zip(run.chars().skip(1)).any(|(one, two)| {
        one.is_ascii_digit() && matches!(two, 'O' | 'o' | 'l') || two.is_ascii_digit() && matches!(one, 'O' | 'o' | 'l' | 'I')
    });
    digits >= lookalikes && lookalikes > 0 && others == dots && amid && counted
}
