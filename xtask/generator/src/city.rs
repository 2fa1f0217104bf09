//! The invented city of 昀州: bodies, districts, places. Nothing here is a real place or office.

/// The city's name.
pub(crate) const CITY: &str = "昀州市";

/// A handling body.
pub(crate) struct Body {
    /// Its name in the ledger, without the city's.
    pub(crate) name: &'static str,
    /// Its short sign, as in document numbers and in the matters' list.
    pub(crate) sign: &'static str,
    /// How it calls itself in a letter.
    pub(crate) own: &'static str,
    /// The work for which it thanks.
    pub(crate) work: &'static str,
}

macro_rules! bodies {
    ($($name:literal $sign:literal $own:literal $work:literal),+ $(,)?) => {
        &[$(Body { name: $name, sign: $sign, own: $own, work: $work }),+]
    };
}

/// The bodies, busiest first; the last nine are the districts' governments, in the order of [`DISTRICTS`].
pub(crate) const BODIES: &[Body] = bodies![
    "市住房和城乡建设局" "住建" "我局" "住房和城乡建设工作",
    "市教育局" "教" "我局" "教育工作",
    "市交通运输局" "交" "我局" "交通运输工作",
    "市卫生健康委员会" "卫" "我委" "卫生健康工作",
    "市农业农村局" "农" "我局" "农业农村工作",
    "市人力资源和社会保障局" "人社" "我局" "人力资源和社会保障工作",
    "市城市管理局" "城管" "我局" "城市管理工作",
    "市公安局" "公" "我局" "公安工作",
    "市民政局" "民" "我局" "民政工作",
    "市文化体育广播电视和旅游局" "文旅" "我局" "文化和旅游工作",
    "市水务局" "水" "我局" "水务工作",
    "市医疗保障局" "医保" "我局" "医疗保障工作",
    "市商务局" "商" "我局" "商务工作",
    "市生态环境局" "环" "我局" "生态环境工作",
    "市工业和信息化局" "工信" "我局" "工业和信息化工作",
    "市市场监督管理局" "市监" "我局" "市场监管工作",
    "市发展和改革委员会" "发改" "我委" "发展改革工作",
    "市司法局" "司" "我局" "司法行政工作",
    "市政务服务和数据管理局" "数" "我局" "政务服务工作",
    "市财政局" "财" "我局" "财政工作",
    "市林业和草原局" "林" "我局" "林业和草原工作",
    "市残疾人联合会" "残联" "我会" "残疾人事业",
    "市科学技术局" "科" "我局" "科技工作",
    "市应急管理局" "应急" "我局" "应急管理工作",
    "市消防救援支队" "消" "我支队" "消防工作",
    "市退役军人事务局" "退役" "我局" "退役军人工作",
    "市民族宗教事务委员会" "民宗" "我委" "民族团结进步事业",
    "市税务局" "税" "我局" "税收工作",
    "市投资促进局" "投促" "我局" "招商引资工作",
    "市国有资产监督管理委员会" "国资" "我委" "国资国企工作",
    "市地方金融管理局" "金" "我局" "金融工作",
    "市自然资源和规划局" "自然资规" "我局" "自然资源和规划工作",
    "市供销合作社联合社" "供销" "我社" "供销合作事业",
    "市气象局" "气象" "我局" "气象工作",
    "市邮政管理局" "邮" "我局" "邮政快递业发展",
    "昀州供电公司" "供电" "我公司" "电力工作",
    "市妇女联合会" "妇联" "我会" "妇女儿童工作",
    "共青团昀州市委员会" "团" "我委" "青少年工作",
    "昀中区人民政府" "昀中政" "我区" "我区工作",
    "朔湖区人民政府" "朔湖政" "我区" "我区工作",
    "澄岭区人民政府" "澄岭政" "我区" "我区工作",
    "榆桥区人民政府" "榆桥政" "我区" "我区工作",
    "桐岗县人民政府" "桐岗政" "我县" "我县工作",
    "澜屏县人民政府" "澜屏政" "我县" "我县工作",
    "棘泉县人民政府" "棘泉政" "我县" "我县工作",
    "柘河县人民政府" "柘河政" "我县" "我县工作",
    "昀东新区管理委员会" "昀东管" "我委" "新区工作",
];

/// The index in [`BODIES`] of the body with this sign.
pub(crate) fn body_with_sign(sign: &str) -> Option<usize> {
    BODIES.iter().position(|body| body.sign == sign)
}

/// The index in [`BODIES`] of the government of `DISTRICTS[district]`.
pub(crate) fn government_of(district: usize) -> usize {
    BODIES.len() - DISTRICTS.len() + district
}

