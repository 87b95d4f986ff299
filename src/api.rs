//! The boundary to JavaScript: the functions that the worker and the page call, and nothing else. Values cross
//! as plain objects of the output contract ([`crate::present::view`]).
//!
//! There is no panic hook: the library does not panic by lint, the hook would cost bytes, and the caller must
//! survive a trap anyway (memory may run out). `www/client.js` does: it drops the worker and starts another.

#[cfg(feature = "whole")]
mod decoder;
#[cfg(feature = "measure")]
mod measure;
pub(crate) mod object;
mod options;

#[cfg(feature = "whole")]
pub use decoder::BrowserDecoder as Decoder;
// What the module of the page reads is in UTF-8.
#[cfg(not(feature = "whole"))]
pub use crate::reader::encoding::Utf8Only as Decoder;

use object::Js;
use wasm_bindgen::prelude::*;

use crate::outcome::Status;
use crate::present::view::ProblemView;
use crate::present::{self, Lang};

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Checks the bytes of one file, every report in it: `options` is an `OptionsView` (or nothing), the answer an `AnswerView`.
///
/// # Errors
/// A plain object `{code, message}`: `options`, if the options do not have the form of an `OptionsView`;
/// `previous`, if the file with the report of the year before cannot be read, with a sentence for the user;
/// `elsewhere`, if this is a matter for the whole engine. A file that cannot be read is no
/// error: the answer of the whole engine says so.
#[wasm_bindgen]
pub fn check(bytes: &[u8], name: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let view = options::read(options).map_err(|message| failure("options", &message))?;
    let (options, lang) = present::options(&view, &Decoder);
    if !WHOLE && (lang != Lang::Chinese || !view.previous.is_empty()) {
        return Err(elsewhere());
    }
    #[cfg(feature = "whole")]
    let options = with_previous(options, &view.previous, lang)?;
    let mut views = Vec::new();
    let mut all_checked = true;
    // One at a time: an archive may hold more reports than fit into memory.
    crate::check_each(bytes, name, &options, &mut |outcome| {
        all_checked &= matches!(outcome.status, Status::Checked(_));
        views.push(present::outcome_view(&outcome, lang));
    });
    if !WHOLE && !all_checked {
        return Err(elsewhere());
    }
    Ok(present::collect(views).to_js())
}

/// The options with the report of the year before, read out of its file.
#[cfg(feature = "whole")]
fn with_previous<'a>(
    mut options: crate::Options<'a>,
    bytes: &[u8],
    lang: Lang,
) -> Result<crate::Options<'a>, JsValue> {
    if !bytes.is_empty() {
        options.previous = crate::reports(bytes, "", options.decoder).map_err(|outcome| {
            let problem = present::outcome_view(&outcome, lang).problem;
            failure("previous", &problem.map_or(String::new(), |it| it.message))
        })?;
    }
    Ok(options)
}

/// Whether this module has the whole engine.
const WHOLE: bool = cfg!(feature = "whole");

/// What the module that the page begins with throws where it does not have the answer of the whole engine: for
/// reports in anything but plain text with tables, for whatever is no report, for English, and for the list of
/// rules. `www/client.js` then asks the whole engine; no user ever sees it.
fn elsewhere() -> JsValue {
    failure("elsewhere", "this is for the whole engine")
}

/// The rules, as the page lists them, in the language asked for (`zh-CN` or `en`): a `RulesView`.
///
/// # Errors
/// `elsewhere`, as [`check`].
#[wasm_bindgen]
pub fn rules(lang: &str) -> Result<JsValue, JsValue> {
    if !WHOLE {
        return Err(elsewhere());
    }
    Ok(present::rules_view(Lang::from_name(lang).unwrap_or_default()).to_js())
}

/// Builds the page inside a `<gouji-check>` element.
#[cfg(feature = "page")]
#[wasm_bindgen]
pub fn mount(element: &web_sys::HtmlElement) {
    crate::page::mount(element);
}

/// What the page says of an answer, for whoever shows an answer without the page: `{tone, sign, sentence, remark,
/// coverage}` about the first outcome, or nothing if this is no answer.
#[cfg(feature = "page")]
#[wasm_bindgen]
pub fn verdict(answer: &JsValue, lang: &str) -> JsValue {
    crate::page::verdict_words(answer, lang)
}

/// What a failed call throws.
fn failure(code: &str, message: &str) -> JsValue {
    ProblemView {
        code: code.to_owned(),
        message: message.to_owned(),
    }
    .to_js()
}
