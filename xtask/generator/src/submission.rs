//! Who asks for what: the submission itself.

use jianyi::ledger::{
    Entry, Filing, KeyItem, Level, PublicationExtent, Session, SubmissionKind, Submitter, SubmitterForm, Withdrawal, Words,
};

use crate::city::{BODIES, COLLECTIVES, DELEGATIONS, DISTRICTS, SECTORS, STREETS, TOWNS, VILLAGES};
use crate::days::{after, working_day};
use crate::people::{leader, submitter};
use crate::plan::{Registers, Spot, id_of};
use crate::random::Random;
use crate::words::{Matter, Scale, fill, filled, library};
use crate::{Options, Texts, city};

/// One entry in the making: what its parts must agree on.
pub(crate) struct Case<'o> {
    pub(crate) options: &'o Options,
    pub(crate) spot: &'o Spot,
    pub(crate) random: Random,
    pub(crate) kind: SubmissionKind,
    pub(crate) matter: &'static Matter,
    /// The index of the body that should lead.
    pub(crate) lead: usize,
    /// The district in which the matter lies.
    pub(crate) district: usize,
    /// What is asked for.
    pub(crate) asks: Vec<Ask>,
    /// The title in full.
    pub(crate) title: String,
    /// The number as printed.
    pub(crate) number: String,
    /// How the letter addresses the submitters.
    pub(crate) addressee: String,
    /// Whether the suggestion's text is written out.
    pub(crate) writes_text: bool,
    /// Whether the reply's letter is written out.
    pub(crate) writes_letter: bool,
    slots: [String; 5],
}

/// One point of a suggestion.
pub(crate) struct Ask {
    /// The family of measures.
    pub(crate) family: usize,
    /// What it is about.
    pub(crate) object: String,
    wish: String,
}

impl<'o> Case<'o> {
    /// Chooses kind, matter and place; similar entries choose alike.
    pub(crate) fn new(options: &'o Options, spot: &'o Spot) -> Self {
        let library = library();
        let mut shared = Random::new(options.seed, spot.theme.stream);
        let kind = match shared.below(100) {
            0..=57 => SubmissionKind::Suggestion,
            58..=95 => SubmissionKind::Proposal,
            _ => SubmissionKind::Motion,
        };
        let weights: Vec<u32> = library
            .led_by
            .iter()
            .enumerate()
            .map(|(rank, led)| if led.is_empty() { 0 } else { 10_000 / (rank as u32 + 3) })
            .collect();
        let led = library.led_by.get(shared.weighted(&weights)).map_or(&[][..], Vec::as_slice);
        let matter = &library.matters[shared.pick(led)];
        let (district, place, spot_name) = locate(&mut shared, matter.scale);
        let slots = [
            place,
            spot_name,
            format!("{}.{}", shared.between(1, 11), shared.between(1, 9)),
            (shared.between(9, 260) * 10 + shared.between(0, 9)).to_string(),
            shared.between(2, 9).to_string(),
        ];
        let is_the_districts_own = matter.scale != Scale::City && shared.chance(110);
        let lead = if is_the_districts_own { city::government_of(district) } else { matter.bodies.first().copied().unwrap_or(0) };

        let mut random = Random::new(options.seed, (3 << 40) + u64::from(spot.index));
        let (text_share, letter_share) = match options.texts {
            Texts::Full => (1000, 1000),
            Texts::Some => (420, 260),
            Texts::None => (0, 0),
        };
        let (writes_text, writes_letter) = (random.chance(text_share), random.chance(letter_share));
        let mut case = Self {
            options,
            spot,
            random,
            kind,
            matter,
            lead,
            district,
            asks: Vec::new(),
            title: String::new(),
            number: String::new(),
            addressee: String::new(),
            writes_text: writes_text || writes_letter,
            writes_letter,
            slots,
        };
        case.word();
        case
    }

    fn word(&mut self) {
        let library = library();
        let noun = match self.kind {
            SubmissionKind::Suggestion => "建议",
            SubmissionKind::Proposal => "提案",
            SubmissionKind::Motion => "议案",
        };
        let title = self.random.pick(&self.matter.titles);
        self.title = format!("关于{}的{noun}", filled(title, &self.slots()));
        for &(index, object) in &self.matter.asks {
            let object = filled(object, &self.slots());
            let wish = library.families.get(index).map_or("", |family| self.random.pick(&family.wishes));
            let wish = filled(wish, &[("o", object.as_str())]);
            self.asks.push(Ask { family: index, object, wish });
        }
        if self.random.chance(300) {
            self.asks.pop();
        }
    }

