//! The turns of phrase that readers and rules look for, found in one pass over the letter.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// What a turn of phrase tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// 收悉: the sentence that names what was received.
    Received,
    /// 现答复如下: the answer begins.
    AnswerFollows,
    /// 感谢.
    Thanks,
    /// 征询意见表, 反馈.
    FeedbackForm,
    /// 面商, 座谈, 电话沟通: contact with the deputy.
    Contact,
    /// 会同, 协办: other bodies take part.
    Assisting,
    /// 协办意见：, 表示, 同意: what an assisting body thinks.
    AssistingOpinion,
    /// 已, 完成, 建成: something was done.
    Done,
    /// 将, 拟, 计划: something will be done.
    Future,
    /// 列入, 牵头, 方案: a plan.
    Plan,
    /// 底前, 年内: a time limit without a full date.
    Deadline,
    /// 适时, 逐步, 力争: put off without a date.
    Deferral,
    /// 无法, 暂不: not done.
    Refusal,
    /// 由于, 规定, 原因: why.
    Reason,
    /// 有关部门, 相关单位: nobody in particular.
    VagueBody,
    /// 高度重视, 进一步: words without content.
    Empty,
    /// 领导小组, 召开会议: the style of a work summary.
    WorkSummary,
    /// 您提出的……建议: the ask repeated.
    Restated,
    /// Navigation, header or footer of a web page.
    Chrome,
    /// 内部资料, 不得外传.
    Internal,
    /// 合并办理, 并案.
    Merged,
    /// 转为建议.
    TurnedInto,
    /// 另行, 替代: something else offered.
    Alternative,
    /// 留守儿童 and other words that stand before a minor's name.
    Minor,
    /// 的的, 进行进行: a word twice.
    Doubled,
    /// ____, （待填）: a blank of the template.
    Blank,
    /// 没办法, 不好意思: not the language of an office.
    Colloquial,
    /// 平米, 公分: units that are not the legal ones.
    OldUnit,
    /// 随函附, 见附件: something goes with the letter.
    Enclosed,
}

/// A turn of phrase at its place in the unified text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CueHit {
    /// What it tells.
    pub cue: Cue,
    /// Its first byte in the unified text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// All turns of phrase in `norm`, in reading order.
#[inline(never)]
pub fn cues(norm: &str) -> Vec<CueHit> {
    let Some(finder) = finder() else { return Vec::new() };
    let mut hits: Vec<CueHit> = finder
        .find_overlapping_iter(norm)
        .filter_map(|found| {
            let cue = *cue_of().get(found.pattern().as_usize())?;
            Some(CueHit { cue, start: found.start(), end: found.end() })
        })
        .collect();
    hits.sort_by_key(|hit| (hit.start, hit.end));
    hits
}

fn finder() -> Option<&'static AhoCorasick> {
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    FINDER
        .get_or_init(|| {
            let phrases = PHRASES.iter().flat_map(|(_, list)| list.split_whitespace());
            AhoCorasick::builder().match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::DFA)).build(phrases).ok()
        })
        .as_ref()
}

fn cue_of() -> &'static [Cue] {
    static CUES: OnceLock<Vec<Cue>> = OnceLock::new();
    CUES.get_or_init(|| PHRASES.iter().flat_map(|(cue, list)| list.split_whitespace().map(|_| *cue)).collect())
}

