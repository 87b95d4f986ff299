//! The findings as a table for spreadsheet programs: UTF-8 with a byte order mark, one row per finding, and one
//! row for each file that has none, so that no file is missing from the list.

use super::Lang;
use super::message::{cause, words};
use super::view::{FindingView, OutcomeView, ValueView};

/// The byte order mark and the heading row.
pub fn header(lang: Lang) -> String {
    let fields = words::csv_columns(lang).map(text);
    format!("\u{feff}{}", row(&fields))
}

/// The rows of one outcome.
pub fn rows(view: &OutcomeView, lang: Lang) -> String {
    if view.findings.is_empty() {
        let (code, message) = match &view.problem {
            Some(problem) => (problem.code.as_str(), problem.message.as_str()),
            None => ("", ""),
        };
        return row(&fields(view, None, [code, message], lang));
    }
    view.findings
        .iter()
        .map(|finding| {
            let sentences = [finding.code.as_str(), finding.message.as_str()];
            row(&fields(view, Some(finding), sentences, lang))
        })
        .collect()
}

fn fields(
    view: &OutcomeView,
    finding: Option<&FindingView>,
    [code, message]: [&str; 2],
    lang: Lang,
) -> [String; 16] {
    let report = view.report.as_ref();
    let unit = report.and_then(|report| report.unit.as_deref());
    let year = report.and_then(|report| report.year);
    let of = |field: fn(&FindingView) -> &str| text(finding.map_or("", field));
    let figure = |field: fn(&FindingView) -> &Option<ValueView>| match finding
        .and_then(|f| field(f).as_ref())
    {
        Some(ValueView::Count(count)) => count.to_string(),
        Some(ValueView::Amount(amount)) => amount.clone(),
        None => String::new(),
    };
    let cells = finding.map_or_else(String::new, |finding| {
        let ids: Vec<&str> = finding.cells.iter().map(|cell| cell.id.as_str()).collect();
        ids.join(" ")
    });
    let severity = finding.map_or("", |finding| words::severity_named(&finding.severity, lang));
    [
        text(&view.file.name),
        text(unit.unwrap_or_default()),
        year.map_or_else(String::new, |year| year.to_string()),
        text(words::status(&view.status, lang)),
        text(severity),
        text(code),
        of(|finding| &finding.title),
        text(message),
        of(|finding| &finding.advice),
        text(&cells),
        figure(|finding| &finding.left),
        figure(|finding| &finding.right),
        figure(|finding| &finding.difference),
        finding.map_or_else(String::new, |finding| finding.id.to_string()),
        finding
            .and_then(|finding| finding.muted.as_ref())
            .map_or_else(String::new, |muted| {
                text(&words::found_right(&muted.note, lang))
            }),
        finding
            .and_then(|finding| view.explanation_of(finding.id))
            .map_or_else(String::new, |explanation| {
                text(&cause::brief(explanation, lang))
            }),
    ]
}

fn row(fields: &[String]) -> String {
    format!("{}\r\n", fields.join(","))
}

/// A field of text. What a spreadsheet program would take for a formula gets an apostrophe in front; commas,
/// quotes and breaks are quoted as RFC 4180 has it.
fn text(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = if formula {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if guarded.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_in_a_name_is_only_text() {
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(text("@SUM(A1),2"), "\"'@SUM(A1),2\"");
        assert_eq!(text("a-b"), "a-b");
    }

    #[test]
    fn commas_quotes_and_breaks_are_quoted() {
        assert_eq!(text("a,b"), "\"a,b\"");
        assert_eq!(text("a\"b"), "\"a\"\"b\"");
        assert_eq!(text("a\nb"), "\"a\nb\"");
    }
}
