//! The indicators: each named once, with its formula in words.

use super::rates::Unit;

vocabulary! {
    /// The indicators, in reading order; the first ten are those of the overview.
    RateId {
        /// 办结率: answered ÷ owed.
        Completion = "completion",
        /// 按时办结率: answered in time ÷ (answered, or due and not answered).
        OnTime = "on-time",
        /// 协商率（沟通率）: with a recorded contact ÷ handled.
        Consultation = "consultation",
        /// 满意率: 满意 ÷ rated.
        Satisfaction = "satisfaction",
        /// 满意率（含基本满意）: 满意 and 基本满意 ÷ rated.
        SatisfactionIncludingBasic = "satisfaction-including-basic",
        /// 满意 ÷ all that are rated or to be rated.
        SatisfactionOfAll = "satisfaction-of-all",
        /// 满意 and 基本满意 ÷ all that are rated or to be rated.
        SatisfactionIncludingBasicOfAll = "satisfaction-including-basic-of-all",
        /// 解决率: class meaning solved ÷ classed.
        Resolution = "resolution",
        /// 解决或计划逐步解决率 (A + B) ÷ classed.
        ResolvedOrPlanned = "resolved-or-planned",
        /// 公开率: published ÷ to be published.
        Publication = "publication",
        /// 办前沟通率.
        ConsultationBefore = "consultation-before",
        /// 办中沟通率.
        ConsultationDuring = "consultation-during",
        /// 办后沟通率（回访）.
        ConsultationAfter = "consultation-after",
        /// 见面率: visit, meeting, forum or joint site visit ÷ handled.
        InPerson = "in-person",
        /// 走访率: visited ÷ handled.
        Visit = "visit",
        /// 首轮满意率: 满意 in the first round ÷ rated in it.
        FirstSatisfaction = "first-satisfaction",
        /// 首轮满意率（含基本满意）.
        FirstSatisfactionIncludingBasic = "first-satisfaction-including-basic",
        /// 对办理态度的满意率.
        AttitudeSatisfaction = "attitude-satisfaction",
        /// 对办理态度的满意率（含基本满意）.
        AttitudeSatisfactionIncludingBasic = "attitude-satisfaction-including-basic",
        /// 对办理结果的满意率.
        ResultSatisfaction = "result-satisfaction",
        /// 对办理结果的满意率（含基本满意）.
        ResultSatisfactionIncludingBasic = "result-satisfaction-including-basic",
        /// 反馈率: rated ÷ answered.
        Feedback = "feedback",
        /// 最终答复按时率: the last round answered in time ÷ (answered, or due and not answered).
        FinalOnTime = "final-on-time",
        /// 计划事项转办成率 (B→A): now solved ÷ planned before and followed up.
        FollowUpResolution = "follow-up-resolution",
        /// 重新办理率: handled anew after 不满意 ÷ answered.
        Redo = "redo",
        /// 延期率: with an approved extension ÷ handled.
        Extension = "extension",
        /// 采纳率: points adopted ÷ points made.
        Adoption = "adoption",
        /// 退办率: assignments sent back and taken back ÷ assignments.
        Return = "return",
        /// 承诺兑现率: promises kept ÷ promises due or kept.
        Promise = "promise",
    }
}

/// What a page says of an indicator beside its counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndicatorDoc {
    /// Which.
    pub id: RateId,
    /// 名称.
    pub name: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// 计算口径: numerator ÷ denominator, in words.
    pub formula: &'static str,
    /// The same in English.
    pub formula_en: &'static str,
    /// Where the formula is found.
    pub source: &'static str,
}

impl RateId {
    /// What a page says of it.
    pub fn doc(self) -> IndicatorDoc {
        let (name, name_en, formula, formula_en, source) = self.words();
        IndicatorDoc { id: self, name, name_en, formula, formula_en, source }
    }

    /// What it counts, unless a profile says otherwise.
    pub fn unit(self) -> Unit {
        match self {
            Self::Return => Unit::Assignment,
            Self::Adoption => Unit::Point,
            Self::Promise => Unit::Promise,
            _ => Unit::Entry,
        }
    }

