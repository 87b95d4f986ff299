//! The panel beside a marked cell: the relation with both sides written out. It comes on hover, focus and
//! click, can itself be hovered, stays until the pointer or the focus leaves, and closes with Esc.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::app::{App, closest, target};
use super::el::{self, El, el, fill, set, sign, text};
use super::phrase::Cells;
use super::text::{self as words, Lang};
use super::{cause, coverage, findings, marks, phrase};
use crate::present::view::{FindingView, OutcomeView};

/// The cells with something to tell: a finding, or a sentence that states them.
const CELLS: &str = "[data-marked], [data-said]";

/// The pointer moved onto something.
pub(crate) fn hover(app: &Rc<App>, event: &Event) {
    let Some(over) = target(event) else {
        return;
    };
    // The panel touches its cell, so the pointer can move onto it without crossing anything else.
    if closest(&over, "[data-part=panel]").is_some() {
        return;
    }
    if let Some(item) = closest(&over, "[data-finding]") {
        outline_item(app, &item);
        return;
    }
    match closest(&over, CELLS) {
        Some(cell) => open(app, &cell),
        None => rest(app),
    }
}

/// The pointer left the page, or rests where there is nothing to show: back to the focused cell, if any.
pub(crate) fn rest(app: &Rc<App>) {
    match app.active().and_then(|active| closest(&active, CELLS)) {
        Some(cell) => open(app, &cell),
        None => close(app),
    }
}

/// The focus moved.
pub(crate) fn focus(app: &Rc<App>, element: &Element) {
    // A link of the panel takes the focus before it is followed.
    if closest(element, "[data-part=panel]").is_some() {
        return;
    }
    app.dismissed.borrow_mut().clear();
    if let Some(item) = closest(element, "[data-finding]") {
        outline_item(app, &item);
        return;
    }
    match closest(element, CELLS) {
        Some(cell) => open(app, &cell),
        None => close(app),
    }
}

/// Esc: closes the panel of a cell until the user comes back to it. True if one was open.
pub(crate) fn dismiss(app: &App) -> bool {
    let open = app.find("[aria-describedby=gj-panel]");
    if let Some(cell) = &open {
        app.dismissed
            .replace(cell.get_attribute("data-cell").unwrap_or_default());
    }
    close(app);
    open.is_some()
}

/// Closes the panel.
pub(crate) fn close(app: &App) {
    for cell in el::all(&app.host, ".related, [aria-describedby=gj-panel]") {
        el::toggle(&cell, "related", false);
        if cell.has_attribute("data-cell") {
            cell.remove_attribute("aria-describedby").ok();
        }
    }
    if let Some(panel) = app.part("panel") {
        el::show(&panel, false);
    }
}

/// A number in an attribute of an element.
pub(crate) fn index_of(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}

/// Outlines the cells of the finding of an item of the list.
fn outline_item(app: &App, item: &Element) {
    close(app);
    if let Some(outcome) = app.outcome()
        && let Some(finding) =
            index_of(item, "data-finding").and_then(|index| outcome.findings.get(index))
    {
        outline(app, finding);
    }
}

/// Outlines the cells of a finding.
fn outline(app: &App, finding: &FindingView) {
    for cell in finding.cells.iter().filter_map(|cell| app.cell(&cell.id)) {
        el::toggle(&cell, "related", true);
    }
}

/// Opens the panel at a cell.
fn open(app: &Rc<App>, cell: &Element) {
    let (Some(panel), Some(outcome), Some(id)) = (
        app.part("panel"),
        app.outcome(),
        cell.get_attribute("data-cell"),
    ) else {
        return;
    };
    if cell.get_attribute("aria-describedby").is_some() || *app.dismissed.borrow() == id {
        return;
    }
    close(app);
    app.dismissed.borrow_mut().clear();
    let lang = app.lang.get();
    let about = marks::findings_of(&outcome, &id);
    fill(
        &panel,
        about
            .iter()
            .map(|finding| entry(finding, &outcome, lang))
            .chain(
                cause::proposals(&outcome, &id)
                    .map(|(cause, change)| el("div").with(cause::proposal(cause, change, lang))),
            )
            .chain(said(&outcome, &id, lang)),
    );
    for finding in about {
        outline(app, finding);
    }
    set(cell, "aria-describedby", "gj-panel");
    el::show(&panel, true);
    place(app, &panel, cell);
}

