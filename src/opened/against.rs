//! A report's figures beside the ledger's: each bound to the statistics that its words may name.

use super::OpenedLedger;
use crate::ledger::{HandlingRole, OutcomeMeaning};
use crate::profile::{Profile, Rounding, RoundingMode};
use crate::report::{Dimension, Figure, FigureKind, Precision, Relation, ReportAudit, ReportInput, audit};
use crate::statistics::{BodyWork, DimensionId, Filter, Overview, Rate, RateId, Unit, bodies, percent};
use crate::wire::{self, Utf16};

/// What one of the ledger's figures is.
#[derive(Debug, Clone)]
struct Candidate {
    name: String,
    kind: Option<String>,
    dimension: Option<(DimensionId, String)>,
    rate: Option<RateId>,
    part: u64,
    /// Of a share or rate.
    whole: Option<u64>,
}

/// The ledger's counts, of all entries or of one kind.
struct Counts {
    kind: Option<String>,
    overview: Overview,
}

impl OpenedLedger {
    /// Each figure of a report with what the ledger says of it, in text order.
    ///
    /// A figure agrees where one of the statistics that its words may name has its value; the others are offered beside it.
    /// Figures of earlier years, approximate ones and those whose words name nothing that is counted are said to be so.
    pub fn compare_report(&self, text: &str) -> Vec<wire::BoundFigureView> {
        let audited = audit(&ReportInput { text: text.to_owned(), ..ReportInput::default() });
        // The bodies are counted while no filter is set.
        let bodies = {
            let mut linked = self.linked();
            let is_whole = Overview::new(&mut linked, self.grounds(), &Filter::default()).is_ok();
            if is_whole { bodies(&mut linked, self.grounds()) } else { Vec::new() }
        };
        let counts = self.counts();
        let binder = Binder { counts: &counts, bodies: &bodies, profile: &self.profile, audited: &audited, text };
        let places = Utf16::new(text);
        let views = audited.figures.iter().enumerate().map(|(index, figure)| {
            let candidates = if figure.earlier { Vec::new() } else { binder.candidates(index) };
            let agreeing = candidates.iter().position(|candidate| agrees(figure, candidate, &self.profile));
            let state = match (figure.earlier, candidates.is_empty(), figure.precision == Precision::Exact, agreeing) {
                (true, ..) => "earlier",
                (_, true, ..) => "unbound",
                (.., Some(_)) => "agrees",
                (_, _, false, None) => "approximate",
                _ => "differs",
            };
            wire::BoundFigureView {
                span: places.span(figure.printed),
                printed: figure.printed.of(text).to_owned(),
                label: figure.label.clone(),
                state: state.to_owned(),
                chosen: agreeing.or((!candidates.is_empty()).then_some(0)).map(|place| place as u32),
                candidates: candidates.iter().map(|candidate| shaped(figure, candidate, &self.profile)).collect(),
            }
        });
        views.collect()
    }

    /// The counts of the whole ledger, and of each kind where there are several.
    fn counts(&self) -> Vec<Counts> {
        let overview = |filter: &Filter| Overview::new(&mut self.linked(), self.grounds(), filter).ok();
        let Some(whole) = overview(&Filter::default()) else { return Vec::new() };
        let groups = whole.dimensions.iter().find(|dimension| dimension.id == DimensionId::Kind).map(|kinds| &kinds.groups);
        let kinds: Vec<String> =
            groups.into_iter().flatten().filter(|group| group.count > 0).map(|group| group.key.clone()).collect();
        let mut counts = vec![Counts { kind: None, overview: whole }];
        for kind in kinds.iter().filter(|kind| kinds.len() > 1 && !kind.is_empty()) {
            let filter = Filter { dimensions: [(DimensionId::Kind, vec![kind.clone()])].into(), ..Filter::default() };
            counts.extend(overview(&filter).map(|overview| Counts { kind: Some(kind.clone()), overview }));
        }
        counts
    }
}

/// Finds what a figure may be.
struct Binder<'b> {
    counts: &'b [Counts],
    bodies: &'b [BodyWork],
    profile: &'b Profile,
    audited: &'b ReportAudit,
    text: &'b str,
}

