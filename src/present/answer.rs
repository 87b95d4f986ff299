//! Outcomes -> the output contract.

use super::view::*;
use super::{Lang, message};
use crate::edition::Edition;
use crate::explain::{Change, Explanation};
use crate::finding::{Coverage, Finding, Statement};
use crate::form::Section;
use crate::mute;
use crate::number::Value;
use crate::outcome::{Checked, Outcome, Status};
use crate::prose::Quote;
use crate::report::{Origin, Report};
use crate::rule::{self, RULES};
use crate::sorted::SortedSet;

/// The answer to a run: a summary and one view per outcome, in the order given.
pub fn answer(outcomes: &[Outcome], lang: Lang) -> AnswerView {
    collect(
        outcomes
            .iter()
            .map(|outcome| outcome_view(outcome, lang))
            .collect(),
    )
}

/// The answer over views that were made one by one.
pub fn collect(outcomes: Vec<OutcomeView>) -> AnswerView {
    let mut summary = SummaryView::default();
    for outcome in &outcomes {
        summary.add(outcome);
    }
    AnswerView {
        schema: SCHEMA.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        summary,
        outcomes,
    }
}

impl SummaryView {
    /// Counts one more outcome.
    pub fn add(&mut self, outcome: &OutcomeView) {
        let bump = |count: &mut u32| *count = count.saturating_add(1);
        bump(&mut self.files);
        bump(match outcome.status.as_str() {
            CHECKED => &mut self.checked,
            UNRECOGNISED => &mut self.unrecognised,
            _ => &mut self.unreadable,
        });
        for finding in &outcome.findings {
            bump(match finding.severity.as_str() {
                _ if finding.muted.is_some() => &mut self.muted,
                "error" => &mut self.errors,
                "warning" => &mut self.warnings,
                _ => &mut self.notices,
            });
        }
    }
}

const CHECKED: &str = "checked";
const UNRECOGNISED: &str = "unrecognised";
const UNREADABLE: &str = "unreadable";

/// The view of one outcome.
pub fn outcome_view(outcome: &Outcome, lang: Lang) -> OutcomeView {
    let file = FileView {
        name: outcome.name.clone(),
        format: outcome.format.map(|format| format.name().to_owned()),
        bytes: u32::try_from(outcome.bytes).unwrap_or(u32::MAX),
    };
    match &outcome.status {
        Status::Checked(checked) => checked_view(file, checked, lang),
        #[cfg(feature = "whole")]
        Status::Unrecognised(contents) => not_checked(
            file,
            UNRECOGNISED,
            UNRECOGNISED,
            message::unrecognised(contents, lang),
        ),
        #[cfg(feature = "whole")]
        Status::Unreadable(error) => not_checked(
            file,
            UNREADABLE,
            error.kind().code(),
            message::problem(error, lang),
        ),
        // The boundary lets this pass in no module without the whole engine (`api`).
        #[cfg(not(feature = "whole"))]
        _ => not_checked(file, UNREADABLE, "elsewhere", String::new()),
    }
}

/// The view of a file that the caller could not even hand over: it does not exist, may not be opened ...
pub fn unopened(name: &str, code: &str, message: String) -> OutcomeView {
    let file = FileView {
        name: name.to_owned(),
        format: None,
        bytes: 0,
    };
    not_checked(file, UNREADABLE, code, message)
}

/// The registry in one language.
pub fn rules_view(lang: Lang) -> RulesView {
    RulesView {
        schema: SCHEMA.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        rules: RULES
            .iter()
            .map(|rule| RuleView {
                code: rule.code.to_owned(),
                severity: rule.severity.name().to_owned(),
                title: lang.of(rule.title).to_owned(),
                basis: lang.of(rule.basis).to_owned(),
                what: lang.of(rule.what).to_owned(),
                why: lang.of(rule.why).to_owned(),
                todo: lang.of(rule.todo).to_owned(),
            })
            .collect(),
    }
}

fn not_checked(file: FileView, status: &str, code: &str, message: String) -> OutcomeView {
    OutcomeView {
        file,
        status: status.to_owned(),
        problem: Some(ProblemView {
            code: code.to_owned(),
            message,
        }),
        report: None,
        coverage: Vec::new(),
        findings: Vec::new(),
        explanations: Vec::new(),
    }
}

fn checked_view(file: FileView, checked: &Checked, lang: Lang) -> OutcomeView {
    let notes = checked.notes.iter().chain(std::iter::repeat(&None));
    let findings = (1..).zip(checked.findings.iter().zip(notes));
    OutcomeView {
        file,
        status: CHECKED.to_owned(),
        problem: None,
        report: Some(report_view(checked)),
        coverage: checked
            .coverage
            .iter()
            .map(|line| coverage_view(line, lang))
            .collect(),
        findings: findings
            .map(|(id, (finding, note))| FindingView {
                muted: note.clone().map(|note| MutedView { note }),
                ..finding_view(id, finding, &checked.report, lang)
            })
            .collect(),
        explanations: checked
            .explanations
            .iter()
            .map(|explanation| explanation_view(explanation, &checked.report, lang))
            .collect(),
    }
}

