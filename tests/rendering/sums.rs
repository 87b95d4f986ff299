//! The arithmetic of the form told without the engine, to compare the engine with.

use gouji::finding::Finding;

use super::Figures;

/// What the arithmetic of the figures gives, told without the engine: plain sums over the typed texts.
pub fn broken_sums(figures: &Figures) -> Vec<String> {
    let number = |line: &str, column: &str, table: &str| -> Option<i64> {
        let id = format!("{table}.{line}.{column}").parse().unwrap();
        let text = figures.get(id);
        if text.is_empty() {
            Some(0)
        } else {
            text.parse().ok()
        }
    };
    let blank = |line: &str, column: &str, table: &str| {
        figures
            .get(format!("{table}.{line}.{column}").parse().unwrap())
            .is_empty()
    };
    let mut broken = Vec::new();
    if figures.tables.contains(&gouji::form::Table::Requests) {
        let lines: Vec<&str> = super::SHORT
            .iter()
            .map(|(_, line)| *line)
            .filter(|line| {
                figures
                    .cells
                    .contains_key(&format!("requests.{line}.total").parse().unwrap())
            })
            .collect();
        let outcomes = &lines[2..lines.len() - 2];
        for line in &lines {
            let parts: Option<i64> = super::APPLICANTS[..6]
                .iter()
                .map(|column| number(line, column, "requests"))
                .sum();
            let all_blank = super::APPLICANTS[..6]
                .iter()
                .all(|column| blank(line, column, "requests"));
            let total = number(line, "total", "requests");
            if parts != total && !blank(line, "total", "requests") && !all_blank {
                broken.push(format!("applicant-total {line}"));
            }
        }
        for column in super::APPLICANTS {
            let sum: Option<i64> = outcomes
                .iter()
                .map(|line| number(line, column, "requests"))
                .sum();
            if sum != number("outcome_total", column, "requests") {
                broken.push(format!("outcome-total {column}"));
            }
            let value = |line: &str| number(line, column, "requests").unwrap();
            if value("new") + value("carried_in") != value("outcome_total") + value("carried_out") {
                broken.push(format!("requests-balance {column}"));
            }
        }
    }
    if figures.tables.contains(&gouji::form::Table::Disputes) {
        for line in [
            "reconsideration",
            "direct_suit",
            "suit_after_reconsideration",
        ] {
            let value = |column: &str| number(line, column, "disputes").unwrap();
            let parts =
                value("upheld") + value("corrected") + value("other_result") + value("pending");
            if parts != value("total") {
                broken.push(format!("dispute-total {line}"));
            }
        }
    }
    broken.sort();
    broken
}

pub fn found_sums(findings: &[Finding]) -> Vec<String> {
    let sums = [
        "applicant-total",
        "outcome-total",
        "requests-balance",
        "dispute-total",
    ];
    let mut found: Vec<String> = findings
        .iter()
        .filter(|finding| sums.contains(&finding.code))
        .map(|finding| {
            let (id, _) = finding.cells[0];
            let name = match finding.code {
                "applicant-total" | "dispute-total" => id.line.name(),
                _ => id.column.name(),
            };
            format!("{} {name}", finding.code)
        })
        .collect();
    found.sort();
    found
}
