//! Which cells are probably wrong: the readings of each cause side by side, shown in the tables before they are adopted.
//! Adopting is nothing but changing cells, so it is checked again at once and can be undone.

use std::rc::Rc;

use web_sys::Element;

use super::app::{App, closest};
use super::el::{self, El, button, el, sign, text};
use super::findings::cell_anchor;
use super::phrase;
use super::text::{self as words, Lang, Text};
use super::{edit, keys, panel, run};
use crate::present::view::{
    ChangeView, EditView, ExplanationView, OutcomeView, ReadingView, ValueView,
};
use crate::strings;

/// The causes of what was found; nothing if there are none.
pub(crate) fn section(app: &App, outcome: &OutcomeView, lang: Lang) -> Option<El> {
    let pins = app.pins();
    if outcome.explanations.is_empty() && pins.is_empty() {
        return None;
    }
    let items = outcome.explanations.iter().enumerate();
    let mut section = el("div")
        .class("causes")
        .attr("data-part", "causes")
        .with(text("h3", "", lang.say(&words::CAUSES)))
        .with_all(items.map(|(index, cause)| item(index, cause, lang)));
    if !pins.is_empty() {
        let cells = phrase::Cells::of(outcome);
        section = section.with(
            el("div")
                .class("pins")
                .with(text("p", "", lang.say(&words::PINS)))
                .with(el("ul").with_all(pins.iter().map(|id| {
                    let label = cells
                        .get(id)
                        .map_or(id.as_str(), |cell| cell.label.as_str());
                    el("li").text(label).text(" ").with(
                        button("unpin", lang.say(&words::UNPIN))
                            .class("quiet")
                            .attr("data-id", id),
                    )
                }))),
        );
    }
    Some(section)
}

fn item(index: usize, cause: &ExplanationView, lang: Lang) -> El {
    let ids: Vec<String> = cause.findings.iter().map(u32::to_string).collect();
    let about = strings::join(&ids, lang.say(&words::LIST_COMMA));
    let (mark, grade) = phrase::grade(&cause.grade);
    let number = index.to_string();
    let mut item = el("div")
        .class("cause")
        .attr("data-cause", &number)
        .with(
            el("h4")
                .with(sign(mark))
                .text(&lang.fill(&words::CAUSE_OF, &[&about, lang.say(grade)])),
        )
        .with(text("p", "", &cause.message));
    if !cause.agreed.is_empty() {
        item = item
            .with(text("p", "advice", lang.say(&words::AGREED)))
            .with(
                el("ul")
                    .class("proposals")
                    .with_all(cause.agreed.iter().map(|it| change(it, lang))),
            );
    }
    let many = cause.readings.len() > 1;
    item.with(
        el("ol").class("readings").with_all(
            cause
                .readings
                .iter()
                .enumerate()
                .map(|(place, one)| reading(one, &number, place, many, lang)),
        ),
    )
}

/// One way in which it may have come about.
fn reading(reading: &ReadingView, cause: &str, place: usize, many: bool, lang: Lang) -> El {
    let number = place.to_string();
    let shown = place.saturating_add(1).to_string();
    let mut item = el("li")
        .attr("data-cause", cause)
        .attr("data-reading", &number);
    if many {
        item = item.with(text("h5", "", &lang.fill(&words::READING, &[&shown])));
    }
    let act = |action: &str, label: &Text| {
        button(action, lang.say(label))
            .attr("data-cause", cause)
            .attr("data-reading", &number)
    };
    item.with(
        el("ul")
            .class("proposals")
            .with_all(reading.changes.iter().map(|it| change(it, lang))),
    )
    .with_all(reading.words.iter().map(|it| text("p", "", &it.message)))
    .with(text("p", "advice", &reading.reason))
    .with_all((!reading.changes.is_empty()).then(|| {
        el("div")
            .class("buttons")
            .with(act("preview", &words::PREVIEW))
            .with(act("adopt", &words::ADOPT).class("main"))
    }))
}

/// One cell to change, and the button that says it is right.
fn change(change: &ChangeView, lang: Lang) -> El {
    el("li")
        .with(
            text("a", "", &change.message)
                .attr("href", &format!("#{}", cell_anchor(&change.id)))
                .attr("data-do", "cell")
                .attr("data-id", &change.id),
        )
        .text(" ")
        .with(
            button("pin", lang.say(&words::PIN))
                .class("quiet")
                .attr("data-id", &change.id)
                .attr("title", lang.say(&words::PIN_HINT)),
        )
}

/// What the sentences of the panel add: the change that the best reading makes to a cell.
pub(crate) fn proposals<'a>(
    outcome: &'a OutcomeView,
    id: &'a str,
) -> impl Iterator<Item = (&'a ExplanationView, &'a ChangeView)> {
    outcome.explanations.iter().filter_map(move |cause| {
        let best = cause.readings.first()?;
        let change = best.changes.iter().find(|change| change.id == id)?;
        Some((cause, change))
    })
}

/// The line of the panel about such a change.
pub(crate) fn proposal(cause: &ExplanationView, change: &ChangeView, lang: Lang) -> El {
    let (mark, grade) = phrase::grade(&cause.grade);
    let to = change.to.as_ref().map(phrase::figure).unwrap_or_default();
    el("p")
        .class("proposal")
        .with(sign(mark))
        .text(&lang.fill(&words::PROPOSAL, &[lang.say(grade), &to]))
}

