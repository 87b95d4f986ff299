//! The report that lies in `tests/files/office` in every format: all figures filled, most of them different, so that a
//! cell in the wrong place shows; one total is wrong.

use std::collections::BTreeMap;

use super::{APPLICANTS, Figures, SHORT};

/// The report of a made-up body.
pub fn report() -> Figures {
    let mut figures = Figures::zeros("2021");
    figures.unit = "示例市人民政府".to_owned();
    let outcomes = &SHORT[2..23];
    for (at, column) in APPLICANTS[..6].iter().enumerate() {
        let mut sum = 0;
        for (number, (_, line)) in outcomes.iter().enumerate() {
            let value = 1 + (number * 37 + at * 53 + 11) % 167;
            sum += value;
            figures.set(&format!("requests.{line}.{column}"), value.to_string());
        }
        let (carried_in, carried_out) = (20 + 7 * at, 31 + 5 * at);
        for (line, value) in [
            ("outcome_total", sum),
            ("carried_in", carried_in),
            ("carried_out", carried_out),
            ("new", sum + carried_out - carried_in),
        ] {
            figures.set(&format!("requests.{line}.{column}"), value.to_string());
        }
    }
    let typed: BTreeMap<String, i64> = figures
        .cells
        .iter()
        .filter_map(|(id, text)| Some((id.to_string(), text.parse().ok()?)))
        .collect();
    for (_, line) in SHORT {
        let parts = APPLICANTS[..6].iter();
        let sum: i64 = parts
            .map(|column| typed[&format!("requests.{line}.{column}")])
            .sum();
        // The one error.
        let told = if line == "petition" { sum + 9 } else { sum };
        figures.set(&format!("requests.{line}.total"), told.to_string());
    }
    for (line, values) in [
        ("reconsideration", [21, 4, 2, 6, 33]),
        ("direct_suit", [11, 1, 3, 5, 20]),
        ("suit_after_reconsideration", [7, 9, 8, 10, 34]),
    ] {
        let columns = ["upheld", "corrected", "other_result", "pending", "total"];
        for (column, value) in columns.iter().zip(values) {
            figures.set(&format!("disputes.{line}.{column}"), value.to_string());
        }
    }
    for (cell, value) in [
        ("regulations.issued", "1"),
        ("regulations.repealed", "2"),
        ("regulations.in_force", "18"),
        ("normative_documents.issued", "14"),
        ("normative_documents.repealed", "5"),
        ("normative_documents.in_force", "129"),
        ("licensing.decisions", "12745"),
        ("penalties.decisions", "836"),
        ("coercion.decisions", "57"),
        ("fees.amount", "186.4275"),
    ] {
        figures.set(&format!("disclosure.{cell}"), value);
    }
    figures
}
