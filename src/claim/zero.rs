//! Statements that there was nothing: 未收到, 未发生, 无, 零.

use super::item::{Item, Piece};
use super::lexicon::Word;
use super::subject::{Field, State};
use super::{Act, Kinds, Pick, Subject};
use crate::form::Section;

/// What a clause without a number says there was none of, each with whether it is called as in the form. Nothing if
/// any word of it is unknown: 未收到涉企申请 says nothing of all requests.
pub(super) fn none(item: &Item, state: &State<'_>) -> Vec<(Subject, bool)> {
    let Some(at) = item
        .left
        .iter()
        .position(|piece| *piece == Piece::Word(Word::None))
    else {
        return Vec::new();
    };
    let (front, behind) = item.left.split_at_checked(at).unwrap_or((&item.left, &[]));
    let behind = behind.get(1..).unwrap_or(&[]);
    let things = if behind
        .iter()
        .any(|piece| piece.word().is_some() || *piece == Piece::Unknown)
    {
        behind
    } else {
        // 行政复议、行政诉讼：无
        front
    };
    if state.other_year || things.contains(&Piece::Unknown) {
        return Vec::new();
    }
    let cause = things
        .iter()
        .rposition(|piece| *piece == Piece::Word(Word::Cause));
    let effect = cause
        .and_then(|at| things.get(at.saturating_add(1)..))
        .filter(|effect| !effect.is_empty())
        .unwrap_or(things);
    let mut found: Vec<Subject> = Vec::new();
    let mut kinds: Option<Kinds> = None;
    let mut act = Act::Issued;
    let mut carry = None;
    for word in effect.iter().filter_map(Piece::word) {
        match word {
            Word::Requests => found.push(Subject::New { carried: false }),
            Word::Dispute(_) | Word::Suits => {
                let more = super::subject::kinds(word);
                kinds = kinds.map_or(more, |known| more.map(|more| known.and(more)));
            }
            Word::CarriedIn => carry = Some(Subject::CarriedIn),
            Word::CarriedOut => carry = Some(Subject::CarriedOut),
            Word::Carry if front.contains(&Piece::Word(Word::LastYear)) => {
                carry = Some(Subject::CarriedIn);
            }
            Word::Issued => act = Act::Issued,
            Word::Repealed => act = Act::Repealed,
            Word::InForce => act = Act::InForce,
            Word::Document(line) => found.push(Subject::Documents { line, act }),
            Word::Decision(line) => found.push(Subject::Decisions(line)),
            Word::Group(line) => found.push(Subject::Outcome(vec![Pick::Group(line)])),
            Word::Received
            | Word::And
            | Word::OfDisclosure
            | Word::Decided
            | Word::Handled
            | Word::Reason
            | Word::None
            | Word::OnRequest => {}
            _ => return Vec::new(),
        }
    }
    if let Some(carry) = carry {
        return vec![(carry, true)];
    }
    let about_disputes =
        state.about_disclosure() || state.context.section == Some(Section::Disputes);
    if let Some(kinds) = kinds {
        // 政府信息公开申请 in front of 行政复议 is what the dispute is about.
        found.retain(|subject| !matches!(subject, Subject::New { .. }) || coordinated(effect));
        if about_disputes {
            found.push(Subject::Disputes(kinds));
        }
    }
    if found
        .iter()
        .any(|subject| matches!(subject, Subject::Outcome(_)))
        && state.field != Some(Field::Requests)
    {
        return Vec::new();
    }
    found.into_iter().map(|subject| (subject, true)).collect()
}

/// Whether requests stand beside what follows, not in front of it: 申请、行政复议.
fn coordinated(pieces: &[Piece]) -> bool {
    pieces
        .iter()
        .skip_while(|piece| **piece != Piece::Word(Word::Requests))
        .nth(1)
        .is_some_and(|piece| matches!(piece, Piece::Pause | Piece::Word(Word::And)))
}