    fn slots(&self) -> [(&'static str, &str); 5] {
        let [place, spot, length, people, few] = &self.slots;
        [("p", place), ("v", spot), ("a", length), ("b", people), ("c", few)]
    }

    /// The congress's or committee's session: the number counts within a term of five years.
    pub(crate) fn session(&self) -> Session {
        let years = self.spot.year - 2021;
        let first_term = if self.kind == SubmissionKind::Proposal { 14 } else { 16 };
        Session { congress: (first_term + years.div_euclid(5)) as u8, number: (years.rem_euclid(5) + 1) as u8 }
    }
}

fn locate(random: &mut Random, scale: Scale) -> (usize, String, String) {
    let district_name = |district: usize| DISTRICTS.get(district).copied().unwrap_or_default();
    match scale {
        Scale::Rural => {
            let (district, town) = random.pick(&TOWNS);
            (district, format!("{}{town}", district_name(district)), random.pick(&VILLAGES).to_owned())
        }
        Scale::Residential | Scale::Road => {
            let (district, street) = random.pick(&STREETS);
            let spots = if scale == Scale::Road { &city::ROADS } else { &city::RESIDENTIAL_AREAS };
            (district, format!("{}{street}", district_name(district)), random.pick(spots).to_owned())
        }
        Scale::District => {
            let district = random.below(DISTRICTS.len() as u32) as usize;
            (district, district_name(district).to_owned(), String::new())
        }
        Scale::City => (random.below(DISTRICTS.len() as u32) as usize, "我市".to_owned(), String::new()),
    }
}

/// The entry as it was submitted, before anyone handled it.
pub(crate) fn submitted(case: &mut Case, registers: &mut Registers) -> Entry<'static> {
    let mut entry = Entry::of_kind(case.kind);
    let number = registers.submission(case.spot.year, case.kind);
    let number = if case.spot.carried { number * 9 + 2 } else { number };
    case.number = if case.kind == SubmissionKind::Proposal { format!("{number:03}") } else { format!("{number:04}") };
    entry.id = Some(id_of(case.options, case.spot.index).into());
    entry.number = Some(case.number.clone().into());
    entry.session = Some(case.session());
    entry.year = Some(case.spot.year as u16);
    entry.level = Some(Level::Prefectural);
    entry.sitting = Some(case.spot.sitting);
    entry.title = Some(case.title.clone().into());
    entry.topic = Some(case.matter.topic.into());
    entry.submitted_on = Some(case.spot.submitted_on);
    entry.livelihood = (case.matter.livelihood && case.random.chance(350)).then_some(true);
    entry.merged_with = case.spot.theme.merged_with.iter().map(|&other| id_of(case.options, other).into()).collect();
    if case.kind == SubmissionKind::Proposal {
        entry.filing = Some(filing(case));
    }
    name_submitters(case, &mut entry);
    if case.writes_text {
        entry.asks = case.asks.iter().map(|ask| ask.wish.clone().into()).collect();
        entry.text = Some(text(case).into());
    }
    entry.consent = match case.random.below(100) {
        0..=82 => Some(PublicationExtent::Full),
        83..=90 => Some(PublicationExtent::TitleOnly),
        91..=92 => Some(PublicationExtent::Summary),
        93..=95 => Some(PublicationExtent::None),
        _ => None,
    };
    entry.classified = case.random.chance(4).then_some(true);
    mark_key_item(case, &mut entry);
    entry.withdrawn = withdrawal(case);
    entry
}

fn filing(case: &mut Case) -> Filing {
    if case.spot.theme.joins {
        return Filing::Merged;
    }
    match case.random.below(100) {
        0..=4 => Filing::Opinion,
        5 => Filing::Declined,
        _ => Filing::Filed,
    }
}

