//! A sentence as items: each number with the words that belong to it, and its place in lists and brackets.

use std::ops::Range;

use super::lexer::{Kind, Token};
use super::lexicon::Word;
use super::numeral::Numeral;
use super::{Claim, Notes, Subject};
use crate::number::Decimal;
use crate::prose::folded::Folded;

/// One word beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A known word.
    Word(Word),
    /// A year.
    Year(i32),
    /// Something unknown.
    Unknown,
    /// 、
    Pause,
}

/// A number with its words; or the words of a clause that has no number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    /// The number.
    pub(crate) numeral: Option<Numeral>,
    /// What stands in front of it, back to the number before it or the beginning of the clause.
    pub(crate) left: Vec<Piece>,
    /// What stands directly behind it.
    pub(crate) right: Vec<Piece>,
    /// What stands in brackets without numbers beside it.
    pub(crate) beside: Vec<Piece>,
    /// The item whose part this one is, by place in the list of items.
    pub(crate) parent: Option<usize>,
    /// The sentence and the clause, counted over the report and over the passage.
    pub(crate) sentence: u32,
    pub(crate) clause: u32,
    /// Where it stands, in characters: the number, or all words.
    pub(crate) part: Range<usize>,
    /// What the resolution found: see [`super::subject`].
    pub(crate) subject: Option<Subject>,
    pub(crate) official: bool,
    pub(crate) notes: Notes,
    /// What else its number counts (`各1件`), or what there is none of; see [`super::zero`].
    pub(crate) also: Vec<(Subject, bool)>,
}

impl Item {
    /// The known words on the left.
    pub(crate) fn words(&self) -> impl DoubleEndedIterator<Item = Word> + '_ {
        self.left.iter().filter_map(Piece::word)
    }

    /// Adds the claims that it makes.
    pub(crate) fn claims(
        self,
        text: &Folded,
        passage: usize,
        parent: Option<usize>,
        claims: &mut Vec<Claim>,
    ) {
        let counted = self.numeral.is_some();
        if !counted && self.also.is_empty() {
            return;
        }
        let part = text.bytes(self.part.clone());
        let numeral = self.numeral.unwrap_or(Numeral {
            part: self.part,
            value: Decimal::ZERO,
            step: Decimal::from(1),
            bound: super::Bound::Exact,
            measure: super::Measure::Bare,
            small: false,
        });
        let own = counted.then_some((self.subject, self.official));
        let also = self
            .also
            .into_iter()
            .map(|(subject, official)| (Some(subject), official));
        let made = own.into_iter().chain(also);
        claims.extend(made.map(|(subject, official)| Claim {
            subject,
            value: numeral.value,
            step: numeral.step,
            bound: numeral.bound,
            measure: numeral.measure,
            official,
            parent,
            sentence: self.sentence,
            clause: self.clause,
            passage,
            part: part.clone(),
            notes: Notes {
                small: numeral.small,
                in_words: !counted,
                ..self.notes
            },
        }));
    }
}

impl Piece {
    /// The word, if it is one that says something.
    pub(crate) fn word(&self) -> Option<Word> {
        match self {
            Self::Word(Word::Filler) => None,
            Self::Word(word) => Some(*word),
            _ => None,
        }
    }
}

/// What is open while a sentence is read.
struct Open {
    /// The words in front of the bracket.
    left: Vec<Piece>,
    /// The list that was open in front of it.
    list: Option<List>,
    /// How many items there were.
    items: usize,
    /// Whether it stands behind the words of its clause, not behind a number.
    behind_words: bool,
    start: usize,
}

/// A list of parts.
#[derive(Clone, Copy)]
struct List {
    parent: usize,
    /// Whether its first member is still to come.
    fresh: bool,
    /// Whether it names all its parts.
    closed: bool,
}

/// Pieces of a clause; most have not more.
const USUAL: usize = 8;

struct Builder {
    items: Vec<Item>,
    left: Vec<Piece>,
    start: usize,
    end: usize,
    /// Whether the words that come still belong to the last number.
    right: bool,
    list: Option<List>,
    open: Vec<Open>,
    sentence: u32,
    clause: u32,
}

/// The items of a passage. `sentence` counts on.
pub(crate) fn items(tokens: &[Token], sentence: &mut u32) -> Vec<Item> {
    let mut builder = Builder {
        items: Vec::new(),
        left: Vec::new(),
        start: 0,
        end: 0,
        right: false,
        list: None,
        open: Vec::new(),
        sentence: sentence.saturating_add(1),
        clause: 0,
    };
    for token in tokens {
        builder.take(token);
    }
    builder.flush();
    *sentence = builder.sentence;
    builder.items
}

