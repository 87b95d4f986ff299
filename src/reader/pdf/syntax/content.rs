//! The content of a page as instructions.

use super::lexer::{Lexer, is_blank, is_regular};
use super::object::Object;

/// Operands of one instruction, those inside arrays included.
const OPERANDS: usize = 200_000;

/// Reads instructions from first to last.
pub(crate) struct Content<'a>(Lexer<'a>);

/// An operator with its operands.
pub(crate) struct Instruction<'a> {
    pub(crate) operator: &'a [u8],
    pub(crate) operands: Vec<Object>,
}

impl<'a> Content<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(Lexer::of_content(bytes))
    }

    /// Passes over the picture behind `BI`: words, then bytes up to a word `EI` behind which readable bytes stand.
    fn skip_picture(&mut self) {
        let lexer = &mut self.0;
        loop {
            lexer.skip_blank();
            match lexer.peek() {
                None => return,
                Some(_) if lexer.rest().starts_with(b"ID") => {
                    lexer.skip(3);
                    break;
                }
                Some(byte) => {
                    if lexer.object().is_none() {
                        lexer.pass(byte);
                    }
                }
            }
        }
        let data = lexer.rest();
        let is_end = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| data.get(before));
            let behind = data.get(at.saturating_add(2)..).unwrap_or_default();
            let ahead = behind.get(..12).unwrap_or(behind);
            before.is_none_or(|byte| is_blank(*byte))
                && behind.first().is_none_or(|byte| is_blank(*byte))
                && ahead
                    .iter()
                    .all(|byte| is_blank(*byte) && *byte != 0 || (32..127).contains(byte))
        };
        let end = data
            .windows(2)
            .enumerate()
            .find(|(at, window)| *window == b"EI" && is_end(*at));
        lexer.skip(end.map_or(data.len(), |(at, _)| at.saturating_add(2)));
    }
}

impl<'a> Iterator for Content<'a> {
    type Item = Instruction<'a>;

    fn next(&mut self) -> Option<Instruction<'a>> {
        let mut operands = Vec::new();
        self.0.left = OPERANDS;
        loop {
            if let Some(object) = self.0.object() {
                operands.push(object);
                continue;
            }
            if self.0.left == 0 {
                operands.clear();
                self.0.left = OPERANDS;
            }
            let first = self.0.peek()?;
            if !is_regular(first) {
                self.0.skip(1);
                continue;
            }
            let operator = self.0.take_while(is_regular);
            if operator == b"BI" {
                self.skip_picture();
            }
            return Some(Instruction { operator, operands });
        }
    }
}