/// The sentences that state a cell, each with the way to it.
fn said(outcome: &OutcomeView, id: &str, lang: Lang) -> Option<El> {
    let report = outcome.report.as_ref()?;
    let mut all = coverage::stating(report, id).peekable();
    all.peek()?;
    Some(
        el("div")
            .class("said")
            .with(text("p", "title", lang.say(&words::STATED_HERE)))
            .with_all(all.map(|(number, said)| {
                el("a")
                    .attr("href", "#")
                    .attr("data-do", "sentence")
                    .attr("data-index", &number.to_string())
                    .with(coverage::stated(said, lang))
            })),
    )
}

/// Goes from a cell to the first sentence that states it; false if there is none.
pub(crate) fn to_sentence(app: &App, cell: &Element) -> bool {
    let outcome = app.outcome();
    let report = outcome.as_ref().and_then(|outcome| outcome.report.as_ref());
    let id = cell.get_attribute("data-cell").unwrap_or_default();
    let first = report.and_then(|report| coverage::stating(report, &id).next());
    if let Some((number, _)) = first {
        coverage::go_to(app, number);
    }
    first.is_some()
}

/// One finding in the panel.
fn entry(finding: &FindingView, outcome: &OutcomeView, lang: Lang) -> El {
    let word = phrase::severity(&finding.severity, lang);
    let mut entry = el("div").class(&finding.severity).with(
        el("p")
            .class("title")
            .with(sign(phrase::sign(&finding.severity)))
            .text(&format!(
                "{word}{}{}",
                lang.say(&words::COLON),
                finding.title
            )),
    );
    let parts = phrase::arithmetic(finding, Cells::of(outcome), lang);
    entry =
        if parts.is_empty() {
            entry.with(text("p", "", &finding.message))
        } else {
            let comma = lang.say(&words::COMMA);
            let last = parts.len().saturating_sub(1);
            entry.with(el("p").class("sum").with_all(parts.iter().enumerate().map(
                |(index, part)| {
                    // Lines break between the sides, not within a sum.
                    el("span")
                        .text(part)
                        .text(if index < last { comma } else { "" })
                },
            )))
        };
    if let Some(pages) = phrase::pages(&finding.pages, lang) {
        entry = entry.with(text("p", "page", &pages));
    }
    if !finding.advice.is_empty() {
        entry = entry.with(text("p", "advice", &finding.advice));
    }
    entry
}

/// Pixels left free beside the panel.
const MARGIN: f64 = 8.0;

/// Puts the panel under the cell, or above it where there is no room below.
#[expect(clippy::float_arithmetic, reason = "pixels, not figures of a report")]
fn place(app: &App, panel: &Element, cell: &Element) {
    let (Some(root), Some(panel)) = (app.part("root"), panel.dyn_ref::<HtmlElement>()) else {
        return;
    };
    let frame = root.get_bounding_client_rect();
    let at = cell.get_bounding_client_rect();
    let size = panel.get_bounding_client_rect();
    let view = gloo::utils::document_element().client_height();
    let below = at.bottom() + size.height() <= f64::from(view);
    let top = if below || at.top() < size.height() {
        at.bottom()
    } else {
        at.top() - size.height()
    };
    let left = at
        .left()
        .min(frame.right() - size.width() - MARGIN)
        .max(frame.left() + MARGIN);
    let style = panel.style();
    // Whole pixels: writing fractions out would bring the formatting of floats into the module.
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    for (name, pixels) in [("top", top - frame.top()), ("left", left - frame.left())] {
        style
            .set_property(name, &format!("{}px", pixels as i32))
            .ok();
    }
}

/// Goes to a finding: to its cell in the tables, or to its place in the list.
pub(crate) fn go_to(app: &Rc<App>, index: usize) {
    let Some(outcome) = app.outcome() else {
        return;
    };
    let Some(finding) = outcome.findings.get(index) else {
        return;
    };
    app.at.set(Some(index));
    if index >= findings::FIRST && !app.all_findings.get() {
        app.all_findings.set(true);
        super::result::render(app);
    }
    let cell = findings::main_cell(finding).and_then(|id| app.cell(id));
    let place = cell.or_else(|| app.find(&format!("[data-finding='{index}']")));
    if let Some(place) = place {
        el::focus(&place);
        super::keys::into_view(&place);
    }
}
