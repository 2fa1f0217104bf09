//! E-mail addresses, plates, home addresses, names of private persons, marks of secrecy.

use std::sync::LazyLock;

use super::letters::{Letters, digit};
use super::redact::{Found, Kind};

/// All of them in a text.
pub(super) fn marks(letters: &Letters) -> Vec<Found> {
    let begun = letters.letters.iter().enumerate().filter(|(_, letter)| begins_mark(**letter));
    begun
        .flat_map(|(at, _)| {
            [
                email(letters, at),
                plate(letters, at),
                labelled_address(letters, at),
                unit_address(letters, at),
                private_name(letters, at),
                name_before_identity(letters, at),
                secret_mark(letters, at),
            ]
        })
        .flatten()
        .collect()
}

/// How the sign of an e-mail address is written.
const AT_SIGNS: [&str; 6] = ["@", "(at)", "[at]", "{at}", "#at#", "艾特"];

/// What number plates begin with.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// Before the address of a home.
const HOME_LABELS: [&str; 11] =
    ["家庭住址", "家庭地址", "现住址", "居住地址", "户籍地址", "户籍所在地", "身份证地址", "现住", "家住", "住址", "家在"];

/// Before any address.
const ADDRESS_LABELS: [&str; 4] = ["通讯地址", "通信地址", "联系地址", "邮寄地址"];

/// Before the name of a private person; officials and deputies are named in public.
const NAME_LABELS: [&str; 14] = [
    "信访人",
    "上访人",
    "投诉人",
    "举报人",
    "来信人",
    "反映人",
    "当事人",
    "受害人",
    "患者",
    "申请人",
    "死者",
    "家属",
    "业主",
    "求助人",
];

/// Words that keep a paper inside the house.
const INTERNAL_MARKS: [&str; 14] = [
    "内部资料",
    "内部文件",
    "内部掌握",
    "仅供内部",
    "内部使用",
    "不得公开",
    "不得外传",
    "严禁外传",
    "不得外泄",
    "请勿外传",
    "注意保密",
    "注意保存",
    "阅后收回",
    "工作秘密★",
];

/// Grades of secrecy (GB/T 9704-2012, 7.2.2).
const GRADES: [&str; 3] = ["绝密", "机密", "秘密"];

/// With which letters any of the marks begins, a bit for each letter of the basic plane; other letters begin none.
fn begins_mark(letter: char) -> bool {
    static BEGINNINGS: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let labels = [&AT_SIGNS[..], &HOME_LABELS, &ADDRESS_LABELS, &NAME_LABELS, &INTERNAL_MARKS, &GRADES, &[UNIT, IDENTITY]];
        let mut bits = vec![0; 1 << 10];
        for letter in labels.iter().flat_map(|list| list.iter()).filter_map(|label| label.chars().next()).chain(PROVINCES.chars())
        {
            if let Some(word) = bits.get_mut(letter as usize >> 6) {
                *word |= 1 << (letter as u32 & 63);
            }
        }
        bits
    });
    BEGINNINGS.get(letter as usize >> 6).is_some_and(|word| word >> (letter as u32 & 63) & 1 == 1)
}

/// Before the number of a room.
const UNIT: &str = "单元";
/// After the name of the person whose number follows.
const IDENTITY: &str = "身份证";

fn email(letters: &Letters, at: usize) -> Option<Found> {
    let sign = AT_SIGNS.iter().find(|sign| letters.stands_at(at, sign))?;
    let is_local = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-');
    let skip_blank = |mut place: usize, step: isize| {
        while letters.at(place) == ' ' {
            place = place.saturating_add_signed(step);
        }
        place
    };
    let mut from = skip_blank(at.checked_sub(1)?, -1) + 1;
    let local_end = from;
    while from > 0 && is_local(letters.at(from - 1)) {
        from -= 1;
    }
    let mut to = skip_blank(at + sign.chars().count(), 1);
    let domain = to;
    let mut dots = 0;
    loop {
        let letter = letters.at(to);
        let dot = ["(dot)", "[dot]", "点", "。"].iter().find(|dot| letters.stands_at(to, dot));
        if let Some(dot) = dot.filter(|_| letters.at(to + 1).is_ascii()) {
            dots += 1;
            to += dot.chars().count();
        } else if letter.is_ascii_alphanumeric() || letter == '-' {
            to += 1;
        } else if letter == '.' && skip_blank(to + 1, 1) > to && letters.at(skip_blank(to + 1, 1)).is_ascii_alphanumeric() {
            dots += 1;
            to = skip_blank(to + 1, 1);
        } else if letter == ' ' && letters.at(skip_blank(to, 1)) == '.' {
            to = skip_blank(to, 1);
        } else {
            break;
        }
    }
    (from < local_end && to > domain + 2 && dots > 0).then_some(Found { kind: Kind::Email, rule: "email-address", from, to })
}

