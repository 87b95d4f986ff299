//! Figures put into words: the two sides of a relation written out, and the list of corrections to take away.

use super::text::{self, Lang};
use super::verdict;
use crate::present::view::{CellView, FindingView, OutcomeView, ValueView};
use crate::strings;

/// 1. : the number in front of a finding.
pub(crate) fn numbered(id: u32) -> String {
    let mut number = id.to_string();
    number.push_str(". ");
    number
}

/// The cells of a report. Few enough to be searched one by one.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a>(&'a [CellView]);

impl<'a> Cells<'a> {
    /// The cells of an outcome.
    pub(crate) fn of(outcome: &'a OutcomeView) -> Self {
        Self(outcome.report.as_ref().map_or(&[], |report| &report.cells))
    }

    /// A cell by its id.
    pub(crate) fn get(self, id: &str) -> Option<&'a CellView> {
        self.0.iter().find(|cell| cell.id == id)
    }
}

/// A figure as text.
pub(crate) fn figure(value: &ValueView) -> String {
    match value {
        ValueView::Count(count) => count.to_string(),
        ValueView::Amount(amount) => amount.clone(),
    }
}

/// What a cell shows: its text as written; of figures cut out of a run of digits its own figure, since the run
/// would stand in every cell.
pub(crate) fn shown(cell: &CellView) -> String {
    match &cell.value {
        Some(value) if cell.state == "reconstructed" => figure(value),
        _ => cell.raw.trim().to_owned(),
    }
}

fn is_zero(value: &ValueView) -> bool {
    match value {
        ValueView::Count(count) => *count == 0,
        ValueView::Amount(amount) => amount.chars().all(|c| matches!(c, '0' | '.' | '-')),
    }
}

/// More terms than this, and those that add nothing are only counted.
const TERMS: usize = 5;

/// One side of a relation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Side {
    /// The figures that are written out.
    terms: Vec<String>,
    /// `12 + 1 = 13`, or a single figure.
    sum: String,
    /// What was left out of the terms, in brackets; often empty.
    rest: String,
}

/// Writes out one side of a relation. `None` if the finding has no such side.
fn side(finding: &FindingView, left: bool, cells: Cells<'_>, lang: Lang) -> Option<Side> {
    let total = if left { &finding.left } else { &finding.right };
    let total = figure(total.as_ref()?);
    let role = if left { "left" } else { "right" };
    let ids: Vec<&str> = finding
        .cells
        .iter()
        .filter(|cell| cell.role == role)
        .map(|cell| cell.id.as_str())
        .collect();
    let shorten = ids.len() > TERMS;
    let mut side = Side::default();
    let (mut zeros, mut blanks) = (0_usize, 0_usize);
    for id in &ids {
        let value = cells.get(id).and_then(|cell| cell.value.as_ref());
        match value {
            None if shorten => blanks = blanks.saturating_add(1),
            Some(value) if shorten && is_zero(value) => zeros = zeros.saturating_add(1),
            _ => side
                .terms
                .push(value.map_or_else(|| lang.say(&text::TERM_BLANK).to_owned(), figure)),
        }
    }
    side.sum = if side.terms.len() > 1 {
        format!("{} = {total}", strings::join(&side.terms, " + "))
    } else {
        total
    };
    let left_out = zeros.saturating_add(blanks).to_string();
    side.rest = match (zeros, blanks) {
        (0, 0) => String::new(),
        (_, 0) => lang.fill(&text::TERMS_ZERO, &[&left_out]),
        _ => lang.fill(&text::TERMS_EMPTY, &[&left_out]),
    };
    Some(side)
}

/// `左边 12 + 1 = 13`, `右边 12`, `差 1`. Empty for findings that are no relations.
pub(crate) fn arithmetic(finding: &FindingView, cells: Cells<'_>, lang: Lang) -> Vec<String> {
    let mut parts = Vec::new();
    for (left, name) in [(true, &text::LEFT), (false, &text::RIGHT)] {
        if let Some(side) = side(finding, left, cells, lang) {
            parts.push(format!("{} {}{}", lang.say(name), side.sum, side.rest));
        }
    }
    if let Some(difference) = &finding.difference {
        let difference = figure(difference);
        parts.push(lang.fill(&text::DIFFERENCE, &[difference.trim_start_matches('-')]));
    }
    parts
}

