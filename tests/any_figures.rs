//! Whatever the figures are, each is read from its own cell, in every form: a silent shift by one column would
//! be the worst of all faults.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use gouji::number::State;
use proptest::prelude::*;
use rendering::{Figures, checked};
use support::zip::{Entry, write};

/// A figure as people write it, a blank, or a dash.
fn figure() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0..20_i64).prop_map(|count| count.to_string()),
        2 => (0..9_999_999_i64).prop_map(|count| count.to_string()),
        2 => Just("0".to_owned()),
        1 => Just(String::new()),
        1 => Just("/".to_owned()),
        1 => (0..99_i64).prop_map(|count| format!("{count}（其中重复1件）")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn are_read_from_their_own_cells(
        edition in prop_oneof![Just("2019"), Just("2021")],
        texts in prop::collection::vec(figure(), 200),
    ) {
        let mut figures = Figures::zeros(edition);
        for (raw, text) in figures.cells.values_mut().zip(texts.iter().cycle()) {
            *raw = text.clone();
        }
        let docx = write(&[Entry::deflated("word/document.xml", figures.document_xml().as_bytes())]);
        let forms = [("html", figures.html().into_bytes()), ("text", figures.text().into_bytes()), ("docx", docx)];
        for (name, bytes) in forms {
            let checked = checked(&bytes, name);
            for (id, raw) in &figures.cells {
                let cell = checked.report.cells.get(id);
                prop_assert!(cell.is_some(), "{name}: {id} was not read");
                let cell = cell.unwrap();
                prop_assert_eq!(cell.raw.trim(), raw.trim(), "{}: {}", name, id);
                prop_assert_eq!(cell.state == State::Blank, raw.is_empty(), "{}: {}", name, id);
            }
        }
    }
}