impl Binder<'_> {
    /// The statistics that the words of a figure may name: of the whole ledger first, then of its kinds.
    fn candidates(&self, index: usize) -> Vec<Candidate> {
        let Some(figure) = self.audited.figures.get(index) else { return Vec::new() };
        let mut found: Vec<Candidate> = Vec::new();
        for counts in self.counts {
            let of_counts = match figure.kind {
                FigureKind::Count => self.of_count(figure, counts, false),
                FigureKind::Percent => {
                    let named: Vec<Candidate> =
                        rates_named(&figure.label).iter().filter_map(|rate| self.of_rate(*rate, counts)).collect();
                    match self.numerator(index).filter(|_| named.is_empty() || !figure.label.contains('率')) {
                        Some(part) => self.of_count(part, counts, true),
                        None => named,
                    }
                }
            };
            found.extend(of_counts);
        }
        found
    }

    /// The count that the auditor found the percentage to be a share of the whole.
    fn numerator(&self, percent: usize) -> Option<&Figure> {
        let share = self.audited.equations.iter().find(|equation| {
            matches!(equation.relation, Relation::Share { percent: of, .. } if of == percent) && equation.left.len() == 1
        })?;
        self.audited.figures.get(share.left.first()?.figure)
    }

    fn of_count(&self, figure: &Figure, counts: &Counts, as_share: bool) -> Vec<Candidate> {
        let label = figure.label.trim();
        match figure.dimension {
            Dimension::Class => self.of_class(label, counts, as_share),
            Dimension::Role => {
                let named = |role: HandlingRole| self.profile.roles.of(role).zh.contains(label) || role_word(role) == label;
                self.of_groups(counts, DimensionId::Role, as_share, |key| HandlingRole::from_word(key).is_some_and(named))
            }
            Dimension::SessionTime => {
                let wanted = if label.contains("闭会") { "inter-sessional" } else { "in-session" };
                self.of_groups(counts, DimensionId::Sitting, as_share, |key| key == wanted)
            }
            Dimension::Origin => {
                let forms = [("个人", "single"), ("联名", "joint"), ("代表团", "delegation"), ("集体", "collective")];
                let wanted = forms.iter().find(|(word, _)| label.contains(word)).map(|(_, form)| *form);
                self.of_groups(counts, DimensionId::Form, as_share, |key| Some(key) == wanted)
            }
            Dimension::Disclosure => {
                let states = [("主动公开", "public"), ("依申请公开", "on-request"), ("不予公开", "not-public")];
                let wanted = states.iter().find(|(word, _)| label.contains(word)).map(|(_, state)| *state);
                self.of_groups(counts, DimensionId::Disclosure, as_share, |key| Some(key) == wanted)
            }
            Dimension::Kind if counts.kind.is_none() => {
                let kinds = [("议案", "motion"), ("提案", "proposal")];
                let wanted = kinds.iter().find(|(word, _)| label.contains(word)).map_or("suggestion", |(_, kind)| *kind);
                self.of_groups(counts, DimensionId::Kind, as_share, |key| key == wanted)
            }
            Dimension::Topic => {
                let bare = |words: &str| words.trim_end_matches(['类', '领', '域', '方', '面']).to_owned();
                self.of_groups(counts, DimensionId::Topic, as_share, |key| !key.is_empty() && bare(key) == bare(label))
            }
            Dimension::Year => self.of_groups(counts, DimensionId::Year, as_share, |key| key == label.trim_end_matches('年')),
            Dimension::Feedback => of_feedback(label, counts, as_share).into_iter().collect(),
            Dimension::Filing if label == "撤回" => vec![plain("撤回", counts, counts.overview.withdrawn.into())],
            Dimension::Plain | Dimension::Kind => self.of_words(label, figure, counts),
            Dimension::Filing => Vec::new(),
        }
    }

    /// A class by its letter, or all classes of a meaning.
    fn of_class(&self, label: &str, counts: &Counts, as_share: bool) -> Vec<Candidate> {
        let is_letter = label.chars().all(|letter| letter.is_ascii_alphanumeric() || "甲乙丙丁一二三四".contains(letter));
        if is_letter {
            let by_mark = self.of_groups(counts, DimensionId::Mark, as_share, |key| key == label);
            let by_class = self.of_groups(counts, DimensionId::Outcome, as_share, |key| key == label);
            return if by_class.is_empty() { by_mark } else { by_class };
        }
        let meanings: &[OutcomeMeaning] = match label {
            "已解决" => &[OutcomeMeaning::Solved],
            "正在解决" => &[OutcomeMeaning::BeingSolved],
            "列入计划" => &[OutcomeMeaning::Planned],
            "正在解决或列入计划" => &[OutcomeMeaning::BeingSolved, OutcomeMeaning::Planned],
            "解决或计划解决" => &[OutcomeMeaning::Solved, OutcomeMeaning::BeingSolved, OutcomeMeaning::Planned],
            "未解决" => &[OutcomeMeaning::NotSolvable, OutcomeMeaning::Infeasible],
            "留作参考" => &[OutcomeMeaning::Reference],
            _ => return Vec::new(),
        };
        let marks = &self.profile.outcome.value.marks;
        let means =
            |key: &str| marks.iter().any(|mark| mark.mark == key && mark.class.is_none() && meanings.contains(&mark.meaning));
        let groups = self.of_groups(counts, DimensionId::Outcome, as_share, means);
        let Some(first) = groups.first().cloned() else { return Vec::new() };
        let name = groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join("、");
        let dimension = first.dimension.filter(|_| groups.len() == 1);
        vec![Candidate { name, dimension, part: groups.iter().map(|group| group.part).sum(), ..first }]
    }

    fn of_groups(&self, counts: &Counts, id: DimensionId, as_share: bool, is_wanted: impl Fn(&str) -> bool) -> Vec<Candidate> {
        let Some(dimension) = counts.overview.dimensions.iter().find(|dimension| dimension.id == id) else { return Vec::new() };
        let wanted = dimension.groups.iter().filter(|group| is_wanted(&group.key));
        let candidates = wanted.flat_map(|group| {
            let name = match HandlingRole::from_word(&group.key) {
                Some(role) if id == DimensionId::Role => self.profile.roles.of(role).zh.clone(),
                _ if id == DimensionId::Kind && group.key == "suggestion" => "代表建议".to_owned(),
                _ if id == DimensionId::Kind && group.key == "proposal" => "政协提案".to_owned(),
                _ => group.key.clone(),
            };
            let counted = (name.clone(), u64::from(group.count), as_share.then_some(u64::from(dimension.total)));
            // What the place leaves out of its shares, its reports may leave out of their counts.
            let shared = group.share.map(|share| (format!("{name}（计入占比的）"), share.part, as_share.then_some(share.whole)));
            let shared = shared.filter(|(_, part, whole)| as_share || (*part, *whole) != (counted.1, counted.2));
            let both = if as_share { [shared, Some(counted)] } else { [Some(counted), shared] };
            let of_group = |(name, part, whole)| Candidate {
                name,
                kind: counts.kind.clone(),
                dimension: Some((id, group.key.clone())),
                rate: None,
                part,
                whole,
            };
            both.into_iter().flatten().map(of_group)
        });
        candidates.collect()
    }

    fn of_rate(&self, id: RateId, counts: &Counts) -> Option<Candidate> {
        let rate = counts.overview.rates.iter().find(|rate| rate.id == id && rate.whole > 0)?;
        let candidate = Candidate { whole: Some(rate.whole), ..of_part(rate, id.doc().name, rate.part, counts) };
        Some(candidate)
    }

    /// Totals, what was answered, a body's work: by the words before the number.
    fn of_words(&self, label: &str, figure: &Figure, counts: &Counts) -> Vec<Candidate> {
        if let Some(work) = self.bodies.iter().find(|work| !label.is_empty() && work.body == label)
            && counts.kind.is_none()
        {
            return self.of_body(work, counts);
        }
        let ends = |words: &[&str]| words.iter().any(|word| label.ends_with(word));
        let rate = |id: RateId| counts.overview.rates.iter().find(|rate| rate.id == id && rate.whole > 0);
        if ends(&["已答复", "已办结", "办理完毕", "已办复", "办复"]) {
            let answered = rate(RateId::Completion).map(|rate| of_part(rate, "已答复", rate.part, counts));
            let due = rate(RateId::OnTime).map(|rate| of_part(rate, "已到期或者已答复", rate.whole, counts));
            return answered.into_iter().chain(due).collect();
        }
        let is_total = label == "总数" || ends(&["承办", "收到", "交办", "办理", "接收", "共", "建议", "提案"]);
        if is_total && matches!(figure.unit, "件" | "件次" | "份" | "") { self.totals(figure, counts) } else { Vec::new() }
    }

    /// A body's handlings, all and by role: a table's row does not say which of them a cell is.
    fn of_body(&self, work: &BodyWork, counts: &Counts) -> Vec<Candidate> {
        let dimension = Some((DimensionId::Body, work.body.clone()));
        let is_used = |role: &HandlingRole| self.bodies.iter().any(|work| work.roles.iter().any(|(known, _)| known == role));
        let of_role = |role: HandlingRole| {
            let count = work.roles.iter().find(|(known, _)| *known == role).map_or(0, |(_, count)| u64::from(*count));
            (format!("{}{}", work.body, self.profile.roles.of(role).zh), count)
        };
        let roles = HandlingRole::ALL.iter().copied().filter(is_used).map(of_role);
        let all = std::iter::once((work.body.clone(), u64::from(work.handlings)));
        all.chain(roles).map(|(name, count)| Candidate { dimension: dimension.clone(), ..plain(&name, counts, count) }).collect()
    }

    /// What a report may call its total: all entries or assignments, with or without the withdrawn, or the base of a division
    /// or rate; each value once, what is counted in `unit` first.
    fn totals(&self, figure: &Figure, counts: &Counts) -> Vec<Candidate> {
        let overview = &counts.overview;
        let entries = plain("全部条目", counts, overview.matching.into());
        let assignments = plain("全部交办（件次）", counts, overview.assignments.into());
        let continued = plain("全部条目（撤回的除外）", counts, overview.matching.saturating_sub(overview.withdrawn).into());
        let mut totals = if figure.unit == "件次" { vec![assignments, entries] } else { vec![entries, assignments] };
        totals.push(continued);
        let roles = overview.dimensions.iter().filter(|dimension| dimension.id == DimensionId::Role);
        totals.extend(roles.map(|roles| plain("各承办方式合计", counts, roles.total.into())));
        let share_bases = [(DimensionId::Outcome, "已确定结果"), (DimensionId::Topic, "纳入分类统计")];
        for (id, name) in share_bases {
            let base = overview
                .dimensions
                .iter()
                .filter(|dimension| dimension.id == id)
                .find_map(|dimension| dimension.groups.iter().find_map(|group| group.share));
            totals.extend(base.map(|share| plain(name, counts, share.whole)));
        }
        let rate_bases = [
            (RateId::Completion, "应答复"),
            (RateId::OnTime, "已到期或者已答复"),
            (RateId::Consultation, "应沟通"),
            (RateId::Resolution, "已确定结果"),
            (RateId::Satisfaction, "收到评价"),
        ];
        for (id, name) in rate_bases {
            let rate = overview.rates.iter().find(|rate| rate.id == id && rate.whole > 0);
            totals.extend(rate.map(|rate| of_part(rate, name, rate.whole, counts)));
        }
        if !figure.printed.of(self.text).contains(figure.unit) || figure.unit.is_empty() {
            // The last row of a table, whose columns are the roles.
            totals.extend(self.of_groups(counts, DimensionId::Role, false, |key| !key.is_empty()));
            for role in HandlingRole::ALL.iter().filter(|_| counts.kind.is_none()) {
                let of_role = self.bodies.iter().flat_map(|work| &work.roles).filter(|(known, _)| known == role);
                let name = format!("各承办单位{}合计", self.profile.roles.of(*role).zh);
                totals.push(plain(&name, counts, of_role.map(|(_, count)| u64::from(*count)).sum()));
            }
        }
        if counts.kind.is_none() {
            let all = self.bodies.iter().map(|work| u64::from(work.handlings)).sum();
            totals.push(plain("各承办单位合计", counts, all));
        }
        let mut seen = Vec::new();
        totals.retain(|total| !seen.contains(&total.part) && (seen.push(total.part), true).1);
        totals
    }
}

