//! Findings found right: a mark with a note, kept in the browser and sent along with every check.
//!
//! What is kept is the key of a finding and the note, nothing of the report. A key changes with the figures, so a mark
//! never hides another fault (`crate::mute`).

use std::rc::Rc;

use js_sys::JSON;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::answer;
use super::app::{App, closest, storage};
use super::el::{self, El, button, el, text};
use super::text::{self as words, Lang, Text};
use super::{panel, run};
use crate::present::view::MuteView;

/// Where the marks are kept.
const KEY: &str = "gouji-found-right";
/// Marks kept at most; the oldest go first.
const MOST: usize = 2_000;
/// Characters of a note.
const NOTE_CHARS: &str = "200";

/// The marks kept in this browser, none if something else stands there; `None` if it keeps nothing at all.
pub(crate) fn remembered() -> Option<Vec<MuteView>> {
    let kept = storage()?.get_item(KEY).ok()?;
    let list = kept.and_then(|kept| JSON::parse(&kept).ok());
    Some(list.map_or_else(Vec::new, |list| answer::mutes(&list)))
}

/// Keeps the marks, where that is allowed: else they hold until the page is left.
fn remember(app: &App) {
    let list = answer::mute_list(&app.mutes.borrow());
    if let (Some(storage), Ok(list)) = (storage(), JSON::stringify(&list)) {
        storage.set_item(KEY, &String::from(list)).ok();
    }
}

/// The button below a finding.
pub(crate) fn button_of(index: usize, lang: Lang) -> El {
    el("p").class("mute").with(
        button("mute", lang.say(&words::MUTE))
            .class("quiet")
            .attr("data-index", &index.to_string()),
    )
}

/// A finding found right.
pub(crate) fn item(index: usize, message: &str, note: &str, lang: Lang) -> El {
    let number = index.to_string();
    let mut item = el("li")
        .attr("data-finding", &number)
        .attr("tabindex", "-1")
        .with(text("span", "message", message));
    if !note.is_empty() {
        item = item.with(text("p", "advice", &lang.fill(&words::MUTED_NOTE, &[note])));
    }
    item.with(
        el("p").class("mute").with(
            button("unmute", lang.say(&words::UNMUTE))
                .class("quiet")
                .attr("data-index", &number),
        ),
    )
}

/// The findings found right, folded up below the others; nothing if there are none.
pub(crate) fn group(items: Vec<El>, lang: Lang) -> Option<El> {
    let count = items.len().to_string();
    (!items.is_empty()).then(|| {
        el("details")
            .class("muted")
            .with(text(
                "summary",
                "",
                &lang.fill(&words::MUTED_GROUP, &[&count]),
            ))
            .with(text("p", "hint", lang.say(&words::MUTED_HINT)))
            .with(el("ul").with_all(items))
    })
}

/// Asks for the note, in place of the button.
pub(crate) fn ask(app: &App, clicked: &Element) {
    cancel(app);
    let (Some(place), Some(index)) = (
        closest(clicked, ".mute"),
        panel::index_of(clicked, "data-index"),
    ) else {
        return;
    };
    let lang = app.lang.get();
    let number = index.to_string();
    el::fill(
        &place,
        [
            text("label", "", lang.say(&words::MUTE_NOTE)).attr("for", "gj-note"),
            el("input")
                .class("note")
                .attr("id", "gj-note")
                .attr("type", "text")
                .attr("maxlength", NOTE_CHARS)
                .attr("autocomplete", "off")
                .attr("data-index", &number),
            button("mute-save", lang.say(&words::MUTE_SAVE)),
            button("mute-cancel", lang.say(&words::MUTE_CANCEL)).class("quiet"),
        ],
    );
    if let Some(note) = app.find(".note") {
        el::focus(&note);
    }
}

/// Puts the button back.
pub(crate) fn cancel(app: &App) {
    let Some(note) = app.find(".note") else {
        return;
    };
    let index = panel::index_of(&note, "data-index").unwrap_or_default();
    if let Some(place) = closest(&note, ".mute")
        && let Some(item) = place.parent_element()
    {
        place.remove();
        el::add(&item, button_of(index, app.lang.get()));
        if let Some(button) = app.find(&format!("[data-do=mute][data-index='{index}']")) {
            el::focus(&button);
        }
    }
}

/// Marks the finding whose note is open, and checks again.
pub(crate) fn save(app: &Rc<App>) {
    let note = app
        .find(".note")
        .and_then(|note| note.dyn_into::<HtmlInputElement>().ok());
    let (Some(note), Some(outcome)) = (note, app.outcome()) else {
        return;
    };
    let index = panel::index_of(&note, "data-index").unwrap_or_default();
    let Some(finding) = outcome.findings.get(index) else {
        return;
    };
    change(app, &finding.key, Some(note.value().trim()));
    check_again(app, &words::MUTED);
}

/// Takes the mark of a finding back, and checks again.
pub(crate) fn take_back(app: &Rc<App>, index: usize) {
    let Some(outcome) = app.outcome() else {
        return;
    };
    if let Some(finding) = outcome.findings.get(index) {
        change(app, &finding.key, None);
        check_again(app, &words::UNMUTED);
    }
}

/// Checks again. The button is gone then; the reader goes on at the verdict, which has changed.
fn check_again(app: &Rc<App>, said: &'static Text) {
    if let Some(verdict) = app.part("verdict") {
        el::focus(&verdict);
    }
    run::recheck(app, said, |_| {});
}

/// Sets or takes a mark, and keeps what there is now. Other pages of this site may have set marks meanwhile.
fn change(app: &App, key: &str, note: Option<&str>) {
    let mut mutes = remembered().unwrap_or_else(|| app.mutes.borrow().clone());
    mutes.retain(|mute| mute.key != key);
    if let Some(note) = note {
        mutes.push(MuteView {
            key: key.to_owned(),
            note: note.to_owned(),
        });
    }
    let surplus = mutes.len().saturating_sub(MOST);
    mutes.drain(..surplus);
    app.mutes.replace(mutes);
    remember(app);
}
