//! Content that does not show: where it ends, even if its end tag is missing.

use super::element::{self, Element};
use super::tokenizer::Token;

/// An element whose content is dropped and whose end tag has not come yet.
#[derive(Debug)]
pub(crate) struct Dropped {
    name: String,
    /// Elements of the same name that are open, itself included.
    open: usize,
    /// Hidden text of a line. It cannot outlive the block or the cell that it stands in.
    in_line: bool,
    /// Blocks that are open inside.
    blocks: usize,
}

/// Where a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// In the dropped content.
    Inside,
    /// It is the end tag of the dropped element.
    Last,
    /// The dropped content had ended before it.
    Behind,
}

impl Dropped {
    pub(crate) fn new(name: &str, in_line: bool) -> Self {
        Self {
            name: name.to_owned(),
            open: 1,
            in_line,
            blocks: 0,
        }
    }

    /// Takes the next token.
    pub(crate) fn take(&mut self, token: &Token<'_>) -> Verdict {
        let ended = match token {
            Token::Start { name, .. } => self.start(name),
            Token::End { name } => self.end(name),
            Token::Text(_) | Token::Raw { .. } => false,
        };
        if ended {
            Verdict::Behind
        } else if self.open == 0 {
            Verdict::Last
        } else {
            Verdict::Inside
        }
    }

    /// Counts a start tag. True if the dropped content has ended before it.
    fn start(&mut self, name: &str) -> bool {
        let kind = element::kind(name);
        if self.in_line && (is_structure(kind) || (self.name == "p" && kind == Element::Block)) {
            return true;
        }
        if self.name == name {
            self.open = self.open.saturating_add(1);
        } else if kind == Element::Block && !element::is_void(name) {
            self.blocks = self.blocks.saturating_add(1);
        }
        false
    }

    /// Counts an end tag. True if the dropped content has ended before it.
    fn end(&mut self, name: &str) -> bool {
        let kind = element::kind(name);
        if self.name == name {
            self.open = self.open.saturating_sub(1);
            return false;
        }
        if self.in_line && is_structure(kind) {
            return true;
        }
        if kind == Element::Block {
            if self.in_line && self.blocks == 0 {
                return true;
            }
            self.blocks = self.blocks.saturating_sub(1);
        }
        false
    }
}

fn is_structure(kind: Element) -> bool {
    matches!(
        kind,
        Element::Table | Element::Section | Element::Row | Element::Cell | Element::Caption
    )
}
