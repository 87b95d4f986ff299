//! Figures of real published reports, rendered and checked: exactly the findings that their arithmetic gives.
//! They are mostly right, so this is first of all the test against false alarms.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::io::Write;
use std::path::PathBuf;

use gouji::finding::{Finding, Severity};
use rendering::checked;
use rendering::sums::{broken_sums, found_sums};

fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reports");
    if folder.exists() {
        return Some(folder);
    }
    // Past the test harness, which keeps the output of tests that pass.
    let _ = writeln!(
        std::io::stderr(),
        "NOT RUN: shared/reports is absent, no real report was checked"
    );
    None
}

#[test]
fn collected_figures_give_what_their_arithmetic_gives() {
    let Some(folder) = folder() else { return };
    let mut seen = (0, 0);
    for entry in std::fs::read_dir(folder.join("figures")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let json: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let Some((mut figures, complete)) = rendering::from_collection(&json) else {
            continue;
        };
        if !complete {
            // Lines that the collection lacks would be invented: only the tables that are whole are checked.
            figures
                .tables
                .retain(|table| *table != gouji::form::Table::Requests);
        }
        if figures.tables.is_empty() {
            continue;
        }
        seen.0 += 1;
        seen.1 += usize::from(complete);
        for (kind, bytes) in [("html", figures.html()), ("text", figures.text())] {
            let result = checked(bytes.as_bytes(), &name);
            assert_eq!(
                found_sums(&result.findings),
                broken_sums(&figures),
                "{name} as {kind}"
            );
            for (id, raw) in figures
                .cells
                .iter()
                .filter(|(id, _)| figures.tables.contains(&id.table))
            {
                let cell = result
                    .report
                    .cells
                    .get(id)
                    .unwrap_or_else(|| panic!("{name} as {kind}: {id} not read"));
                assert_eq!(cell.raw.trim(), raw, "{name} as {kind}: {id}");
            }
            let other: Vec<&Finding> = result
                .findings
                .iter()
                .filter(|finding| {
                    finding.severity == Severity::Error
                        && found_sums(std::slice::from_ref(finding)).is_empty()
                })
                .collect();
            assert!(other.is_empty(), "{name} as {kind}: {other:?}");
        }
    }
    assert!(
        seen.0 >= 20 && seen.1 >= 9,
        "figures were skipped: {seen:?}"
    );
    println!(
        "{} reports with tables checked, {} of them complete",
        seen.0, seen.1
    );
}

#[test]
fn a_clean_page_passes_and_every_wrong_cell_breaks_its_own_equations() {
    let Some(folder) = folder() else { return };
    let page = std::fs::read_to_string(folder.join("hangzhou-2025.html")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(
        &std::fs::read(folder.join("figures/hangzhou-city-2025.json")).unwrap(),
    )
    .unwrap();
    let (figures, _) = rendering::from_collection(&json).unwrap();
    let result = checked(page.as_bytes(), "hangzhou-2025.html");
    for (id, raw) in figures
        .cells
        .iter()
        .filter(|(id, _)| id.table != gouji::form::Table::Disclosure)
    {
        assert_eq!(result.report.cells.get(id).unwrap().raw.trim(), raw, "{id}");
    }
    assert!(
        result
            .findings
            .iter()
            .all(|finding| finding.severity != Severity::Error),
        "{:?}",
        result.findings
    );
    let equations = [
        "applicant-total",
        "outcome-total",
        "requests-balance",
        "dispute-total",
    ];
    let lines = result
        .coverage
        .iter()
        .filter(|line| equations.contains(&line.code));
    assert_eq!(lines.map(|line| line.checked).sum::<u32>(), 42);

    let mut tried = 0;
    let cells = figures
        .cells
        .keys()
        .filter(|id| id.table == gouji::form::Table::Requests);
    for id in cells {
        let mut wrong = figures.clone();
        let raw = figures.get(*id);
        // One digit changed, at the front, so that every sum that uses the cell is off.
        let digit = raw.chars().next().unwrap().to_digit(10).unwrap();
        let changed = format!("{}{}", (digit + 1) % 10, &raw[1..]);
        wrong.cells.insert(*id, changed.clone());
        // The page itself is changed too: the n-th figure of the table, counted in its own order.
        let cell = result.report.cells.get(id).unwrap().origin.unwrap();
        let page = replace_cell(&page, cell.slot.unwrap(), &changed);
        let found = found_sums(&checked(page.as_bytes(), "changed").findings);
        assert_eq!(found, broken_sums(&wrong), "{id}: {raw} -> {changed}");
        assert!(!found.is_empty());
        tried += 1;
    }
    assert_eq!(tried, 175);
}

/// Whole texts give what they deserve, parts of reports nothing.
#[test]
fn texts_give_what_they_deserve() {
    let Some(folder) = folder() else { return };
    let found = |name: &str| -> Vec<&'static str> {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let findings = checked(&bytes, name).findings;
        findings.iter().map(|finding| finding.code).collect()
    };
    let bytes = std::fs::read(folder.join("yindu-miit-2024.txt")).unwrap();
    let sample = checked(&bytes, "yindu-miit-2024.txt").findings;
    let sample: Vec<_> = sample.iter().map(|it| (it.code, it.severity)).collect();
    assert_eq!(
        sample,
        [
            ("period-missing", Severity::Notice),
            ("section-six-fee", Severity::Notice)
        ]
    );
    assert_eq!(found("hangzhou-2025.html"), ["missing-table"]);
    for name in [
        "pingtan-2021.txt",
        "pingtan-2022.txt",
        "pingtan-2024.txt",
        "pingtan-2025.txt",
    ] {
        assert_eq!(found(name), ["unreadable-line"], "{name}");
    }
}

/// The page with another text in the cell that stands at a grid row and column of its first table, told by
/// counting the cells of that row from the right: in every row of figures the last seven are the figures.
fn replace_cell(page: &str, (row, column): (u32, u32), text: &str) -> String {
    let mut rows: Vec<String> = page.split("<tr>").map(str::to_owned).collect();
    let line = &mut rows[row as usize + 1];
    let mut cells: Vec<String> = line.split("<td").map(str::to_owned).collect();
    // Ten grid columns: column 3 is the first figure, column 9 the last.
    let at = cells.len() - (10 - column as usize);
    let close = cells[at].find("</td>").unwrap();
    let open = cells[at].find('>').unwrap() + 1;
    cells[at].replace_range(open..close, text);
    *line = cells.join("<td");
    rows.join("<tr>")
}
