//! 用了机构改革前的名称。
//!
//! # 为什么
//! 机构名称应使用现行全称；叙述历史时可注明“原”。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段由县国土资源局负责报批，已于6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段由县自然资源局负责报批，已于6月18日完工。
//! ```
//!
//! # 依据
//! 2018年、2023年党和国家机构改革方案
//!
//! # English
//! A body's name from before a reform.

use chrono::Datelike as _;

use crate::reply_check::case::ReplyCase;
use crate::reply_check::replacements::Replacements;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "outdated-body-name", group: Group::Language, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(date) = case.letter.signed_on.filter(|date| date.year() >= 2019) else { return Verdict::NotApplicable };
    let zone = case.opening.end..case.body.end;
    let words = case.at(zone.clone());
    let mut findings = Vec::new();
    for (range, right) in TABLE.find(words) {
        let head = words.get(..range.start).unwrap_or_default();
        let after_reform_of_2023 = right != "数据局" || date.year() >= 2024;
        if head.chars().rev().take(6).any(|c| c == '原') || !after_reform_of_2023 {
            continue;
        }
        let place = zone.start + range.start..zone.start + range.end;
        findings.push(
            Finding::of(&RULE, format!("现行名称为“{right}”，叙述历史时请注明“原”。"))
                .at(case.span(place.clone()))
                .expected(right)
                .actual(case.at(place)),
        );
    }
    Verdict::from_findings(findings)
}

static TABLE: Replacements = Replacements::of(&[
    ("国土资源局", "自然资源局"),
    ("国土资源厅", "自然资源厅"),
    ("国土资源部", "自然资源部"),
    ("环境保护局", "生态环境局"),
    ("环境保护厅", "生态环境厅"),
    ("环境保护部", "生态环境部"),
    ("卫生和计划生育", "卫生健康"),
    ("卫生计生委", "卫生健康委"),
    ("卫计委", "卫生健康委"),
    ("卫计局", "卫生健康局"),
    ("农业部", "农业农村部"),
    ("工商行政管理局", "市场监督管理局"),
    ("质量技术监督局", "市场监督管理局"),
    ("食品药品监督管理局", "市场监督管理局"),
    ("安全生产监督管理局", "应急管理局"),
    ("安监局", "应急管理局"),
    ("旅游发展委员会", "文化和旅游局"),
    ("银监会", "国家金融监督管理总局"),
    ("保监会", "国家金融监督管理总局"),
    ("银保监会", "国家金融监督管理总局"),
    ("扶贫办", "乡村振兴局（2023年后并入农业农村部门）"),
]);
