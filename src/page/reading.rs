//! Which cell is probably wrong: the readings side by side, each shown in the tables before it is adopted, and cells
//! that the user vouches for.

use std::rc::Rc;

use web_sys::Element;

use super::app::{App, Entry};
use super::el::{self, El, button, el, sign, text};
use super::phrase::Cells;
use super::text::{self as words, Lang, Text};
use super::{edit, keys, panel, run};
use crate::present::view::{ChangeView, EditView, ExplanationView, OutcomeView, ValueView};

/// All explanations, and the cells that the user vouches for; nothing if there are neither.
pub(crate) fn section(app: &App, outcome: &OutcomeView, lang: Lang) -> Option<El> {
    let pins = app
        .files
        .borrow()
        .get(app.open.get())
        .map(|entry| entry.pins.clone())
        .unwrap_or_default();
    if outcome.explanations.is_empty() && pins.is_empty() {
        return None;
    }
    let groups = outcome.explanations.iter().enumerate();
    Some(
        el("div")
            .class("explanations")
            .attr("tabindex", "-1")
            .attr("data-part", "explanations")
            .with(text("h3", "", lang.say(&words::EXPLANATIONS)))
            .with_all(groups.map(|(place, group)| explanation(place, group, outcome, lang)))
            .with_all(pinned(&pins, outcome, lang)),
    )
}

/// The findings of one cause, with what the cause may be.
fn explanation(place: usize, group: &ExplanationView, outcome: &OutcomeView, lang: Lang) -> El {
    let grade = match group.grade.as_str() {
        "certain" => &words::GRADE_CERTAIN,
        "likely" => &words::GRADE_LIKELY,
        "choose" => &words::GRADE_CHOOSE,
        "partial" => &words::GRADE_PARTIAL,
        _ => &words::GRADE_UNKNOWN,
    };
    let mut out = el("section")
        .class(&format!("explanation {}", group.grade))
        .with(
            el("p")
                .class("grade")
                .with(text("strong", "", lang.say(grade)))
                .text(lang.say(&words::COLON))
                .text(&group.message),
        );
    if !group.readings.is_empty() {
        let readings = group.readings.iter().enumerate();
        out = out.with(
            el("ol")
                .class("readings")
                .with_all(readings.map(|(number, reading)| {
                    let changes = reading.changes.iter().map(|one| change(one, outcome, lang));
                    let shown = format!("{place}-{number}");
                    let named = number.saturating_add(1).to_string();
                    el("li")
                        .with(text("p", "reason", &reading.reason))
                        .with(el("ul").class("changes").with_all(changes))
                        .with(
                            el("p")
                                .class("buttons")
                                .with(
                                    button("adopt", &lang.fill(&words::ADOPT, &[&named]))
                                        .attr("data-reading", &shown),
                                )
                                .with(
                                    button("preview", lang.say(&words::PREVIEW))
                                        .class("quiet")
                                        .attr("aria-pressed", "false")
                                        .attr("data-reading", &shown),
                                ),
                        )
                })),
        );
    }
    let findings = group.findings.iter().filter_map(|id| {
        let index = outcome
            .findings
            .iter()
            .position(|finding| finding.id == *id)?;
        let finding = outcome.findings.get(index)?;
        Some(
            el("li").with(
                text("a", "", &finding.message)
                    .attr("href", "#")
                    .attr("data-do", "jump")
                    .attr("data-index", &index.to_string()),
            ),
        )
    });
    out.with(
        el("details")
            .with(text(
                "summary",
                "",
                &lang.fill(&words::EXPLAINS, &[&group.findings.len().to_string()]),
            ))
            .with(el("ul").with_all(findings)),
    )
}

/// One cell to change: where, from what to what, and the button to say that it is right as it is.
fn change(change: &ChangeView, outcome: &OutcomeView, lang: Lang) -> El {
    let label = label(&change.id, outcome);
    let figure = |value: &Option<ValueView>| match value {
        Some(ValueView::Count(count)) => count.to_string(),
        Some(ValueView::Amount(amount)) => amount.clone(),
        None => lang.say(&words::CHANGE_BLANK).to_owned(),
    };
    let (from, to) = (figure(&change.from), figure(&change.to));
    el("li")
        .with(text("span", "place", &label))
        .with(
            el("span")
                .class("figures")
                .with(text("del", "", &from))
                .with(sign(" → "))
                .with(text("ins", "", &to)),
        )
        .with(
            button("pin", lang.say(&words::PIN))
                .class("quiet")
                .attr("aria-label", &lang.fill(&words::PIN_NAMED, &[&label]))
                .attr("data-pin", &change.id),
        )
}

