//! The boundary to JavaScript: the functions that the worker and the page call, and nothing else. Values cross
//! as plain objects of the output contract ([`crate::present::view`]).
//!
//! There is no panic hook: the library does not panic by lint, the hook would cost bytes, and the caller must
//! survive a trap anyway (memory may run out). `www/client.js` does: it drops the worker and starts another.

mod decoder;
pub(crate) mod object;
mod options;

pub use decoder::BrowserDecoder;

use object::Js;
use wasm_bindgen::prelude::*;

use crate::present::view::{AnswerView, OptionsView, ProblemView};
use crate::present::{self, Lang};

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Checks the bytes of one file: `options` is an `OptionsView` (or nothing), the answer an `AnswerView`.
///
/// # Errors
/// A plain object `{code, message}`, if the options do not have the form of an `OptionsView`. A file that
/// cannot be read is no error here: the answer says so.
#[wasm_bindgen]
pub fn check(bytes: &[u8], name: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let options = options::read(options).map_err(|message| failure("options", &message))?;
    Ok(run(bytes, name, &options).to_js())
}

/// The rules, as the page lists them, in the language asked for (`zh-CN` or `en`): a `RulesView`.
#[wasm_bindgen]
pub fn rules(lang: &str) -> JsValue {
    present::rules_view(Lang::from_name(lang).unwrap_or_default()).to_js()
}

/// Builds the page inside a `<gouji-check>` element.
#[wasm_bindgen]
pub fn mount(element: &web_sys::HtmlElement) {
    crate::page::mount(element);
}

/// The check itself, decoding through the browser.
fn run(bytes: &[u8], name: &str, options: &OptionsView) -> AnswerView {
    let (options, lang) = present::options(options, &BrowserDecoder);
    present::answer(&[crate::check(bytes, name, &options)], lang)
}

/// What a failed call throws.
fn failure(code: &str, message: &str) -> JsValue {
    ProblemView {
        code: code.to_owned(),
        message: message.to_owned(),
    }
    .to_js()
}
