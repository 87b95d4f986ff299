//! What the words beside a number say, at a glance.

use super::super::item::{Item, Piece};
use super::super::lexicon::Word;
use super::{Field, State, field_of, kind};
use crate::claim::Kinds;
use crate::form::Line;

/// The words beside a number.
pub(crate) struct Look {
    /// The known words in front, without the cause of what is counted.
    pub(crate) left: Vec<Word>,
    /// The known words behind.
    pub(crate) right: Vec<Word>,
    /// What they speak of; `None` if they do not say.
    pub(crate) field: Option<Field>,
    /// Whether the field is told by the name of the thing in front, or directly behind.
    pub(crate) named: bool,
    /// Whether something unknown stands between the last known word and the number.
    pub(crate) loose: bool,
    /// Whether something unknown stands in front of the thing, behind a verb or a reason.
    pub(crate) qualified: bool,
    /// Whether something unknown stands in front of the first known word.
    pub(crate) led: bool,
    /// Whether something unknown stands directly behind the number.
    pub(crate) unknown_behind: bool,
    /// The year reported on, and the years named.
    own_year: Option<i32>,
    years: Vec<i32>,
}

/// What the words of an item speak of; all that is asked of a clause without a number.
pub(crate) struct Topic {
    /// The field; `None` if they do not say.
    pub(crate) field: Option<Field>,
    /// Whether the field is told by the name of the thing in front, or directly behind.
    named: bool,
    /// Whether all that it says of other things is soft: it sets no field for what follows.
    pub(crate) soft: bool,
}

impl Topic {
    /// The topic of an item.
    pub(crate) fn new(item: &Item) -> Self {
        let pieces = effect(&item.left);
        let words = || pieces.iter().filter_map(Piece::word);
        let mut right = item.right.iter().filter_map(Piece::word);
        let thing = right.find(|word| *word != Word::OfDisclosure);
        let (in_front, behind) = (field(pieces), thing.and_then(field_of));
        let soft = in_front == Some(Field::Foreign)
            && words().all(|word| word == Word::Soft || field_of(word) != Some(Field::Foreign));
        let mut field = behind.or(in_front);
        // 无法提供政府信息3件: what could not be provided, not what was published.
        if field == Some(Field::Foreign)
            && soft
            && words().any(|word| word == Word::Group(Line::NotHeld))
        {
            field = Some(Field::Requests);
        }
        Self {
            field,
            named: behind.is_some() || in_front.is_some(),
            soft,
        }
    }
}

impl Look {
    /// Looks at an item.
    pub(crate) fn new(item: &Item, state: &State<'_>) -> Self {
        let pieces = effect(&item.left);
        let left: Vec<Word> = pieces.iter().filter_map(Piece::word).collect();
        let right: Vec<Word> = item.right.iter().filter_map(Piece::word).collect();
        let last = pieces.iter().rev().find(|piece| !is_filler(piece));
        let loose = matches!(last, Some(Piece::Unknown));
        let led = pieces.iter().find(|piece| !is_filler(piece)) == Some(&Piece::Unknown);
        let first_behind = item.right.iter().find(|piece| !is_filler(piece));
        let unknown_behind = first_behind == Some(&Piece::Unknown);
        let topic = Topic::new(item);
        let years = pieces
            .iter()
            .chain(&item.right)
            .filter_map(|piece| match piece {
                Piece::Year(year) => Some(*year),
                _ => None,
            });
        Self {
            field: topic.field,
            named: topic.named,
            loose,
            qualified: qualified(pieces),
            led,
            unknown_behind,
            own_year: state.context.year,
            years: years.collect(),
            left,
            right,
        }
    }

    /// Whether a word stands in front of the number.
    pub(crate) fn has(&self, word: Word) -> bool {
        self.left.contains(&word)
    }

    /// Whether a word stands on either side of the number.
    pub(crate) fn says(&self, word: Word) -> bool {
        self.has(word) || self.right.contains(&word)
    }

