//! The words of a report: what stands around its tables, in reading order, each passage with its section.
//!
//! Nothing is judged here. Rules about words and about the form of the report read passages; what they say is
//! tied to its place by a [`Quote`].

pub(crate) mod folded;

use std::ops::Range;

use crate::form::Section;
use crate::strings;

/// The words of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The passages in reading order.
    pub passages: Vec<Passage>,
}

/// A heading, a paragraph, or a line that is neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub role: Role,
    /// The section it stands in, a heading in its own; `None` in front of the first heading.
    pub section: Option<Section>,
    /// The text as written. Lines that a copy broke in the middle of a sentence are one passage, with `\n`
    /// between them.
    pub text: String,
    /// The number of the block that it begins in.
    pub block: u32,
    /// The page, from 1, where the format knows pages.
    pub page: Option<u32>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of the six official headings.
    Heading {
        /// The number in front of it as written, as `一`; `None` if there is none, as when a word processor
        /// counts by itself.
        number: Option<char>,
    },
    /// Running text.
    Body,
    /// A line that is no sentence: title, signature, what a table left behind.
    Line,
}

/// A place in the prose: a sentence and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The section.
    pub section: Option<Section>,
    /// The sentence, shortened if it is very long.
    pub excerpt: String,
    /// First UTF-16 unit of the part in the excerpt.
    pub start: u32,
    /// The UTF-16 unit behind its last.
    pub end: u32,
    /// The page, from 1, where the format knows pages.
    pub page: Option<u32>,
}

/// Characters that an excerpt shows on each side of the part at most.
const AROUND: usize = 80;

impl Prose {
    /// The passages that hold sentences.
    pub fn bodies(&self) -> impl Iterator<Item = &Passage> {
        self.passages
            .iter()
            .filter(|passage| passage.role == Role::Body)
    }
}

impl Passage {
    /// The sentence around a part of the text.
    ///
    /// `part` is in bytes of [`Passage::text`]; what lies outside of it is clipped.
    pub fn quote(&self, part: Range<usize>) -> Quote {
        let (begin, finish) = self.sentence(&part);
        let sentence = self.text.get(begin..finish).unwrap_or_default();
        // Line breaks are no part of an excerpt.
        let units = |part: Range<usize>| {
            let text = self.text.get(part).unwrap_or_default().chars();
            text.filter(|c| *c != '\n').fold(0, add)
        };
        let start = units(begin..part.start.min(finish));
        let length = units(part.start.max(begin)..part.end.min(finish));
        Quote {
            section: self.section,
            excerpt: strings::replace(sentence, "\n", ""),
            start,
            end: start.saturating_add(length),
            page: self.page,
        }
    }

    /// Where the sentence around a part begins and ends, in bytes.
    fn sentence(&self, part: &Range<usize>) -> (usize, usize) {
        let (before, behind) = match (self.text.get(..part.start), self.text.get(part.end..)) {
            (Some(before), Some(behind)) => (before, behind),
            _ => return (0, self.text.len()),
        };
        let begin = before
            .char_indices()
            .rev()
            .take(AROUND)
            .take_while(|(_, c)| !ends_sentence(*c))
            .last()
            .map_or(part.start, |(at, _)| at);
        let finish = behind
            .char_indices()
            .take(AROUND)
            .take_while(|(_, c)| !ends_sentence(*c))
            .last()
            .map_or(part.end, |(at, c)| {
                part.end.saturating_add(at).saturating_add(c.len_utf8())
            });
        let indent = self.text.get(begin..part.start).map_or(0, |front| {
            front.len().saturating_sub(front.trim_start().len())
        });
        (begin.saturating_add(indent), finish)
    }
}

fn add(units: u32, c: char) -> u32 {
    units.saturating_add(u32::try_from(c.len_utf16()).unwrap_or(1))
}

/// Signs that end a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str) -> Passage {
        Passage {
            role: Role::Body,
            section: Some(Section::Overview),
            text: text.to_owned(),
            block: 0,
            page: None,
        }
    }

    fn quoted(text: &str, part: &str) -> (String, String) {
        let at = text.find(part).unwrap();
        let quote = passage(text).quote(at..at + part.len());
        let units: Vec<u16> = quote.excerpt.encode_utf16().collect();
        let marked = &units[quote.start as usize..quote.end as usize];
        (quote.excerpt.clone(), String::from_utf16(marked).unwrap())
    }

    #[test]
    fn a_quote_is_one_sentence_with_its_part_marked() {
        let text = "　　前一句。本年度收到申请12件，其中11件办结；后一句。";
        assert_eq!(
            quoted(text, "12件"),
            (
                "本年度收到申请12件，其中11件办结".to_owned(),
                "12件".to_owned()
            )
        );
        assert_eq!(
            quoted(text, "前一句"),
            ("前一句".to_owned(), "前一句".to_owned())
        );
    }

    #[test]
    fn utf16_units_are_counted_and_line_breaks_are_not() {
        assert_eq!(
            quoted("𠮷市收到申请1\n03件。", "1\n03"),
            ("𠮷市收到申请103件".to_owned(), "103".to_owned())
        );
    }

    #[test]
    fn long_sentences_are_shortened_and_wild_ranges_survive() {
        let long = format!("{}7件{}", "甲".repeat(500), "乙".repeat(500));
        let (excerpt, marked) = quoted(&long, "7件");
        assert_eq!((excerpt.chars().count(), marked.as_str()), (162, "7件"));
        for part in [0..0, 1..2, 900..1000] {
            let quote = passage("一二三").quote(part);
            assert!(quote.start <= quote.end);
        }
    }
}
