//! Taking the result away: to the clipboard, to paper, to a file.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::futures::spawn_local;
use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, Element, HtmlDocument, HtmlElement, HtmlTextAreaElement,
    Url,
};

use super::app::{App, Progress};
use super::el::{self, el};
use super::{phrase, text};

/// Copies the list of corrections, with its layout where the receiver takes it.
pub(crate) fn copy(app: &Rc<App>, button: &Element) {
    let Some(outcome) = app.outcome() else {
        return;
    };
    let lang = app.lang.get();
    let (plain, html) = phrase::correction_list(&outcome, &app.changed_labels(&outcome), lang);
    if copy_by_command(&plain, html) {
        copied(app, button);
        return;
    }
    // The old way needs no secure origin and gives both flavours at once; this one is for browsers without it.
    let clipboard = window().navigator().clipboard();
    let (app, button) = (Rc::clone(app), button.clone());
    if clipboard.is_undefined() {
        app.status(lang.say(&text::COPY_FAILED));
        return;
    }
    spawn_local(async move {
        match clipboard.write_text(&plain).await {
            Ok(_) => copied(&app, &button),
            Err(_) => app.status(lang.say(&text::COPY_FAILED)),
        }
    });
}

fn copied(app: &App, button: &Element) {
    let words = app.lang.get().say(&text::COPIED);
    button.set_text_content(Some(words));
    app.status(words);
    // Where the focus was before the text to copy was selected.
    el::focus(button);
}

/// Copies through the browser's own command, which works on plain http as well.
fn copy_by_command(plain: &str, html: String) -> bool {
    let (Some(body), Ok(page)) = (document().body(), document().dyn_into::<HtmlDocument>()) else {
        return false;
    };
    // Some browsers copy only if something is selected.
    let holder = el("textarea")
        .class("gouji-copy")
        .attr("aria-hidden", "true")
        .done();
    let Ok(holder) = holder.dyn_into::<HtmlTextAreaElement>() else {
        return false;
    };
    holder.set_value(plain);
    body.append_child(&holder).ok();
    holder.select();
    let text = plain.to_owned();
    let listener = EventListener::new_with_options(
        &document(),
        "copy",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let data = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            if let Some(data) = data {
                data.set_data("text/plain", &text).ok();
                data.set_data("text/html", &html).ok();
                event.prevent_default();
            }
        },
    );
    let done = page.exec_command("copy").unwrap_or(false);
    drop(listener);
    holder.remove();
    done
}

/// Opens the print dialogue.
pub(crate) fn print() {
    window().print().ok();
}

/// Saves the answer of the engine as it came.
pub(crate) fn export(app: &App) {
    let files = app.files.borrow();
    let Some(entry) = files.get(app.open.get()) else {
        return;
    };
    let Progress::Done(_, answer) = &entry.progress else {
        return;
    };
    let Ok(json) =
        JSON::stringify_with_replacer_and_space(answer, &JsValue::NULL, &JsValue::from(2))
    else {
        return;
    };
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = Array::of1(&json);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &kind) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    let name = entry.name.as_str();
    let dot = name.char_indices().rev().find(|(_, c)| *c == '.');
    let stem = dot.and_then(|(at, _)| name.get(..at)).unwrap_or(name);
    let link = el("a")
        .attr("href", &address)
        .attr("download", &format!("{stem}-gouji.json"))
        .done();
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
    Url::revoke_object_url(&address).ok();
}