/// Districts and counties.
pub(crate) const DISTRICTS: [&str; 9] =
    ["昀中区", "朔湖区", "澄岭区", "榆桥区", "桐岗县", "澜屏县", "棘泉县", "柘河县", "昀东新区"];

/// Delegations of the congress; the first nine are the districts'.
pub(crate) const DELEGATIONS: [&str; 12] = [
    "昀中区代表团",
    "朔湖区代表团",
    "澄岭区代表团",
    "榆桥区代表团",
    "桐岗县代表团",
    "澜屏县代表团",
    "棘泉县代表团",
    "柘河县代表团",
    "昀东新区代表团",
    "市直机关第一代表团",
    "市直机关第二代表团",
    "解放军和武警部队代表团",
];

/// Sectors of the CPPCC committee.
pub(crate) const SECTORS: [&str; 12] = [
    "民革",
    "民盟",
    "民建",
    "农工党",
    "工商联",
    "共青团和青联",
    "妇联",
    "科技界",
    "教育界",
    "医药卫生界",
    "农业界",
    "少数民族界",
];

/// Bodies that submit collective proposals.
pub(crate) const COLLECTIVES: [&str; 8] = [
    "民革昀州市委员会",
    "民盟昀州市委员会",
    "民建昀州市委员会",
    "农工党昀州市委员会",
    "昀州市工商业联合会",
    "昀州市妇女联合会",
    "市政协农业和农村委员会",
    "市政协教科卫体委员会",
];

/// Townships with the index of their district.
pub(crate) const TOWNS: [(usize, &str); 20] = [
    (2, "岭下镇"),
    (2, "桑柘镇"),
    (2, "松坞乡"),
    (4, "青柘镇"),
    (4, "石鹭镇"),
    (4, "柳坞乡"),
    (4, "双榆乡"),
    (5, "澜口镇"),
    (5, "白棘乡"),
    (5, "云砾镇"),
    (5, "南坞乡"),
    (6, "上棘镇"),
    (6, "沙枣湾乡"),
    (6, "红砾镇"),
    (6, "东渠乡"),
    (7, "柘河口镇"),
    (7, "杏坞镇"),
    (7, "北渠乡"),
    (7, "马蹄泉乡"),
    (3, "榆桥镇"),
];

/// Streets (街道) with the index of their district.
pub(crate) const STREETS: [(usize, &str); 14] = [
    (0, "榆荫街道"),
    (0, "鼓坊街道"),
    (0, "书院里街道"),
    (0, "南桥头街道"),
    (1, "湖滨东街道"),
    (1, "芦荡街道"),
    (1, "新渡街道"),
    (1, "棉纺里街道"),
    (2, "岭秀街道"),
    (3, "铁坊街道"),
    (3, "站前里街道"),
    (3, "老仓街道"),
    (8, "云台街道"),
    (8, "科苑街道"),
];

/// Villages.
pub(crate) const VILLAGES: [&str; 30] = [
    "上柘村",
    "下柘村",
    "石碾村",
    "白杨渠村",
    "苇塘村",
    "北坞村",
    "三棵榆村",
    "沙梁村",
    "杏树湾村",
    "东闸村",
    "西闸村",
    "老磨坊村",
    "羊场村",
    "红柳岔村",
    "新渠村",
    "头道沟村",
    "二道沟村",
    "牧丰村",
    "长胜渠村",
    "泉眼村",
    "栗坡村",
    "瓦窑村",
    "阳坡村",
    "渡槽村",
    "望岭村",
    "柴湾村",
    "大枣园村",
    "南滩村",
    "碱泉村",
    "桥畔村",
];

/// Residential areas.
pub(crate) const RESIDENTIAL_AREAS: [&str; 16] = [
    "铁坊小区",
    "纺织厂家属院",
    "书院里社区",
    "新渡花园小区",
    "棉纺里社区",
    "岭秀小区",
    "云台家园小区",
    "机床厂家属院",
    "桑园里社区",
    "和润家园小区",
    "渠岸社区",
    "丁香苑小区",
    "化肥厂家属院",
    "柳荫里社区",
    "站前里社区",
    "粮库街社区",
];

/// Roads and quarters.
pub(crate) const ROADS: [&str; 16] = [
    "鼓坊路",
    "榆荫路",
    "湖滨东路",
    "老仓巷",
    "科苑路",
    "芦荡路",
    "东环路",
    "粮库街",
    "文化宫路",
    "青年渠路",
    "北关街",
    "建材市场片区",
    "市中医医院周边",
    "第三中学周边",
    "砖窑湾片区",
    "站前里广场周边",
];
