//! Reads the options of a call. By hand and not through serde: eight fields do not need a machine that also knows
//! floats, maps and every integer, and which would be a tenth of the module.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::present::view::{EditView, MuteView, OptionsView};

/// The options out of a plain object; nothing at all stands for the defaults, and unknown fields are passed over
/// (a newer page may know more).
///
/// # Errors
/// The field that has another form than [`OptionsView`] gives it.
pub(super) fn read(value: &JsValue) -> Result<OptionsView, String> {
    if is_absent(value) {
        return Ok(OptionsView::default());
    }
    if !value.is_object() {
        return Err("the options are not an object".to_owned());
    }
    Ok(OptionsView {
        edition: text(value, "edition")?,
        lang: text(value, "lang")?,
        ignore: list(value, "ignore", code)?,
        only: list(value, "only", code)?,
        edits: list(value, "edits", edit)?,
        mutes: list(value, "mutes", mute)?,
        report: number(value, "report")?,
        pins: list(value, "pins", code)?,
        previous: bytes(value, "previous")?,
    })
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    // Fails only for what is no object; that field is absent too.
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A text that may be absent.
fn text(object: &JsValue, name: &str) -> Result<Option<String>, String> {
    let value = field(object, name);
    if is_absent(&value) {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| wrong(name))
}

/// A number that may be absent: whole and not below zero.
fn number(object: &JsValue, name: &str) -> Result<Option<u32>, String> {
    let value = field(object, name);
    if is_absent(&value) {
        return Ok(None);
    }
    let given = value.as_f64().ok_or_else(|| wrong(name))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "compared with what was given"
    )]
    let whole = given as u32;
    (f64::from(whole) == given)
        .then_some(Some(whole))
        .ok_or_else(|| wrong(name))
}

/// A list that may be absent.
fn list<T>(
    object: &JsValue,
    name: &str,
    read: fn(&JsValue) -> Option<T>,
) -> Result<Vec<T>, String> {
    let value = field(object, name);
    if is_absent(&value) {
        return Ok(Vec::new());
    }
    let members: &Array = value.dyn_ref().ok_or_else(|| wrong(name))?;
    let mut out = Vec::new();
    for index in 0..members.length() {
        out.push(read(&members.get(index)).ok_or_else(|| wrong(name))?);
    }
    Ok(out)
}

/// Bytes that may be absent.
fn bytes(object: &JsValue, name: &str) -> Result<Vec<u8>, String> {
    let value = field(object, name);
    if is_absent(&value) {
        return Ok(Vec::new());
    }
    let bytes: &Uint8Array = value.dyn_ref().ok_or_else(|| wrong(name))?;
    Ok(bytes.to_vec())
}

fn code(value: &JsValue) -> Option<String> {
    value.as_string()
}

fn edit(value: &JsValue) -> Option<EditView> {
    Some(EditView {
        id: field(value, "id").as_string()?,
        raw: field(value, "raw").as_string()?,
    })
}

fn mute(value: &JsValue) -> Option<MuteView> {
    Some(MuteView {
        key: field(value, "key").as_string()?,
        note: field(value, "note").as_string()?,
    })
}

fn wrong(name: &str) -> String {
    let mut message = String::from("not of the form of the contract: ");
    message.push_str(name);
    message
}
