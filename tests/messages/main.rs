//! Every sentence in both languages, as a person reads it. The snapshots are the review: whoever changes a
//! sentence sees what comes out of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod cases;
mod figures_of_the_text;
mod problems;
mod registry;
mod whole;
mod year_before;

use gouji::check::{Selection, check};
use gouji::edition::Edition;
use gouji::finding::Finding;
use gouji::form::{CellId, Table};
use gouji::present::{Lang, message};
use gouji::report::{Cell, Report};

/// A complete report of zeros in an edition.
pub fn zeros(edition: &str) -> Report {
    let edition = Edition::from_name(edition).expect("an edition of the form");
    let mut report = Report::empty();
    report.year = Some(edition.first_year);
    for table in Table::ALL {
        let reading = report.table_mut(table);
        reading.edition = Some(edition);
        reading.heading_seen = true;
        for (id, kind) in edition.table(table).expect("a table").cells() {
            report.cells.insert(id, Cell::read("0", kind, None));
        }
    }
    report
}

/// Writes texts into cells. `*` in place of a line or column means all of them.
pub fn set(report: &mut Report, texts: &[(&str, &str)]) {
    for (pattern, raw) in texts {
        let wanted: Vec<&str> = pattern.split('.').collect();
        let hit = |id: &CellId| {
            let name = id.to_string();
            name.split('.')
                .zip(&wanted)
                .all(|(part, wanted)| *wanted == "*" || part == *wanted)
        };
        let ids: Vec<CellId> = report.cells.keys().copied().filter(hit).collect();
        assert!(!ids.is_empty(), "{pattern} is no cell of the form");
        for id in ids {
            assert!(report.overwrite(id, raw));
        }
    }
}

/// The findings of one rule in a report.
pub fn findings(report: &Report, code: &str) -> Vec<Finding> {
    let only = Selection {
        only: [code.to_owned()].into(),
        ..Selection::default()
    };
    check(report, &only).findings
}

/// What is said of a finding, in both languages.
pub fn said(finding: &Finding, report: &Report) -> String {
    let mut out = String::new();
    for lang in Lang::ALL {
        let sentences = message::finding(finding, report, lang);
        sound(&sentences.message, lang);
        sound(&sentences.advice, lang);
        out.push_str(&format!(
            "  {}\n    → {}\n",
            sentences.message, sentences.advice
        ));
    }
    out
}

/// What holds for every sentence: it is one, it is complete, and it is in its language.
pub fn sound(text: &str, lang: Lang) {
    let ends = ['。', '？', '.', '?'];
    assert!(text.ends_with(ends), "no full stop: {text}");
    assert!(!text.contains("  "), "two blanks: {text}");
    assert!(!text.contains("{") && !text.contains("}"), "a hole: {text}");
    assert!(
        !text.contains("（）") && !text.contains("“”") && !text.contains("()"),
        "an empty name: {text}"
    );
    let jargon = [
        "残差",
        "勾稽式",
        "单元格",
        "解析",
        "字段",
        "异常",
        "null",
        "None",
        "NaN",
    ];
    for word in jargon {
        assert!(!text.contains(word), "jargon {word}: {text}");
    }
    if lang == Lang::Chinese {
        // Names of file kinds are what a clerk sees on the screen; anything else in letters is untranslated.
        let known = [
            "PDF", "OFD", "Word", "WPS", "docx", "doc", "RTF", "ODT", "mht", "Excel", "xlsx",
            "xlsb", "xls", "XML", "ODS", "UTF", "gouji", "rules", "ZIP", "XX",
        ];
        let words = text
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| !word.is_empty());
        for word in words {
            assert!(known.contains(&word), "untranslated {word}: {text}");
        }
        assert!(!text.contains('_'), "an id: {text}");
        for c in [',', ';', ':', '?'] {
            assert!(!text.contains(c), "a half-width {c}: {text}");
        }
    }
}
