//! Which cells are marked: by the heaviest finding that names them, and how strongly.

use crate::present::view::{FindingView, OutcomeView};
use crate::strings;

/// In a sum of more parts these are marked faintly: the total is what the eye should find.
const FEW: usize = 2;

/// The mark of a cell. The order is that of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark<'a> {
    rank: u8,
    /// Whether it is one of many parts.
    pub faint: bool,
    /// The weight of the finding.
    pub severity: &'a str,
}

/// The mark of a cell, if a finding names it.
pub(crate) fn mark<'a>(outcome: &'a OutcomeView, id: &str) -> Option<Mark<'a>> {
    // A faint error yields to a strong error only: weight first, then strength.
    open(outcome)
        .filter_map(|finding| mark_by(finding, id))
        .min()
}

/// The findings that were not found right; the others mark nothing.
fn open(outcome: &OutcomeView) -> impl Iterator<Item = &FindingView> {
    outcome
        .findings
        .iter()
        .filter(|finding| finding.muted.is_none())
}

fn mark_by<'a>(finding: &'a FindingView, id: &str) -> Option<Mark<'a>> {
    let cell = finding.cells.iter().find(|cell| cell.id == id)?;
    let alike = finding
        .cells
        .iter()
        .filter(|other| other.role == cell.role)
        .count();
    Some(Mark {
        rank: match finding.severity.as_str() {
            "error" => 0,
            "warning" => 1,
            _ => 2,
        },
        faint: cell.role != "subject" && alike > FEW,
        severity: &finding.severity,
    })
}

/// The findings that name a cell.
pub(crate) fn findings_of<'a>(outcome: &'a OutcomeView, id: &str) -> Vec<&'a FindingView> {
    let names = |finding: &&FindingView| finding.cells.iter().any(|cell| cell.id == id);
    open(outcome).filter(names).collect()
}

/// How many findings name a cell of a table.
pub(crate) fn count_in(outcome: &OutcomeView, table: &str) -> usize {
    let inside = |id: &str| strings::split(id, ".").next() == Some(table);
    let names = |finding: &&FindingView| finding.cells.iter().any(|cell| inside(&cell.id));
    open(outcome).filter(names).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::view::AnswerView;

    fn answer() -> AnswerView {
        serde_json::from_str(include_str!("../../tests/page/fixtures/answer.json")).unwrap()
    }

    #[test]
    fn the_heaviest_finding_marks_a_cell_and_long_sums_mark_their_parts_faintly() {
        let answer = answer();
        let outcome = &answer.outcomes[0];
        let total = mark(outcome, "requests.outcome_total.natural_person").unwrap();
        assert_eq!((total.severity, total.faint), ("error", false));
        let part = mark(outcome, "requests.repeated.natural_person").unwrap();
        assert_eq!((part.severity, part.faint), ("error", true));
        assert_eq!(mark(outcome, "disputes.direct_suit.total"), None);
    }

    #[test]
    fn findings_are_counted_once_per_table_and_not_once_per_cell() {
        let answer = answer();
        let outcome = &answer.outcomes[0];
        assert_eq!(
            findings_of(outcome, "requests.outcome_total.natural_person").len(),
            2
        );
        assert_eq!(count_in(outcome, "requests"), 4);
        assert_eq!(count_in(outcome, "disputes"), 0);
    }
}