/// The phrases, parted by blanks.
const PHRASES: &[(Cue, &str)] = &[
    (Cue::Received, "收悉 已收到 收到并 已收阅 悉知"),
    (
        Cue::AnswerFollows,
        "答复如下 函复如下 回复如下 答覆如下 复函如下 汇报如下 反馈如下 说明如下 报告如下 回复意见如下 答复意见如下 情况如下 提出如下意见 意见如下 如下协办意见 如下会办意见 如下答复 如下回复 如下：",
    ),
    (Cue::Thanks, "感谢 谢谢 致谢 致以谢意 谢意"),
    (
        Cue::FeedbackForm,
        "征询意见 征求意见表 征询表 意见表 反馈表 意见反馈 反馈意见 回执 测评表 评议表 反馈单 征询函 作出评价 进行评价 满意度评价 填写意见 反馈我 反馈至 意见函 征求意见函",
    ),
    (
        Cue::Contact,
        "沟通 面商 座谈 走访 当面 面对面 电话联系 实地 现场 协商 踏勘 踏查 征求了 听取了 听取您 听取你 听取委员 听取代表 邀请您 邀请你 邀请代表 邀请委员 邀请各位 到您 与您 与你 登门 上门 交换意见 见面 联系您 联系了您 商定 视察 反复商 对接",
    ),
    (Cue::Assisting, "会同 协办 会办 经商 会商 商请 并商 商有关"),
    (
        Cue::AssistingOpinion,
        "协办意见 会办意见 协办单位意见 会办单位意见 协办部门意见 意见： 表示， 表示将 局表示 厅表示 委表示 局同意 厅同意 委同意 认为 意见为 意见如下 提出意见 反馈意见",
    ),
    (
        Cue::Done,
        "已 完成 建成 投用 投入使用 竣工 通车 启用 印发 出台 落实到位 安装 上线 实现 发放 查处 新建 新增 修订 公布 公示 兑现 施划 清理 整改 设置 开通 建立 下达 拨付 举办 成立 制定 修建 改造 覆盖 调整为 取消 纳入",
    ),
    (Cue::Future, "将 拟 计划 下一步 力争 争取 预计 准备 届时 今后 接下来 尽快 待 底前 逐步"),
    (Cue::Plan, "列入 纳入 牵头 负责 方案 规划 计划 可行性研究 分年 分期 分批 前期工作 立项 预算 时序 责任 行动计划 配合"),
    (
        Cue::Deadline,
        "底前 月底 年底 年内 年前 日前 月前 季度 个工作日内 每年 每月 每半年 上半年 下半年 今年 明年 本年度 学期 汛期前 春节前 十四五 十五五 月内 周内 起施行 起执行 年起 月起 日起 旬 当年 次年",
    ),
    (
        Cue::Deferral,
        "适时 逐步 力争 条件成熟 予以考虑 统筹考虑 积极考虑 充分考虑 将研究 积极研究 进一步研究 认真研究 深入研究 继续研究 研究考虑 统筹推进 积极探索 积极争取 积极向上争取 视情况 视情 择机 适当时 有序推进 稳步推进 持续推进 加以解决 争取早日 加快推进 作为今后 今后工作中 加强调研 积极协调 进一步探索 加强研究 参考 将结合 在条件",
    ),
    (
        Cue::Refusal,
        "无法 暂不 不具备 不宜 不予 难以 暂无 没有计划 无计划 不能 不可行 不符合 暂缓 不再 未列入 未纳入 不同意 不采纳 没有此项 没有该项 没有相关计划 没有这项 没有安排 没有相应 不支持 不考虑",
    ),
    (
        Cue::Reason,
        "由于 因为 原因 鉴于 规定 依据 根据 按照 禁止 受限 限制 制约 不足 缺乏 不符合 尚无 所致 尚未 位于 属于 一是 规划中 标准 条例 不同意 权限 事权 涉及 需经 需要 影响 资金 用地",
    ),
    (Cue::VagueBody, "有关部门 相关部门 有关单位 相关单位 有关方面 相关方面 职能部门 有关机构 相关机构 有关各方 相关科室"),
    (
        Cue::Empty,
        "高度重视 进一步 切实 不断 亲自过问 亲自部署 靠前指挥 狠抓落实 统一思想 提高认识 提高站位 政治站位 压实责任 凝聚合力 久久为功 再接再厉 责任感 使命感 紧迫感 新局面 更高标准 更严要求 更实举措 更大贡献 新的更大 扎实推进 全面提升 持续改善 着力 大力推进 层层抓落实 营造浓厚氛围 营造良好氛围 强化组织领导 加强组织领导 齐抓共管 真抓实干 第一时间 明显提升 显著提升 不断提高 持续发力 奋力谱写 迈上新台阶 取得实效 取得显著成效 深入贯彻 全面贯彻 坚决贯彻 有力推动 切实增强 切实加强 高质量发展",
    ),
    (
        Cue::WorkSummary,
        "强化组织领导 加强组织领导 领导小组 压实工作责任 压实责任 聚焦重点任务 扎实推进 加大宣传力度 强化宣传引导 加强宣传 营造浓厚氛围 营造良好氛围 严格督导检查 强化督导 强化监督 确保取得实效 取得实效 召开党组会议 召开推进会 推进会 层层抓落实 工作格局 超额完成 再接再厉 知晓率 满意度不断提高 满意度不断提升 显著提升 明显提升 持续改善 一级抓一级 专题会议 工作专班 年度任务 坚持绿色发展理念 服务水平显著 明显改善 提高政治站位 健全工作机制 加强队伍建设",
    ),
    (
        Cue::Restated,
        "您提出的 你提出的 您们提出的 你们提出的 您所提 你所提 您建议 所提建议 所提意见 提案提出的 建议提出的 您关注的 您反映的",
    ),
    (
        Cue::Chrome,
        "版权所有 ICP备 网站标识码 公网安备 网站地图 上一篇 下一篇 扫一扫 分享到 打印本页 关闭窗口 关闭本页 当前位置 您的位置 你的位置 您现在的位置 当前所在位置 浏览次数 阅读次数 点击数 点击率 访问量 字体： 字号： 【字体 [字体 【打印 [打印 【关闭 [关闭 索引号 信息来源 文章来源 发布日期 发布时间 发布机构 生成日期 成文日期 信息分类 主题分类 公开范围 公开时限 信息名称 信息索引 主题词： 体裁分类 无障碍 长者模式 适老化 繁体 简体 English 设为首页 加入收藏 收藏本站 联系我们 关于我们 技术支持 网站声明 主办单位： 主办： 相关链接 相关文章 相关信息 友情链接 返回顶部 返回首页 返回列表 扫码关注 责任编辑 编辑： 首页> 首页＞ 首页» 首页/ 首页- 网站首页 作者： 来源： 时间： 附件下载 微信 微博 朋友圈 打印 纠错 推荐阅读 浏览： 阅读： 点击： 有效性： 著录日期 信息类别 服务对象 废止日期 生效日期 内容概述 关键词： 文件下载 建议使用 1024×768 1024*768 登录 注册 进入关怀版 智能问答 政务公开> 审核人 录入人 发布人： 发布者： 信息时间 更新时间 保护视力色 视力保护色 我要纠错 公开目录 市长信箱 站点地图 隐私",
    ),
    (Cue::Internal, "内部资料 内部文件 内部使用 不得外传 注意保存 会议纪要 未公开 请勿外传 内部掌握 不宜公开 内部情况"),
    (Cue::Merged, "合并办理 并案 一并答复 合并答复 一并办理 合并处理 内容相近 内容相同 合并答覆 统一答复"),
    (
        Cue::TurnedInto,
        "转为建议 转为代表建议 作为建议 改为建议 作为代表建议 转为提案 转作建议 列为建议 转化为建议 交由 为建议办理",
    ),
    (Cue::Alternative, "另行 替代 另外选 重新选 先行 过渡 改为 通过其他 作为补充 再次研究 再次评估 临时 变通 其他方式"),
    (Cue::Minor, "留守儿童 困境儿童 未成年人 小学生 初中生 患儿 孤儿"),
    (
        Cue::Doubled,
        "的的 了了 我局我局 我委我委 我厅我厅 进行进行 已已 和和 在在 为为 对对 是是 等等等 建议建议 工作工作 情况情况 并并 由由 与与 将将 您您 收悉收悉",
    ),
    (Cue::Blank, "___ ＿＿ （待填） （待补充） （此处 【待 [待 ×年×月 ××年× XX年XX月 TODO ××万元 XX万元 ×万元"),
    (Cue::OldUnit, "平米 公分 市斤 英寸 华里 立方米米"),
    (Cue::Enclosed, "随函附 附上 详见附件 见附件 后附"),
    (Cue::Colloquial, "没办法 谅解一下 实在抱歉 搞不定 弄好了 差不多已 大概可能 跟您说 给您说一下 不好意思"),
];
