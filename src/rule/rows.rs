//! The rows, in one file per subject. Codes are permanent; wording may improve. A title says what must hold,
//! because it stands in the list of what was checked as well as above a finding.
//!
//! Basis: the forms annexed to 国办公开办函〔2019〕60号 and 〔2021〕30号; where only the labels of the form say so,
//! the row says "the form's own labels".

mod cells;
mod documents;
mod frame;
mod previous;
mod sections;
mod sums;
mod tables;
mod words;

use super::{Comparison, Kind, Relation, Rule, Sides, Text};
use crate::form::Table;

/// The files, in the order in which the form is read.
const FILES: [&[Rule]; 8] = [
    sums::ROWS,
    cells::ROWS,
    documents::ROWS,
    tables::ROWS,
    frame::ROWS,
    sections::ROWS,
    words::ROWS,
    previous::ROWS,
];

/// The rules, in the order in which the form is read.
pub const RULES: &[Rule] = &join::<{ count(&FILES) }>(&FILES);

const fn count(mut files: &[&[Rule]]) -> usize {
    let mut count: usize = 0;
    while let Some((file, more)) = files.split_first() {
        count = count.saturating_add(file.len());
        files = more;
    }
    count
}

/// All rows in one slice, put together by the compiler.
#[expect(
    clippy::indexing_slicing,
    reason = "runs in the compiler only: out of bounds the build stops"
)]
const fn join<const COUNT: usize>(mut files: &[&[Rule]]) -> [Rule; COUNT] {
    let mut rules = [files[0][0]; COUNT];
    let mut at: usize = 0;
    while let Some((rows, more)) = files.split_first() {
        let mut rows: &[Rule] = rows;
        while let Some((row, rest)) = rows.split_first() {
            rules[at] = *row;
            at = at.saturating_add(1);
            rows = rest;
        }
        files = more;
    }
    rules
}

/// A title: page and engine show it, in both languages.
const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// What is told of a rule on request. Only the whole engine does.
const fn explanation(zh: &'static str, en: &'static str) -> Text {
    if cfg!(feature = "whole") {
        Text { zh, en }
    } else {
        Text { zh: "", en: "" }
    }
}

/// What to do about a finding: a sentence in the language of the engine (see [`Lang`](crate::present::Lang)).
const fn advice(zh: &'static str, en: &'static str) -> Text {
    if cfg!(feature = "whole") {
        Text { zh, en }
    } else {
        Text { zh, en: "" }
    }
}

const fn relation(table: Table, sides: Sides, comparison: Comparison) -> Kind {
    Kind::Relation(Relation {
        table,
        sides,
        comparison,
    })
}

const LABELS: Text = explanation("表格自身的栏目名称", "The form's own labels");

const PRACTICE: Text = explanation(
    "通行做法，没有见到官方的明文规定",
    "Common practice; no official wording was seen",
);
