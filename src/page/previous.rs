//! The report of the year before: chosen beside a result, and compared from then on.

use std::rc::Rc;

use js_sys::Uint8Array;
use js_sys::futures::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::app::App;
use super::el::{self, El, button, el, text};
use super::frame::ACCEPT;
use super::run;
use super::text::{self as words, Lang};
use crate::present::view::ReportView;
use crate::strings;

/// What was chosen.
#[derive(Clone, Default)]
pub(crate) enum Previous {
    /// Nothing.
    #[default]
    None,
    /// A file, by its name and its bytes.
    File(String, Uint8Array),
    /// A file that could not be read; the sentence says why.
    Failed(String),
}

/// The file to send along with a check.
pub(crate) fn bytes(app: &App) -> Option<Uint8Array> {
    match &*app.previous.borrow() {
        Previous::File(_, bytes) => Some(bytes.clone()),
        _ => None,
    }
}

/// Notes that the engine could not read it.
pub(crate) fn fail(app: &App, why: &str) {
    app.previous.replace(Previous::Failed(why.to_owned()));
}

fn input(app: &App) -> Option<HtmlInputElement> {
    app.part("previous")?.dyn_into().ok()
}

/// Opens the browser's file chooser.
pub(crate) fn choose(app: &App) {
    if let Some(input) = input(app) {
        el::open_chooser(input);
    }
}

/// A file was chosen.
pub(crate) fn chosen(app: &Rc<App>) {
    let file = input(app)
        .and_then(|input| input.files())
        .and_then(|files| files.item(0));
    let Some(file) = file else {
        return;
    };
    let app = Rc::clone(app);
    spawn_local(async move {
        let lang = app.lang.get();
        let read = match run::too_large(&app, &file) {
            Some(sentence) => Previous::Failed(sentence),
            None => match file.array_buffer().await {
                Ok(buffer) => Previous::File(file.name(), Uint8Array::new(&buffer)),
                Err(_) => Previous::Failed(lang.say(&words::FAILED_READ).to_owned()),
            },
        };
        app.previous.replace(read);
        run::check_all(&app, true);
    });
}

/// Compares no more.
pub(crate) fn leave(app: &Rc<App>) {
    app.previous.take();
    run::check_all(app, true);
}

/// What was compared, and the way to choose a file.
pub(crate) fn section(app: &App, report: &ReportView, lang: Lang) -> El {
    let previous = app.previous.borrow();
    let said = match (&*previous, &report.previous) {
        (Previous::Failed(why), _) => Some(lang.fill(&words::PREVIOUS_FAILED, &[why])),
        (Previous::File(name, _), Some(other)) if other.fits => {
            Some(lang.fill(&words::PREVIOUS_FITS, &[name]))
        }
        (Previous::File(name, _), Some(other)) => {
            let year = other.year.map(|year| year.to_string());
            let known: Vec<String> = other.unit.clone().into_iter().chain(year).collect();
            let known = strings::join(&known, " ");
            Some(lang.fill(&words::PREVIOUS_UNFIT, &[name, &known]))
        }
        // Chosen, and not compared yet.
        (Previous::File(..), None) | (Previous::None, _) => None,
    };
    let leave = (!matches!(*previous, Previous::None))
        .then(|| button("previous-leave", lang.say(&words::PREVIOUS_LEAVE)));
    el("div")
        .class("buttons previous")
        .with_all(said.map(|said| text("p", "", &said)))
        .with_all(leave)
        .with(button("previous", lang.say(&words::PREVIOUS)))
        .with(
            el("input")
                .attr("type", "file")
                .attr("accept", ACCEPT)
                .attr("data-part", "previous")
                .attr("aria-label", lang.say(&words::PREVIOUS))
                .attr("hidden", ""),
        )
}