fn plain(name: &str, counts: &Counts, part: u64) -> Candidate {
    Candidate { name: name.to_owned(), kind: counts.kind.clone(), dimension: None, rate: None, part, whole: None }
}

fn of_part(rate: &Rate, name: &str, part: u64, counts: &Counts) -> Candidate {
    let unit = if rate.unit == Unit::Assignment { "（件次）" } else { "" };
    Candidate { rate: Some(rate.id), ..plain(&format!("{name}{unit}"), counts, part) }
}

/// 满意, 基本满意, 不满意, by the two rates of satisfaction.
fn of_feedback(label: &str, counts: &Counts, as_share: bool) -> Option<Candidate> {
    let rate = |id: RateId| counts.overview.rates.iter().find(|rate| rate.id == id && rate.whole > 0);
    let (satisfied, wide) = (rate(RateId::Satisfaction)?, rate(RateId::SatisfactionIncludingBasic)?);
    let (rate, part) = match label {
        "满意" => (satisfied, satisfied.part),
        "基本满意" => (wide, wide.part.saturating_sub(satisfied.part)),
        "满意或基本满意" => (wide, wide.part),
        "不满意" => (wide, wide.whole.saturating_sub(wide.part)),
        _ => return None,
    };
    Some(Candidate { whole: as_share.then_some(rate.whole), ..of_part(rate, label, part, counts) })
}