/// GA 36-2018: province, letter, five places, or six for a new-energy car.
fn plate(letters: &Letters, at: usize) -> Option<Found> {
    let begins = PROVINCES.contains(letters.at(at)) && letters.at(at + 1).is_ascii_lowercase();
    if !begins {
        return None;
    }
    let mut to = at + 2;
    let mut places = 0;
    let mut digits = 0;
    loop {
        let letter = letters.at(to);
        if letter.is_ascii_alphanumeric() && letter != 'i' && letter != 'o' {
            places += 1;
            digits += usize::from(letter.is_ascii_digit());
            to += 1;
        } else if places < 5 && matches!(letter, '·' | '.' | '-' | ' ' | '•') && letters.at(to + 1).is_ascii_alphanumeric() {
            to += 1;
        } else {
            break;
        }
        if places > 6 {
            return None;
        }
    }
    let special = places == 4 && "学警港澳挂使领".contains(letters.at(to));
    let whole = matches!(places, 5 | 6) || special;
    (whole && digits >= 2).then_some(Found { kind: Kind::Plate, rule: "vehicle-plate", from: at, to: to + usize::from(special) })
}

const STOPS: &str = ",，。;；!！?？、)(\"”“'";

/// How far an address may run.
const ADDRESS: usize = 45;

fn labelled_address(letters: &Letters, at: usize) -> Option<Found> {
    let home = HOME_LABELS.iter().find(|label| letters.stands_at(at, label));
    let label = home.or_else(|| ADDRESS_LABELS.iter().find(|label| letters.stands_at(at, label)))?;
    let mut from = at + label.chars().count();
    while matches!(letters.at(from), ':' | '为' | '是' | '在' | ' ' | '于') {
        from += 1;
    }
    let to = address_end(letters, from);
    let words = letters.words(from, to);
    let of_a_home =
        ["小区", "单元", "栋", "室", "幢", "号楼", "花园", "村", "组", "弄", "公寓"].iter().any(|sign| words.contains(sign));
    let of_a_place = ["市", "区", "县", "镇", "乡", "街", "路", "巷", "号"].iter().any(|sign| words.contains(sign));
    let personal = of_a_home || (home.is_some() && of_a_place && words.chars().any(|letter| digit(letter).is_some()));
    (personal && to >= from + 4).then_some(Found { kind: Kind::HomeAddress, rule: "address-label", from, to })
}

/// `…3单元502室` without a label.
fn unit_address(letters: &Letters, at: usize) -> Option<Found> {
    if !letters.stands_at(at, UNIT) || at == 0 || digit(letters.at(at - 1)).is_none() {
        return None;
    }
    let room = at + 2;
    let mut to = room;
    while to < room + 6 && (digit(letters.at(to)).is_some() || letters.at(to) == '-') {
        to += 1;
    }
    if to == room || !matches!(letters.at(to), '室' | '号' | '房' | '户') {
        return None;
    }
    let mut from = at;
    while from > 0
        && at - from < ADDRESS
        && !STOPS.contains(letters.at(from - 1))
        && letters.at(from - 1) != ':'
        && !line_ends(letters, from)
    {
        from -= 1;
    }
    Some(Found { kind: Kind::HomeAddress, rule: "address-with-room", from, to: to + 1 })
}

fn address_end(letters: &Letters, from: usize) -> usize {
    let mut to = from;
    while to < from + ADDRESS
        && letters.at(to) != '\0'
        && !STOPS.contains(letters.at(to))
        && (to == from || !line_ends(letters, to))
    {
        to += 1;
    }
    to
}

/// Whether the text broke, with more than a letter's border, before `at`.
fn line_ends(letters: &Letters, at: usize) -> bool {
    let end = at.checked_sub(1).and_then(|before| letters.places.get(before)).map(|place| place.end);
    letters.places.get(at).is_some_and(|place| end.is_some_and(|end| end < place.start))
}

