//! The keyboard: arrows in the tables, F2 and Enter to edit, Esc to leave, F8 from finding to finding,
//! Ctrl+Z to undo.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::app::{App, closest, target};
use super::el::{self, set};
use super::{act, cause, edit, mute, panel};

/// A step within a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the cell on the left.
    Left,
    /// To the cell on the right.
    Right,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first cell of the row.
    First,
    /// To the last cell of the row.
    Last,
}

impl Step {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

/// A key went down anywhere in the window.
pub(crate) fn press(app: &Rc<App>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    // The keys that confirm a choice of an input method belong to it.
    if key.is_composing() {
        return;
    }
    if handle(app, key, target(event)) {
        event.prevent_default();
    }
}

/// True if the key was used up.
fn handle(app: &Rc<App>, event: &KeyboardEvent, at: Option<Element>) -> bool {
    let key = event.key();
    let command = event.ctrl_key() || event.meta_key();
    let inside = at.as_ref().filter(|at| app.host.contains(Some(at)));
    if key == "F8" {
        return next_finding(app, event.shift_key());
    }
    if let Some(input) = inside.filter(|at| at.class_name() == "edit") {
        return in_input(app, &key, event.shift_key(), input);
    }
    if inside.is_some_and(|at| at.class_name() == "note") {
        return in_note(app, &key);
    }
    let writing = at
        .as_ref()
        .is_some_and(|at| matches!(at.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"));
    if command && !writing && (app.page || inside.is_some()) {
        match (key.as_str(), event.shift_key()) {
            ("z" | "Z", false) => edit::undo(app),
            ("z" | "Z", true) | ("y", _) => edit::redo(app),
            _ => return false,
        }
        return true;
    }
    if key == "Escape" {
        return cause::back(app) || panel::dismiss(app);
    }
    let Some(at) = inside else {
        return false;
    };
    if command && key == "Enter" && writing {
        act::check(app);
        return true;
    }
    if writing || command || event.alt_key() {
        return false;
    }
    match at.get_attribute("data-cell") {
        Some(_) => in_cell(app, &key, at),
        None => false,
    }
}

fn in_cell(app: &App, key: &str, cell: &Element) -> bool {
    if let Some(to) = Step::of(key) {
        step(app, to);
        return true;
    }
    match key {
        "Enter" | "F2" => edit::open(app, cell, None),
        "Delete" | "Backspace" => edit::open(app, cell, Some("")),
        "t" | "T" => return panel::to_sentence(app, cell),
        // As in a spreadsheet: typing a figure begins to change the cell.
        digit if digit.len() == 1 && digit.bytes().all(|byte| byte.is_ascii_digit()) => {
            edit::open(app, cell, Some(digit));
        }
        _ => return false,
    }
    true
}

fn in_input(app: &Rc<App>, key: &str, back: bool, _input: &Element) -> bool {
    match key {
        "Enter" => edit::commit(app, None),
        "Tab" => edit::commit(app, Some(if back { Step::Left } else { Step::Right })),
        "Escape" => edit::cancel(app),
        _ => return false,
    }
    true
}

/// The note of a finding found right.
fn in_note(app: &Rc<App>, key: &str) -> bool {
    match key {
        "Enter" => mute::save(app),
        "Escape" => mute::cancel(app),
        _ => return false,
    }
    true
}

/// Goes one step within the table that has the focus.
pub(crate) fn step(app: &App, step: Step) {
    let Some(cell) = app
        .active()
        .and_then(|active| closest(&active, "[data-cell]"))
    else {
        return;
    };
    let Some(table) = closest(&cell, "table") else {
        return;
    };
    let rows: Vec<Vec<Element>> = el::all(&table, "tr")
        .iter()
        .map(|row| el::all(row, "[data-cell]"))
        .filter(|row| !row.is_empty())
        .collect();
    let place = rows.iter().enumerate().find_map(|(row, cells)| {
        let column = cells
            .iter()
            .position(|other| other.is_same_node(Some(&cell)))?;
        Some((row, column))
    });
    let Some((row, column)) = place else {
        return;
    };
    let last = |row: usize| {
        rows.get(row)
            .map_or(0, |cells| cells.len().saturating_sub(1))
    };
    let (row, column) = match step {
        Step::Left => (row, column.saturating_sub(1)),
        Step::Right => (row, column.saturating_add(1).min(last(row))),
        Step::Up => (row.saturating_sub(1), column),
        Step::Down => (
            row.saturating_add(1).min(rows.len().saturating_sub(1)),
            column,
        ),
        Step::First => (row, 0),
        Step::Last => (row, last(row)),
    };
    // Rows differ in length: a shorter one is entered at its end.
    if let Some(to) = rows
        .get(row)
        .and_then(|cells| cells.get(column.min(last(row))))
    {
        el::focus(to);
        into_view(to);
    }
}

/// Makes a cell the stop of the Tab key in its table.
pub(crate) fn make_stop(cell: &Element) {
    if let Some(table) = closest(cell, "table") {
        for other in el::all(&table, "[data-cell][tabindex='0']") {
            set(&other, "tabindex", "-1");
        }
        set(cell, "tabindex", "0");
    }
}

/// Scrolls as little as needed; the style sheet keeps room for the labels that stick.
pub(crate) fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// To the next or the previous finding that was not found right, round and round. True if there is one.
fn next_finding(app: &Rc<App>, back: bool) -> bool {
    let Some(outcome) = app.outcome() else {
        return false;
    };
    let open: Vec<usize> = outcome
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.muted.is_none())
        .map(|(index, _)| index)
        .collect();
    let next = match (app.at.get(), back) {
        (None, false) => open.first(),
        (None, true) => open.last(),
        (Some(at), false) => open.iter().find(|index| **index > at).or(open.first()),
        (Some(at), true) => open.iter().rfind(|index| **index < at).or(open.last()),
    };
    if let Some(next) = next {
        panel::go_to(app, *next);
    }
    next.is_some()
}
