//! What all checks of the report as a whole look at, made once.

use std::ops::Range;

use crate::form::Section;
use crate::prose::folded::Folded;
use crate::prose::{Passage, Quote, Role};
use crate::report::Report;
use crate::sorted::SortedSet;

use super::heading;

/// Characters of running text that a report has at least; tables under their headings may be all that was copied.
const TEXT: usize = 40;
/// Characters of running text that only a report can have that lost all its headings.
const LONG_TEXT: usize = 300;

/// A report as the checks of the whole see it.
pub(in crate::check) struct Survey<'a> {
    pub(super) report: &'a Report,
    /// The passages, in reading order.
    pub(super) words: Vec<Words<'a>>,
    /// The sections whose headings stand in the report in any shape.
    pub(super) seen: SortedSet<Section>,
    /// Whether the report is there from its beginning to its end; a part of one owes nothing.
    pub(super) whole: bool,
}

/// A passage and its folded text.
pub(in crate::check) struct Words<'a> {
    pub(in crate::check) passage: &'a Passage,
    pub(in crate::check) folded: Folded,
}

impl<'a> Survey<'a> {
    /// Looks at a report.
    pub(in crate::check) fn new(report: &'a Report) -> Self {
        let words: Vec<Words<'a>> = report
            .prose
            .passages
            .iter()
            .map(|passage| Words {
                passage,
                folded: Folded::new(&passage.text),
            })
            .collect();
        let mut survey = Self {
            report,
            words,
            seen: SortedSet::new(),
            whole: false,
        };
        survey.seen = heading::seen(&survey);
        survey.whole = survey.is_whole();
        survey
    }

    /// Every passage with its folded text.
    pub(in crate::check) fn passages(&self) -> impl Iterator<Item = (&Passage, &Folded)> {
        self.words
            .iter()
            .map(|words| (words.passage, &words.folded))
    }

    /// A report begins with a title or its first section, ends with its last section or has all its tables, and has
    /// text, and headings or a long text.
    fn is_whole(&self) -> bool {
        let begins = self.report.title.is_some() || self.seen.contains(&Section::Overview);
        let ends = self.seen.contains(&Section::Other)
            || self.report.tables.iter().all(|reading| reading.found());
        let text = self
            .words
            .iter()
            .filter(|words| words.passage.role == Role::Body)
            .fold(0_usize, |sum, words| sum.saturating_add(words.folded.len()));
        begins && ends && text >= TEXT && (self.seen.len() >= 2 || text >= LONG_TEXT)
    }

    /// The passages of a section, without its heading.
    pub(in crate::check) fn section(&self, section: Section) -> impl Iterator<Item = &Words<'a>> {
        self.words
            .iter()
            .filter(move |words| words.passage.section == Some(section) && !words.is_heading())
    }

    /// The passages in front of the first heading.
    pub(super) fn front(&self) -> impl Iterator<Item = &Words<'a>> {
        self.words
            .iter()
            .take_while(|words| words.passage.section.is_none())
    }

    /// Whether the heading of a section stands in the report as a line of its own.
    pub(super) fn has_heading(&self, section: Section) -> bool {
        self.words
            .iter()
            .any(|words| words.is_heading() && words.passage.section == Some(section))
    }

    /// Whether any passage holds one of the words.
    pub(super) fn holds(&self, wanted: &[&str]) -> bool {
        self.words.iter().any(|words| words.folded.holds(wanted))
    }
}

impl Words<'_> {
    /// Whether it is an official heading.
    pub(super) fn is_heading(&self) -> bool {
        matches!(self.passage.role, Role::Heading { .. })
    }

    /// The sentence around a part, which is counted in characters of the folded text.
    pub(in crate::check) fn quote(&self, part: Range<usize>) -> Quote {
        self.passage.quote(self.folded.bytes(part))
    }

    /// The whole passage, shortened.
    pub(super) fn quote_all(&self) -> Quote {
        self.quote(0..self.folded.len())
    }
}
