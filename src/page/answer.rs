//! What the page says to the engine, and what it hears.

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::JsValue;

use super::text::Lang;
use super::verdict;
use crate::api::object::{Js, set};
use crate::present::view::{AnswerView, EditView, MuteView, OutcomeView, SCHEMA};

/// The outcomes of an answer, one for each report in the file; `None` if it is no answer.
pub(crate) fn outcomes(answer: &JsValue) -> Option<Vec<OutcomeView>> {
    let answer = AnswerView::from_js(answer);
    (answer.schema == SCHEMA && !answer.outcomes.is_empty()).then_some(answer.outcomes)
}

/// What the page says of an answer: `{tone, sign, sentence, remark, coverage}`, or nothing if this is no answer.
pub fn verdict_words(answer: &JsValue, lang: &str) -> JsValue {
    let lang = Lang::from_name(lang).unwrap_or_default();
    let first = outcomes(answer).and_then(|all| all.into_iter().next());
    let Some(outcome) = first else {
        return JsValue::NULL;
    };
    let (tone, sentence) = verdict::verdict(&outcome, lang);
    let words = Object::new();
    set(&words, "tone", &tone.class().into());
    set(&words, "sign", &tone.sign().into());
    set(&words, "sentence", &sentence.into());
    set(&words, "remark", &verdict::remark(&outcome, lang).into());
    set(
        &words,
        "coverage",
        &verdict::coverage(&outcome, lang).into(),
    );
    words.into()
}

/// The options of a check, as the engine reads them.
pub(crate) fn options(
    edition: &str,
    lang: &str,
    edits: &[EditView],
    mutes: &[MuteView],
    pins: &[String],
    report: Option<u32>,
    previous: Option<&Uint8Array>,
) -> JsValue {
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
    set(&options, "mutes", &mute_list(mutes));
    set(&options, "pins", &pins.to_vec().to_js());
    if let Some(report) = report {
        set(&options, "report", &report.into());
    }
    if let Some(previous) = previous {
        set(&options, "previous", previous);
    }
    options.into()
}

/// Marks of findings found right, as the engine reads them and as the browser keeps them.
pub(crate) fn mute_list(mutes: &[MuteView]) -> JsValue {
    mutes.to_vec().to_js()
}

/// The marks out of such a list; none if it is something else.
pub(crate) fn mutes(list: &JsValue) -> Vec<MuteView> {
    let mut mutes = Vec::<MuteView>::from_js(list);
    mutes.retain(|mute| !mute.key.is_empty());
    mutes
}
