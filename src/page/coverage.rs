//! What was checked, rule by rule. What was not checked says so; it never looks like a pass.

use super::el::{El, el, text};
use super::findings;
use super::rules;
use super::text::{self as words, Lang, Text};
use crate::present::view::{CoverageView, OutcomeView, ReportView};

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
