//! Builds the page into its element and begins to listen.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use web_sys::{Event, EventTarget, HtmlElement};

use super::app::App;
use super::{act, el, frame, intake, keys, panel};

/// Builds the page inside a `<gouji-check>` element.
pub fn mount(host: &HtmlElement) {
    let app = App::new(host);
    frame::build(&app);
    let listen = |target: &EventTarget, kind: &'static str, heard: fn(&Rc<App>, &Event)| {
        let app = Rc::clone(&app);
        // Drop, paste and keys must be able to stop what the browser would do.
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(target, kind, options, move |event| heard(&app, event));
        // The page listens as long as it lives.
        listener.forget();
    };
    listen(host, "click", act::click);
    listen(host, "change", act::change);
    listen(host, "input", act::input);
    listen(host, "focusin", act::focus_in);
    listen(host, "mouseover", act::hover);
    // A page around us puts a report in.
    listen(host, "gouji-put", intake::put);
    listen(host, "mouseleave", |app, _| panel::rest(app));
    let document = document();
    listen(&document, "keydown", keys::press);
    listen(&document, "paste", intake::paste);
    for kind in ["dragenter", "dragover", "dragleave", "drop"] {
        listen(&document, kind, intake::drag);
    }
    listen(&window(), "resize", act::resize);
    // Inside another page the focus is not ours to take.
    if app.page
        && !host.has_attribute("framed")
        && let Some(area) = app.part("paste")
    {
        el::focus(&area);
    }
}
