//! Text for people, on a terminal or in a mail.

use super::Lang;
use super::message::{cause, words};
use super::view::{CellView, ExplanationView, FindingView, OutcomeView, SummaryView, ValueView};
use crate::rule;

/// Whether to use the colours of a terminal. The caller knows where the text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Off,
    /// ANSI sequences.
    On,
}

#[derive(Clone, Copy)]
enum Ink {
    Bold,
    Red,
    Yellow,
    Cyan,
    Green,
    Dim,
}

impl Colour {
    fn paint(self, ink: Ink, text: &str) -> String {
        let code = match ink {
            Ink::Bold => "1",
            Ink::Red => "1;31",
            Ink::Yellow => "1;33",
            Ink::Cyan => "1;36",
            Ink::Green => "1;32",
            Ink::Dim => "2",
        };
        match self {
            Self::Off => text.to_owned(),
            Self::On => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}

/// One outcome.
pub fn outcome(view: &OutcomeView, lang: Lang, colour: Colour) -> String {
    let mut lines = vec![colour.paint(Ink::Bold, &clean(&view.file.name))];
    if let Some(problem) = &view.problem {
        let text = words::problem(&clean(&problem.message), lang);
        lines.push(format!("  {}", colour.paint(Ink::Red, &text)));
    }
    if let Some(report) = &view.report {
        lines.push(format!("  {}", clean(&words::report(report, lang))));
        for finding in &view.findings {
            lines.extend(finding_lines(finding, lang, colour));
        }
        for explanation in &view.explanations {
            lines.extend(explanation_lines(explanation, lang, colour));
        }
        let muted = |finding: &&FindingView| finding.muted.is_some();
        let found_right = view.findings.iter().filter(muted).count();
        if view.findings.len() == found_right {
            let complete = view.coverage.iter().all(|line| line.skipped == 0);
            let verdict = words::nothing_found(complete, lang);
            lines.push(format!("  {}", colour.paint(Ink::Green, verdict)));
        }
        if found_right > 0 {
            lines.push(format!("  {}", words::count_found_right(found_right, lang)));
        }
        lines.push(format!("  {}", words::extent(&view.coverage, lang)));
        for line in view.coverage.iter().filter(|line| line.skipped > 0) {
            let title =
                rule::find(&line.code).map_or(line.code.as_str(), |rule| lang.of(rule.title));
            let reason = line.reason.as_deref().unwrap_or_default();
            let text = words::not_checked(title, line.skipped, reason, lang);
            lines.push(format!("    {}", colour.paint(Ink::Dim, &text)));
        }
    }
    lines.push(String::new());
    lines.push(String::new());
    lines.join("\n")
}

/// The last line of a run over several files.
pub fn summary(summary: &SummaryView, lang: Lang) -> String {
    format!("{}\n", words::summary(summary, lang))
}

/// What was recognised: every cell with its figure and its label, by table.
pub fn cells(view: &OutcomeView, lang: Lang) -> String {
    let Some(report) = &view.report else {
        return outcome(view, lang, Colour::Off);
    };
    let mut lines = vec![clean(&view.file.name), clean(&words::report(report, lang))];
    for table in &report.tables {
        lines.push(String::new());
        lines.push(words::table_heading(
            &table.table,
            table.edition.as_deref(),
            lang,
        ));
        let prefix = format!("{}.", table.table);
        for cell in report
            .cells
            .iter()
            .filter(|cell| cell.id.starts_with(&prefix))
        {
            lines.push(format!("  {}", cell_line(cell, lang)));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn finding_lines(finding: &FindingView, lang: Lang, colour: Colour) -> [String; 3] {
    if let Some(muted) = &finding.muted {
        let dim = |text: &str| colour.paint(Ink::Dim, text);
        let note = clean(&words::found_right(&muted.note, lang));
        return [
            format!("  {}. {}", finding.id, dim(&clean(&finding.message))),
            format!("     ✓ {}", dim(&note)),
            format!("     {}", dim(&finding.code)),
        ];
    }
    let ink = match finding.severity.as_str() {
        "error" => Ink::Red,
        "warning" => Ink::Yellow,
        _ => Ink::Cyan,
    };
    let severity = colour.paint(ink, words::severity_named(&finding.severity, lang));
    let pages = words::pages(&finding.pages, lang);
    [
        format!(
            "  {}. {severity} {}{pages}",
            finding.id,
            clean(&finding.message)
        ),
        format!("     → {}", clean(&finding.advice)),
        format!("     {}", colour.paint(Ink::Dim, &finding.code)),
    ]
}

/// What an explanation says, and its readings, numbered where there are several.
fn explanation_lines(view: &ExplanationView, lang: Lang, colour: Colour) -> Vec<String> {
    let heading = clean(&cause::heading(view, lang));
    let mut lines = vec![format!("  ◆ {}", colour.paint(Ink::Bold, &heading))];
    for (number, reading) in (1_u32..).zip(&view.readings) {
        let text = clean(&cause::reading(reading, lang));
        lines.push(if view.readings.len() > 1 {
            format!("     ({number}) {text}")
        } else {
            format!("     → {text}")
        });
    }
    lines
}

fn cell_line(cell: &CellView, lang: Lang) -> String {
    let value = match &cell.value {
        Some(ValueView::Count(count)) => count.to_string(),
        Some(ValueView::Amount(amount)) => amount.clone(),
        None => "·".to_owned(),
    };
    let raw = clean(&cell.raw);
    let mut notes = Vec::new();
    if raw.trim() != value && !raw.trim().is_empty() {
        notes.push(format!("“{}”", raw.trim()));
    }
    let state = words::state(&cell.state, lang);
    if !state.is_empty() {
        notes.push(state.to_owned());
    }
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!("  [{}]", notes.join(" "))
    };
    format!("{value:>8}  {}  {}{notes}", cell.id, cell.label)
}

/// What comes out of a file must not steer the terminal.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            // Marks that turn the direction of writing could make a line say something else.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                '\u{fffd}'
            }
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}
