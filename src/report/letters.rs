//! Class letters whose words mean another class.

use super::ClassMeaning;
use super::concepts::{Dimension, result_of};
use super::outcome::{Conflict, Outcome, Study};

/// Compares the words beside each class letter with its meaning in `scheme`.
#[inline(never)]
pub(crate) fn check(study: &Study, scheme: &[ClassMeaning], outcome: &mut Outcome) {
    for (index, item) in
        study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.concept.dimension == Dimension::Class)
    {
        let letter: String = item.concept.value.chars().take(1).collect();
        let Some(class) = scheme.iter().find(|class| class.letter == letter) else { continue };
        let words = format!("{}{}", item.context.before, item.context.bracketed);
        // 上年23件B类件已经解决16件: what became of them, not what the letter means.
        if words.contains(&format!("{letter}类件")) {
            continue;
        }
        let Some(meaning) = result_of(&words) else { continue };
        if !class.meanings.iter().any(|known| *known == meaning) {
            outcome.conflicts.push(Conflict::Letter { figure: index, letter, meaning: meaning.to_string() });
        }
    }
}
