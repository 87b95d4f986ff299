//! Which sums of cells a figure of the text may mean, the first meaning first.

use crate::claim::{Act, Claim, Kinds, Pick, Subject};
use crate::finding::Base;
use crate::form::{CellId, Column, Line, Table};
use crate::report::Report;

/// The groups of results that the form numbers （三） to （六）, each by its lines.
const GROUPS: [&[Line]; 4] = [
    &[
        Line::StateSecret,
        Line::ForbiddenByLaw,
        Line::SecurityAndStability,
        Line::ThirdPartyRights,
        Line::InternalAffairs,
        Line::ProcessInformation,
        Line::EnforcementFile,
        Line::AdministrativeQuery,
    ],
    &[Line::NotHeld, Line::NeedsCreation, Line::StillUnclear],
    &[
        Line::Petition,
        Line::Repeated,
        Line::PublicPublication,
        Line::Excessive,
        Line::Reconfirmation,
    ],
    &[Line::NotSupplemented, Line::FeeUnpaid, Line::OtherOutcome],
];
/// The columns of organisations.
const ORGANISATIONS: [Column; 5] = [
    Column::Business,
    Column::Research,
    Column::PublicInterest,
    Column::LegalService,
    Column::OtherOrganisation,
];

/// The table that a subject is counted in.
pub(super) fn table(subject: &Subject) -> Table {
    match subject {
        Subject::Disputes(_)
        | Subject::Closed(_)
        | Subject::Results { .. }
        | Subject::NoneLost { .. } => Table::Disputes,
        Subject::Documents { .. }
        | Subject::Decisions(_)
        | Subject::Fee
        | Subject::ProcessingFee => Table::Disclosure,
        _ => Table::Requests,
    }
}

/// What a claim may mean. Nothing where no cell of the form says it.
pub(super) fn bases(claim: &Claim, report: &Report) -> Vec<Base> {
    let Some(subject) = &claim.subject else {
        return Vec::new();
    };
    let (new, both) = (total(&[Line::New]), total(&[Line::New, Line::CarriedIn]));
    match subject {
        Subject::New { carried: true } => vec![both, new],
        Subject::New { carried: false } => vec![new, both],
        Subject::Handled => vec![both, new, total(&[Line::OutcomeTotal])],
        Subject::CarriedIn => vec![total(&[Line::CarriedIn])],
        Subject::Answered => vec![total(&[Line::OutcomeTotal])],
        Subject::CarriedOut => vec![total(&[Line::CarriedOut])],
        Subject::Outcome(picks) => outcome(picks, claim.notes.open, report),
        Subject::Applicant { column, answered } => {
            let columns = column
                .as_ref()
                .map_or(&ORGANISATIONS[..], std::slice::from_ref);
            let of = |lines: &[Line]| sum(Table::Requests, lines, columns);
            if *answered {
                vec![
                    of(&[Line::OutcomeTotal]),
                    of(&[Line::New]),
                    of(&[Line::New, Line::CarriedIn]),
                ]
            } else {
                vec![of(&[Line::New]), of(&[Line::New, Line::CarriedIn])]
            }
        }
        Subject::Disputes(kinds) => {
            let all = disputes(*kinds, Column::Total);
            let closed = Base {
                minus: disputes(*kinds, Column::Pending).plus,
                ..all.clone()
            };
            vec![all, closed]
        }
        Subject::Closed(kinds) => {
            let all = disputes(*kinds, Column::Total);
            let minus = disputes(*kinds, Column::Pending).plus;
            vec![Base { minus, ..all }]
        }
        Subject::Results {
            kinds,
            column,
            or_all,
        } => {
            let mut bases = vec![disputes(*kinds, *column)];
            if *or_all {
                bases.push(disputes(*kinds, Column::Total));
            }
            bases
        }
        Subject::Documents { line, act } => documents(*line, *act, report),
        Subject::Decisions(line) => vec![disclosure(*line, Column::Decisions)],
        Subject::Fee => vec![disclosure(Line::Fees, Column::Amount)],
        Subject::Channel | Subject::NoneLost { .. } | Subject::ProcessingFee => Vec::new(),
    }
}

/// Requests by result, of all applicants.
fn outcome(picks: &[Pick], open: bool, report: &Report) -> Vec<Base> {
    let has = |line: &Line| {
        report
            .form(Table::Requests)
            .is_some_and(|form| form.line(*line).is_some())
    };
    let lines_of = |pick: &Pick, wide: bool| -> Vec<Line> {
        let group = |first: Line| GROUPS.into_iter().find(|group| group.contains(&first));
        let lines: Vec<Line> = match pick {
            Pick::Line(line) if wide => group(*line).map_or(vec![*line], <[Line]>::to_vec),
            Pick::Line(line) => vec![*line],
            Pick::Group(first) => group(*first).map_or(Vec::new(), <[Line]>::to_vec),
        };
        lines.into_iter().filter(has).collect()
    };
    let base = |wide: bool| {
        let mut lines: Vec<Line> = Vec::new();
        for line in picks.iter().flat_map(|pick| lines_of(pick, wide)) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        requests(&lines, Column::Total)
    };
    let mut bases = vec![base(false)];
    // 因本机关不掌握等原因无法提供: the line named, or its group.
    if open {
        bases.push(base(true));
    }
    bases.retain(|base| !base.plus.is_empty());
    bases
}

fn documents(line: Line, act: Act, report: &Report) -> Vec<Base> {
    let columns: &[Column] = match act {
        Act::Issued => &[Column::Issued, Column::Produced],
        Act::Repealed => &[Column::Repealed],
        Act::InForce => &[Column::InForce, Column::TotalDisclosed],
        Act::Published => &[
            Column::Issued,
            Column::InForce,
            Column::NewlyDisclosed,
            Column::TotalDisclosed,
        ],
    };
    let form = report.form(Table::Disclosure);
    let has = |column: &Column| form.is_some_and(|form| form.column(line, *column).is_some());
    let known = columns.iter().filter(|column| has(column));
    known.map(|column| disclosure(line, *column)).collect()
}

fn disclosure(line: Line, column: Column) -> Base {
    Base::cell(CellId::new(Table::Disclosure, line, column))
}

/// The totals of lines of table three, added.
pub(super) fn total(lines: &[Line]) -> Base {
    requests(lines, Column::Total)
}

fn requests(lines: &[Line], column: Column) -> Base {
    sum(Table::Requests, lines, &[column])
}

fn disputes(kinds: Kinds, column: Column) -> Base {
    let lines: Vec<Line> = kinds.lines().collect();
    sum(Table::Disputes, &lines, &[column])
}

fn sum(table: Table, lines: &[Line], columns: &[Column]) -> Base {
    let cells = lines.iter().flat_map(|line| {
        columns
            .iter()
            .map(|column| CellId::new(table, *line, *column))
    });
    Base {
        plus: cells.collect(),
        minus: Vec::new(),
    }
}
