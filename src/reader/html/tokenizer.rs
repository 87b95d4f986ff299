//! Markup to tokens, as browsers cut it: nothing is an error, everything ends somewhere. Positions are
//! bytes and always stand beside an ASCII byte, so no character is ever cut.

/// A piece of markup. Comments, doctypes and processing instructions have no token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Text as written, entities included.
    Text(&'a str),
    /// A start tag. The name is in lower case.
    Start { name: String, attributes: &'a str },
    /// An end tag. The name is in lower case.
    End { name: String },
    /// The text inside an element that holds no markup (`script`, `textarea` ...); follows its start tag
    /// and swallows its end tag.
    Raw { name: &'static str, text: &'a str },
}

/// Elements whose content is text whatever it looks like.
const RAW: [&str; 8] = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
];

/// Cuts text into tokens.
#[derive(Debug)]
pub(crate) struct Tokenizer<'a> {
    text: &'a str,
    position: usize,
    raw: Option<&'static str>,
}

impl<'a> Tokenizer<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            position: 0,
            raw: None,
        }
    }

    fn byte(&self, position: usize) -> Option<u8> {
        self.text.as_bytes().get(position).copied()
    }

    fn starts_with(&self, position: usize, prefix: &str) -> bool {
        self.text
            .as_bytes()
            .get(position..)
            .is_some_and(|rest| rest.starts_with(prefix.as_bytes()))
    }

    /// The text between two positions.
    fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The first position from `start` on whose byte is wanted, or the end.
    fn seek(&self, start: usize, wanted: impl Fn(u8) -> bool) -> usize {
        self.text
            .as_bytes()
            .get(start..)
            .and_then(|rest| rest.iter().position(|byte| wanted(*byte)))
            .map_or(self.text.len(), |offset| start.saturating_add(offset))
    }

    /// The position behind the next `>`, or the end.
    fn behind_angle(&self, start: usize) -> usize {
        self.seek(start, |byte| byte == b'>')
            .saturating_add(1)
            .min(self.text.len())
    }

    /// The position behind a comment whose `<!--` ends at `start`.
    fn behind_comment(&self, start: usize) -> usize {
        if self.starts_with(start, ">") {
            return start.saturating_add(1);
        }
        if self.starts_with(start, "->") {
            return start.saturating_add(2);
        }
        let mut position = start;
        while position < self.text.len() {
            position = self.seek(position, |byte| byte == b'-');
            for end in ["-->", "--!>"] {
                if self.starts_with(position, end) {
                    return position.saturating_add(end.len());
                }
            }
            position = position.saturating_add(1);
        }
        self.text.len()
    }

    /// The position of the `>` that ends a tag, quoted values jumped over; the end if there is none.
    fn end_of_tag(&self, start: usize) -> usize {
        let mut position = start;
        let mut after_equals = false;
        loop {
            match self.byte(position) {
                None => return self.text.len(),
                Some(b'>') => return position,
                Some(quote @ (b'"' | b'\'')) if after_equals => {
                    position = self.seek(position.saturating_add(1), |byte| byte == quote);
                    after_equals = false;
                }
                Some(b'=') => after_equals = true,
                Some(byte) if byte.is_ascii_whitespace() => {}
                Some(_) => after_equals = false,
            }
            position = position.saturating_add(1);
        }
    }

    fn raw_text(&mut self, name: &'static str) -> Token<'a> {
        let start = self.position;
        let mut position = start;
        loop {
            position = self.seek(position, |byte| byte == b'<');
            if position >= self.text.len() {
                self.position = position;
                return Token::Raw {
                    name,
                    text: self.between(start, position),
                };
            }
            let name_start = position.saturating_add(2);
            let name_end = name_start.saturating_add(name.len());
            let found = self.starts_with(position, "</")
                && self
                    .text
                    .as_bytes()
                    .get(name_start..name_end)
                    .is_some_and(|bytes| bytes.eq_ignore_ascii_case(name.as_bytes()))
                && self.byte(name_end).is_none_or(ends_name);
            if found {
                self.position = self.behind_angle(name_end);
                return Token::Raw {
                    name,
                    text: self.between(start, position),
                };
            }
            position = position.saturating_add(1);
        }
    }

    fn tag(&mut self, name_start: usize, is_end: bool) -> Option<Token<'a>> {
        let name_end = self.seek(name_start, ends_name);
        let end = self.end_of_tag(name_end);
        self.position = end.saturating_add(1).min(self.text.len());
        if end >= self.text.len() {
            // The file ends inside the tag: there is no tag.
            return None;
        }
        let name = self.between(name_start, name_end).to_ascii_lowercase();
        if is_end {
            return Some(Token::End { name });
        }
        self.raw = RAW.into_iter().find(|raw| *raw == name);
        Some(Token::Start {
            name,
            attributes: self.between(name_end, end),
        })
    }
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/' || byte == b'>'
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(name));
        }
        while let Some(byte) = self.byte(self.position) {
            let start = self.position;
            let second = start.saturating_add(1);
            let third = start.saturating_add(2);
            if byte == b'<' {
                match (self.byte(second), self.byte(third)) {
                    (Some(b'!'), _) if self.starts_with(start, "<!--") => {
                        self.position = self.behind_comment(start.saturating_add(4));
                        continue;
                    }
                    (Some(b'!' | b'?'), _) => {
                        self.position = self.behind_angle(second);
                        continue;
                    }
                    (Some(first), _) if first.is_ascii_alphabetic() => {
                        return self.tag(second, false);
                    }
                    (Some(b'/'), Some(first)) if first.is_ascii_alphabetic() => {
                        return self.tag(third, true);
                    }
                    (Some(b'/'), Some(_)) => {
                        self.position = self.behind_angle(third);
                        continue;
                    }
                    _ => {}
                }
            }
            self.position = self.seek(second, |byte| byte == b'<');
            return Some(Token::Text(self.between(start, self.position)));
        }
        None
    }
}
