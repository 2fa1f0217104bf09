//! Drafts of an opened ledger.

use super::OpenedLedger;
use crate::drafting::{BodyColumn, Counted, Draft, LinkedFigure, Source, draft_report};
use crate::statistics::{DimensionId, Filter, Overview, bodies};
use crate::text::span::Span;
use crate::wire::{self, Utf16};

impl OpenedLedger {
    /// The annual report of the whole ledger, each figure linked to what it states.
    pub fn draft_report(&self) -> Draft {
        let mut linked = self.linked();
        let Ok(overview) = Overview::new(&mut linked, self.grounds(), &Filter::default()) else { return Draft::default() };
        let bodies = bodies(&mut linked, self.grounds());
        draft_report(&Source {
            overview: &overview,
            bodies: &bodies,
            profile: &self.profile,
            office: self.ledger.head.office.as_deref(),
            as_of: self.today,
        })
    }

    /// The same in the boundary's shape.
    pub fn report_draft(&self) -> wire::ReportDraftView {
        let draft = self.draft_report();
        let places = Utf16::new(&draft.text);
        let span = |span: &Span| places.span(*span);
        let paragraphs = draft.paragraphs.iter().map(|paragraph| wire::DraftParagraphView {
            style: paragraph.style.as_str().to_owned(),
            span: span(&paragraph.span),
        });
        wire::ReportDraftView {
            paragraphs: paragraphs.collect(),
            figures: draft.figures.iter().map(|figure| linked(figure, &draft.text, span(&figure.span))).collect(),
            gaps: draft.gaps.iter().map(span).collect(),
            text: draft.text.clone(),
        }
    }
}

fn linked(figure: &LinkedFigure, text: &str, span: (u32, u32)) -> wire::LinkedFigureView {
    let named = |id: &DimensionId| Some(id.as_str().to_owned());
    let column = |column: &BodyColumn| match column {
        BodyColumn::Handlings => (None, None),
        BodyColumn::Role(role) => (named(&DimensionId::Role), Some(role.as_str().to_owned())),
    };
    let (of, (dimension, key), rate, body) = match &figure.of {
        Counted::Entries => ("entries", (None, None), None, None),
        Counted::Assignments => ("assignments", (None, None), None, None),
        Counted::Withdrawn => ("withdrawn", (None, None), None, None),
        Counted::Continued => ("continued", (None, None), None, None),
        Counted::Group(id, key) => ("group", (named(id), Some(key.clone())), None, None),
        Counted::Base(id) => ("base", (named(id), None), None, None),
        Counted::Rate(rate) => ("rate", (None, None), Some(rate), None),
        Counted::Part(rate) => ("part", (None, None), Some(rate), None),
        Counted::Whole(rate) => ("whole", (None, None), Some(rate), None),
        Counted::Rest(rate) => ("rest", (None, None), Some(rate), None),
        Counted::Between(rate, _) => ("between", (None, None), Some(rate), None),
        Counted::Body(body, of) => ("body", column(of), None, Some(body.clone())),
        Counted::AllBodies(of) => ("all-bodies", column(of), None, None),
    };
    wire::LinkedFigureView {
        span,
        printed: figure.span.of(text).to_owned(),
        of: of.to_owned(),
        dimension,
        key,
        rate: rate.map(|rate| rate.as_str().to_owned()),
        body,
        part: figure.part as f64,
        whole: figure.whole.map(|whole| whole as f64),
    }
}