    /// Whether it is one of those that the overview shows first.
    pub fn is_of_overview(self) -> bool {
        self <= Self::Publication
    }

    fn words(self) -> (&'static str, &'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Completion => (
                "办结率",
                "Completion rate",
                "已答复件 ÷ 应答复件",
                "answered ÷ owed",
                "新疆2024年建议办理情况报告；瑞安市办理情况报告",
            ),
            Self::OnTime => (
                "按时办结率",
                "On-time rate",
                "在期限内答复件 ÷（已答复件＋逾期未答复件），未到期的不计",
                "answered by the due date ÷ (answered, or overdue); not yet due left out",
                "国务院常务会议关于按时办结的要求（未见统一公式，按本软件口径）",
            ),
            Self::Consultation => (
                "协商率（沟通率）",
                "Consultation rate",
                "有沟通记录件 ÷ 应办理件",
                "with a recorded contact ÷ handled",
                "新疆2024年建议办理情况报告；代表法（2025）第五十一条",
            ),
            Self::Satisfaction => (
                "满意率（不含基本满意）",
                "Satisfaction rate",
                "评价“满意”件 ÷ 已评价件",
                "rated satisfied ÷ rated",
                "宁波市2011年（以收回的征询意见表为分母）；重庆条例第二十九条",
            ),
            Self::SatisfactionIncludingBasic => (
                "满意率（含基本满意）",
                "Satisfaction rate, basically satisfied included",
                "评价“满意”“基本满意”件 ÷ 已评价件",
                "rated satisfied or basically satisfied ÷ rated",
                "宁波市2011年（以收回的征询意见表为分母）；重庆条例第二十九条",
            ),
            Self::SatisfactionOfAll => (
                "满意率（按全部件，不含基本满意）",
                "Satisfaction over all",
                "评价“满意”件 ÷ 应评价件（未反馈的计入分母）",
                "rated satisfied ÷ all to be rated",
                "通州区政协通协发〔2015〕2号",
            ),
            Self::SatisfactionIncludingBasicOfAll => (
                "满意率（按全部件，含基本满意）",
                "Satisfaction over all, basically satisfied included",
                "评价“满意”“基本满意”件 ÷ 应评价件（未反馈的计入分母）",
                "rated satisfied or basically satisfied ÷ all to be rated",
                "通州区政协通协发〔2015〕2号",
            ),
            Self::Resolution => (
                "解决率",
                "Resolution rate",
                "结果为已解决（采纳）件 ÷ 已定结果件",
                "classed as solved ÷ classed",
                "上海市2018年解决采纳率；武汉市2009年",
            ),
            Self::ResolvedOrPlanned => (
                "解决或计划逐步解决率",
                "Resolved or planned",
                "结果为已解决、正在解决或列入计划件 ÷ 已定结果件",
                "classed as solved, being solved or planned ÷ classed",
                "全国人大代表建议办理情况报告（2002年72.2%等）",
            ),
            Self::Publication => (
                "公开率",
                "Publication rate",
                "已公开件 ÷ 主动公开件",
                "published ÷ to be published",
                "《政府信息公开条例》第二十六条；国办发〔2014〕46号",
            ),
            Self::ConsultationBefore => {
                ("办前沟通率", "Contacted before", "办前有沟通记录件 ÷ 应办理件", "contacted before handling ÷ handled", STAGES)
            }
            Self::ConsultationDuring => {
                ("办中沟通率", "Contacted during", "办中有沟通记录件 ÷ 应办理件", "contacted during handling ÷ handled", STAGES)
            }
            Self::ConsultationAfter => (
                "办后沟通率",
                "Contacted after",
                "办后有沟通（回访）记录件 ÷ 应办理件",
                "contacted after the reply ÷ handled",
                STAGES,
            ),
            Self::InPerson => (
                "见面率",
                "Met in person",
                "走访、面商、座谈或共同调研件 ÷ 应办理件",
                "visited, met, in a forum or on site ÷ handled",
                "石狮市五项指标；谷城县",
            ),
            Self::Visit => ("走访率", "Visited", "走访件 ÷ 应办理件", "visited ÷ handled", "紫阳县"),
            Self::FirstSatisfaction => (
                "首轮满意率（不含基本满意）",
                "First-round satisfaction",
                "首轮评价“满意”件 ÷ 首轮已评价件",
                "rated satisfied in the first round ÷ rated in it",
                FIRST,
            ),
            Self::FirstSatisfactionIncludingBasic => (
                "首轮满意率（含基本满意）",
                "First-round satisfaction, basically satisfied included",
                "首轮评价“满意”“基本满意”件 ÷ 首轮已评价件",
                "rated satisfied or basically satisfied in the first round ÷ rated in it",
                FIRST,
            ),
            Self::AttitudeSatisfaction => (
                "对办理态度满意率（不含基本满意）",
                "Satisfied with the attitude",
                "对办理态度“满意”件 ÷ 已评价办理态度件",
                "satisfied with the attitude ÷ rated it",
                TWO_RATINGS,
            ),
            Self::AttitudeSatisfactionIncludingBasic => (
                "对办理态度满意率（含基本满意）",
                "Satisfied with the attitude, basically satisfied included",
                "对办理态度“满意”“基本满意”件 ÷ 已评价办理态度件",
                "satisfied or basically satisfied with the attitude ÷ rated it",
                TWO_RATINGS,
            ),
            Self::ResultSatisfaction => (
                "对办理结果满意率（不含基本满意）",
                "Satisfied with the result",
                "对办理结果“满意”件 ÷ 已评价办理结果件",
                "satisfied with the result ÷ rated it",
                TWO_RATINGS,
            ),
            Self::ResultSatisfactionIncludingBasic => (
                "对办理结果满意率（含基本满意）",
                "Satisfied with the result, basically satisfied included",
                "对办理结果“满意”“基本满意”件 ÷ 已评价办理结果件",
                "satisfied or basically satisfied with the result ÷ rated it",
                TWO_RATINGS,
            ),
            Self::Feedback => ("反馈率", "Feedback rate", "已反馈件 ÷ 已答复件", "rated ÷ answered", "深圳市2018年（81.4%）"),
            Self::FinalOnTime => (
                "最终答复按时率",
                "Final reply on time",
                "最后一轮在期限内答复件 ÷（最后一轮已答复件＋逾期未答复件），未到期的不计",
                "last round answered by its due date ÷ (answered, or overdue); not yet due left out",
                "按本软件口径；重新办理期限见各地条例",
            ),
            Self::FollowUpResolution => (
                "计划事项办成率（B转A）",
                "Plans now solved",
                "原列入计划、现已解决件 ÷ 原列入计划并跟踪办理件",
                "planned before and now solved ÷ planned before and followed up",
                "呈贡区2020年（16/23）；青岛条例第三十一条",
            ),
            Self::Redo => {
                ("重新办理率", "Redo rate", "因不满意重新办理件 ÷ 已答复件", "handled anew ÷ answered", "各地条例（重新办理）")
            }
            Self::Extension => (
                "延期率",
                "Extension rate",
                "经批准延期件 ÷ 应办理件",
                "with an approved extension ÷ handled",
                "各地条例（延期）",
            ),
            Self::Adoption => (
                "采纳率（按建议点）",
                "Adoption rate, by point",
                "采纳的建议点 ÷ 全部建议点",
                "points adopted ÷ points made",
                "通州区政协通协发〔2015〕2号",
            ),
            Self::Return => {
                ("退办率", "Return rate", "退回改派件次 ÷ 交办件次", "assignments sent back ÷ assignments", "各地条例（退回）")
            }
            Self::Promise => (
                "承诺兑现率",
                "Promises kept",
                "已落实承诺 ÷（已落实＋到期未落实＋不再落实），未到期的不计",
                "promises kept ÷ (kept, due and not kept, or given up); not yet due left out",
                "重庆条例第二十四条；青岛条例第二十七条",
            ),
        }
    }
}

const STAGES: &str = "石狮市“办前、办中、办后三沟通”；精河县精政办发〔2025〕5号";
const FIRST: &str = "某市2023年首轮满意率（93件）；深圳市2018年首轮评价";
const TWO_RATINGS: &str = "上海条例第二十一条；宁波市2011年（工作、结果两项）";
