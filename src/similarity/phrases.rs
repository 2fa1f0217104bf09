//! The words that two submissions share.

use super::features::{Described, core_of};

/// No more are told.
const MOST: usize = 4;
/// A shared run of fewer letters is chance.
const SHORTEST: usize = 2;
/// So many letters of a text are compared.
const LONGEST: usize = 300;

/// The longest runs of letters that both have, longest first, none within another.
pub fn shared_phrases(one: &Described<'_>, other: &Described<'_>) -> Vec<String> {
    let letters = |described: &Described<'_>| -> Vec<char> {
        let title = core_of(described.title).chars().take(LONGEST);
        title.chain(['\n']).chain(described.text.chars().take(LONGEST)).collect()
    };
    let (one, other) = (letters(one), letters(other));
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut above = vec![0_usize; other.len() + 1];
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![0_usize; other.len() + 1];
        for (of, same) in other.iter().enumerate() {
            if letter == same && letter.is_alphanumeric() {
                row[of + 1] = above[of] + 1;
                let goes_on = one.get(at + 1).is_some_and(|next| next.is_alphanumeric() && other.get(of + 1) == Some(next));
                if !goes_on && row[of + 1] >= SHORTEST {
                    runs.push((at + 1 - row[of + 1], row[of + 1]));
                }
            }
        }
        above = row;
    }
    runs.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut phrases: Vec<String> = Vec::new();
    for (start, length) in runs {
        let Some(run) = one.get(start..start + length) else { continue };
        let phrase: String = run.iter().collect();
        if !phrases.iter().any(|known| known.contains(&phrase)) && !is_frame(&phrase) {
            phrases.push(phrase);
        }
        if phrases.len() == MOST {
            break;
        }
    }
    phrases
}

/// Words that any suggestion has.
fn is_frame(phrase: &str) -> bool {
    const FRAME: &[&str] = &["建议", "关于", "提案", "应当", "加强", "进一步", "解决", "问题", "推进", "完善", "开展"];
    let mut rest = phrase.to_owned();
    for word in FRAME {
        rest = rest.replace(word, "");
    }
    rest.chars().count() < SHORTEST
}
