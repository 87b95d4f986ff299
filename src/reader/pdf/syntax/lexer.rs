//! Bytes to objects. Nothing goes back, so the time is that of the bytes; depth and the number of objects are capped.

use std::rc::Rc;

use super::super::matrix::decimal;
use super::object::{Dict, Object};

/// Arrays and dictionaries inside each other.
const DEPTH: usize = 64;
/// Digits that a number may have before what follows does not count any more.
const DIGITS: u32 = 15;

/// Reads objects from a place on.
#[derive(Clone, Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
    /// `12 0 R` is a reference. In the content of a page it is not.
    references: bool,
    /// Objects that may still be made.
    pub(super) left: usize,
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

pub(super) const fn is_regular(byte: u8) -> bool {
    !is_blank(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

impl<'a> Lexer<'a> {
    /// Reads the content of a page, without references.
    pub(super) fn of_content(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            references: false,
            left: 0,
        }
    }

    /// Reads a file, with references.
    pub(super) fn new(bytes: &'a [u8], at: usize, left: usize) -> Self {
        Self {
            bytes,
            at,
            references: true,
            left,
        }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count);
    }

    pub(super) fn take_while(&mut self, fits: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let end = rest.iter().position(|byte| !fits(*byte));
        let taken = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        self.skip(taken.len());
        taken
    }

    /// Passes over blanks and comments.
    pub(super) fn skip_blank(&mut self) {
        loop {
            self.take_while(is_blank);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| !matches!(byte, b'\n' | b'\r'));
        }
    }

    /// Passes over a word if it stands here.
    pub(super) fn word(&mut self, word: &[u8]) -> bool {
        self.skip_blank();
        let is_here = self.rest().starts_with(word);
        if is_here {
            self.skip(word.len());
        }
        is_here
    }

    /// A whole number without a sign.
    pub(super) fn digits(&mut self) -> Option<usize> {
        self.skip_blank();
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        if digits.is_empty() || digits.len() > 15 {
            return None;
        }
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    /// `12 0 obj`: number and generation. No comments in between: looking for headers must not pass over all that follows
    /// again and again.
    pub(super) fn header(&mut self) -> Option<(u32, u32)> {
        let mut number = || {
            self.take_while(is_blank);
            let digits = self.take_while(|byte| byte.is_ascii_digit());
            std::str::from_utf8(digits).ok()?.parse().ok()
        };
        let id = (number()?, number()?);
        self.take_while(is_blank);
        let is_here = self.rest().starts_with(b"obj");
        self.skip(3);
        is_here.then_some(id)
    }

    /// The next object; `None` at the end, at a closing bracket and at a word, which stay where they are.
    pub(super) fn object(&mut self) -> Option<Object> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        self.skip_blank();
        self.left = self.left.checked_sub(1)?;
        match self.peek()? {
            b'/' => Some(Object::Name(self.name().into())),
            b'(' => Some(Object::Text(self.literal().into())),
            b'<' if self.rest().starts_with(b"<<") => {
                self.skip(2);
                Some(Object::Dict(Rc::new(self.dict(depth))))
            }
            b'<' => Some(Object::Text(self.hex().into())),
            b'[' => {
                self.skip(1);
                Some(Object::Array(self.members(depth).into()))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number_or_reference(),
            b't' if self.keyword(b"true") => Some(Object::Boolean(true)),
            b'f' if self.keyword(b"false") => Some(Object::Boolean(false)),
            b'n' if self.keyword(b"null") => Some(Object::Null),
            _ => None,
        }
    }

    /// The members behind the opening bracket; what is no object among them is passed over.
    fn members(&mut self, depth: usize) -> Vec<Object> {
        let mut members = Vec::new();
        if depth >= DEPTH {
            return members;
        }
        loop {
            if let Some(object) = self.nested(depth.saturating_add(1)) {
                members.push(object);
                continue;
            }
            match self.peek() {
                Some(b']') => {
                    self.skip(1);
                    return members;
                }
                Some(byte) if self.left > 0 && !self.rest().starts_with(b"endobj") => {
                    self.pass(byte);
                }
                // The list was not closed.
                _ => return members,
            }
        }
    }

    /// Passes over what is no object.
    pub(super) fn pass(&mut self, first: u8) {
        if is_regular(first) {
            self.take_while(is_regular);
        } else {
            self.skip(1);
        }
    }

    fn keyword(&mut self, word: &[u8]) -> bool {
        let rest = self.rest();
        let is_whole = rest.get(word.len()).is_none_or(|byte| !is_regular(*byte));
        let is_here = is_whole && rest.starts_with(word);
        if is_here {
            self.skip(word.len());
        }
        is_here
    }

    /// The entries behind the opening brackets.
    fn dict(&mut self, depth: usize) -> Dict {
        let mut entries = Vec::new();
        if depth >= DEPTH {
            return Dict::default();
        }
        loop {
            self.skip_blank();
            match self.peek() {
                None => break,
                Some(b'>') => {
                    self.skip(if self.rest().starts_with(b">>") { 2 } else { 1 });
                    break;
                }
                Some(b'/') => {
                    let name = self.name().into();
                    match self.nested(depth.saturating_add(1)) {
                        Some(value) => entries.push((name, value)),
                        None if self.left == 0 => break,
                        None => {}
                    }
                }
                // The dictionary was not closed.
                Some(b'e' | b's') if self.is_behind() => break,
                Some(byte) => self.pass(byte),
            }
        }
        Dict::new(entries)
    }

    fn is_behind(&self) -> bool {
        let rest = self.rest();
        rest.starts_with(b"endobj") || rest.starts_with(b"stream")
    }

    fn name(&mut self) -> Vec<u8> {
        self.skip(1);
        let raw = self.take_while(is_regular);
        if !raw.contains(&b'#') {
            return raw.to_vec();
        }
        let mut name = Vec::new();
        let mut rest = raw;
        while let Some((first, tail)) = rest.split_first() {
            rest = tail;
            if *first == b'#'
                && let [high, low, tail @ ..] = tail
                && let Some((high, low)) = digit(*high).zip(digit(*low))
            {
                name.push((high << 4) | low);
                rest = tail;
            } else {
                name.push(*first);
            }
        }
        name
    }

    /// A text in round brackets, which may stand inside each other.
    fn literal(&mut self) -> Vec<u8> {
        self.skip(1);
        let mut text = Vec::new();
        let mut depth = 1_usize;
        while let Some(byte) = self.peek() {
            self.skip(1);
            match byte {
                b'(' => depth = depth.saturating_add(1),
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            match byte {
                _ if depth == 0 => break,
                b'\\' => self.escape(&mut text),
                b'\r' => {
                    self.line_feed();
                    text.push(b'\n');
                }
                byte => text.push(byte),
            }
        }
        text
    }

    /// What stands behind a backslash.
    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        if (b'0'..=b'7').contains(&byte) {
            let mut value = 0_u32;
            for _ in 0..3 {
                match self.peek() {
                    Some(byte @ b'0'..=b'7') => {
                        value = (value << 3) | u32::from(byte & 7);
                        self.skip(1);
                    }
                    _ => break,
                }
            }
            text.push(u8::try_from(value & 0xFF).unwrap_or(0));
            return;
        }
        self.skip(1);
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            // The line goes on.
            b'\n' => {}
            b'\r' => self.line_feed(),
            other => text.push(other),
        }
    }

    fn line_feed(&mut self) {
        if self.peek() == Some(b'\n') {
            self.skip(1);
        }
    }

    /// A text in hexadecimal digits; a missing last one is 0.
    fn hex(&mut self) -> Vec<u8> {
        self.skip(1);
        let digits = self.take_while(|byte| byte != b'>');
        self.skip(1);
        from_hex(digits)
    }

    fn number_or_reference(&mut self) -> Option<Object> {
        let first = self.peek()?;
        let start = self.at;
        let number = self.number();
        if !self.references || !first.is_ascii_digit() {
            return Some(number);
        }
        let digits = self.at.saturating_sub(start);
        let mut ahead = self.clone();
        if digits <= 10
            && ahead.blanks_and_digits()
            && ahead.word(b"R")
            && ahead.peek().is_none_or(|byte| !is_regular(byte))
            && let Some(id) = number.id()
        {
            self.at = ahead.at;
            return Some(Object::Reference(id));
        }
        Some(number)
    }

    /// A generation, which is short. Comments do not stand in front of it.
    fn blanks_and_digits(&mut self) -> bool {
        self.take_while(is_blank);
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        !digits.is_empty() && digits.len() <= 5
    }

    /// A number. Signs too many, and what is no digit inside, are what writers get wrong; as much as makes sense counts.
    fn number(&mut self) -> Object {
        let signs = self.take_while(|byte| matches!(byte, b'+' | b'-'));
        let mut mantissa = 0_i64;
        let (mut count, mut places, mut dropped) = (0_u32, 0_u32, 0_u32);
        let mut has_point = false;
        let digits = self.take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
        for byte in digits {
            match byte {
                b'.' if has_point => break,
                b'.' => has_point = true,
                b'-' => break,
                byte if count < DIGITS => {
                    mantissa = mantissa
                        .saturating_mul(10)
                        .saturating_add(i64::from(byte & 15));
                    count = count.saturating_add(u32::from(mantissa != 0));
                    places = places.saturating_add(u32::from(has_point));
                }
                _ => dropped = dropped.saturating_add(u32::from(!has_point)),
            }
        }
        if signs.first() == Some(&b'-') {
            mantissa = mantissa.saturating_neg();
        }
        Object::Number(decimal(mantissa, places, dropped))
    }
}

/// The bytes that hexadecimal digits stand for; what is none does not count, and a missing last one is 0.
pub(super) fn from_hex(digits: &[u8]) -> Vec<u8> {
    let mut digits = digits.iter().filter_map(|byte| digit(*byte));
    let mut bytes = Vec::new();
    while let Some(high) = digits.next() {
        bytes.push((high << 4) | digits.next().unwrap_or(0));
    }
    bytes
}

/// The value of a hexadecimal digit.
fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}
