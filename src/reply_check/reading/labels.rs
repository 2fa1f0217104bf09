//! Labels such as 签发人： and 联系电话： with the place of their value.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::reply_check::letter::Label;
use crate::reply_check::sheet::Sheet;

/// A label and where its value begins.
#[derive(Debug, Clone)]
pub(crate) struct LabelHit {
    pub label: Label,
    /// The label without its colon.
    pub name: Range<usize>,
    /// The first byte after the colon.
    pub value: usize,
}

/// All labels that are followed by a colon and begin an item, in reading order.
#[inline(never)]
pub(super) fn labels(sheet: &Sheet) -> Vec<LabelHit> {
    let Some(finder) = finder() else { return Vec::new() };
    let mut labels = Vec::new();
    for line in &sheet.lines {
        for found in finder.find_iter(sheet.at(line.range.clone())) {
            let name = line.range.start + found.start()..line.range.start + found.end();
            labels.extend(label_of().get(found.pattern().as_usize()).and_then(|label| labelled(sheet, *label, name)));
        }
    }
    labels
}

fn labelled(sheet: &Sheet, label: Label, name: Range<usize>) -> Option<LabelHit> {
    let name = match sheet.norm.get(name.end..)?.strip_prefix("姓名") {
        Some(_) => name.start..name.end + "姓名".len(),
        None => name,
    };
    let (label, name) = with_phone(sheet, label, name);
    let after = sheet.norm.get(name.end..)?;
    let colon = match after.chars().next()? {
        '：' => '：'.len_utf8(),
        '（' => {
            let close = after.find('）').filter(|at| *at < 40)? + '）'.len_utf8();
            close + after.get(close..)?.strip_prefix('：').map(|_| '：'.len_utf8())?
        }
        _ if in_table(sheet, label, &name) => 0,
        _ => return None,
    };
    let before = sheet.norm.get(..name.start)?.chars().next_back();
    let begins = sheet.begins_item(name.start) || before.is_none_or(|c| !c.is_alphanumeric() || c.is_ascii_digit());
    let follows_value = matches!(
        label,
        Label::Phone
            | Label::Signer
            | Label::Contact
            | Label::ContactAndPhone
            | Label::Outcome
            | Label::Disclosure
            | Label::Office
    );
    (begins || follows_value).then_some(LabelHit { label, value: name.end + colon, name })
}

/// 联系人 followed by 及电话, 和联系方式, ／手机: a label for both, by whatever words it joins them.
fn with_phone(sheet: &Sheet, label: Label, name: Range<usize>) -> (Label, Range<usize>) {
    let after = sheet.norm.get(name.end..).unwrap_or_default();
    let joiner =
        ["及其", "及", "和", "与", "、", "/", ""].into_iter().find(|joiner| after.starts_with(joiner)).unwrap_or_default();
    let rest = after.get(joiner.len()..).unwrap_or_default();
    let phones = ["联系电话号码", "联系电话", "电话号码", "办公电话", "联系方式", "电话", "手机号码", "手机"];
    match phones.into_iter().find(|phone| rest.starts_with(phone)) {
        Some(phone) if label == Label::Contact => (Label::ContactAndPhone, name.start..name.end + joiner.len() + phone.len()),
        _ => (label, name),
    }
}

/// Whether the label is a table cell of its own whose value follows in the next cell.
fn in_table(sheet: &Sheet, label: Label, name: &Range<usize>) -> bool {
    let short = matches!(label, Label::Contact | Label::ContactAndPhone | Label::Phone | Label::Signer | Label::Outcome);
    let is_cell = sheet.begins_item(name.start) && sheet.item_end(name.start) == name.end && !sheet.begins_line(name.end);
    short && is_cell && sheet.norm.get(name.clone()).is_some_and(|words| words.chars().count() >= 2)
}

impl LabelHit {
    /// The value: up to the next wide gap, line end or label.
    pub fn value_in(&self, sheet: &Sheet, labels: &[LabelHit]) -> Range<usize> {
        let next = labels.partition_point(|other| other.name.start < self.value);
        let next = labels.get(next).map_or(usize::MAX, |other| other.name.start);
        let line_end = sheet.lines.get(sheet.line_of(self.name.start)).map_or(sheet.norm.len(), |line| line.range.end);
        self.value..line_end.min(next).max(self.value)
    }
}

fn finder() -> Option<&'static AhoCorasick> {
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    FINDER
        .get_or_init(|| {
            let names = LABELS.iter().flat_map(|(_, list)| list.split_whitespace());
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(names).ok()
        })
        .as_ref()
}

fn label_of() -> &'static [Label] {
    static KINDS: OnceLock<Vec<Label>> = OnceLock::new();
    KINDS.get_or_init(|| LABELS.iter().flat_map(|(label, list)| list.split_whitespace().map(|_| *label)).collect())
}

const LABELS: &[(Label, &str)] = &[
    (
        Label::Outcome,
        "类别 分类 类型 办理类别 办理结果 办理结果类别 办理结果分类 办复类别 办复结果 答复类别 答复类型 答复分类 答复结果 办理类型 结果类别 复文类别 办理情况 办理情况类别 分类标志 分类标识 类别标识 类别标记 办理标记 解决程度 落实情况 意见类别 标记 标识 办理等级 答复种类 建议类别 提案类别 建议分类 提案分类 建议答复类别 提案答复类别 办理分类 承办类别 答复件类别 办理程度 结果分类 复函类别 回复类别 办理结果标识 等级 答复标识 建议办理类别 提案办理类别",
    ),
    (Label::ItemNumber, "提案编号 建议编号 议案编号 提案号 建议号 案号"),
    (Label::DocumentNumber, "发文字号 文号 文件编号 发文号 公文字号 文件字号 发文文号 文书号 函号"),
    (Label::Signer, "签发人 签发 审签人 签批人 签发领导 签署人 领导署名 领导签名 领导签字"),
    (
        Label::Contact,
        "联系人 承办人 经办人 承办负责人 承办责任人 具体承办人 联络人 承办人员 承办人姓名 联系人姓名 具体负责人 负责人 责任人 联系 经办 拟稿人",
    ),
    (Label::ContactAndPhone, "联系人员及电话"),
    (
        Label::Phone,
        "联系电话 电话 联系方式 办公电话 电话号码 联系电话号码 手机 手机号 手机号码 承办电话 固定电话 联系手机 咨询电话 Tel TEL tel",
    ),
    (
        Label::Disclosure,
        "公开属性 公开方式 公开类型 公开选项 公开形式 公开类别 信息公开选项 信息公开属性 信息公开形式 信息公开方式 信息公开类型 信息公开类别 信息公开 政务公开属性 政府信息公开选项 政府信息公开属性 公开意见 是否公开 公开情况 公开与否 是否同意公开 是否予以公开 是否可以公开 答复是否公开 公开性质 公开等级 网上公开 是否网上公开 是否主动公开 公开",
    ),
    (Label::CopiedTo, "抄送 抄报 抄送单位 抄送机关 抄送：抄送 报送 分送 抄报抄送"),
    (Label::Annex, "附件 附 附表 附件1 随函附"),
    (
        Label::Office,
        "承办单位 承办处室 承办科室 承办部门 主办单位 协办单位 会办单位 联系单位 联系地址 地址 邮编 邮政编码 主办处室 承办机构 联系部门 传真 邮箱 电子邮箱 主送 领衔代表 提案人 提案者 建议人 提出人 校对 印制 份数 共印 密级 紧急程度 索引号 发布机构 信息来源 发布日期 职务 案由 审核人 核稿人 核稿",
    ),
];
