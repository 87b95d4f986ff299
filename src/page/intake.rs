//! The ways in: paste, drop, file chooser, typing, and the sample.

use crate::strings;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, FileList, HtmlInputElement, HtmlTextAreaElement,
};

use super::app::{App, Entry, target};
use super::text;
use super::{el, run};

/// A report made up for trying out, with three faults in it.
const SAMPLE: &str = include_str!("sample.html");

/// Characters of a pasted text that are repeated to the user.
const EXCERPT: usize = 24;

/// The text area.
pub(crate) fn area(app: &App) -> Option<HtmlTextAreaElement> {
    app.part("paste")?.dyn_into().ok()
}

/// Something was pasted, anywhere on the page.
pub(crate) fn paste(app: &Rc<App>, event: &Event) {
    let Some(data) = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data)
    else {
        return;
    };
    let Some(at) = target(event) else {
        return;
    };
    let into_area = app
        .part("paste")
        .is_some_and(|area| area.is_same_node(Some(&at)));
    let elsewhere = matches!(at.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || !(app.page || app.host.contains(Some(&at)));
    if (into_area || !elsewhere) && take(app, &data) {
        event.prevent_default();
    }
}

/// A page around us put a report in: `{name, bytes}` in the detail of the event. Its reader stays where he is.
pub(crate) fn put(app: &Rc<App>, event: &Event) {
    let of = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).unwrap_or_default();
    let detail = of(event, "detail");
    if let Ok(bytes) = of(&detail, "bytes").dyn_into() {
        let name = of(&detail, "name").as_string().unwrap_or_default();
        clear_area(app);
        run::put(app, Entry::from_bytes(&name, bytes));
    }
}

/// Takes what a clipboard or a drop holds: tables with their spans before plain text before files, since
/// a word processor puts a picture of the text beside it.
fn take(app: &Rc<App>, data: &DataTransfer) -> bool {
    let html = data.get_data("text/html").unwrap_or_default();
    let plain = data.get_data("text/plain").unwrap_or_default();
    if !plain.trim().is_empty() || strings::holds(&html, "<t") || strings::holds(&html, "<T") {
        pasted(app, html, &plain);
        return true;
    }
    let entries = data.files().map(entries).unwrap_or_default();
    let any = !entries.is_empty();
    run::start(app, entries);
    any
}

fn pasted(app: &Rc<App>, html: String, plain: &str) {
    let lang = app.lang.get();
    if let Some(area) = area(app) {
        area.set_value(plain);
    }
    let excerpt: String = strings::single_spaced(plain);
    let mut shown: String = excerpt.chars().take(EXCERPT).collect();
    if shown.len() < excerpt.len() {
        shown.push('…');
    }
    let with_tables = !html.trim().is_empty();
    let kind = if with_tables {
        &text::PASTED_HTML
    } else {
        &text::PASTED_TEXT
    };
    let length = plain
        .chars()
        .filter(|c| !c.is_whitespace())
        .count()
        .to_string();
    note(
        app,
        &lang.fill(&text::PASTED, &[&shown, lang.say(kind), &length]),
    );
    let name = lang.say(&text::PASTED_NAME);
    let entry = Entry::from_text(name, if with_tables { &html } else { plain });
    app.pasted.replace(with_tables.then_some(html));
    run::start(app, vec![entry]);
}

/// Says below the text area what was taken; nothing if empty.
fn note(app: &App, words: &str) {
    if let Some(part) = app.part("pasted") {
        part.set_text_content(Some(words));
        el::show(&part, !words.is_empty());
    }
}

/// The text area was typed into: what counts now is what it shows.
pub(crate) fn typed(app: &App) {
    app.pasted.replace(None);
    note(app, "");
}

/// The report in the text area, as it was pasted or typed.
pub(crate) fn from_area(app: &App) -> Option<Entry> {
    let lang = app.lang.get();
    if let Some(html) = app.pasted.borrow().as_deref() {
        return Some(Entry::from_text(lang.say(&text::PASTED_NAME), html));
    }
    let typed = area(app)?.value();
    (!typed.trim().is_empty()).then(|| Entry::from_text(lang.say(&text::TYPED_NAME), &typed))
}

/// Checks the sample.
pub(crate) fn sample(app: &Rc<App>) {
    clear_area(app);
    let name = app.lang.get().say(&text::SAMPLE_NAME);
    run::start(app, vec![Entry::from_text(name, SAMPLE)]);
}

/// Opens the browser's file chooser.
pub(crate) fn choose(app: &App) {
    if let Some(input) = file_input(app) {
        el::open_chooser(input);
    }
}

/// Files were chosen.
pub(crate) fn chosen(app: &Rc<App>) {
    let Some(input) = file_input(app) else {
        return;
    };
    let entries = input.files().map(entries).unwrap_or_default();
    // So that choosing the same file again, after it was mended, is a change again.
    input.set_value("");
    if !entries.is_empty() {
        clear_area(app);
    }
    run::start(app, entries);
}

fn file_input(app: &App) -> Option<HtmlInputElement> {
    app.part("file")?.dyn_into().ok()
}

fn entries(files: FileList) -> Vec<Entry> {
    (0..files.length())
        .filter_map(|index| files.item(index))
        .map(Entry::from_file)
        .collect()
}

fn clear_area(app: &App) {
    if let Some(area) = area(app) {
        area.set_value("");
    }
    typed(app);
}

/// Something is dragged over the page, dropped on it, or taken away again.
pub(crate) fn drag(app: &Rc<App>, event: &Event) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else {
        return;
    };
    let inside = app.page || target(event).is_some_and(|at| app.host.contains(Some(&at)));
    let kind = event.type_();
    if !inside
        || (kind != "dragleave" && drag.data_transfer().is_none_or(|data| is_own(app, &data)))
    {
        return;
    }
    // Without this the browser would open the file in place of the page.
    event.prevent_default();
    let over = match kind.as_str() {
        // Left for nowhere: out of the window. Otherwise only from one element to the next.
        "dragleave" => drag.related_target().is_some(),
        "drop" => false,
        _ => true,
    };
    if let Some(overlay) = app.part("drop") {
        el::show(&overlay, over);
    }
    if let ("drop", Some(data)) = (kind.as_str(), drag.data_transfer()) {
        let entries = data.files().map(entries).unwrap_or_default();
        if entries.is_empty() {
            take(app, &data);
        } else {
            clear_area(app);
            run::start(app, entries);
        }
    }
}

/// A drag of text that began in the text area stays what it is: moving text about.
fn is_own(app: &App, data: &DataTransfer) -> bool {
    let files = data.types().includes(&"Files".into(), 0);
    let writing = app
        .active()
        .is_some_and(|active| matches!(active.tag_name().as_str(), "TEXTAREA" | "INPUT"));
    !files && writing
}
