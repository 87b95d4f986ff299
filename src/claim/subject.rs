//! What each number counts: the nearest verb and object decide, then what the sentence spoke of before.

mod disclosure;
mod disputes;
mod look;
mod requests;
mod share;

use super::item::{Item, Piece};
use super::lexicon::Word;
use super::numeral::Measure;
use super::{Kinds, Subject};
use crate::form::{Line, Section};
use crate::prose::ends_sentence;
use crate::prose::folded::Folded;
pub(crate) use look::{Look, Topic, kinds};

/// What requests, cases and documents are counted with.
const COUNTED: [char; 11] = [
    '件', '份', '条', '个', '宗', '起', '次', '封', '例', '笔', '单',
];

/// What a passage speaks of before its first word.
pub(crate) struct Context {
    /// Its section.
    pub(crate) section: Option<Section>,
    /// The year reported on.
    pub(crate) year: Option<i32>,
    /// What the caption above it names.
    pub(crate) field: Option<Field>,
}

/// What the words speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Requests,
    Disputes(Kinds),
    Documents(Line),
    Decisions(Line),
    Fee,
    ProcessingFee,
    /// What is no figure of the form.
    Foreign,
}

/// What is carried from one item to the next.
pub(crate) struct State<'a> {
    pub(crate) context: &'a Context,
    pub(crate) field: Option<Field>,
    /// Whether requests that were answered are spoken of, not those received.
    pub(crate) answered: bool,
    /// Whether the sentence speaks of another year.
    pub(crate) other_year: bool,
    /// The last sentence that names the disclosure of information.
    pub(crate) disclosure: Option<u32>,
    sentence: u32,
}

/// The characters that a caption has at most.
const CAPTION: usize = 24;

/// Whether a passage is a caption: `（二）依申请公开情况`.
pub(crate) fn is_caption(text: &Folded) -> bool {
    let chars = text.part(0..text.len());
    let spoken = |c: &char| ends_sentence(*c) || *c == ',';
    text.len() <= CAPTION && !chars.iter().any(spoken) && is_numbered(text)
}

/// `（二）`, `二、`, `2.`, `二是`
fn is_numbered(text: &Folded) -> bool {
    let at = usize::from(text.at(0) == Some('('));
    text.at(at).is_some_and(|c| {
        ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].contains(&c)
            || c.is_ascii_digit()
    }) && text
        .part(at..at.saturating_add(4))
        .iter()
        .any(|c| matches!(c, ')' | '、' | '.'))
}

/// What a caption names.
pub(crate) fn caption(items: &[Item]) -> Option<Field> {
    let words = items.iter().flat_map(Item::words);
    words.rev().find_map(field_of)
}

/// What a word speaks of.
fn field_of(word: Word) -> Option<Field> {
    Some(match word {
        Word::Requests | Word::OnRequest => Field::Requests,
        Word::Dispute(line) => Field::Disputes(kind(line)),
        Word::Suits => Field::Disputes(Kinds::SUITS),
        Word::Document(line) => Field::Documents(line),
        Word::Decision(line) => Field::Decisions(line),
        Word::Fee => Field::Fee,
        Word::ProcessingFee => Field::ProcessingFee,
        Word::Other | Word::Soft | Word::Items | Word::Published => Field::Foreign,
        _ => return None,
    })
}

fn kind(line: Line) -> Kinds {
    Kinds {
        reconsideration: line == Line::Reconsideration,
        direct: line == Line::DirectSuit,
        after: line == Line::SuitAfterReconsideration,
    }
}

/// Finds what the items of a passage count.
pub(crate) fn resolve(items: &mut [Item], context: &Context) {
    share::distribute(items);
    let field = match context.section {
        Some(Section::Requests) => Some(Field::Requests),
        Some(Section::Disputes) => Some(Field::Disputes(Kinds::ALL)),
        _ => context.field,
    };
    let mut state = State {
        context,
        field,
        answered: false,
        other_year: false,
        disclosure: None,
        sentence: 0,
    };
    for at in 0..items.len() {
        let Some((before, rest)) = items.split_at_mut_checked(at) else {
            return;
        };
        let Some((item, behind)) = rest.split_first_mut() else {
            return;
        };
        state.enter(item);
        if item.numeral.is_some() {
            inherit(item, before);
            let look = Look::new(item, &state);
            state.field = look.field.or(state.field);
            number(item, &look, &mut state, before, behind);
            // 收到58件（含上年结转4件）: the number in front includes those carried in.
            if item.subject == Some(Subject::CarriedIn)
                && let Some(parent) = item.parent.and_then(|parent| before.get_mut(parent))
                && let Some(Subject::New { carried }) = &mut parent.subject
            {
                *carried = true;
            }
        } else {
            let topic = Topic::new(item);
            if !topic.soft {
                state.field = topic.field.or(state.field);
            }
            item.also = super::zero::none(item, &state);
            item.also
                .extend(disputes::none_lost(item, topic.field, &state));
        }
    }
}