/// The word of a severity.
pub(crate) fn severity(name: &str, lang: Lang) -> &'static str {
    lang.say(match name {
        "error" => &text::SEVERITY_ERROR,
        "warning" => &text::SEVERITY_WARNING,
        _ => &text::SEVERITY_NOTICE,
    })
}

/// The sign of a severity, which goes with its colour.
pub(crate) fn sign(name: &str) -> &'static str {
    match name {
        "error" => "！",
        "warning" => "？",
        _ => "※",
    }
}

/// A change made on the page: label, before, after.
pub(crate) type Changed = (String, String, String);

/// The sign and the words of a grade.
pub(crate) fn grade(name: &str) -> (&'static str, &'static text::Text) {
    match name {
        "certain" => ("●", &text::GRADE_CERTAIN),
        "likely" => ("◕", &text::GRADE_LIKELY),
        "choose" => ("◑", &text::GRADE_CHOOSE),
        "partial" => ("◔", &text::GRADE_PARTIAL),
        _ => ("○", &text::GRADE_UNKNOWN),
    }
}

/// The causes that were found, a line each, with all readings.
fn causes(outcome: &OutcomeView, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for cause in &outcome.explanations {
        let readings: Vec<String> = cause
            .readings
            .iter()
            .map(|reading| {
                let changes: Vec<&str> = reading
                    .changes
                    .iter()
                    .map(|it| it.message.as_str())
                    .collect();
                strings::join(&changes, lang.say(&text::SEPARATOR))
            })
            .collect();
        if !readings.is_empty() {
            let grade = lang.say(grade(&cause.grade).1);
            let readings = strings::join(&readings, lang.say(&text::LIST_OR));
            lines.push(lang.fill(&text::LIST_CAUSE, &[grade, &readings]));
        }
    }
    lines
}

/// The list of corrections, as plain text and as HTML, for a letter or a chat.
pub(crate) fn correction_list(
    outcome: &OutcomeView,
    changed: &[Changed],
    lang: Lang,
) -> (String, String) {
    let title = outcome
        .report
        .as_ref()
        .and_then(|report| report.title.as_deref());
    let heading = lang.fill(&text::LIST_TITLE, &[title.unwrap_or(&outcome.file.name)]);
    let mut plain = format!("{heading}\n{}\n", verdict::verdict(outcome, lang).1);
    let mut html = format!(
        "<p>{}<br>{}</p><ol>",
        escape(&heading),
        escape(&verdict::verdict(outcome, lang).1)
    );
    let (right, open): (Vec<_>, Vec<_>) = outcome
        .findings
        .iter()
        .partition(|finding| finding.muted.is_some());
    for (index, finding) in open.into_iter().enumerate() {
        let number = index.saturating_add(1).to_string();
        let word = severity(&finding.severity, lang);
        plain.push_str(&lang.fill(&text::LIST_ITEM, &[&number, word, &finding.message]));
        plain.push('\n');
        html.push_str(&format!("<li>【{word}】{}", escape(&finding.message)));
        if !finding.advice.is_empty() {
            let advice = lang.fill(&text::LIST_ADVICE, &[&finding.advice]);
            plain.push_str(&format!("   {advice}\n"));
            html.push_str(&format!("<br>{}", escape(&advice)));
        }
        html.push_str("</li>");
    }
    html.push_str("</ol>");
    let mut tail = causes(outcome, lang);
    if outcome.status == "checked" {
        tail.push(verdict::coverage(outcome, lang));
    } else if let Some(problem) = &outcome.problem {
        tail.push(problem.message.clone());
    }
    for finding in right {
        let note = finding.muted.as_ref().map_or("", |muted| &muted.note);
        tail.push(lang.fill(&text::LIST_MUTED, &[&finding.message, note]));
    }
    if !changed.is_empty() {
        tail.push(lang.say(&text::LIST_EDITS).to_owned());
        let lines = changed
            .iter()
            .map(|(label, from, to)| lang.fill(&text::LIST_EDIT, &[label, from, to]));
        tail.extend(lines);
    }
    for line in tail {
        html.push_str(&format!("<p>{}</p>", escape(&line)));
        plain.push_str(&line);
        plain.push('\n');
    }
    (plain, html)
}

fn escape(text: &str) -> String {
    let text = strings::replace(text, "&", "&amp;");
    let text = strings::replace(&text, "<", "&lt;");
    strings::replace(&text, ">", "&gt;")
}

