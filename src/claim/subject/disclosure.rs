//! Numbers of section two: documents, decisions, fees.

use super::super::item::Item;
use super::super::lexicon::Word;
use super::super::numeral::Measure;
use super::super::{Act, Subject};
use super::{Field, Look};
use crate::form::Line;

/// Documents made, repealed, in force.
pub(super) fn documents(item: &Item, look: &Look, line: Line) -> Option<(Subject, bool)> {
    let words = || look.left.iter().rev();
    let lines = look
        .words()
        .filter(|word| matches!(word, Word::Document(_)))
        .count();
    if look.loose || look.qualified || lines > 1 || look.has(Word::Revised) {
        return None;
    }
    let act = words()
        .chain(&look.right)
        .find_map(|word| match word {
            Word::Issued => Some(Act::Issued),
            Word::Repealed => Some(Act::Repealed),
            Word::InForce => Some(Act::InForce),
            _ => None,
        })
        .or_else(|| {
            let published = |word: Word| matches!(word, Word::Published | Word::Disclosed);
            (look.named && look.words().any(published)).then_some(Act::Published)
        })?;
    // Parts of a list of documents published are made this year or were revised.
    if item.parent.is_some() && !look.named {
        return None;
    }
    let official = look.named && matches!(act, Act::Issued | Act::Repealed | Act::InForce);
    Some((Subject::Documents { line, act }, official))
}

/// Decisions of licensing, penalties and coercion. Items and published lists are none.
pub(super) fn decisions(item: &Item, look: &Look, line: Line) -> Option<(Subject, bool)> {
    let named = look
        .words()
        .filter(|word| matches!(word, Word::Decision(_)))
        .count();
    let other = look.words().any(|word| {
        matches!(
            word,
            Word::Published | Word::Disclosed | Word::Soft | Word::Other | Word::Items
        )
    });
    if named != 1 || other || look.loose || look.qualified || item.parent.is_some() {
        return None;
    }
    Some((Subject::Decisions(line), look.says(Word::Decided)))
}

/// Fees.
pub(super) fn fee(look: &Look, field: Option<Field>, measure: Measure) -> Option<(Subject, bool)> {
    let other = look
        .words()
        .any(|word| matches!(word, Word::Items | Word::Soft | Word::Other));
    if other || look.loose {
        return None;
    }
    match (field, measure) {
        (Some(Field::Fee), Measure::Money) => Some((Subject::Fee, look.named)),
        (Some(Field::ProcessingFee), _) => Some((Subject::ProcessingFee, false)),
        _ => None,
    }
}
