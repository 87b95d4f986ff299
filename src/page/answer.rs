//! What the page says to the engine, and what it hears.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

use crate::api::object::{Js, set};
use crate::present::view::{AnswerView, EditView, OutcomeView, SCHEMA};

/// The first outcome of an answer, since the page asks for one report at a time; `None` if it is no answer.
pub(crate) fn first_outcome(answer: &JsValue) -> Option<OutcomeView> {
    let answer = AnswerView::from_js(answer);
    if answer.schema != SCHEMA {
        return None;
    }
    answer.outcomes.into_iter().next()
}

/// The options of a check, as the engine reads them.
pub(crate) fn options(edition: &str, lang: &str, edits: &[EditView]) -> JsValue {
    let options = Object::new();
    if !edition.is_empty() {
        set(&options, "edition", &edition.into());
    }
    set(&options, "lang", &lang.into());
    let list = Array::new();
    for edit in edits {
        let entry = Object::new();
        set(&entry, "id", &edit.id.as_str().into());
        set(&entry, "raw", &edit.raw.as_str().into());
        list.push(&entry);
    }
    set(&options, "edits", &list);
    options.into()
}
