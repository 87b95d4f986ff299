//! Which cells are marked: by the heaviest finding that names them, and how strongly.

use std::collections::BTreeMap;

use crate::present::view::OutcomeView;

/// In a longer sum the parts are marked faintly: the total is what the eye should find.
const FEW: usize = 6;

/// The mark of a cell. The order is that of strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark<'a> {
    rank: u8,
    /// Whether it is one of many parts.
    pub faint: bool,
    /// The weight of the finding.
    pub severity: &'a str,
}

/// The marks of all cells.
pub(crate) fn marks(outcome: &OutcomeView) -> BTreeMap<&str, Mark<'_>> {
    let mut out: BTreeMap<&str, Mark<'_>> = BTreeMap::new();
    for finding in &outcome.findings {
        for cell in &finding.cells {
            let alike = finding
                .cells
                .iter()
                .filter(|other| other.role == cell.role)
                .count();
            let mark = Mark {
                rank: match finding.severity.as_str() {
                    "error" => 0,
                    "warning" => 1,
                    _ => 2,
                },
                faint: cell.role != "subject" && alike > FEW,
                severity: &finding.severity,
            };
            let slot = out.entry(cell.id.as_str()).or_insert(mark);
            // A faint error yields to nothing but a strong error: weight first, then strength.
            *slot = mark.min(*slot);
        }
    }
    out
}

/// The findings that name a cell, by their place in the list.
pub(crate) fn findings_of<'a>(
    outcome: &'a OutcomeView,
    id: &'a str,
) -> impl Iterator<Item = usize> + 'a {
    let numbered = outcome.findings.iter().enumerate();
    numbered
        .filter(move |(_, finding)| finding.cells.iter().any(|cell| cell.id == id))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::view::AnswerView;

    #[test]
    fn the_heaviest_finding_marks_a_cell_and_long_sums_mark_their_parts_faintly() {
        let answer: AnswerView =
            serde_json::from_str(include_str!("../../tests/page/fixtures/answer.json")).unwrap();
        let outcome = &answer.outcomes[0];
        let marks = marks(outcome);
        let total = marks["requests.outcome_total.natural_person"];
        assert_eq!((total.severity, total.faint), ("error", false));
        let part = marks["requests.repeated.natural_person"];
        assert_eq!((part.severity, part.faint), ("error", true));
        assert!(!marks.contains_key("disputes.direct_suit.total"));
        for index in findings_of(outcome, "requests.outcome_total.natural_person") {
            assert!(
                outcome.findings[index]
                    .cells
                    .iter()
                    .any(|cell| cell.id.ends_with("natural_person"))
            );
        }
    }
}