/// The reading that an element stands for.
fn reading_at(app: &App, element: &Element) -> Option<Vec<ChangeView>> {
    let outcome = app.outcome()?;
    let cause = panel::index_of(element, "data-cause")?;
    let reading = panel::index_of(element, "data-reading")?;
    let readings = &outcome.explanations.get(cause)?.readings;
    Some(readings.get(reading)?.changes.clone())
}

/// Shows the changes of a reading in the tables, with a bar to adopt them or to go back.
pub(crate) fn preview(app: &App, clicked: &Element) {
    close(app);
    let Some(changes) = reading_at(app, clicked) else {
        return;
    };
    let lang = app.lang.get();
    for change in &changes {
        if let Some(cell) = app.cell(&change.id) {
            el::toggle(&cell, "proposed", true);
            let to = change.to.as_ref().map(phrase::figure).unwrap_or_default();
            el::add(
                &cell,
                el("span")
                    .class("after")
                    .with(text("span", "", &to).attr("aria-hidden", "true"))
                    .with(el::unseen(&lang.fill(&words::PROPOSED, &[&to]))),
            );
        }
    }
    let copy = |name: &str| clicked.get_attribute(name).unwrap_or_default();
    let (cause, reading) = (copy("data-cause"), copy("data-reading"));
    let count = changes.len().to_string();
    if let Some(root) = app.part("root") {
        el::add(
            &root,
            el("div")
                .class("preview")
                .attr("role", "region")
                .attr("data-part", "preview")
                .attr("aria-label", lang.say(&words::PREVIEW_REGION))
                .with(text("p", "", &lang.fill(&words::PREVIEWING, &[&count])))
                .with(
                    el("div")
                        .class("buttons")
                        .with(
                            button("adopt", lang.say(&words::ADOPT))
                                .class("main")
                                .attr("data-cause", &cause)
                                .attr("data-reading", &reading),
                        )
                        .with(
                            button("preview-end", lang.say(&words::PREVIEW_END))
                                .attr("data-cause", &cause)
                                .attr("data-reading", &reading),
                        ),
                ),
        );
    }
    if let Some(adopt) = app.find("[data-part=preview] [data-do=adopt]") {
        el::focus(&adopt);
    }
    // Behind the focus, which would end the scrolling.
    if let Some(cell) = changes.first().and_then(|change| app.cell(&change.id)) {
        keys::into_view(&cell);
    }
    app.status(&lang.fill(&words::PREVIEWING, &[&count]));
}

/// Takes the preview away. True if one was there.
pub(crate) fn close(app: &App) -> bool {
    let Some(bar) = app.part("preview") else {
        return false;
    };
    bar.remove();
    for cell in el::all(&app.host, ".proposed") {
        el::toggle(&cell, "proposed", false);
    }
    for after in el::all(&app.host, ".figure > .after") {
        after.remove();
    }
    true
}

/// Takes the preview away and goes back to the reading.
pub(crate) fn back(app: &App) -> bool {
    let button = app.find("[data-part=preview] [data-do=preview-end]");
    let at = button.and_then(|button| {
        let of = |name: &str| button.get_attribute(name);
        Some(format!(
            "[data-do=preview][data-cause='{}'][data-reading='{}']",
            of("data-cause")?,
            of("data-reading")?
        ))
    });
    if !close(app) {
        return false;
    }
    if let Some(button) = at.and_then(|at| app.find(&at)) {
        el::focus(&button);
        keys::into_view(&button);
    }
    true
}

/// Makes the changes of a reading, as one step that can be undone.
pub(crate) fn adopt(app: &Rc<App>, clicked: &Element) {
    let Some(changes) = reading_at(app, clicked) else {
        return;
    };
    close(app);
    let raw = |to: &Option<ValueView>| to.as_ref().map(phrase::figure).unwrap_or_default();
    let step: Vec<EditView> = changes
        .iter()
        .map(|change| EditView {
            id: change.id.clone(),
            raw: raw(&change.to),
        })
        .collect();
    to_verdict(app);
    edit::change(app, step, &words::ADOPTED);
}

/// Keeps a cell as it is, or lets it be changed again; the causes are looked for anew.
pub(crate) fn pin(app: &Rc<App>, clicked: &Element, pinned: bool) {
    let Some(id) = clicked.get_attribute("data-id") else {
        return;
    };
    close(app);
    if let Some(entry) = app.files.borrow_mut().get_mut(app.open.get()) {
        entry.pins.retain(|own| *own != id);
        if pinned {
            entry.pins.push(id);
        }
    }
    to_verdict(app);
    run::recheck(
        app,
        if pinned {
            &words::PINNED
        } else {
            &words::UNPINNED
        },
        |_| {},
    );
}

/// The button is gone after the check; the reader goes on at the verdict.
fn to_verdict(app: &App) {
    if let Some(verdict) = app.part("verdict") {
        el::focus(&verdict);
    }
}

/// Goes to the cell that a link names.
pub(crate) fn go_to(app: &App, link: &Element) {
    let cell = closest(link, "[data-id]").and_then(|link| link.get_attribute("data-id"));
    if let Some(cell) = cell.and_then(|id| app.cell(&id)) {
        el::focus(&cell);
        keys::into_view(&cell);
    }
}