    /// The words of both sides.
    pub(crate) fn words(&self) -> impl Iterator<Item = Word> + '_ {
        self.left.iter().chain(&self.right).copied()
    }

    /// Whether requests are carried from one year to another.
    pub(crate) fn carried(&self) -> bool {
        self.words()
            .any(|word| matches!(word, Word::Carry | Word::CarriedIn | Word::CarriedOut))
    }

    /// Requests were carried in.
    pub(crate) fn carried_in(&self) -> bool {
        let before = |year: &i32| self.own_year.is_some_and(|own| *year < own);
        let past = self.says(Word::LastYear) || self.years.iter().any(before);
        let moved = self.says(Word::Carry) || self.says(Word::CarriedOut);
        self.says(Word::CarriedIn) || (past && moved && !self.forward())
    }

    /// Requests were carried out.
    pub(crate) fn carried_out(&self) -> bool {
        let moved = self.says(Word::Carry);
        (self.says(Word::CarriedOut) || (moved && self.forward())) && !self.carried_in()
    }

    fn forward(&self) -> bool {
        let after = |year: &i32| self.own_year.is_some_and(|own| *year > own);
        self.says(Word::NextYear) || self.years.iter().any(after)
    }

    /// What is spoken of where nothing names it, but the words are of the form alone.
    /// `results`: many results stand in the sentence.
    pub(crate) fn told(&self, results: bool) -> Option<Field> {
        let line = |word: Word| match word {
            Word::Outcome(line) => Some(line),
            _ => None,
        };
        let group = self.words().any(|word| matches!(word, Word::Group(_)));
        let requests = results
            || group
            || self.carried_out()
            || self.says(Word::CarriedIn)
            || self.words().filter_map(line).any(|line| {
                matches!(
                    line,
                    Line::NotHeld
                        | Line::NeedsCreation
                        | Line::StillUnclear
                        | Line::InternalAffairs
                        | Line::ProcessInformation
                        | Line::EnforcementFile
                        | Line::Reconfirmation
                        | Line::NotSupplemented
                        | Line::FeeUnpaid
                )
            });
        requests.then_some(Field::Requests)
    }

    /// The figure is that of the year before.
    pub(crate) fn last_year(&self) -> bool {
        self.says(Word::LastYear) && !self.carried()
    }

    /// The figure is a difference to the year before.
    pub(crate) fn growth(&self, item: &Item) -> bool {
        let _ = item;
        let compares = self.has(Word::Compare) || self.has(Word::LastYear);
        compares && (self.has(Word::More) || self.has(Word::Less))
    }
}

fn is_filler(piece: &Piece) -> bool {
    matches!(
        piece,
        Piece::Pause
            | Piece::Year(_)
            | Piece::Word(
                Word::Filler
                    | Word::Sum
                    | Word::And
                    | Word::OfWhich
                    | Word::All
                    | Word::OfDisclosure
            )
    )
}

/// What is counted, without its cause: `因政府信息公开申请引发的行政复议`.
pub(super) fn effect(pieces: &[Piece]) -> &[Piece] {
    let cause = pieces
        .iter()
        .rposition(|piece| matches!(piece, Piece::Word(Word::Cause)));
    let Some(behind) = cause.and_then(|at| pieces.get(at.saturating_add(1)..)) else {
        return pieces;
    };
    if behind
        .iter()
        .filter_map(Piece::word)
        .any(|word| field_of(word).is_some())
    {
        behind
    } else {
        pieces
    }
}

/// What the pieces speak of: the last thing named. Disputes that are named side by side count together.
pub(crate) fn field(pieces: &[Piece]) -> Option<Field> {
    let mut found: Option<Field> = None;
    let mut joined = false;
    for piece in pieces {
        match piece {
            Piece::Pause | Piece::Word(Word::And) => joined = true,
            Piece::Word(Word::Suits)
                if matches!(found, Some(Field::Disputes(kinds)) if kinds.direct != kinds.after)
                    && !joined => {}
            Piece::Word(word) => {
                let Some(new) = field_of(*word) else {
                    // 申请公开 of a list of results does not change what is spoken of.
                    continue;
                };
                found = match (found, new) {
                    (Some(Field::Disputes(one)), Field::Disputes(other)) if joined => {
                        Some(Field::Disputes(one.and(other)))
                    }
                    _ => Some(new),
                };
                joined = false;
            }
            _ => {}
        }
    }
    found
}

/// Whether something unknown narrows what is counted: it stands between a verb or a reason and the thing, or right in
/// front of the thing with no verb at all.
fn qualified(pieces: &[Piece]) -> bool {
    let thing = pieces.iter().rposition(|piece| {
        matches!(piece, Piece::Word(word) if field_of(*word).is_some() || matches!(word, Word::Group(_) | Word::Outcome(_)))
    });
    let Some(front) = thing.and_then(|at| pieces.get(..at)) else {
        return false;
    };
    let verb = front.iter().rposition(|piece| {
        matches!(
            piece,
            Piece::Word(
                Word::New
                    | Word::Received
                    | Word::Handled
                    | Word::Answered
                    | Word::Reason
                    | Word::OfWhich
            )
        )
    });
    let narrow = |pieces: &[Piece]| pieces.contains(&Piece::Unknown);
    match verb {
        Some(at) => front.get(at..).is_some_and(narrow),
        None => front.iter().rev().find(|piece| !is_filler(piece)) == Some(&Piece::Unknown),
    }
}

/// The kinds of disputes that a word names.
pub(crate) fn kinds(word: Word) -> Option<Kinds> {
    match word {
        Word::Dispute(line) => Some(kind(line)),
        Word::Suits => Some(Kinds::SUITS),
        _ => None,
    }
}
