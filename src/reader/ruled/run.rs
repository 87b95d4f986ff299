//! Signs to runs: what was written in one go and touches.

use crate::reader::drawing::Piece;

/// Signs that touch, in the order they are drawn; never blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) pieces: Vec<Piece>,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Area {
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut pieces = pieces.iter();
        let Some(first) = pieces.next() else {
            return Self {
                left: 0,
                top: 0,
                right: 0,
                bottom: 0,
            };
        };
        let first = Self {
            left: first.left,
            top: first.top,
            right: first.right,
            bottom: first.bottom,
        };
        pieces.fold(first, |area, piece| Self {
            left: area.left.min(piece.left),
            top: area.top.min(piece.top),
            right: area.right.max(piece.right),
            bottom: area.bottom.max(piece.bottom),
        })
    }

    pub(super) fn center(&self) -> (i32, i32) {
        (
            self.left.midpoint(self.right),
            self.top.midpoint(self.bottom),
        )
    }

    pub(super) fn height(&self) -> i32 {
        self.bottom.saturating_sub(self.top)
    }

    pub(super) fn width(&self) -> i32 {
        self.right.saturating_sub(self.left)
    }
}

impl Run {
    pub(super) fn area(&self) -> Area {
        Area::of(&self.pieces)
    }

    pub(super) fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }

    pub(super) fn is_vertical(&self) -> bool {
        self.pieces.first().is_some_and(|piece| piece.vertical)
    }
}

/// How far a sign may stand from the one before it in the same run, in parts of its height.
const GAP: i32 = 7;
/// The same for digits: a number whose digits are spaced is one number.
const DIGIT_GAP: i32 = 3;
/// Bold is often drawn as the same text twice, a little beside itself: how many runs are remembered, and how far beside.
const REMEMBERED: usize = 8;
const BESIDE: u32 = 6;

/// The runs of a page. Signs and runs drawn a second time in the same place are left out.
pub(super) fn runs(pieces: Vec<Piece>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_broken = true;
    for piece in without_doubles(pieces) {
        if piece.is_blank() {
            is_broken = true;
            continue;
        }
        match runs.last_mut() {
            Some(run)
                if !is_broken && run.pieces.last().is_some_and(|last| goes_on(last, &piece)) =>
            {
                run.pieces.push(piece);
            }
            _ => {
                drop_repeated(&mut runs);
                runs.push(Run {
                    pieces: vec![piece],
                });
            }
        }
        is_broken = false;
    }
    drop_repeated(&mut runs);
    runs
}

/// Leaves out each sign that is drawn twice in a row. Of two texts that overlap, the last sign of one may by chance be the
/// first of the other, in the same place: one pair alone in the midst of a text is such a chance.
fn without_doubles(pieces: Vec<Piece>) -> Vec<Piece> {
    let pair = |end: Option<usize>| {
        let end = end?;
        pieces.get(end.checked_sub(1)?).zip(pieces.get(end))
    };
    let is_double = |end: Option<usize>| pair(end).is_some_and(|(one, other)| is_same(one, other));
    let runs_on = |end: Option<usize>| pair(end).is_some_and(|(one, other)| goes_on(one, other));
    let drops: Vec<bool> = (0..pieces.len())
        .map(|at| {
            let (before, behind) = (at.checked_sub(2), at.checked_add(2));
            is_double(Some(at))
                && (is_double(before)
                    || is_double(behind)
                    || !(runs_on(at.checked_sub(1)) || runs_on(at.checked_add(1))))
        })
        .collect();
    let pairs = pieces.into_iter().zip(drops);
    pairs
        .filter_map(|(piece, drop)| (!drop).then_some(piece))
        .collect()
}

/// Drops the last run if it is one of those before it once more.
fn drop_repeated(runs: &mut Vec<Run>) {
    let Some((last, before)) = runs.split_last() else {
        return;
    };
    let is_again = before.iter().rev().take(REMEMBERED).any(|run| {
        let mut pairs = run.pieces.iter().zip(&last.pieces);
        run.pieces.len() == last.pieces.len() && pairs.all(|(one, other)| is_same(one, other))
    });
    if is_again {
        runs.pop();
    }
}

/// The same sign in the same place.
fn is_same(one: &Piece, other: &Piece) -> bool {
    let near = |a: i32, b: i32| a.abs_diff(b).saturating_mul(BESIDE) <= one.height().unsigned_abs();
    one.text == other.text && near(one.left, other.left) && near(one.top, other.top)
}

/// Whether a sign stands right behind another one.
fn goes_on(last: &Piece, next: &Piece) -> bool {
    if last.vertical != next.vertical {
        return false;
    }
    let size = last.height().min(next.height()).max(1);
    let (along, across) = if last.vertical {
        (
            next.top.saturating_sub(last.bottom),
            next.center().0.abs_diff(last.center().0),
        )
    } else {
        (
            next.left.saturating_sub(last.right),
            next.center().1.abs_diff(last.center().1),
        )
    };
    let part = if is_digit(last) && is_digit(next) {
        DIGIT_GAP
    } else {
        GAP
    };
    across.saturating_mul(4) <= size.unsigned_abs()
        && along.saturating_mul(part) <= size
        && along.saturating_mul(5) >= size.saturating_neg()
}

/// A digit, or a sign inside numbers.
pub(super) fn is_digit(piece: &Piece) -> bool {
    piece.text.chars().all(|c| {
        c.is_numeric() || matches!(c, '.' | ',' | '．' | '，' | char::REPLACEMENT_CHARACTER)
    })
}
