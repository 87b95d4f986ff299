//! Changing a cell: an input in its place, then everything is checked again. The file itself never changes;
//! the engine gets the same bytes with the list of changes.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::app::{App, Entry, closest};
use super::el::{self, el};
use super::text;
use super::{keys, phrase, run};
use crate::present::view::EditView;

/// Opens the input in a cell. `typed`: what the user began to type, in place of the old text.
pub(crate) fn open(app: &App, cell: &Element, typed: Option<&str>) {
    let (Some(id), Some(outcome)) = (cell.get_attribute("data-cell"), app.outcome()) else {
        return;
    };
    if app.find(".edit").is_some() {
        return;
    }
    let lang = app.lang.get();
    let report = outcome.report.iter().flat_map(|report| &report.cells);
    let known = report.into_iter().find(|cell| cell.id == id);
    let shown = known.map(phrase::shown).unwrap_or_default();
    let label = known.map_or(id.as_str(), |cell| cell.label.as_str());
    let input = el("input")
        .class("edit")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("data-shown", &shown)
        .attr("aria-label", &lang.fill(&text::CELL_INPUT, &[label]));
    // Over the cell, not in place of its text: the table keeps its measures.
    el::add(cell, input);
    if let Some(input) = app
        .find(".edit")
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
    {
        input.set_value(typed.unwrap_or(&shown));
        input.focus().ok();
        if typed.is_none() {
            input.select();
        }
    }
}

/// Takes over what was typed, if it differs from what stood there. `step`: where to go then.
pub(crate) fn commit(app: &Rc<App>, step: Option<keys::Step>) {
    let Some(input) = app
        .find(".edit")
        .and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let (raw, before) = (
        input.value(),
        input.get_attribute("data-shown").unwrap_or_default(),
    );
    let Some(cell) = closest(&input, "[data-cell]") else {
        return;
    };
    let id = cell.get_attribute("data-cell").unwrap_or_default();
    let focused = app
        .active()
        .is_some_and(|active| active.is_same_node(Some(&input)));
    let changed = raw.trim() != before.trim();
    if changed {
        let edit = EditView {
            id: id.clone(),
            raw: raw.trim().to_owned(),
        };
        push(app, vec![edit]);
        // Until the answer is there the cell shows what was typed.
        cell.set_text_content(Some(raw.trim()));
    }
    input.remove();
    // The redraw keeps the focus there.
    if focused {
        el::focus(&cell);
    }
    if let (true, Some(step)) = (focused, step) {
        keys::step(app, step);
    }
    if changed {
        run::recheck(app, &text::RECHECKED, take_back);
    }
}

/// Changes cells as one step, and checks again.
pub(crate) fn change(app: &Rc<App>, step: Vec<EditView>, said: &'static text::Text) {
    push(app, step);
    run::recheck(app, said, take_back);
}

fn push(app: &App, step: Vec<EditView>) {
    if let Some(entry) = app.files.borrow_mut().get_mut(app.open.get()) {
        entry.edits.push(step);
        entry.undone.clear();
    }
}

/// Leaves the cell as it was.
pub(crate) fn cancel(app: &App) {
    let Some(input) = app.find(".edit") else {
        return;
    };
    let cell = closest(&input, "[data-cell]");
    input.remove();
    if let Some(cell) = cell {
        el::focus(&cell);
    }
}

/// Takes the last change back.
pub(crate) fn undo(app: &Rc<App>) {
    let last = with_entry(app, |entry| {
        let last = entry.edits.pop()?;
        entry.undone.push(last.clone());
        Some(last)
    });
    after(app, last, &text::RECHECKED, put_back);
}

/// Makes the last change that was taken back again.
pub(crate) fn redo(app: &Rc<App>) {
    let last = with_entry(app, |entry| {
        let last = entry.undone.pop()?;
        entry.edits.push(last.clone());
        Some(last)
    });
    after(app, last, &text::RECHECKED, take_back);
}

/// Takes all changes back; each can still be made again.
pub(crate) fn reset(app: &Rc<App>) {
    let last = with_entry(app, |entry| {
        let last = entry.edits.last().cloned()?;
        while let Some(edit) = entry.edits.pop() {
            entry.undone.push(edit);
        }
        Some(last)
    });
    after(app, last, &text::RESTORED, |_| {});
}

fn with_entry(
    app: &App,
    change: impl FnOnce(&mut Entry) -> Option<Vec<EditView>>,
) -> Option<Vec<EditView>> {
    change(app.files.borrow_mut().get_mut(app.open.get())?)
}

fn take_back(entry: &mut Entry) {
    entry.edits.pop();
}

fn put_back(entry: &mut Entry) {
    entry.edits.extend(entry.undone.pop());
}

/// Checks again after a change of the list of changes, and goes to the cell concerned.
fn after(
    app: &Rc<App>,
    step: Option<Vec<EditView>>,
    said: &'static text::Text,
    undo: fn(&mut Entry),
) {
    let Some(step) = step else {
        return;
    };
    if let Some(cell) = step.first().and_then(|edit| app.cell(&edit.id)) {
        el::focus(&cell);
        keys::into_view(&cell);
    }
    run::recheck(app, said, undo);
}