/// The indicators that a rate's words may name, likeliest first.
fn rates_named(label: &str) -> &'static [RateId] {
    const NAMES: &[(&str, &[RateId])] = &[
        ("按时", &[RateId::OnTime, RateId::FinalOnTime]),
        ("按期", &[RateId::OnTime, RateId::FinalOnTime]),
        (
            "满意",
            &[
                RateId::SatisfactionIncludingBasic,
                RateId::Satisfaction,
                RateId::SatisfactionIncludingBasicOfAll,
                RateId::SatisfactionOfAll,
            ],
        ),
        ("办前", &[RateId::ConsultationBefore]),
        ("见面", &[RateId::InPerson, RateId::Consultation]),
        ("面商", &[RateId::InPerson, RateId::Consultation]),
        ("走访", &[RateId::Visit, RateId::InPerson]),
        ("沟通", &[RateId::Consultation, RateId::InPerson]),
        ("协商", &[RateId::Consultation, RateId::InPerson]),
        ("公开", &[RateId::Publication]),
        ("反馈", &[RateId::Feedback]),
        ("采纳", &[RateId::ResolvedOrPlanned, RateId::Resolution, RateId::Adoption]),
        ("解决", &[RateId::Resolution, RateId::ResolvedOrPlanned]),
        ("兑现", &[RateId::Promise]),
        ("办结", &[RateId::Completion]),
        ("办复", &[RateId::Completion]),
        ("答复", &[RateId::Completion]),
    ];
    NAMES.iter().find(|(word, _)| label.contains(word)).map_or(&[], |(_, rates)| *rates)
}

