//! Signs that are drawn twice.

use crate::reader::drawing::Piece;
use crate::sorted::{SortedSet, sort_by};

/// The same sign stands above and below in a column of a table: so many neighbours are looked at.
const NEIGHBOURS: usize = 200;

/// Takes away signs that are drawn again at nearly the same place: that is how bold text is made without a bold font.
pub(super) fn drop_doubles(texts: &mut Vec<Piece>) {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let piece = |index: &usize| texts.get(*index);
    sort_by(&mut order, |a, b| {
        let key = |index| piece(index).map(|piece| (piece.text.as_str(), piece.center()));
        key(a).cmp(&key(b))
    });
    let mut doubles = SortedSet::new();
    for (place, own) in order.iter().enumerate() {
        let before = order.iter().take(place).rev().map_while(|other| {
            let (own, other) = (piece(own)?, piece(other)?);
            let apart = own.center().0.saturating_sub(other.center().0);
            (own.text == other.text && apart < own.height() / 4).then_some(other)
        });
        let is_double = |other: &Piece| {
            piece(own).is_some_and(|own| {
                own.center().1.abs_diff(other.center().1) < own.height().unsigned_abs() / 4
            })
        };
        if before.take(NEIGHBOURS).any(is_double) {
            doubles.insert(*own);
        }
    }
    if !doubles.is_empty() {
        let mut index = 0_usize;
        texts.retain(|_| {
            let is_double = doubles.contains(&index);
            index = index.saturating_add(1);
            !is_double
        });
    }
}