impl Builder {
    fn take(&mut self, token: &Token) {
        match &token.kind {
            Kind::Numeral(numeral) => self.number(numeral, token),
            Kind::Year(year) => self.piece(Piece::Year(*year), token),
            Kind::Word(word) => {
                if matches!(word, Word::OfWhich) {
                    self.begin_list(false);
                    self.right = false;
                }
                // 均, 全部 and what follows tell of the number, they do not name it.
                if self.right
                    && matches!(
                        word,
                        Word::All | Word::AllUpheld | Word::NoneLost | Word::Share | Word::Compare
                    )
                {
                    self.right = false;
                }
                self.piece(Piece::Word(*word), token);
            }
            Kind::Unknown => self.piece(Piece::Unknown, token),
            Kind::Pause => {
                if self.left.is_empty() {
                    self.right = false;
                } else {
                    self.piece(Piece::Pause, token);
                }
            }
            Kind::Comma => self.flush(),
            Kind::Colon => {
                let counted = self.right || self.left.is_empty();
                self.flush();
                if counted {
                    self.begin_list(true);
                }
            }
            Kind::Open => self.bracket(token),
            Kind::Close => self.close(),
            Kind::End => {
                self.flush();
                self.open.clear();
                self.list = None;
                self.sentence = self.sentence.saturating_add(1);
            }
        }
        self.end = token.part.end;
    }

    /// The last number.
    fn last(&self) -> Option<usize> {
        self.items.iter().rposition(|item| item.numeral.is_some())
    }

    /// A list of the parts of the last number of the sentence begins.
    fn begin_list(&mut self, closed: bool) {
        let sentence = self.sentence;
        let parent = self.last();
        let near = |at: usize| {
            self.items.get(at).is_some_and(|item| {
                item.sentence == sentence || item.sentence.saturating_add(1) == sentence
            })
        };
        if let Some(parent) = parent.filter(|at| near(*at)) {
            self.list = Some(List {
                parent,
                fresh: true,
                closed,
            });
        }
    }

    fn piece(&mut self, piece: Piece, token: &Token) {
        if self.right
            && let Some(item) = self.items.last_mut()
        {
            item.right.push(piece);
            return;
        }
        if self.left.is_empty() {
            self.start = token.part.start;
            self.left.reserve(USUAL);
        }
        self.left.push(piece);
    }

    fn number(&mut self, numeral: &Numeral, token: &Token) {
        // Two numbers in one breath: only the name of the thing stays with the first.
        if self.right
            && let Some(item) = self.items.last_mut()
        {
            let named = item
                .right
                .iter()
                .position(|piece| {
                    !matches!(
                        piece,
                        Piece::Word(
                            Word::Requests
                                | Word::OnRequest
                                | Word::Dispute(_)
                                | Word::Suits
                                | Word::Filler
                        )
                    )
                })
                .unwrap_or(item.right.len());
            let rest = item.right.split_off(named);
            self.left.extend(rest);
        }
        let (mut parent, mut notes) = (None, Notes::default());
        if let Some(list) = &mut self.list {
            parent = Some(list.parent);
            notes.first = list.fresh;
            notes.closed = list.closed;
            list.fresh = false;
        }
        self.items.push(Item {
            numeral: Some(numeral.clone()),
            left: std::mem::take(&mut self.left),
            parent,
            sentence: self.sentence,
            clause: self.clause,
            part: token.part.clone(),
            notes,
            ..Item::default()
        });
        self.right = true;
    }

    /// The end of a clause.
    fn flush(&mut self) {
        self.right = false;
        let left = std::mem::take(&mut self.left);
        if !left.is_empty() {
            self.items.push(Item {
                left,
                sentence: self.sentence,
                clause: self.clause,
                part: self.start..self.end,
                ..Item::default()
            });
        }
        self.clause = self.clause.saturating_add(1);
    }

    fn bracket(&mut self, token: &Token) {
        let left = std::mem::take(&mut self.left);
        self.open.push(Open {
            behind_words: !left.is_empty(),
            left,
            list: self.list,
            items: self.items.len(),
            start: self.start,
        });
        self.right = false;
        self.start = token.part.end;
        // What stands in brackets behind a number are its parts.
        if self.open.last().is_some_and(|open| !open.behind_words) {
            self.begin_list(false);
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let words = std::mem::take(&mut self.left);
        let numbers = self
            .items
            .get(open.items..)
            .is_some_and(|items| items.iter().any(|item| item.numeral.is_some()));
        if numbers {
            if !words.is_empty() {
                self.left = words;
                self.flush();
            }
        } else {
            // Clauses without numbers inside the bracket were made items: take them back.
            let mut beside: Vec<Piece> = Vec::new();
            for item in self.items.split_off(open.items.min(self.items.len())) {
                beside.extend(item.left);
            }
            beside.extend(words);
            if open.behind_words {
                // The words in the bracket belong to the number that is still to come.
                self.left = open.left;
                self.left.extend(beside.into_iter().filter(|piece| {
                    matches!(
                        piece,
                        Piece::Word(
                            Word::CarriedIn
                                | Word::Carry
                                | Word::LastYear
                                | Word::Outcome(_)
                                | Word::Group(_)
                        )
                    )
                }));
                self.start = open.start;
                self.list = open.list;
                self.right = false;
                return;
            }
            if let Some(at) = self.last()
                && let Some(item) = self.items.get_mut(at)
            {
                item.beside.extend(beside);
            }
        }
        self.list = open.list;
        self.left = open.left;
        self.start = open.start;
        self.right = false;
    }
}
