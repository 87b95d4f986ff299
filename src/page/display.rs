//! How the page looks, as its reader wants it: the size of the writing and the colours. The browser remembers both.

use std::rc::Rc;

use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::app::{App, storage};
use super::el::{self, El, el, text};
use super::result;
use super::text::{self as words, Lang, Text};

/// Where it is remembered: size and colours with a blank between.
const KEY: &str = "gouji-display";

/// Sizes of the writing in per cent, and the width in em below which there is no room for the official layout.
const SCALES: [(&str, &str); 5] = [
    ("100", "47.5"),
    ("125", "59.4"),
    ("150", "71.3"),
    ("175", "83.1"),
    ("200", "95"),
];

/// Colours: the class of the style sheet, and what they are called.
const COLOURS: [(&str, Text); 4] = [
    ("auto", words::COLOURS_AUTO),
    ("light", words::COLOURS_LIGHT),
    ("dark", words::COLOURS_DARK),
    ("contrast", words::COLOURS_CONTRAST),
];

/// What was chosen, as places in the lists above.
#[derive(Clone, Copy, Default)]
pub(crate) struct Display {
    scale: usize,
    colours: usize,
}

impl Display {
    /// What was chosen last; else the colours that the element asks for.
    pub(crate) fn remembered(host: &HtmlElement) -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        let (scale, colours) = match kept.as_deref().and_then(|kept| kept.split_once(' ')) {
            Some((scale, colours)) => (scale.to_owned(), colours.to_owned()),
            None => (
                String::new(),
                host.get_attribute("theme").unwrap_or_default(),
            ),
        };
        Self {
            scale: place(&SCALES, &scale),
            colours: place(&COLOURS, &colours),
        }
    }

    /// Whether the window is too narrow for the official layout, at the size of the writing.
    pub(crate) fn is_narrow(self) -> bool {
        let (_, width) = SCALES.get(self.scale).copied().unwrap_or_default();
        let query = window().match_media(&format!("(max-width: {width}em)"));
        query.ok().flatten().is_some_and(|query| query.matches())
    }
}

/// The place of a name in a list; the first one if it is not there.
fn place<T>(list: &[(&str, T)], name: &str) -> usize {
    list.iter()
        .position(|(own, _)| *own == name)
        .unwrap_or_default()
}

/// Makes the page look as chosen.
pub(crate) fn apply(app: &App) {
    let display = app.display.get();
    let Some(root) = app.part("root") else {
        return;
    };
    for (index, (class, _)) in COLOURS.iter().enumerate() {
        el::toggle(&root, class, index == display.colours);
    }
    el::toggle(&root, "narrow", app.narrow.get());
    // Everything is measured by the size of the whole document; only a page of our own may change that.
    if app.page
        && let Ok(html) = document_element().dyn_into::<HtmlElement>()
        && let Some((scale, _)) = SCALES.get(display.scale)
    {
        html.style()
            .set_property("font-size", &format!("{scale}%"))
            .ok();
    }
}

/// Another size or other colours were chosen: the part of the page that says so, and the value.
pub(crate) fn chosen(app: &Rc<App>, part: &str, value: &str) {
    let mut display = app.display.get();
    match part {
        "scale" => display.scale = place(&SCALES, value),
        _ => display.colours = place(&COLOURS, value),
    }
    app.display.set(display);
    if let Some(storage) = storage() {
        let scale = SCALES.get(display.scale).map_or("", |(name, _)| name);
        let colours = COLOURS.get(display.colours).map_or("", |(name, _)| name);
        storage.set_item(KEY, &format!("{scale} {colours}")).ok();
    }
    settle(app);
}

/// Lays the page out for the room that there is now.
pub(crate) fn settle(app: &Rc<App>) {
    let narrow = app.display.get().is_narrow();
    let changed = narrow != app.narrow.replace(narrow);
    apply(app);
    if changed && app.find(".edit").is_none() {
        result::render_keeping_place(app);
    }
}

/// The choices.
pub(crate) fn choices(app: &App, lang: Lang) -> El {
    let display = app.display.get();
    let size = |name: &str| format!("{name}%");
    let scales = SCALES.iter().map(|(name, _)| (*name, size(name)));
    let colours = COLOURS
        .iter()
        .map(|(name, words)| (*name, lang.say(words).to_owned()));
    el("details")
        .class("display")
        .with(text("summary", "", lang.say(&words::DISPLAY)))
        .with(
            el("p")
                .class("buttons")
                .with(choice(
                    "scale",
                    lang.say(&words::SCALE),
                    scales,
                    display.scale,
                ))
                .with(choice(
                    "colours",
                    lang.say(&words::COLOURS),
                    colours,
                    display.colours,
                )),
        )
}

fn choice<'a>(
    part: &str,
    label: &str,
    options: impl Iterator<Item = (&'a str, String)>,
    chosen: usize,
) -> El {
    let select = el("select")
        .attr("data-part", part)
        .with_all(options.enumerate().map(|(index, (value, name))| {
            text("option", "", &name)
                .attr("value", value)
                .attr_if(index == chosen, "selected", "")
        }));
    el("label").text(label).text(" ").with(select)
}
