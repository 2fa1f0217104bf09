//! Which names of bodies are likely to stand for one body, with the reasons; a person decides.

use crate::search::fold;

vocabulary! {
    /// Why two names are likely to stand for one body.
    NameReason {
        /// The same letters but for width, blanks, traditional characters.
        SameLetters = "same-letters",
        /// Letters that look alike: 己 and 已, O and 0.
        LookAlike = "look-alike",
        /// One names its place in full, the other in part or not at all.
        Place = "place",
        /// One is short for the other: 发改委, 人社局.
        ShortForm = "short-form",
        /// The name before or after a reform of organs: 环境保护局, 生态环境局.
        Renamed = "renamed",
    }
}

/// Two names that are likely to stand for one body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelyNames {
    /// The places of the two names in the list, ascending.
    pub names: [usize; 2],
    /// Why; never empty.
    pub reasons: Vec<NameReason>,
}

/// The pairs of `names` that are likely to stand for one body, in the order of the list.
///
/// Two names of different places, and a body beside an office of its own (公安局, 公安局交通管理局), are no such pair.
pub fn likely_names(names: &[&str]) -> Vec<LikelyNames> {
    let read: Vec<Name> = names.iter().map(|name| Name::of(name)).collect();
    let mut likely = Vec::new();
    for (place, one) in read.iter().enumerate() {
        for (behind, other) in read[place + 1..].iter().enumerate() {
            let reasons = one.reasons(other);
            if !reasons.is_empty() {
                likely.push(LikelyNames { names: [place, place + 1 + behind], reasons });
            }
        }
    }
    likely
}

/// The letters that stand for a level of place at its end.
const PLACE_ENDS: &str = "省市县区州旗盟镇乡";
/// Words in which such a letter ends no place.
const NO_PLACES: [&str; 16] = [
    "市场", "市监", "城市", "区域", "区划", "县域", "社区", "景区", "园区", "灾区", "山区", "林区", "乡村", "城乡", "城镇",
    "镇村",
];
/// Letters that are taken for each other by eye; Cyrillic and Greek ones, folded to small letters, as their capitals look.
const LOOK_ALIKES: [&str; 22] = [
    "己已巳",
    "末未",
    "土士",
    "曰日",
    "人入",
    "戍戌戊",
    "o0〇○оο",
    "l1i|іι",
    "aаα",
    "bвβ",
    "cс",
    "eеε",
    "hнη",
    "jј",
    "kкκ",
    "mмμ",
    "nν",
    "pрρ",
    "sѕ",
    "tтτ",
    "xхχ",
    "yуυ",
];
/// Names of an organ before and after a reform (国务院机构改革方案 2008, 2013, 2018, 2023, and their local counterparts); short forms with them.
const RENAMED: [&[&str]; 14] = [
    &["教育局", "教体局", "教育体育局", "教育体育委"],
    &["环保局", "环境保护局", "生态环境局"],
    &["国土局", "国土资源局", "规划局", "自然资源局", "自然资源规划局", "自规局"],
    &["卫生局", "卫计委", "卫生计划生育委", "卫健委", "卫生健康委", "卫健局", "卫生健康局"],
    &["农业局", "农业农村局", "农业委", "农委"],
    &["林业局", "林业草原局", "林草局"],
    &["文化局", "文广局", "文旅局", "文化旅游局", "文广旅局", "文体局", "文体广电旅游局", "文化体育广播电视旅游局"],
    &["安监局", "安全生产监督管理局", "应急局", "应急管理局"],
    &["工商局", "工商行政管理局", "质监局", "质量技术监督局", "市监局", "市场监管局", "市场监督管理局"],
    &["水利局", "水务局"],
    &["扶贫办", "乡村振兴局"],
    &["金融办", "金融局", "地方金融管理局", "地方金融监督管理局"],
    &["国税局", "地税局", "税务局"],
    &["城管局", "城市管理局", "城市管理行政执法局", "城市管理综合执法局", "综合执法局"],
];

struct Name {
    written: String,
    folded: String,
    /// Look-alike letters as the first of their kind.
    seen: String,
    place: Vec<char>,
    /// What follows the place, endings cut short and the words for "and" taken out.
    core: Vec<char>,
}

impl Name {
    fn of(written: &str) -> Self {
        let folded = fold(written);
        let seen = folded.chars().map(first_look_alike).collect();
        let letters: Vec<char> = folded.chars().collect();
        let cut = place_end(&letters);
        let core: String = letters[cut..].iter().collect();
        let core = core.replace("委员会", "委").replace("办公室", "办").replace(['和', '与', '及', '、'], "");
        Self { written: written.to_owned(), folded, seen, place: letters[..cut].to_vec(), core: core.chars().collect() }
    }

    fn reasons(&self, other: &Self) -> Vec<NameReason> {
        if self.written == other.written {
            return Vec::new();
        }
        if self.folded == other.folded {
            return vec![NameReason::SameLetters];
        }
        if self.seen == other.seen {
            return vec![NameReason::LookAlike];
        }
        let same_place = self.place.ends_with(&other.place) || other.place.ends_with(&self.place);
        let is_whole = |core: &[char]| core.len() >= 3;
        if !same_place || !is_whole(&self.core) || !is_whole(&other.core) {
            return Vec::new();
        }
        let mut reasons = Vec::new();
        if self.core != other.core {
            match self.core_reason(other) {
                Some(reason) => reasons.push(reason),
                None => return Vec::new(),
            }
        } else if self.place == other.place {
            reasons.push(NameReason::ShortForm);
        }
        if self.place != other.place {
            reasons.push(NameReason::Place);
        }
        reasons
    }

    fn core_reason(&self, other: &Self) -> Option<NameReason> {
        let (short, long) = if self.core.len() <= other.core.len() { (self, other) } else { (other, self) };
        let has_numeral = |core: &[char]| core.iter().any(|letter| "一二三四五六七八九十0123456789".contains(*letter));
        let is_short_form = short.core.first() == long.core.first()
            && short.core.last() == long.core.last()
            && !long.core.starts_with(&short.core)
            && !has_numeral(&long.core)
            && occurs_in_order(&short.core, &long.core);
        let text = |core: &[char]| core.iter().collect::<String>();
        let (one, two) = (text(&self.core), text(&other.core));
        let is_renamed = RENAMED.iter().any(|names| names.contains(&&*one) && names.contains(&&*two));
        match (is_short_form, is_renamed) {
            (true, _) => Some(NameReason::ShortForm),
            (false, true) => Some(NameReason::Renamed),
            _ => None,
        }
    }
}

/// How many letters name the place.
fn place_end(letters: &[char]) -> usize {
    let ends_place = |at: usize| {
        let beside = |from: usize, to: usize| letters.get(from..to).map(|pair| pair.iter().collect::<String>());
        let words = [beside(at, at + 2), at.checked_sub(1).and_then(|before| beside(before, at + 1))];
        PLACE_ENDS.contains(letters[at]) && !words.into_iter().flatten().any(|word| NO_PLACES.contains(&&*word))
    };
    // a place is followed by the name of an organ, two letters at least
    (0..letters.len().saturating_sub(2)).rev().find(|at| ends_place(*at)).map_or(0, |at| at + 1)
}

fn first_look_alike(letter: char) -> char {
    let kind = LOOK_ALIKES.iter().find(|letters| letters.contains(letter));
    kind.and_then(|letters| letters.chars().next()).unwrap_or(letter)
}

fn occurs_in_order(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|letter| rest.any(|other| other == letter))
}
