//! Texts that answer a query.

use std::collections::BTreeMap;

use super::fold::{fold, terms};
use super::index::Index;
use super::typo::{latin_words, nearest};

/// What is searched of one entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// 编号.
    pub number: String,
    /// 标题.
    pub title: String,
    /// 年度、承办单位、办理结果、主题, as [`FACETS`] names them.
    pub facets: [String; 4],
    /// Everything else that may be found: submitter, text, reply.
    pub text: String,
}

/// The names of a document's facets.
pub const FACETS: [&str; 4] = ["year", "body", "class", "topic"];

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The terms, parted by blanks; all must occur. Empty: every document.
    pub words: String,
    /// The wanted value of each facet; empty: any.
    pub facets: [String; 4],
}

/// What is found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The documents, the best first.
    pub hits: Vec<Hit>,
    /// The folded terms that were searched.
    pub terms: Vec<String>,
    /// Terms of which a similar word was searched, as nothing holds the term itself.
    pub spellings: Vec<Spelling>,
    /// Per facet: how many hits have which value, the most frequent first.
    pub facets: [Vec<(String, u32)>; 4],
}

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the collection.
    pub document: u32,
    /// How well it fits.
    pub score: u32,
}

/// A word that was searched in place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// As asked.
    pub asked: String,
    /// As searched.
    pub searched: String,
}

/// Documents that can be searched.
#[derive(Debug, Default)]
pub struct Collection {
    documents: Vec<Held>,
    index: Index,
    words: BTreeMap<String, u32>,
}

#[derive(Debug)]
struct Held {
    number: String,
    title: String,
    facets: [String; 4],
    /// All fields, folded, parted by a letter that no query holds.
    all: String,
}

impl Collection {
    /// The collection of these documents.
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        let documents: Vec<Held> = documents.into_iter().map(hold).collect();
        let index = Index::new(documents.iter().map(|held| &held.all));
        let words = latin_words(documents.iter().map(|held| held.all.as_str()));
        Self { documents, index, words }
    }

    /// The documents that hold every term of the query, exactly those.
    pub fn search(&self, query: &Query) -> Found {
        let mut found = Found::default();
        let mut passing: Option<Vec<u32>> = None;
        for term in terms(&query.words) {
            let mut holding = self.holding(&term);
            let mut searched = term;
            if holding.is_empty()
                && let Some(similar) = nearest(&searched, &self.words)
            {
                holding = self.holding(similar);
                found.spellings.push(Spelling { asked: searched, searched: similar.to_owned() });
                searched = similar.to_owned();
            }
            passing = Some(match passing {
                None => holding,
                Some(before) => before.into_iter().filter(|document| holding.binary_search(document).is_ok()).collect(),
            });
            found.terms.push(searched);
        }
        let passing = passing.unwrap_or_else(|| (0..self.documents.len() as u32).collect());
        let passing = passing.into_iter().filter_map(|document| Some((document, self.documents.get(document as usize)?)));
        let wanted = |held: &Held| held.facets.iter().zip(&query.facets).all(|(has, wants)| wants.is_empty() || has == wants);
        let passing: Vec<(u32, &Held)> = passing.filter(|(_, held)| wanted(held)).collect();
        found.facets = std::array::from_fn(|facet| counted(&passing, facet));
        found.hits =
            passing.iter().map(|(document, held)| Hit { document: *document, score: score(held, &found.terms) }).collect();
        found.hits.sort_by_key(|hit| (u32::MAX - hit.score, hit.document));
        found
    }

    /// The index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The Latin words of all documents.
    pub fn words(&self) -> &BTreeMap<String, u32> {
        &self.words
    }

    /// Bytes of all folded texts.
    pub fn text_size(&self) -> usize {
        self.documents.iter().map(|held| held.all.len()).sum()
    }

    fn holding(&self, term: &str) -> Vec<u32> {
        let mut candidates = self.index.candidates(term).unwrap_or_default();
        let certain = term.chars().count() <= 2;
        if !certain {
            candidates.retain(|document| self.documents.get(*document as usize).is_some_and(|held| held.all.contains(term)));
        }
        candidates
    }
}

/// What parts the fields of a document; no folded text holds it.
const BORDER: &str = "\u{1F}";

fn hold(document: Document) -> Held {
    let number = fold(&document.number);
    let title = fold(&document.title);
    let [_, body, _, topic] = &document.facets;
    let all = [&number[..], &title, &fold(body), &fold(topic), &fold(&document.text)].join(BORDER);
    Held { number, title, facets: document.facets, all }
}

/// The number itself counts most, then the title's beginning, the title, and how often the text says it.
fn score(held: &Held, terms: &[String]) -> u32 {
    let of_term = |term: &String| {
        let number =
            held.number.trim_start_matches('0') == term.trim_start_matches('0') && !term.trim_start_matches('0').is_empty();
        let begins = held.title.starts_with(term.as_str());
        let title = held.title.contains(term.as_str());
        let times = held.all.matches(term.as_str()).take(8).count() as u32;
        u32::from(number) * 100 + u32::from(begins) * 10 + u32::from(title) * 30 + times
    };
    terms.iter().map(of_term).sum()
}

fn counted(passing: &[(u32, &Held)], facet: usize) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for value in passing.iter().filter_map(|(_, held)| held.facets.get(facet)) {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().map(|(value, count)| (value.to_owned(), count)).collect();
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts
}
