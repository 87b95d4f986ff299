//! The words of the lexicon, found by how they begin: every character of a report asks for them.

use super::{WORDS, Word};
use crate::prose::folded::Folded;

/// How many places there are for the beginnings of words; most of them hold the words of one.
const PLACES: usize = 1024;

/// The words by their first two characters.
pub(crate) struct Lexicon {
    words: Vec<Known>,
    /// For each place where its words begin, and behind the last where they end.
    places: Vec<usize>,
}

/// A spelling and what it means.
#[derive(Clone, Copy)]
struct Known {
    beginning: Beginning,
    spelling: &'static str,
    meaning: Word,
}

/// The first two characters of a word; of a single one no second.
type Beginning = (char, Option<char>);

impl Lexicon {
    /// Makes it ready.
    pub(crate) fn new() -> Self {
        let known = || {
            WORDS.iter().flat_map(|(meaning, spellings)| {
                spellings.iter().filter_map(|spelling| {
                    let mut chars = spelling.chars();
                    Some(Known {
                        beginning: (chars.next()?, chars.next()),
                        spelling,
                        meaning: *meaning,
                    })
                })
            })
        };
        let mut places = vec![0_usize; PLACES.saturating_add(1)];
        let mut words: Vec<Known> = Vec::new();
        for word in known() {
            if let Some(count) = places.get_mut(place(word.beginning)) {
                *count = count.saturating_add(1);
            }
            // Any word holds the room until its own comes.
            words.push(word);
        }
        // Where the words of each place end; putting them in from behind leaves where they begin.
        let mut sum = 0_usize;
        for count in &mut places {
            sum = sum.saturating_add(*count);
            *count = sum;
        }
        for word in known() {
            if let Some(end) = places.get_mut(place(word.beginning)) {
                *end = end.saturating_sub(1);
                if let Some(room) = words.get_mut(*end) {
                    *room = word;
                }
            }
        }
        Self { words, places }
    }

    /// The longest word that begins at a place of a text, and the place behind it.
    pub(crate) fn longest(&self, text: &Folded, at: usize) -> Option<(Word, usize)> {
        let (first, next) = (text.at(at)?, at.saturating_add(1));
        let second = text.at(next);
        let longer = second.and_then(|_| {
            let words = self.beginning((first, second));
            let words = words.filter(|known| text.begins(at, known.spelling));
            words.max_by_key(|known| known.spelling.len())
        });
        match longer {
            Some(known) => Some((
                known.meaning,
                at.saturating_add(known.spelling.chars().count()),
            )),
            None => {
                let known = self.beginning((first, None)).last()?;
                Some((known.meaning, next))
            }
        }
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