/// The word that reports use of a role, whatever the place calls it.
fn role_word(role: HandlingRole) -> &'static str {
    match role {
        HandlingRole::Lead => "主办",
        HandlingRole::Assisting => "协办",
        HandlingRole::Separate => "分办",
        _ => "",
    }
}

fn agrees(figure: &Figure, candidate: &Candidate, profile: &Profile) -> bool {
    match (figure.kind, candidate.whole) {
        (FigureKind::Count, None) => figure.mantissa == candidate.part,
        (FigureKind::Percent, Some(whole)) if whole > 0 => {
            let scaled = u128::from(candidate.part) * 100 * 10_u128.pow(u32::from(figure.decimals.min(9)));
            let whole = u128::from(whole);
            let truncates = profile.rounding.value.mode == RoundingMode::Truncate;
            let mantissa = u128::from(figure.mantissa);
            mantissa == (2 * scaled + whole) / (2 * whole) || (truncates && mantissa == scaled / whole)
        }
        _ => false,
    }
}

fn shaped(figure: &Figure, candidate: &Candidate, profile: &Profile) -> wire::BoundCandidateView {
    let rounding = Rounding { decimals: figure.decimals.min(2), ..profile.rounding.value };
    wire::BoundCandidateView {
        name: candidate.name.clone(),
        printed: match candidate.whole {
            Some(whole) => percent(candidate.part, whole, rounding).unwrap_or_default(),
            None => candidate.part.to_string(),
        },
        agrees: agrees(figure, candidate, profile),
        kind: candidate.kind.clone(),
        dimension: candidate.dimension.as_ref().map(|(id, _)| id.as_str().to_owned()),
        key: candidate.dimension.as_ref().map(|(_, key)| key.clone()),
        rate: candidate.rate.map(|rate| rate.as_str().to_owned()),
        part: candidate.part as f64,
        whole: candidate.whole.map(|whole| whole as f64),
    }
}
