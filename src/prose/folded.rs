//! A text as the rules about words look at it: without white space and width, each character with its place.
//!
//! Copies put blanks between figures and break lines in the middle of a word; what is sought must be found all the
//! same, and the finding must point at the text as it was written.

use std::ops::Range;

use crate::number;
use crate::strings::traditional;

/// A text without white space and width. Places in it are counted in characters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    chars: Vec<char>,
    /// The bytes of the text that each character stands in.
    places: Vec<Range<usize>>,
    /// The bytes of the text.
    bytes: usize,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn new(text: &str) -> Self {
        // Nearly all characters take three bytes.
        let room = text.len().div_euclid(3);
        let mut folded = Self {
            chars: Vec::with_capacity(room),
            places: Vec::with_capacity(room),
            bytes: text.len(),
        };
        for (place, c) in text.char_indices() {
            let Some(plain) = plain(c) else { continue };
            folded.chars.push(plain);
            folded
                .places
                .push(place..place.saturating_add(c.len_utf8()));
        }
        folded
    }

    /// How many characters there are.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at a place.
    pub(crate) fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).copied()
    }

    /// The character in front of a place.
    pub(crate) fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1)?)
    }

    /// The characters from one place up to another; clipped to what is there.
    pub(crate) fn part(&self, part: Range<usize>) -> &[char] {
        let end = part.end.min(self.len());
        self.chars.get(part.start.min(end)..end).unwrap_or(&[])
    }

    /// Whether a word begins at a place.
    pub(crate) fn begins(&self, place: usize, word: &str) -> bool {
        let mut here = self.part(place..self.len()).iter();
        word.chars().all(|c| here.next() == Some(&c))
    }

    /// Whether a word ends in front of a place.
    pub(crate) fn ends(&self, place: usize, word: &str) -> bool {
        place
            .checked_sub(word.chars().count())
            .is_some_and(|start| self.begins(start, word))
    }

    /// The first place of a word, from a place on.
    pub(crate) fn find(&self, from: usize, word: &str) -> Option<usize> {
        let first = word.chars().next()?;
        let mut from = from;
        loop {
            let ahead = self.part(from..self.len());
            // Most characters are not the first of the word: this is where the time goes.
            let at = from.checked_add(ahead.iter().position(|c| *c == first)?)?;
            if self.begins(at, word) {
                return Some(at);
            }
            from = at.checked_add(1)?;
        }
    }

    /// All places of a word.
    pub(crate) fn all<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let mut from = 0_usize;
        std::iter::from_fn(move || {
            let at = self.find(from, word)?;
            from = at.saturating_add(1);
            Some(at)
        })
    }

    /// Whether one of the words stands in it.
    pub(crate) fn holds(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.find(0, word).is_some())
    }

    /// A year with its sign at a place, as `2024年` or `二〇二四年`, and the place behind the sign.
    pub(crate) fn year(&self, place: usize) -> Option<(i32, usize)> {
        let mut year = 0_i32;
        let mut behind = place;
        while let Some(digit) = self.at(behind).and_then(digit) {
            year = year.checked_mul(10)?.checked_add(digit)?;
            behind = behind.saturating_add(1);
        }
        let whole = behind.saturating_sub(place) == 4
            && self.at(behind) == Some('年')
            && self.before(place).and_then(digit).is_none();
        (whole && (2000..2100).contains(&year)).then_some((year, behind.saturating_add(1)))
    }

    /// A whole number in plain digits at a place, and the place behind it.
    pub(crate) fn number(&self, place: usize) -> Option<(u32, usize)> {
        let mut number = 0_u32;
        let mut behind = place;
        while let Some(digit) = self.at(behind).and_then(|c| c.to_digit(10)) {
            number = number.checked_mul(10)?.checked_add(digit)?;
            behind = behind.saturating_add(1);
        }
        (behind > place).then_some((number, behind))
    }

    /// Where a part stands in the text, in bytes.
    pub(crate) fn bytes(&self, part: Range<usize>) -> Range<usize> {
        let start = self
            .places
            .get(part.start)
            .map_or(self.bytes, |place| place.start);
        let end = part
            .end
            .checked_sub(1)
            .and_then(|last| self.places.get(last))
            .map_or(start, |place| place.end);
        start..end.max(start)
    }
}

/// A character without width, brackets and traditional form made plain; `None` for white space and what is invisible.
pub(crate) fn plain(c: char) -> Option<char> {
    Some(match number::fold(c)? {
        ' ' => return None,
        '〔' | '[' | '【' => '(',
        '〕' | ']' | '】' => ')',
        c if c.is_ascii() => c,
        c => traditional::simplified(c),
    })
}

fn digit(c: char) -> Option<i32> {
    let value = match c {
        '零' | '〇' | '○' => 0,
        _ => match c.to_digit(10) {
            Some(digit) => digit,
            None => {
                let place = "一二三四五六七八九".chars().position(|known| known == c)?;
                u32::try_from(place.checked_add(1)?).ok()?
            }
        },
    };
    i32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_over_blanks_and_breaks_and_point_at_the_text() {
        let text = "　统计\n期限 为２０２４ 年。";
        let folded = Folded::new(text);
        let at = folded.find(0, "统计期限").unwrap();
        assert_eq!(text.get(folded.bytes(at..at + 4)), Some("统计\n期限"));
        let at = folded.find(0, "2024年").unwrap();
        assert_eq!(folded.year(at), Some((2024, at + 5)));
        assert_eq!(text.get(folded.bytes(at..at + 4)), Some("２０２４"));
        assert!(folded.ends(at, "期限为") && !folded.ends(1, "期限为"));
    }

    #[test]
    fn years_have_four_digits_and_a_sign() {
        let year = |text: &str| Folded::new(text).year(0).map(|(year, _)| year);
        assert_eq!(year("2024年度"), Some(2024));
        assert_eq!(year("二〇二四年"), Some(2024));
        for none in ["20241月1日", "202年", "2024", "12024年", "1999年", ""] {
            assert_eq!(year(none), None, "{none}");
        }
        assert_eq!(Folded::new("12024年").year(1), None);
    }

    #[test]
    fn wild_places_survive() {
        let folded = Folded::new("甲 ");
        for (start, end) in [(0, 0), (0, 9), (5, 2), (9, 9)] {
            let part = start..end;
            let bytes = folded.bytes(part.clone());
            assert!(bytes.start <= bytes.end && bytes.end <= 4, "{start} {end}");
            assert!(folded.part(part).len() <= 1);
        }
        assert!(!folded.begins(3, "甲") && folded.before(0).is_none());
    }
}