/// A name after the label of a private person.
fn private_name(letters: &Letters, at: usize) -> Option<Found> {
    let label = NAME_LABELS.iter().find(|label| letters.stands_at(at, label))?;
    let mut from = at + label.chars().count();
    let named = ["姓名:", "姓名", ":", "为:", "(", "叫"].iter().find(|sign| letters.stands_at(from, sign));
    from += named.map_or(0, |sign| sign.chars().count());
    let length = name_length(letters, from, named.is_some())?;
    Some(Found { kind: Kind::PrivateName, rule: "name-after-label", from, to: from + length })
}

/// A name before `身份证号`: `张某某（身份证号…`.
fn name_before_identity(letters: &Letters, at: usize) -> Option<Found> {
    // Words that begin like a surname.
    const NOT_NAMES: [&str; 20] = [
        "本人", "公民", "居民", "二代", "持有", "关于", "关联", "任何", "应当", "全国", "常住", "成年", "高龄", "金融", "安全",
        "单位", "方便", "连同", "车主", "家长",
    ];
    if !letters.stands_at(at, IDENTITY) || at < 2 {
        return None;
    }
    let to = if matches!(letters.at(at - 1), '(' | ',' | ':' | '、') { at - 1 } else { at };
    let from = (2..=4).map(|length| to.saturating_sub(length)).find(|from| is_surname(letters, *from))?;
    let name = letters.words(from, to);
    let other = NOT_NAMES.iter().any(|word| name.contains(word));
    (!other && name.chars().all(is_han)).then_some(Found { kind: Kind::PrivateName, rule: "name-before-identity", from, to })
}

/// The letters of a name at `from`: up to four where something that is no name's letter follows, else by the surname.
fn name_length(letters: &Letters, from: usize, marked: bool) -> Option<usize> {
    const NOT_NAMES: [&str; 8] = ["委员", "单位", "代表", "及其", "可以", "应当", "的", "化名"];
    if !is_surname(letters, from) || NOT_NAMES.iter().any(|word| letters.stands_at(from, word)) {
        return None;
    }
    let mut length = 1;
    while length < 5 && is_han(letters.at(from + length)) && !line_ends(letters, from + length) {
        length += 1;
    }
    let after =
        ["联系", "电话", "手机", "身份", "反映", "来信", "来电", "住", "(", "男", "女", "等", "称", "诉", "于", "向", "因"];
    let told = (2..=4).find(|end| *end <= length && after.iter().any(|word| letters.stands_at(from + end, word)));
    match (told, length) {
        (Some(end), _) => Some(end),
        (None, 2..=4) if marked => Some(length),
        (None, 5) if marked => Some(3),
        _ => None,
    }
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}')
}

/// The hundred most frequent surnames and some more (公安部 《二〇二〇年全国姓名报告》).
fn is_surname(letters: &Letters, at: usize) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧柳阎施洪季牛尤葛颜倪梅祝庞章安包齐纪舒屈项裴关鲁俞温司诸上慕皇令";
    SURNAMES.contains(letters.at(at))
}

/// Marks of secrecy (GB/T 9704-2012, 7.2.2) and words that keep a paper inside the house.
fn secret_mark(letters: &Letters, at: usize) -> Option<Found> {
    let internal = INTERNAL_MARKS.iter().find(|words| letters.stands_at(at, words));
    if let Some(words) = internal {
        let to = at + words.chars().count();
        return Some(Found { kind: Kind::SecretMark, rule: "internal-mark", from: at, to });
    }
    let grade = GRADES.iter().find(|grade| letters.stands_at(at, grade))?;
    let after = at + grade.chars().count();
    let starred = matches!(letters.at(after), '★' | '☆' | '*' | '▲');
    let labelled = letters.any_before(at, 4, &["密级:", "密级"]);
    let alone = (at == 0 || line_ends(letters, at)) && (letters.at(after) == '\0' || line_ends(letters, after));
    if !(starred || labelled || alone) {
        return None;
    }
    let mut to = after;
    while starred
        && to < after + 6
        && !line_ends(letters, to + 1)
        && (to == after || digit(letters.at(to)).is_some() || "年月长期".contains(letters.at(to)))
    {
        to += 1;
    }
    Some(Found { kind: Kind::SecretMark, rule: "secrecy-grade", from: at, to: to.max(after) })
}
