//! Signs to lines of text, in reading order.

use crate::reader::drawing::Piece;
use crate::sorted::sort_by;

/// Signs that stand in one line, in order.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    is_vertical: bool,
}

impl Line {
    /// The text, blanks at both ends taken away.
    pub(super) fn text(&self) -> String {
        let text: String = self
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        text.trim().to_owned()
    }

    pub(super) fn left(&self) -> i32 {
        self.pieces
            .iter()
            .map(|piece| piece.left)
            .min()
            .unwrap_or(0)
    }

    pub(super) fn right(&self) -> i32 {
        self.pieces
            .iter()
            .map(|piece| piece.right)
            .max()
            .unwrap_or(0)
    }

    pub(super) fn top(&self) -> i32 {
        self.pieces.iter().map(|piece| piece.top).min().unwrap_or(0)
    }

    pub(super) fn bottom(&self) -> i32 {
        self.pieces
            .iter()
            .map(|piece| piece.bottom)
            .max()
            .unwrap_or(0)
    }

    /// How much of its direction it takes.
    pub(super) fn length(&self) -> i32 {
        if self.is_vertical {
            self.bottom().saturating_sub(self.top())
        } else {
            self.right().saturating_sub(self.left())
        }
    }

    /// How much the first sign takes.
    pub(super) fn first_length(&self) -> i32 {
        self.pieces.first().map_or(0, |piece| {
            if self.is_vertical {
                piece.height()
            } else {
                piece.right.saturating_sub(piece.left)
            }
        })
    }
}

/// Lines from top to bottom; lines that run downwards from right to left, before all others.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let (vertical, horizontal): (Vec<Piece>, Vec<Piece>) =
        pieces.into_iter().partition(|piece| piece.vertical);
    let mut all = group(vertical, true);
    all.extend(group(horizontal, false));
    all
}

fn group(mut pieces: Vec<Piece>, is_vertical: bool) -> Vec<Line> {
    // Where a sign stands across the lines, how thick it is there, where it begins along the line.
    let across = |piece: &Piece| {
        let (x, y) = piece.center();
        if is_vertical { x.saturating_neg() } else { y }
    };
    let thickness = |piece: &Piece| {
        if is_vertical {
            piece.right.saturating_sub(piece.left)
        } else {
            piece.height()
        }
    };
    let along = |piece: &Piece| if is_vertical { piece.top } else { piece.left };
    sort_by(&mut pieces, |a, b| across(a).cmp(&across(b)));
    let mut lines: Vec<Line> = Vec::new();
    let mut at = i32::MIN;
    for piece in pieces {
        let own = across(&piece);
        match lines.last_mut() {
            Some(line) if own.saturating_sub(at) < thickness(&piece) / 2 => line.pieces.push(piece),
            _ => {
                at = own;
                lines.push(Line {
                    pieces: vec![piece],
                    is_vertical,
                });
            }
        }
    }
    for line in &mut lines {
        sort_by(&mut line.pieces, |a, b| along(a).cmp(&along(b)));
    }
    lines
}
