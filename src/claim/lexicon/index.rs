//! The words of the lexicon, found by how they begin: every character of a report asks for them.

use super::{WORDS, Word};
use crate::prose::folded::Folded;

/// How many places there are for the beginnings of words; most of them hold the words of one.
const PLACES: usize = 1024;

/// The words by their first two characters.
pub(crate) struct Lexicon {
    /// All spellings, one behind the other.
    chars: Vec<char>,
    words: Vec<Known>,
    /// For each place where its words begin, and behind the last where they end.
    places: Vec<usize>,
}

/// A spelling and what it means.
#[derive(Clone, Copy)]
struct Known {
    beginning: Beginning,
    /// Where the spelling begins and ends in all characters.
    start: usize,
    end: usize,
    meaning: Word,
}

impl Known {
    fn length(&self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

/// The first two characters of a word; of a single one no second.
type Beginning = (char, Option<char>);

impl Lexicon {
    /// Makes it ready.
    pub(crate) fn new() -> Self {
        let mut chars: Vec<char> = Vec::new();
        let mut all: Vec<Known> = Vec::new();
        for (meaning, spellings) in WORDS {
            for spelling in *spellings {
                let start = chars.len();
                chars.extend(spelling.chars());
                let own = chars.get(start..).unwrap_or(&[]);
                if let Some(first) = own.first() {
                    all.push(Known {
                        beginning: (*first, own.get(1).copied()),
                        start,
                        end: chars.len(),
                        meaning: *meaning,
                    });
                }
            }
        }
        let mut places = vec![0_usize; PLACES.saturating_add(1)];
        for word in &all {
            if let Some(count) = places.get_mut(place(word.beginning)) {
                *count = count.saturating_add(1);
            }
        }
        // Where the words of each place end; putting them in from behind leaves where they begin.
        let mut sum = 0_usize;
        for count in &mut places {
            sum = sum.saturating_add(*count);
            *count = sum;
        }
        let mut words = all.clone();
        for word in all {
            if let Some(end) = places.get_mut(place(word.beginning)) {
                *end = end.saturating_sub(1);
                if let Some(room) = words.get_mut(*end) {
                    *room = word;
                }
            }
        }
        Self {
            chars,
            words,
            places,
        }
    }

    /// The longest word that begins at a place of a text, and the place behind it.
    pub(crate) fn longest(&self, text: &Folded, at: usize) -> Option<(Word, usize)> {
        let ahead = text.part(at..text.len());
        let first = *ahead.first()?;
        let second = ahead.get(1).copied();
        let spelled = |known: &&Known| {
            let spelling = self.chars.get(known.start..known.end);
            spelling.is_some_and(|spelling| ahead.starts_with(spelling))
        };
        let longer = second.and_then(|_| {
            let words = self.beginning((first, second)).filter(spelled);
            words.max_by_key(|known| known.length())
        });
        let known = match longer {
            Some(known) => known,
            None => self.beginning((first, None)).last()?,
        };
        Some((known.meaning, at.saturating_add(known.length())))
    }

    /// The words that begin so.
    fn beginning(&self, beginning: Beginning) -> impl Iterator<Item = &Known> {
        let at = place(beginning);
        let edge = |at: usize| self.places.get(at).copied().unwrap_or(0);
        let words = self.words.get(edge(at)..edge(at.saturating_add(1)));
        let words = words.unwrap_or(&[]).iter();
        words.filter(move |known| known.beginning == beginning)
    }
}

fn place((first, second): Beginning) -> usize {
    let mixed = u32::from(first) ^ (second.map_or(0, u32::from) << 4);
    usize::try_from(mixed).unwrap_or(0) & (PLACES - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found_where_it_stands() {
        let lexicon = Lexicon::new();
        for (meaning, spellings) in WORDS {
            for spelling in *spellings {
                let text = Folded::new(&["甲", spelling].concat());
                let found = lexicon.longest(&text, 1);
                assert_eq!(found, Some((*meaning, text.len())), "{spelling}");
                assert_eq!(lexicon.longest(&text, 0), None, "{spelling}");
            }
        }
    }

    #[test]
    fn the_longest_word_wins_and_the_end_of_the_text_ends_it() {
        let lexicon = Lexicon::new();
        let longest = |text: &str| lexicon.longest(&Folded::new(text), 0);
        assert_eq!(longest("申请公开件"), Some((Word::Requests, 4)));
        assert_eq!(longest("申"), None);
        assert_eq!(longest(""), None);
        assert_eq!(longest("除了"), Some((Word::Except, 1)));
    }
}
