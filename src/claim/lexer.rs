//! A passage as tokens: numbers, years, known words, signs, and runs of what is not known.

use std::ops::Range;

use super::lexicon::{Lexicon, Word};
use super::numeral::{Numeral, Scan, scan};
use crate::prose::ends_sentence;
use crate::prose::folded::Folded;

/// A token and where it stands, in characters of the folded text.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) part: Range<usize>,
}

/// What a token is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Numeral(Numeral),
    Year(i32),
    Word(Word),
    /// Something that no word of the lexicon says.
    Unknown,
    Comma,
    /// 、
    Pause,
    Colon,
    Open,
    Close,
    /// The end of a sentence.
    End,
}

/// The tokens of a passage.
pub(crate) fn tokens(text: &Folded, lexicon: &Lexicon) -> Vec<Token> {
    // Words have two or three characters.
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len().div_ceil(2));
    let mut at = 0_usize;
    while let Some(c) = text.at(at) {
        let next = at.saturating_add(1);
        let (kind, end) = match sign(c) {
            Some(kind) => (kind, next),
            // The longest word wins; a single character yields to a number that begins with it.
            None => match lexicon.longest(text, at) {
                Some((word, end)) if end > next => (Kind::Word(word), end),
                word => match scan(text, at) {
                    Some(Scan::Numeral(numeral)) => {
                        let end = numeral.part.end;
                        (Kind::Numeral(numeral), end)
                    }
                    Some(Scan::Year(year, end)) => (Kind::Year(year), end),
                    Some(Scan::Passed(end)) if word.is_none() => (Kind::Unknown, end.max(next)),
                    _ => match word {
                        Some((word, end)) => (Kind::Word(word), end),
                        None => (Kind::Unknown, unknown(text, at, c)),
                    },
                },
            },
        };
        match (tokens.last_mut(), &kind) {
            (Some(last), Kind::Unknown) if matches!(last.kind, Kind::Unknown) => {
                last.part.end = end;
            }
            _ => tokens.push(Token {
                kind,
                part: at..end,
            }),
        }
        at = end;
    }
    tokens
}

fn sign(c: char) -> Option<Kind> {
    Some(match c {
        ',' => Kind::Comma,
        '、' => Kind::Pause,
        ':' => Kind::Colon,
        '(' => Kind::Open,
        ')' => Kind::Close,
        c if ends_sentence(c) => Kind::End,
        _ => return None,
    })
}

/// The end of something unknown: one character, or the name of a document up to its closing sign.
fn unknown(text: &Folded, at: usize, c: char) -> usize {
    let next = at.saturating_add(1);
    if c != '《' {
        return next;
    }
    let ahead = text.part(next..next.saturating_add(60)).iter();
    ahead
        .clone()
        .position(|c| *c == '》')
        .map_or(next, |close| next.saturating_add(close).saturating_add(1))
}