/// Where a finding stands in a file that has pages: `第3页`, `第2、3页`.
pub(crate) fn pages(pages: &[u32], lang: Lang) -> Option<String> {
    let numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
    let list = strings::join(&numbers, lang.say(&text::LIST_COMMA));
    (!numbers.is_empty()).then(|| lang.fill(&text::ON_PAGE, &[&list]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::view::{AnswerView, FindingCellView};

    fn answer() -> AnswerView {
        serde_json::from_str(include_str!("../../tests/page/fixtures/answer.json")).unwrap()
    }

    fn cell(id: &str, value: Option<i64>) -> CellView {
        CellView {
            id: id.to_owned(),
            label: id.to_uppercase(),
            raw: String::new(),
            value: value.map(ValueView::Count),
            state: "count".to_owned(),
            origin: None,
            doubtful: false,
        }
    }

    fn finding(left: &[&str], right: &[&str], sums: [i64; 2]) -> FindingView {
        let with = |role: &'static str| {
            move |id: &&str| FindingCellView {
                id: (*id).to_owned(),
                role: role.to_owned(),
            }
        };
        FindingView {
            id: 1,
            code: "outcome-total".to_owned(),
            severity: "error".to_owned(),
            title: String::new(),
            message: "三 < 四".to_owned(),
            advice: "改".to_owned(),
            cells: left
                .iter()
                .map(with("left"))
                .chain(right.iter().map(with("right")))
                .collect(),
            left: Some(ValueView::Count(sums[0])),
            right: Some(ValueView::Count(sums[1])),
            difference: Some(ValueView::Count(sums[0] - sums[1])),
            text: None,
            pages: Vec::new(),
            key: String::new(),
            muted: None,
        }
    }

    #[test]
    fn both_sides_are_written_out_with_their_figures() {
        let all = [cell("a", Some(12)), cell("b", Some(1)), cell("c", Some(12))];
        let cells = Cells(&all);
        let line = arithmetic(
            &finding(&["a", "b"], &["c"], [13, 12]),
            cells,
            Lang::Chinese,
        );
        assert_eq!(line.join("，"), "左边 12 + 1 = 13，右边 12，差 1");
        let line = arithmetic(
            &finding(&["c"], &["a", "b"], [12, 13]),
            cells,
            Lang::Chinese,
        );
        assert_eq!(
            line.join("，"),
            "左边 12，右边 12 + 1 = 13，差 1",
            "the difference is said without a sign"
        );
    }

    #[test]
    fn a_blank_term_is_named_and_never_written_as_zero() {
        let all = [cell("a", Some(12)), cell("b", None), cell("c", Some(1))];
        let cells = Cells(&all);
        let line = arithmetic(&finding(&["a", "b"], &["c"], [12, 1]), cells, Lang::Chinese);
        assert_eq!(line.join("，"), "左边 12 + 空白 = 12，右边 1，差 11");
    }

    #[test]
    fn a_long_sum_counts_the_terms_that_add_nothing() {
        let ids = ["a", "b", "c", "d", "e", "f", "g"];
        let all: Vec<CellView> = ids
            .iter()
            .map(|id| cell(id, Some(i64::from(*id == "c") * 7)))
            .collect();
        let cells = Cells(&all);
        let line = arithmetic(&finding(&ids, &["c"], [7, 7]), cells, Lang::Chinese).join("，");
        assert_eq!(line, "左边 7（其余 6 项为 0），右边 7，差 0");
    }

    #[test]
    fn a_figure_cut_out_of_a_run_is_shown_without_the_run() {
        let mut one = cell("a", Some(7));
        one.raw = " 12007 ".to_owned();
        assert_eq!(
            shown(&one),
            "12007",
            "as written, even where the value differs"
        );
        one.state = "reconstructed".to_owned();
        assert_eq!(shown(&one), "7");
    }

    #[test]
    fn the_list_is_numbered_and_its_html_escaped() {
        let mut answer = answer();
        let outcome = &mut answer.outcomes[0];
        outcome.findings = vec![finding(&[], &[], [1, 2])];
        let (plain, html) = correction_list(
            outcome,
            &[("甲".into(), "1".into(), "2".into())],
            Lang::Chinese,
        );
        assert!(
            plain.contains("1. 【错误】三 < 四\n   建议：改\n"),
            "{plain}"
        );
        assert!(plain.ends_with("甲：1 改为 2\n"), "{plain}");
        assert!(
            html.contains("<li>【错误】三 &lt; 四<br>建议：改</li>"),
            "{html}"
        );
    }
}
