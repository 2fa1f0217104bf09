//! Invented people: a fixed pool, so that the same deputy submits several items.

use crate::random::Random;

/// How many deputies each delegation, and members each sector, has.
const GROUP_SIZE: u32 = 34;

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑",
    "梁", "谢", "宋", "唐", "许", "邓", "韩", "冯", "曹", "彭", "曾", "肖", "田", "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜",
    "叶", "程", "魏", "苏", "吕", "丁", "任", "卢", "姚", "沈", "钟", "姜", "崔", "谭", "陆", "范", "汪", "廖", "石", "金", "韦",
    "贾", "夏", "付", "方", "邹", "熊", "白", "孟", "秦", "邱", "侯", "江", "尹", "薛", "闫", "雷", "龙", "黎", "史", "陶", "贺",
    "毛", "段", "郝", "顾", "龚", "邵",
];

const GIVEN: &[&str] = &[
    "玉成", "春梅", "志远", "桂芳", "海燕", "德才", "雪莲", "永福", "秀珍", "立群", "文静", "兴旺", "丽华", "宝山", "晓光",
    "凤英", "长河", "惠敏", "新宇", "爱国", "金花", "树林", "红梅", "振东", "亚男", "继业", "玲玲", "守田", "素芬", "明亮",
    "佳怡", "万里", "小兰", "庆余", "月琴", "思源", "启航", "玉珍", "天佑", "慧芳", "成功", "美云", "卫东", "彩霞", "敬业",
    "冬梅", "学文", "瑞芳", "大海", "若兰", "占元", "淑琴", "子明", "巧云", "铁军", "向阳", "翠萍", "国柱", "雅琴", "乐民",
];

const MINORITY_FIRST: &[&str] = &[
    "阿依努尔",
    "古丽米拉",
    "热孜亚",
    "帕提曼",
    "迪丽努尔",
    "阿里木江",
    "吐尔逊江",
    "艾尼瓦尔",
    "木合塔尔",
    "依明江",
    "加娜尔",
    "叶尔波力",
    "巴合提",
    "古丽巴哈尔",
    "努尔兰",
    "赛力克",
    "买合木提",
    "玛依拉",
];

const MINORITY_SECOND: &[&str] = &[
    "阿不都拉",
    "吐尔地",
    "肉孜",
    "库尔班",
    "马木提",
    "艾山",
    "别克",
    "哈力克",
    "依布拉音",
    "居马",
    "沙吾提",
    "托乎提",
    "胡达拜尔迪",
    "卡斯木",
    "萨迪克",
    "阿布都热依木",
];

const MINORITY_SINGLE: &[&str] = &["巴图", "其其格", "乌云", "孟和", "萨仁", "那木吉拉", "道尔吉", "娜仁花"];

const SIGNERS: &[&str] = &[
    "市委副书记、市长韩启航",
    "市委常委、常务副市长程学文",
    "副市长阿里木江·库尔班",
    "副市长罗惠敏",
    "副市长石振东",
    "副市长谭雅琴",
    "市人大常委会副主任孟长河",
    "市人大常委会副主任热孜亚·艾山",
    "市政协副主席邵文静",
    "市政协副主席贺子明",
];

/// A deputy or member.
pub(crate) struct Person {
    /// The name.
    pub(crate) name: String,
    /// An invented mobile number (1390000xxxx).
    pub(crate) mobile: String,
}

/// One of the deputies (`proposes`: members) of the group with this index; some are busier than others.
pub(crate) fn submitter(random: &mut Random, proposes: bool, group: usize) -> Person {
    let member = random.below(GROUP_SIZE).min(random.below(GROUP_SIZE));
    let number = (group as u32 * GROUP_SIZE + member) * 2 + u32::from(proposes);
    let mut own = Random::new(4_096, u64::from(number));
    Person { name: name(&mut own), mobile: format!("1390000{number:04}") }
}

/// A name that fits into the pool.
pub(crate) fn name(random: &mut Random) -> String {
    match random.below(100) {
        0..=12 => format!("{}·{}", random.pick(MINORITY_FIRST), random.pick(MINORITY_SECOND)),
        13..=15 => random.pick(MINORITY_SINGLE).to_owned(),
        _ => format!("{}{}", random.pick(SURNAMES), random.pick(GIVEN)),
    }
}

/// The name of the person who has `post` in the body with this index: always the same one.
pub(crate) fn office_holder(body: usize, post: u64) -> String {
    name(&mut Random::new(1_024, body as u64 * 16 + post))
}

/// A leader who supervises a key item: post and name.
pub(crate) fn leader(random: &mut Random) -> &'static str {
    random.pick(SIGNERS)
}
