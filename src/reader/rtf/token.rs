//! Bytes to tokens.

/// A piece of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word or sign, with its number if it has one.
    Control(&'a str, Option<i32>),
    /// A byte of text, written as it is or by its number.
    Byte(u8),
}

/// Walks over a file.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    fn skip(&mut self, count: usize) {
        self.position = self.position.saturating_add(count);
    }

    /// Takes bytes as long as they are wanted.
    fn run(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| !wanted(*byte))
            .unwrap_or(rest.len());
        self.skip(length);
        rest.get(..length).unwrap_or_default()
    }

    /// What stands behind a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if first == b'\'' {
            self.skip(1);
            let digits = self
                .bytes
                .get(self.position..self.position.saturating_add(2));
            let value = digits
                .and_then(|digits| std::str::from_utf8(digits).ok())
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            return Some(match value {
                Some(value) => {
                    self.skip(2);
                    Token::Byte(value)
                }
                None => Token::Control("'", None),
            });
        }
        if !first.is_ascii_alphabetic() {
            self.skip(1);
            return Some(match first {
                b'\\' | b'{' | b'}' => Token::Byte(first),
                b'\r' | b'\n' => Token::Control("par", None),
                b'~' => Token::Control("~", None),
                b'_' => Token::Control("_", None),
                b'*' => Token::Control("*", None),
                _ => Token::Control("", None),
            });
        }
        let name = std::str::from_utf8(self.run(|byte| byte.is_ascii_alphabetic())).ok()?;
        let negative = self.peek() == Some(b'-');
        if negative {
            self.skip(1);
        }
        let digits = self.run(|byte| byte.is_ascii_digit());
        let digits = std::str::from_utf8(digits).unwrap_or_default();
        let number = digits.parse::<i32>().ok();
        let number = number.map(|number| {
            if negative {
                number.saturating_neg()
            } else {
                number
            }
        });
        if self.peek() == Some(b' ') {
            self.skip(1);
        }
        if name == "bin" {
            self.skip(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
        }
        Some(Token::Control(name, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.skip(1);
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                b'\t' => Some(Token::Control("tab", None)),
                _ => Some(Token::Byte(byte)),
            };
        }
    }
}
