//! What was checked, rule by rule. What was not checked says so; it never looks like a pass.

use super::app::App;
use super::el::{self, El, el, sign, text, unseen};
use super::rules;
use super::text::{self as words, Lang, Text};
use super::{findings, keys};
use crate::present::view::{CoverageView, OutcomeView, ReportView, StatementView};

/// The table of coverage, folded up.
pub(crate) fn details(outcome: &OutcomeView, lang: Lang) -> El {
    let head = |text_: &Text| text("th", "", lang.say(text_)).attr("scope", "col");
    let columns = [
        &words::COVERAGE_RULE,
        &words::COVERAGE_CHECKED,
        &words::COVERAGE_FAILED,
        &words::COVERAGE_SKIPPED_COLUMN,
        &words::COVERAGE_REASON,
    ];
    el("details")
        .class("coverage")
        .with(text("summary", "", lang.say(&words::COVERAGE_DETAILS)))
        .with(
            el("div")
                .class("scroller")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", lang.say(&words::COVERAGE_DETAILS))
                .with(
                    el("table")
                        .with(el("thead").with(el("tr").with_all(columns.map(head))))
                        .with(
                            el("tbody")
                                .with_all(outcome.coverage.iter().map(|row| line(row, lang))),
                        ),
                ),
        )
        .with(text(
            "p",
            "engine",
            &lang.fill(&words::ENGINE, &[env!("CARGO_PKG_VERSION")]),
        ))
}

/// The figures of the text that were compared with cells, folded up, each with the way to its cell.
pub(crate) fn statements(report: &ReportView, lang: Lang) -> Option<El> {
    let all = &report.statements;
    let count = all.len().to_string();
    let cells = |id: &str| report.cells.iter().find(|cell| cell.id == id);
    (!all.is_empty()).then(|| {
        el("details")
            .class("coverage")
            .attr("data-part", "statements")
            .with(text(
                "summary",
                "",
                &lang.fill(&words::STATEMENTS, &[&count]),
            ))
            .with_all(all.iter().enumerate().map(|(number, said)| {
                let cell = said.cells.first().and_then(|id| cells(id));
                el("div")
                    .class("statement")
                    .attr("tabindex", "-1")
                    .attr("data-statement", &number.to_string())
                    .with(stated(said, lang))
                    .with_all(cell.map(|cell| {
                        text("a", "", &cell.label)
                            .attr("href", &format!("#{}", findings::cell_anchor(&cell.id)))
                            .attr("data-do", "cell")
                            .attr("data-id", &cell.id)
                    }))
            }))
    })
}

/// A figure of the text in its sentence, with a sign that says whether it holds.
pub(crate) fn stated(said: &StatementView, lang: Lang) -> El {
    let (mark, word) = if said.holds {
        ("✓", &words::HOLDS)
    } else {
        ("✗", &words::DIFFERS)
    };
    el("div")
        .with(sign(mark))
        .with(unseen(lang.say(word)))
        .with(findings::excerpt(&said.text, lang))
}

/// The figures of the text that name a cell, with their numbers.
pub(crate) fn stating<'a>(
    report: &'a ReportView,
    id: &'a str,
) -> impl Iterator<Item = (usize, &'a StatementView)> {
    let all = report.statements.iter().enumerate();
    all.filter(move |(_, said)| said.cells.iter().any(|cell| cell == id))
}

/// Goes to a figure of the text.
pub(crate) fn go_to(app: &App, number: usize) {
    if let (Some(list), Some(place)) = (
        app.part("statements"),
        app.find(&format!("[data-statement='{number}']")),
    ) {
        el::set(&list, "open", "");
        el::focus(&place);
        keys::into_view(&place);
    }
}

/// The numbers of the text that were compared with nothing, folded up: so that nobody takes them for checked.
pub(crate) fn unbound(report: &ReportView, lang: Lang) -> Option<El> {
    let numbers = &report.unbound;
    let count = numbers.len().to_string();
    (!numbers.is_empty()).then(|| {
        el("details")
            .class("coverage unbound")
            .attr("data-part", "unbound")
            .with(text("summary", "", &lang.fill(&words::UNBOUND, &[&count])))
            .with(text("p", "hint", lang.say(&words::UNBOUND_HINT)))
            .with_all(numbers.iter().map(|place| findings::excerpt(place, lang)))
    })
}

fn line(row: &CoverageView, lang: Lang) -> El {
    let number = |count: u32, class: &str| {
        text(
            "td",
            if count == 0 { "" } else { class },
            &count.to_string(),
        )
    };
    let checked = if row.checked == 0 {
        text("td", "skipped", lang.say(&words::COVERAGE_NOT_RUN))
    } else {
        number(row.checked, "")
    };
    el("tr")
        .with(text("th", "", rules::title(&row.code, lang)).attr("scope", "row"))
        .with(checked)
        .with(number(row.failed, "failed"))
        .with(number(row.skipped, "skipped"))
        .with(text("td", "", row.reason.as_deref().unwrap_or_default()))
}
