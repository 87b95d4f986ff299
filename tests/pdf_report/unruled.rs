//! Tables without lines between their columns, or without any: every figure is found by the gaps, and said to be in doubt.

use gouji::finding::Severity;
use gouji::form::Table;

use crate::rendering::drawn::Paper;
use crate::rendering::pdf::{Making, Rules, pdf};
use crate::rendering::report::report;
use crate::rendering::{Figures, checked};

/// All figures are right, all of them are in doubt, and no finding says that the report is wrong.
fn put_together(figures: &Figures, paper: &Paper, rules: Rules) {
    let making = Making {
        rules,
        ..Making::default()
    };
    let bytes = pdf(&figures.sheets(paper), paper, making);
    let checked = checked(&bytes, "pdf");
    let name = format!("{rules:?} {paper:?}");
    for (id, raw) in &figures.cells {
        let cell = checked.report.cells.get(id);
        let found = cell.map(|cell| cell.raw.trim());
        assert_eq!(found, Some(raw.as_str()), "{name}: {id}");
        assert!(checked.report.doubtful.contains(id), "{name}: {id}");
    }
    for finding in &checked.findings {
        assert_ne!(finding.severity, Severity::Error, "{name}: {finding:?}");
    }
    // Headings stay text.
    for table in Table::ALL {
        assert!(
            checked.report.table(table).heading_seen,
            "{name}: {table:?}"
        );
    }
}

fn sweep(rules: Rules) {
    for above in [0.0, 60.0, 130.0, 200.0, 290.0] {
        let paper = Paper {
            above,
            ..Paper::default()
        };
        put_together(&report(), &paper, rules);
    }
    let lying = Paper {
        width: 842.0,
        height: 595.0,
        ..Paper::default()
    };
    put_together(&report(), &lying, rules);
}

#[test]
fn tables_without_rulings_by_column_gaps() {
    sweep(Rules::None);
}

#[test]
fn tables_with_level_rulings_only() {
    sweep(Rules::Level);
}