fn name_submitters(case: &mut Case, entry: &mut Entry<'static>) {
    let proposes = case.kind == SubmissionKind::Proposal;
    let title = if proposes { "委员" } else { "代表" };
    let groups = if proposes { &SECTORS } else { &DELEGATIONS };
    let is_local = !proposes && case.random.chance(600);
    let group = if is_local { case.district } else { case.random.below(groups.len() as u32) as usize };
    let (co_submitters, form) = match (case.kind, case.random.below(100)) {
        (SubmissionKind::Motion, _) => (10, SubmitterForm::Joint),
        (SubmissionKind::Suggestion, 0..=4) => (0, SubmitterForm::Delegation),
        (SubmissionKind::Proposal, 0..=11) => (0, SubmitterForm::Collective),
        (_, 0..=67) => (0, SubmitterForm::Single),
        _ => (case.random.between(1, 6), SubmitterForm::Joint),
    };
    entry.form = Some(form);
    entry.delegation = groups.get(group).map(|&group| group.into());
    let on_behalf = match form {
        SubmitterForm::Delegation => groups.get(group).copied(),
        SubmitterForm::Collective => Some(case.random.pick(&COLLECTIVES)),
        _ => None,
    };
    if let Some(name) = on_behalf {
        entry.lead_submitter = Some(Submitter { name: Some(name.into()), ..Submitter::default() });
        entry.delegation = (form == SubmitterForm::Delegation).then(|| name.into());
        case.addressee = name.to_owned();
        return;
    }
    let person = submitter(&mut case.random, proposes, group);
    case.addressee = match co_submitters {
        0 => format!("{}{title}", person.name),
        others => format!("{}等{}名{title}", person.name, others + 1),
    };
    entry.lead_submitter = Some(Submitter {
        name: Some(person.name.into()),
        mobile: case.random.chance(350).then(|| person.mobile.into()),
        address: case.random.chance(40).then(|| address(case.random.between(1, 98)).into()),
        ..Submitter::default()
    });
    if co_submitters > 6 || case.random.chance(150) {
        entry.co_submitter_count = u32::try_from(co_submitters).ok().filter(|&count| count > 0);
        return;
    }
    entry.co_submitters = (0..co_submitters)
        .map(|_| submitter(&mut case.random, proposes, group).name)
        .map(|name| Submitter { name: Some(name.into()), ..Submitter::default() })
        .collect();
}

fn address(number: i32) -> String {
    format!("昀州市榆荫路{number}号")
}

fn text(case: &mut Case) -> String {
    let mut text = String::with_capacity(900);
    let matter = case.matter;
    let opening = case.random.pick(&[
        "近期，我们在走访基层单位时了解到，{p}群众对此反映较多。",
        "这一问题在{p}已反映多年。",
        "结合日常履职和实地调研，现就{p}的有关情况反映如下。",
        "今年以来，多次到{p}走访，与群众和基层干部座谈。",
        "经在{p}入户了解，有关情况如下。",
        "",
    ]);
    let opening = if matter.scale == Scale::City {
        "结合日常履职和实地调研，现将有关情况反映如下。"
    } else {
        opening
    };
    let second_problem = case.random.chance(650);
    let effects = case.random.chance(500);
    let start = case.random.below(2) as usize;
    let chosen = |list: &[&'static str], at: usize| list.get(at % list.len().max(1)).copied().unwrap_or_default();
    let slots = case.slots();
    fill(&mut text, opening, &slots);
    fill(&mut text, chosen(&matter.problems, start), &slots);
    if second_problem {
        text.push('；');
        fill(&mut text, chosen(&matter.problems, start + 1), &slots);
    }
    text.push('。');
    fill(&mut text, chosen(&matter.effects, start), &slots);
    if effects {
        text.push('，');
        fill(&mut text, chosen(&matter.effects, start + 1), &slots);
    }
    text.push('。');
    text.push_str(case.random.pick(&["为此，建议：", "为此建议：", "建议如下：", "希望有关部门："]));
    let last = case.asks.len().saturating_sub(1);
    for (at, ask) in case.asks.iter().enumerate() {
        text.push_str(["一、", "二、", "三、"].get(at).copied().unwrap_or_default());
        text.push_str(&ask.wish);
        text.push(if at == last { '。' } else { '；' });
    }
    text
}

fn mark_key_item(case: &mut Case, entry: &mut Entry<'static>) {
    if !case.random.chance(25) {
        return;
    }
    let body = if case.kind == SubmissionKind::Proposal {
        "市政协提案委员会"
    } else {
        "市人大常委会代表工作委员会"
    };
    let progress = case.random.pick(&[
        "已召开一次督办会，明确由主办单位每月报送进展。",
        "领衔领导已现场调研，要求三季度末前拿出具体方案。",
        "办理情况已向主任会议汇报，转入跟踪落实。",
        "",
    ]);
    entry.key = Some(KeyItem {
        supervising_leader: case.random.chance(850).then(|| leader(&mut case.random).into()),
        supervising_body: Some(body.into()),
        progress: Some(progress).filter(|words| !words.is_empty()).map(Words::from),
    });
}

fn withdrawal(case: &mut Case) -> Option<Withdrawal<'static>> {
    if case.spot.carried || !case.spot.theme.merged_with.is_empty() || !case.random.chance(12) {
        return None;
    }
    let on = working_day(after(case.spot.submitted_on, case.random.between(55, 90)));
    let reason = case.random.pick(&[
        "所提问题已在提出后解决，代表书面要求撤回。",
        "与本人另一件建议内容重复，申请撤回。",
        "情况发生变化，提出人申请撤回。",
    ]);
    (on <= case.options.as_of).then(|| Withdrawal { on: Some(on), reason: Some(reason.into()) })
}

/// The name of the body with this index.
pub(crate) fn body_name(body: usize) -> &'static str {
    BODIES.get(body).map_or("", |body| body.name)
}