/// The cells that the user vouches for.
fn pinned(pins: &[String], outcome: &OutcomeView, lang: Lang) -> Option<El> {
    let items = pins.iter().map(|id| {
        let label = label(id, outcome);
        el("li").with(text("span", "place", &label)).with(
            button("unpin", lang.say(&words::UNPIN))
                .class("quiet")
                .attr("aria-label", &lang.fill(&words::UNPIN_NAMED, &[&label]))
                .attr("data-pin", id),
        )
    });
    (!pins.is_empty()).then(|| {
        el("div")
            .class("pins")
            .with(text("h4", "", lang.say(&words::PINS)))
            .with(el("ul").class("changes").with_all(items))
    })
}

fn label(id: &str, outcome: &OutcomeView) -> String {
    Cells::of(outcome)
        .get(id)
        .map_or_else(|| id.to_owned(), |cell| cell.label.clone())
}

/// The changes of the reading that a button stands under.
fn changes(app: &App, clicked: &Element) -> Vec<EditView> {
    let which = clicked.get_attribute("data-reading").unwrap_or_default();
    let mut numbers = which.split('-').filter_map(|number| number.parse().ok());
    let (Some(group), Some(reading), Some(outcome)) =
        (numbers.next(), numbers.next(), app.outcome())
    else {
        return Vec::new();
    };
    let group: Option<&ExplanationView> = outcome.explanations.get::<usize>(group);
    let reading = group.and_then(|group| group.readings.get::<usize>(reading));
    let changes = reading.iter().flat_map(|reading| &reading.changes);
    changes
        .filter_map(|change| {
            Some(EditView {
                id: change.id.clone(),
                raw: match change.to.as_ref()? {
                    ValueView::Count(count) => count.to_string(),
                    ValueView::Amount(amount) => amount.clone(),
                },
            })
        })
        .collect()
}

/// Shows a reading in the tables, or takes it out of them again. Nothing is changed by that.
pub(crate) fn preview(app: &App, clicked: &Element) {
    let again = clicked
        .get_attribute("aria-pressed")
        .is_some_and(|pressed| pressed == "true");
    clear(app);
    if again {
        return;
    }
    el::set(clicked, "aria-pressed", "true");
    let changes = changes(app, clicked);
    for change in &changes {
        if let Some(cell) = app.cell(&change.id) {
            el::toggle(&cell, "proposed", true);
            el::add(
                &cell,
                text("span", "proposal", &format!("→ {}", change.raw)),
            );
        }
    }
    if let Some(first) = changes.first().and_then(|change| app.cell(&change.id)) {
        keys::into_view(&first);
    }
    let lang = app.lang.get();
    app.status(&lang.fill(&words::PREVIEWED, &[&changes.len().to_string()]));
}

/// Takes what is proposed out of the tables.
fn clear(app: &App) {
    for proposal in el::all(&app.host, ".proposal") {
        proposal.remove();
    }
    for cell in el::all(&app.host, ".proposed") {
        el::toggle(&cell, "proposed", false);
    }
    for button in el::all(&app.host, "[data-do=preview]") {
        el::set(&button, "aria-pressed", "false");
    }
}

/// Makes the changes of a reading on the page and checks again. The file stays as it is, and one step back takes all
/// of them back.
pub(crate) fn adopt(app: &Rc<App>, clicked: &Element) {
    let changes = changes(app, clicked);
    if changes.is_empty() {
        return;
    }
    if let Some(entry) = app.files.borrow_mut().get_mut(app.open.get()) {
        entry.take_over(changes);
    }
    check_again(app, &words::ADOPTED, edit::step_back);
}

/// Takes a cell as right: no reading changes it from now on.
pub(crate) fn pin(app: &Rc<App>, clicked: &Element) {
    let Some(id) = clicked.get_attribute("data-pin") else {
        return;
    };
    if let Some(entry) = app.files.borrow_mut().get_mut(app.open.get())
        && !entry.pins.contains(&id)
    {
        entry.pins.push(id);
    }
    check_again(app, &words::PINNED, |entry: &mut Entry| {
        entry.pins.pop();
    });
}

/// Takes a cell no longer as right.
pub(crate) fn unpin(app: &Rc<App>, clicked: &Element) {
    let id = clicked.get_attribute("data-pin").unwrap_or_default();
    if let Some(entry) = app.files.borrow_mut().get_mut(app.open.get()) {
        entry.pins.retain(|pin| *pin != id);
    }
    check_again(app, &words::UNPINNED, |_| {});
}

/// The button is gone after that; the reader goes on at the verdict, which has changed.
fn check_again(app: &Rc<App>, said: &'static Text, undo: fn(&mut Entry)) {
    panel::close(app);
    if let Some(verdict) = app.part("verdict") {
        el::focus(&verdict);
    }
    run::recheck(app, said, undo);
}
