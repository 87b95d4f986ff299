//! What happens on a click and on a change: one place that hears all of them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

use super::app::{App, closest, target};
use super::text;
use super::{
    cause, coverage, display, edit, el, frame, intake, keys, mute, panel, previous, result, run,
    take,
};

/// A click.
pub(crate) fn click(app: &Rc<App>, event: &Event) {
    let Some(at) = target(event) else {
        return;
    };
    if let Some(cell) = closest(&at, "[data-cell]") {
        if at.class_name() != "edit" {
            edit::open(app, &cell, None);
        }
        return;
    }
    let Some(button) = closest(&at, "[data-do]") else {
        return;
    };
    let index = panel::index_of(&button, "data-index").unwrap_or_default();
    match button
        .get_attribute("data-do")
        .as_deref()
        .unwrap_or_default()
    {
        "skip" => skip(app, event),
        "lang" => switch(app),
        "check" => check(app),
        "choose" => intake::choose(app),
        "sample" => intake::sample(app),
        "open" => run::open(app, index),
        "jump" => {
            // The address of the page stays as it is.
            event.prevent_default();
            panel::go_to(app, index);
        }
        "all" => show_all(app),
        "mute" => mute::ask(app, &button),
        "mute-save" => mute::save(app),
        "mute-cancel" => mute::cancel(app),
        "unmute" => mute::take_back(app, index),
        "preview" => cause::preview(app, &button),
        "preview-end" => {
            cause::back(app);
        }
        "adopt" => cause::adopt(app, &button),
        "pin" => cause::pin(app, &button, true),
        "unpin" => cause::pin(app, &button, false),
        "cell" => {
            event.prevent_default();
            cause::go_to(app, &button);
        }
        "sentence" => {
            event.prevent_default();
            coverage::go_to(app, index);
        }
        "previous" => previous::choose(app),
        "previous-leave" => previous::leave(app),
        "undo" => edit::undo(app),
        "redo" => edit::redo(app),
        "reset" => edit::reset(app),
        "copy" => take::copy(app, &button),
        "print" => take::print(),
        "export" => take::export(app),
        _ => {}
    }
}

/// An input changed its value.
pub(crate) fn change(app: &Rc<App>, event: &Event) {
    let part = target(event).and_then(|at| at.get_attribute("data-part"));
    match part.as_deref() {
        Some("file") => intake::chosen(app),
        Some("previous") => previous::chosen(app),
        Some(part @ ("scale" | "colours")) => display::chosen(app, part, &selected(event)),
        Some("edition") => {
            app.edition.replace(selected(event));
            if !app.files.borrow().is_empty() {
                run::check_all(app, false);
            }
        }
        _ => {}
    }
}

/// The value of the list that was chosen from.
fn selected(event: &Event) -> String {
    let select = target(event).and_then(|at| at.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

/// Something was typed.
pub(crate) fn input(app: &Rc<App>, event: &Event) {
    if target(event)
        .and_then(|at| at.get_attribute("data-part"))
        .as_deref()
        == Some("paste")
    {
        intake::typed(app);
    }
}

/// The focus came to an element.
pub(crate) fn focus_in(app: &Rc<App>, event: &Event) {
    let Some(at) = target(event) else {
        return;
    };
    if at.has_attribute("data-cell") {
        keys::make_stop(&at);
    }
    if at.class_name() != "edit" && app.find(".edit").is_some() {
        edit::commit(app, None);
    }
    panel::focus(app, &at);
}

/// The pointer moved onto another element.
pub(crate) fn hover(app: &Rc<App>, event: &Event) {
    panel::hover(app, event);
}

/// The window changed its size.
pub(crate) fn resize(app: &Rc<App>, _event: &Event) {
    // The panel stands where its cell was.
    panel::close(app);
    display::settle(app);
    panel::rest(app);
}

/// Checks what stands in the text area.
pub(crate) fn check(app: &Rc<App>) {
    match intake::from_area(app) {
        Some(entry) => run::start(app, vec![entry]),
        None if app.files.borrow().is_empty() => {
            app.status(app.lang.get().say(&text::NOTHING_TO_CHECK));
            if let Some(area) = app.part("paste") {
                el::focus(&area);
            }
        }
        None => run::check_all(app, true),
    }
}

fn skip(app: &App, event: &Event) {
    event.prevent_default();
    match app
        .part("result")
        .filter(|result| !result.has_attribute("hidden"))
    {
        Some(_) => result::arrive(app),
        None => {
            if let Some(area) = app.part("paste") {
                el::focus(&area);
            }
        }
    }
}

fn show_all(app: &Rc<App>) {
    app.all_findings.set(true);
    result::render(app);
    // The button is gone; the reader goes on where the list goes on.
    let next = app.find(&format!("[data-finding='{}']", super::findings::FIRST));
    if let Some(next) = next {
        el::focus(&next);
    }
}

/// Switches the language. What was put in stays; its sentences come from the engine, so it is checked again.
fn switch(app: &Rc<App>) {
    let typed = intake::area(app)
        .map(|area| area.value())
        .unwrap_or_default();
    app.set_lang(app.lang.get().other());
    frame::build(app);
    if let Some(area) = intake::area(app) {
        area.set_value(&typed);
    }
    if !app.files.borrow().is_empty() {
        run::check_all(app, false);
    }
    if let Some(button) = app.find("[data-do=lang]") {
        el::focus(&button);
    }
}