impl State<'_> {
    fn enter(&mut self, item: &Item) {
        if item.sentence != self.sentence {
            self.sentence = item.sentence;
            self.other_year = false;
        }
        let names =
            |word: Word| matches!(word, Word::OfDisclosure | Word::Requests | Word::OnRequest);
        if item.words().any(names) || item.right.iter().filter_map(Piece::word).any(names) {
            self.disclosure = Some(item.sentence);
        }
        // 条例施行以来: more than this year.
        if item.words().any(|word| word == Word::Since) {
            self.other_year = true;
        }
        for piece in look::effect(&item.left) {
            if let Piece::Year(year) = piece {
                self.other_year = self.context.year.is_some_and(|own| own != *year);
            }
        }
    }

    /// Whether disputes here are surely about the disclosure of information.
    pub(crate) fn about_disclosure(&self) -> bool {
        self.context.section == Some(Section::Disputes) || self.disclosure == Some(self.sentence)
    }
}

/// A number without a name takes that of the clause in front of it: `收到政府信息公开申请，共12件`.
fn inherit(item: &mut Item, before: &[Item]) {
    let bare = item
        .left
        .iter()
        .all(|piece| matches!(piece, Piece::Word(Word::Filler | Word::Sum)));
    if !bare || !item.right.is_empty() {
        return;
    }
    let Some(clause) = before.last().filter(|clause| {
        clause.numeral.is_none()
            && clause.sentence == item.sentence
            && clause.clause.saturating_add(1) >= item.clause
            && clause.also.is_empty()
    }) else {
        return;
    };
    let mut left = clause.left.clone();
    left.append(&mut item.left);
    item.left = left;
}

/// Finds what a number counts.
fn number(item: &mut Item, look: &Look, state: &mut State<'_>, before: &[Item], behind: &[Item]) {
    let Some(numeral) = &item.numeral else {
        return;
    };
    item.notes.sum = look.has(Word::Sum);
    item.notes.open = look.says(Word::AndSoOn);
    // 其他 is the last part of all.
    item.notes.closed |= item.parent.is_some() && look.has(Word::Rest);
    let measure = numeral.measure;
    if matches!(measure, Measure::Percent | Measure::Points) || look.growth(item) {
        share::note(item, look);
        return;
    }
    let foreign_year = state.other_year && !look.carried();
    if look.has(Word::Part) || look.last_year() || foreign_year {
        item.notes.last_year = look.last_year();
        return;
    }
    // What only the form calls so needs no name, but may be something else after all.
    let named = look.field.or(state.field);
    let field = named.or_else(|| look.told(requests::is_result_list(item, before, behind)));
    let counts = matches!(measure, Measure::Bare)
        || matches!(measure, Measure::Count(c) if COUNTED.contains(&c));
    let found = match (field, measure) {
        (Some(Field::Fee | Field::ProcessingFee), _) | (_, Measure::Money) => {
            disclosure::fee(look, field, measure)
        }
        (Some(Field::Requests), _) if counts => requests::count(item, look, state, before, behind),
        (Some(Field::Disputes(kinds)), _) if counts => {
            disputes::count(item, look, state, kinds, before)
        }
        (Some(Field::Documents(line)), _) if counts => disclosure::documents(item, look, line),
        (Some(Field::Decisions(line)), _) if counts => disclosure::decisions(item, look, line),
        _ => None,
    };
    if let Some((subject, official)) = found {
        match subject {
            Subject::Answered => state.answered = true,
            Subject::New { .. } | Subject::Handled => state.answered = false,
            _ => {}
        }
        item.subject = Some(subject);
        item.official = official && named.is_some();
    }
}
