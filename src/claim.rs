//! Numbers that the words of a report assert: what, how many, and where it is said.
//!
//! A small grammar over the folded text, built by hand: numbers (`numeral`), words that mean something for the form
//! (`lexicon`), the items that both make in a sentence (`item`), what each item counts (`subject`), and statements that
//! there was nothing (`zero`). What the grammar does not understand for certain stays a number without a subject: it is
//! shown as not checked and never compared. Sources of the phrases: published reports, as counted in the rule book of
//! the project; nothing here is learned or guessed by frequency.

mod item;
mod lexer;
mod lexicon;
mod numeral;
mod subject;
mod zero;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use numeral::{Bound, Measure};

use crate::form::{Column, Line, Section};
use crate::number::Decimal;
use crate::prose::folded::Folded;
use crate::prose::{Passage, Prose, Quote, Role};
use lexicon::Lexicon;

/// A number or a statement of zero in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it counts; `None` where the grammar cannot tell.
    pub subject: Option<Subject>,
    /// The value; money in 万元, shares in hundredths.
    pub value: Decimal,
    /// One unit of the last digit written: 1000 in `1.4万`.
    pub step: Decimal,
    /// How it binds.
    pub bound: Bound,
    /// What it counts in.
    pub measure: Measure,
    /// Whether the sentence calls the figure as the form does.
    pub official: bool,
    /// The number that this one is a part of, as its place in the list of claims.
    pub parent: Option<usize>,
    /// The sentence, counted over the report.
    pub sentence: u32,
    /// The clause, counted in the passage.
    pub clause: u32,
    /// The number of the passage.
    pub passage: usize,
    /// Where it stands in the passage, in bytes.
    pub part: Range<usize>,
    /// What else the sentence says about it.
    pub notes: Notes,
}

/// What a sentence says around a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// It is said in words (`未收到`), not by a number.
    pub in_words: bool,
    /// The list it belongs to ends in 等.
    pub open: bool,
    /// It is the first of its list.
    pub first: bool,
    /// It says of what share: `占`.
    pub share: bool,
    /// It says by how much more (positive) or less (negative) than the year before.
    pub growth: i8,
    /// It is the figure of the year before.
    pub last_year: bool,
    /// Its list names all parts: `分别为`, `包括`, a colon.
    pub closed: bool,
    /// It is a sum: `共`.
    pub sum: bool,
    /// It is so small a number in characters that it mostly counts nothing.
    pub small: bool,
}

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Requests received; `carried` if the sentence says that those of the year before are in it.
    New {
        /// 含上年结转
        carried: bool,
    },
    /// Requests handled: received, with or without those carried in, or closed.
    Handled,
    /// Requests carried in.
    CarriedIn,
    /// Requests answered.
    Answered,
    /// Requests carried out.
    CarriedOut,
    /// Requests by result: lines of the form, added.
    Outcome(Vec<Pick>),
    /// Requests by applicant; `None`: organisations of all kinds.
    Applicant {
        /// The column.
        column: Option<Column>,
        /// Whether those answered are meant, not those received.
        answered: bool,
    },
    /// Requests by the way they came in.
    Channel,
    /// Disputes of some kinds, added.
    Disputes(Kinds),
    /// Disputes of some kinds that were closed.
    Closed(Kinds),
    /// Disputes by result.
    Results {
        /// Of which kinds.
        kinds: Kinds,
        /// The result.
        column: Column,
        /// Whether the number may be that of all cases, as in `复议1件，结果维持`.
        or_all: bool,
    },
    /// No dispute was lost; `pending` if none may be open either.
    NoneLost {
        /// Of which kinds.
        kinds: Kinds,
        /// All were upheld: nothing corrected, no other result, nothing open.
        all_upheld: bool,
    },
    /// Documents.
    Documents {
        /// Regulations or normative documents.
        line: Line,
        /// What was done with them.
        act: Act,
    },
    /// Decisions of a kind.
    Decisions(Line),
    /// Fees charged, in 万元.
    Fee,
    /// The fee for handling information: an amount in 万元, or cases.
    ProcessingFee,
}

