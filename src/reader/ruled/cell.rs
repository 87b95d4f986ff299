//! The text of a cell: its signs in reading order, lines joined.

use crate::reader::drawing::Piece;

use super::line::{Line, lines};

/// Space that a cell may leave free at both sides together, beside its text.
const PADDING: i32 = 1_200;

/// The text of signs in a cell of the width given. What was wrapped is one word again; lines that had room for more are
/// kept apart.
pub(super) fn text(pieces: Vec<Piece>, width: i32) -> String {
    let mut text = String::new();
    let mut before: Option<Line> = None;
    for line in lines(pieces) {
        if let Some(before) = &before {
            let free = width.saturating_sub(before.length());
            if free > line.first_length().saturating_add(PADDING) {
                text.push('\n');
            }
        }
        text.push_str(&line.text());
        before = Some(line);
    }
    text
}
