//! Numbers of disputes and of their results.

use super::super::item::{Item, Piece};
use super::super::lexicon::Word;
use super::super::{Kinds, Subject};
use super::look::kinds as kinds_of;
use super::{Field, Look, State};
use crate::form::{Column, Section};

/// What a number counts where disputes are spoken of, and whether it is called as in the form.
pub(super) fn count(
    item: &Item,
    look: &Look,
    state: &State<'_>,
    kinds: Kinds,
    before: &[Item],
) -> Option<(Subject, bool)> {
    if look.loose || look.qualified || !state.about_disclosure() {
        return None;
    }
    let named = look.words().any(|word| kinds_of(word).is_some());
    let result = |words: &[Word]| {
        words.iter().find_map(|word| match word {
            Word::Result(column) => Some(*column),
            _ => None,
        })
    };
    let in_front = result(&look.left);
    if let Some(column) = in_front.or_else(|| result(&look.right)) {
        let or_all = in_front.is_none() && named && item.parent.is_none();
        let subject = Subject::Results {
            kinds,
            column,
            or_all,
        };
        return Some((subject, true));
    }
    if look.has(Word::Rest) && !named {
        let list = before
            .iter()
            .rev()
            .take_while(|other| other.sentence == item.sentence)
            .any(|other| matches!(other.subject, Some(Subject::Results { .. })));
        let subject = Subject::Results {
            kinds,
            column: Column::OtherResult,
            or_all: false,
        };
        return list.then_some((subject, false));
    }
    // 其中20件已作出决定
    let closed = look.right == [Word::Decided] && !item.right.contains(&Piece::Unknown);
    if item.parent.is_some() && closed && !named {
        return Some((Subject::Closed(kinds), false));
    }
    if !named || look.has(Word::Except) || look.has(Word::Remaining) {
        return None;
    }
    Some((Subject::Disputes(kinds), true))
}

/// 均获维持, 零败诉: there was no other result.
pub(super) fn none_lost(
    item: &Item,
    field: Option<Field>,
    state: &State<'_>,
) -> Option<(Subject, bool)> {
    let upheld = item.words().any(|word| word == Word::AllUpheld);
    if !upheld && !item.words().any(|word| word == Word::NoneLost) {
        return None;
    }
    let kinds = match field.or(state.field) {
        Some(Field::Disputes(kinds)) => kinds,
        _ if state.context.section == Some(Section::Disputes) => Kinds::ALL,
        _ => return None,
    };
    if !state.about_disclosure() && state.disclosure.is_none() {
        return None;
    }
    let subject = Subject::NoneLost {
        kinds,
        all_upheld: upheld,
    };
    Some((subject, false))
}
