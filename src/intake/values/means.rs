//! Means of consultation; a cell may name several.

use super::bodies::split_list;
use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::ledger::ConsultationMeans;

/// The means that a text names, each once; a word that is none of them counts as 其他 only where it says so.
pub(in super::super) fn read_means(text: &str) -> Reading<Vec<ConsultationMeans>> {
    let plain = squeeze(text);
    if is_blank_word(&plain) || ["未沟通", "未联系", "否", "没有"].contains(&plain.as_str()) {
        return Reading::Blank;
    }
    let mut found = Vec::new();
    for part in split_list(text) {
        match means_word(&squeeze(&part)) {
            Some(means) if !found.contains(&means) => found.push(means),
            Some(_) => {}
            None => return Reading::Unread(ProblemCode::UnknownWord),
        }
    }
    if found.is_empty() { Reading::Blank } else { Reading::Read(found) }
}

fn means_word(plain: &str) -> Option<ConsultationMeans> {
    const WORDS: &[(&[&str], ConsultationMeans)] = &[
        (&["走访", "登门", "上门", "拜访"], ConsultationMeans::Visit),
        (&["座谈", "协商会", "见面会", "会议"], ConsultationMeans::Forum),
        (&["调研", "踏勘", "现场", "视察", "实地"], ConsultationMeans::SiteVisit),
        (&["面商", "面谈", "当面", "见面", "面对面", "面复"], ConsultationMeans::Meeting),
        (&["电话", "通话", "致电", "来电"], ConsultationMeans::Phone),
        (&["微信", "短信", "视频", "网络", "平台", "线上", "QQ"], ConsultationMeans::Online),
        (&["邮件", "书信", "信函", "函", "书面", "邮寄", "信件", "电邮"], ConsultationMeans::Letter),
        (&["其他", "其它"], ConsultationMeans::Other),
    ];
    ConsultationMeans::from_word(plain)
        .or_else(|| WORDS.iter().find(|(words, _)| words.iter().any(|word| plain.contains(word))).map(|(_, means)| *means))
}
