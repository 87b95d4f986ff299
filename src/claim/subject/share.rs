//! Shares, growth, and numbers that are shared out over several things: 占, 同比, 分别, 各, 均.

use super::super::item::{Item, Piece};
use super::super::lexicon::Word;
use super::super::numeral::Measure;
use super::Look;

/// Notes what a share or a difference says.
pub(super) fn note(item: &mut Item, look: &Look) {
    let percent = item
        .numeral
        .as_ref()
        .is_some_and(|numeral| numeral.measure == Measure::Percent);
    if look.has(Word::More) || look.has(Word::Less) {
        item.notes.growth = if look.has(Word::Less) { -1 } else { 1 };
    } else if percent && look.has(Word::Share) && !look.has(Word::Rate) && !look.last_year() {
        item.notes.share = true;
    }
}

/// `甲、乙分别为4件、3件`: each name gets its number.
pub(super) fn distribute(items: &mut [Item]) {
    for at in 0..items.len() {
        let Some(item) = items.get(at) else { return };
        if item.numeral.is_none() || !item.words().any(|word| word == Word::Respectively) {
            continue;
        }
        let names = names(&item.left);
        let clause = item.clause;
        let mut followers = at.saturating_add(1);
        while items.get(followers).is_some_and(|next| {
            next.numeral.is_some()
                && next.clause == clause
                && next.words().all(|word| word == Word::And)
        }) {
            followers = followers.saturating_add(1);
        }
        if names.len() < 2 || names.len() != followers.saturating_sub(at) {
            continue;
        }
        // 自然人和法人申请分别为: what is named once is meant of all.
        let requests = Piece::Word(Word::Requests);
        let named = names.iter().any(|name| name.contains(&requests));
        for (item, mut name) in items.iter_mut().skip(at).zip(names) {
            if named && !name.contains(&requests) {
                name.insert(0, requests);
            }
            item.left = name;
        }
    }
}

/// The names in front of 分别, apart.
fn names(left: &[Piece]) -> Vec<Vec<Piece>> {
    let parts = left.split(|piece| matches!(piece, Piece::Pause | Piece::Word(Word::And)));
    let kept = |part: &[Piece]| -> Vec<Piece> {
        part.iter()
            .filter(|piece| **piece != Piece::Word(Word::Respectively))
            .copied()
            .collect()
    };
    parts
        .map(kept)
        .filter(|part| part.iter().any(|piece| piece.word().is_some()))
        .collect()
}
