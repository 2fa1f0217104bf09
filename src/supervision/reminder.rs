//! 催办单: one body's overdue and near items as a letter to copy, print or save.

use crate::calendar::Date;
use std::fmt::Write as _;

use super::grounds::Grounds;
use super::step::{DueSource, Step, StepState};
use super::watch::Pending;

/// The 催办单 to `body` for its overdue and due-soon steps among `pending`, as plain text; `None` where there is none.
///
/// What the ledger does not hold (the issuing office, its telephone) is left as a place to fill in.
pub fn reminder(body: &str, pending: &[Pending], office: Option<&str>, grounds: &Grounds<'_>) -> Option<String> {
    let to_remind = |item: &&Pending| {
        let owed_by_the_body = item.step.step != Step::Feedback;
        let pressing = matches!(item.step.state, StepState::Overdue | StepState::DueSoon);
        item.step.body.as_deref() == Some(body) && owed_by_the_body && pressing
    };
    let items: Vec<&Pending> = pending.iter().filter(to_remind).collect();
    if items.is_empty() {
        return None;
    }
    let (overdue, soon): (Vec<&&Pending>, Vec<&&Pending>) = items.iter().partition(|item| item.step.state == StepState::Overdue);
    let mut text = format!("代表建议、政协提案办理催办单\n\n{body}：\n\n");
    let _ = writeln!(
        text,
        "    截至{}，你单位承办的代表建议、政协提案中，有{}项办理事项{}。现将有关事项通知如下，请抓紧办理。\n",
        grounds.today.in_document(),
        items.len(),
        match (overdue.len(), soon.len()) {
            (0, _) => "即将到期".to_owned(),
            (_, 0) => "已超过规定期限".to_owned(),
            (late, near) => format!("需要催办，其中已超期{late}项、即将到期{near}项"),
        }
    );
    for (number, item) in items.iter().enumerate() {
        let _ = writeln!(text, "{}．{}", number + 1, line(item, grounds));
    }
    text.push_str(
        "\n    请于收到本单后三个工作日内书面反馈办理进展；确需延期的，请在期限届满前按程序报批，并向代表（委员）说明情况。\
         尚未与代表（委员）沟通的，请先行联系，充分听取意见。\n\n    联系人：【请填写】    联系电话：【请填写】\n\n",
    );
    let _ = writeln!(text, "{:>20}{}", "", office.unwrap_or("【请填写发单单位】"));
    let _ = writeln!(text, "{:>20}{}", "", grounds.today.in_document());
    Some(text)
}

fn line(item: &Pending, grounds: &Grounds<'_>) -> String {
    let number = item.number.as_deref().map(|number| format!("第{number}号")).unwrap_or_default();
    let title = item.title.as_deref().map(|title| format!("《{title}》")).unwrap_or_default();
    let due = item.step.due_on.map(Date::in_document).unwrap_or_default();
    let days = item.step.days_left(grounds.today).unwrap_or_default();
    let stands = match days {
        0 => "今日到期".to_owned(),
        1.. => format!("还剩{days}天"),
        _ => format!("已超期{}天", -days),
    };
    let what = item.step.what.as_deref().map(|what| format!("（{what}）")).unwrap_or_default();
    let basis = match (&item.step.reckoning, item.step.source) {
        (Some(reckoning), _) => format!("期限依据：{}", grounds.profile.citation(&reckoning.limit.source)),
        (None, Some(DueSource::Extended)) => "期限依据：经批准的延期".to_owned(),
        (None, _) if item.step.step == Step::Commitment => "期限依据：答复中的承诺".to_owned(),
        (None, _) => "期限依据：台账载明的期限".to_owned(),
    };
    let answers = matches!(item.step.step, Step::Reply | Step::Redo | Step::FollowUp);
    let contact = if answers && !item.contacted { "；尚无沟通记录" } else { "" };
    format!("{number}{title}：{}{what}，应于{due}前完成，{stands}{contact}。{basis}。", step_words(item.step.step))
}

/// What is to be done, as a 催办单 words it.
pub fn step_words(step: Step) -> &'static str {
    match step {
        Step::Accept => "签收",
        Step::Return => "申请退办",
        Step::FirstContact => "首次沟通",
        Step::AssistingOpinion => "提交协办（会办）意见",
        Step::Reply => "答复",
        Step::Feedback => "反馈意见",
        Step::Redo => "重新办理并再次答复",
        Step::FollowUp => "跟踪办理并再次答复",
        Step::Publication => "公开答复",
        Step::Commitment => "落实承诺事项",
    }
}