/// A line of the results, or a group of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pick {
    /// One line.
    Line(Line),
    /// The group that begins with the line.
    Group(Line),
}

/// What was done with documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Made.
    Issued,
    /// Repealed.
    Repealed,
    /// In force at the end of the year.
    InForce,
    /// Published: may be any of these.
    Published,
}

/// Kinds of disputes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kinds {
    /// Administrative reconsideration.
    pub reconsideration: bool,
    /// Lawsuits without it.
    pub direct: bool,
    /// Lawsuits after it.
    pub after: bool,
}

/// All numbers of a report that may be figures, in reading order.
pub fn read(prose: &Prose, year: Option<i32>) -> Vec<Claim> {
    let folded: Vec<Folded> = prose
        .passages
        .iter()
        .map(|passage| Folded::new(&passage.text))
        .collect();
    read_folded(prose.passages.iter().zip(&folded), year)
}

/// The same, of passages that were folded already.
pub(crate) fn read_folded<'a>(
    passages: impl Iterator<Item = (&'a Passage, &'a Folded)>,
    year: Option<i32>,
) -> Vec<Claim> {
    let lexicon = Lexicon::new();
    let mut claims = Vec::new();
    let mut sentence = 0_u32;
    let mut heading = None;
    for (number, (passage, folded)) in passages.enumerate() {
        if matches!(passage.role, Role::Heading { .. }) {
            heading = None;
        }
        if passage.role != Role::Body {
            continue;
        }
        let tokens = lexer::tokens(folded, &lexicon);
        let mut items = item::items(&tokens, &mut sentence);
        let context = subject::Context {
            section: passage.section,
            year,
            field: heading,
        };
        // A line like `（二）依申请公开情况` tells what the passages below it speak of.
        if subject::is_caption(folded) {
            heading = subject::caption(&items);
        }
        subject::resolve(&mut items, &context);
        let mut places = Vec::new();
        for item in items {
            let parent = item.parent.and_then(|parent| places.get(parent).copied());
            places.push(claims.len());
            item.claims(folded, number, parent, &mut claims);
        }
    }
    claims
}

impl Claim {
    /// Whether it is a number that the grammar does not understand for certain: it was compared with nothing. Small
    /// numbers in words (`一是`) are none.
    pub fn is_unbound(&self) -> bool {
        self.subject.is_none() && !self.notes.in_words && !self.notes.small
    }

    /// The sentence around it.
    pub fn quote(&self, prose: &Prose) -> Option<Quote> {
        let passage = prose.passages.get(self.passage)?;
        Some(passage.quote(self.part.clone()))
    }

    /// The section it stands in.
    pub fn section(&self, prose: &Prose) -> Option<Section> {
        prose.passages.get(self.passage)?.section
    }
}

impl Kinds {
    /// Reconsideration alone.
    pub const RECONSIDERATION: Self = Self {
        reconsideration: true,
        direct: false,
        after: false,
    };
    /// Lawsuits of both kinds.
    pub const SUITS: Self = Self {
        reconsideration: false,
        direct: true,
        after: true,
    };
    /// All disputes.
    pub const ALL: Self = Self {
        reconsideration: true,
        direct: true,
        after: true,
    };

    /// Both.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            reconsideration: self.reconsideration || other.reconsideration,
            direct: self.direct || other.direct,
            after: self.after || other.after,
        }
    }

    /// Their lines in the form.
    pub fn lines(self) -> impl Iterator<Item = Line> {
        [
            (self.reconsideration, Line::Reconsideration),
            (self.direct, Line::DirectSuit),
            (self.after, Line::SuitAfterReconsideration),
        ]
        .into_iter()
        .filter_map(|(has, line)| has.then_some(line))
    }
}
