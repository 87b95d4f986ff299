//! The list of findings: grouped by weight, each with a link to its place in the tables.

use super::app::App;
use super::el::{El, button, el, sign, text, unseen};
use super::text::{self as words, Lang};
use super::{mute, phrase};
use crate::present::view::{FindingView, OutcomeView, TextView};
use crate::strings;

/// Findings listed before the user asks for all.
pub(crate) const FIRST: usize = 20;

/// The list; nothing if there are no findings.
pub(crate) fn list(app: &App, outcome: &OutcomeView, lang: Lang) -> Option<El> {
    let count = outcome.findings.len();
    if count == 0 {
        return None;
    }
    let right = outcome.findings.iter().enumerate();
    let right: Vec<El> = right
        .filter_map(|(index, finding)| {
            let muted = finding.muted.as_ref()?;
            Some(mute::item(index, &finding.message, &muted.note, lang))
        })
        .collect();
    let shown = if app.all_findings.get() { count } else { FIRST };
    let mut list = el("div")
        .class("findings")
        .with(text("h3", "", lang.say(&words::FINDINGS)))
        .with(text("p", "hint keys", lang.say(&words::FINDING_KEYS)));
    for severity in ["error", "warning", "notice"] {
        let all = || {
            let numbered = outcome.findings.iter().enumerate();
            numbered
                .filter(move |(_, finding)| finding.severity == severity && finding.muted.is_none())
        };
        let group = all().count().to_string();
        let items: Vec<El> = all()
            .filter(|(index, _)| *index < shown)
            .map(|(index, finding)| item(index, finding, lang))
            .collect();
        if !items.is_empty() {
            let word = phrase::severity(severity, lang);
            list = list
                .with(
                    el("h4")
                        .class(severity)
                        .with(sign(phrase::sign(severity)))
                        .text(&lang.fill(&words::GROUP, &[word, &group])),
                )
                .with(el("ul").class(severity).with_all(items));
        }
    }
    if shown < count {
        let label = lang.fill(&words::SHOW_ALL, &[&count.to_string()]);
        list = list.with(button("all", &label));
    }
    list = list.with_all(mute::group(right, lang));
    Some(list)
}

fn item(index: usize, finding: &FindingView, lang: Lang) -> El {
    let number = index.to_string();
    let mut item = el("li")
        .attr("data-finding", &number)
        .attr("tabindex", "-1")
        // The causes name findings by their numbers.
        .with(text("span", "number", &phrase::numbered(finding.id)));
    item = match main_cell(finding) {
        Some(id) => item.with(
            text("a", "message", &finding.message)
                .attr("href", &format!("#{}", cell_anchor(id)))
                .attr("data-do", "jump")
                .attr("data-index", &number),
        ),
        None => item.with(text("span", "message", &finding.message)),
    };
    if let Some(pages) = phrase::pages(&finding.pages, lang) {
        item = item.with(text("span", "page", &pages));
    }
    if let Some(place) = &finding.text {
        item = item.with(excerpt(place, lang));
    }
    if !finding.advice.is_empty() {
        item = item.with(text("p", "advice", &finding.advice));
    }
    item.with(mute::button_of(index, lang))
}

/// The sentence of the report that a finding is about, with the figure marked.
fn excerpt(place: &TextView, lang: Lang) -> El {
    let units: Vec<u16> = place.excerpt.encode_utf16().collect();
    let at = |unit: u32| usize::try_from(unit).unwrap_or(usize::MAX).min(units.len());
    let (start, end) = (at(place.start), at(place.end).max(at(place.start)));
    let cut = |range: Option<&[u16]>| String::from_utf16_lossy(range.unwrap_or_default());
    let lead = match place.section {
        Some(section) => lang.fill(&words::IN_SECTION, &[&section.to_string()]),
        None => lang.say(&words::IN_TEXT).to_owned(),
    };
    el("p")
        .class("excerpt")
        .with(unseen(&lead))
        .text(&cut(units.get(..start)))
        .with(text("mark", "", &cut(units.get(start..end))))
        .text(&cut(units.get(end..)))
}

/// The id of the element of a cell.
pub(crate) fn cell_anchor(id: &str) -> String {
    format!("gj-{}", strings::replace(id, ".", "-"))
}

/// The cell to lead the user to: the one that the finding is about, else the total (the side of a relation
/// that is a single cell), else the first.
pub(crate) fn main_cell(finding: &FindingView) -> Option<&str> {
    let of = |role: &'static str| finding.cells.iter().filter(move |cell| cell.role == role);
    let single = |role: &'static str| (of(role).count() == 1).then(|| of(role).next()).flatten();
    let cell = of("subject")
        .next()
        .or_else(|| single("right"))
        .or_else(|| single("left"))
        .or_else(|| finding.cells.first())?;
    Some(&cell.id)
}