fn explanation_view(explanation: &Explanation, report: &Report, lang: Lang) -> ExplanationView {
    let changes = |changes: &[Change]| {
        let view = |change: &Change| ChangeView {
            id: change.id.to_string(),
            from: change.from.map(ValueView::Count),
            to: Some(ValueView::Count(change.to)),
            message: message::change(change, report, lang),
        };
        changes.iter().map(view).collect()
    };
    ExplanationView {
        grade: explanation.grade.name().to_owned(),
        findings: explanation
            .findings
            .iter()
            .map(|place| number(*place))
            .collect(),
        message: message::explanation(explanation, lang),
        readings: explanation
            .readings
            .iter()
            .map(|reading| ReadingView {
                cause: reading.cause.name().to_owned(),
                changes: changes(&reading.changes),
                words: reading
                    .words
                    .iter()
                    .map(|it| RewordingView {
                        finding: number(it.finding),
                        message: message::rewording(it, lang),
                    })
                    .collect(),
                reason: message::reason(reading, report, lang),
            })
            .collect(),
        agreed: changes(&explanation.agreed),
        misread: explanation.misread,
        suspects: explanation
            .suspects
            .iter()
            .map(|(table, line)| {
                let mut name = table.name().to_owned();
                name.push('.');
                name.push_str(line.name());
                name
            })
            .collect(),
    }
}

/// The id of a finding by its place in the list.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

fn report_view(checked: &Checked) -> ReportView {
    let report = &checked.report;
    let edition_name = |edition: &Edition| edition.name.to_owned();
    ReportView {
        unit: report.unit.clone(),
        year: report.year,
        title: report.title.clone(),
        tables: report
            .tables
            .iter()
            .map(|reading| TableView {
                table: reading.table.name().to_owned(),
                edition: reading.edition.map(edition_name),
                found: reading.found(),
            })
            .collect(),
        cells: report
            .cells
            .iter()
            .map(|(id, cell)| CellView {
                id: id.to_string(),
                label: report
                    .form(id.table)
                    .and_then(|form| form.cell_label(*id))
                    .unwrap_or_default(),
                raw: cell.raw.clone(),
                value: cell.value.map(value_view),
                state: cell.state.name().to_owned(),
                origin: cell.origin.map(origin_view),
                doubtful: report.doubtful.contains(id),
            })
            .collect(),
        statements: checked.statements.iter().map(statement_view).collect(),
        unbound: checked.unbound.iter().map(text_view).collect(),
        previous: checked.compared.as_ref().map(|compared| PreviousView {
            unit: compared.unit.clone(),
            year: compared.year,
            fits: compared.fits,
        }),
    }
}

fn value_view(value: Value) -> ValueView {
    match value {
        Value::Count(count) => ValueView::Count(count),
        Value::Amount(amount) => ValueView::Amount(amount.to_string()),
    }
}

fn origin_view(origin: Origin) -> OriginView {
    OriginView {
        block: origin.block,
        row: origin.slot.map(|(row, _)| row),
        column: origin.slot.map(|(_, column)| column),
        page: origin.page,
    }
}

fn coverage_view(line: &Coverage, lang: Lang) -> CoverageView {
    CoverageView {
        code: line.code.to_owned(),
        checked: line.checked,
        failed: line.failed,
        skipped: line
            .skips
            .iter()
            .fold(0, |sum: u32, (_, count)| sum.saturating_add(*count)),
        reason: message::coverage(line, lang),
    }
}

fn finding_view(id: u32, finding: &Finding, report: &Report, lang: Lang) -> FindingView {
    let sentences = message::finding(finding, report, lang);
    FindingView {
        id,
        code: finding.code.to_owned(),
        severity: finding.severity.name().to_owned(),
        title: rule::find(finding.code)
            .map(|rule| lang.of(rule.title).to_owned())
            .unwrap_or_default(),
        message: sentences.message,
        advice: sentences.advice,
        cells: finding
            .cells
            .iter()
            .map(|(id, role)| FindingCellView {
                id: id.to_string(),
                role: role.name().to_owned(),
            })
            .collect(),
        left: finding.left.map(value_view),
        right: finding.right.map(value_view),
        difference: finding.difference.map(value_view),
        text: finding.text.as_ref().map(text_view),
        pages: pages(finding, report),
        key: mute::key(finding, report),
        muted: None,
    }
}

/// The pages of a finding, in order.
fn pages(finding: &Finding, report: &Report) -> Vec<u32> {
    let origin = |id| report.cells.get(id).and_then(|cell| cell.origin);
    let cells = finding.cells.iter().filter_map(|(id, _)| origin(id)?.page);
    let words = finding.text.as_ref().and_then(|quote| quote.page);
    let mut pages: SortedSet<u32> = SortedSet::new();
    for page in cells.chain(words) {
        pages.insert(page);
    }
    pages.iter().copied().collect()
}

fn statement_view(statement: &Statement) -> StatementView {
    let base = statement.base();
    StatementView {
        text: text_view(&statement.quote),
        holds: statement.holds,
        cells: base.cells().map(|id| id.to_string()).collect(),
    }
}

fn text_view(quote: &Quote) -> TextView {
    TextView {
        section: quote.section.map(Section::number),
        excerpt: quote.excerpt.clone(),
        start: quote.start,
        end: quote.end,
    }
}
