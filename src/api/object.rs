//! The output contract as plain JavaScript objects: written by the engine, read by the page. By hand and not
//! through serde: both sides know the form, and this takes 4.4 KB less after gzip.
//!
//! An answer crosses the boundary once, as JSON that the browser parses: setting field by field is a call into
//! JavaScript each, and took a sixth of the time of a whole check.

// Only the page reads.
#![cfg_attr(not(feature = "page"), allow(dead_code))]

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::present::view::{
    AnswerView, CellView, ChangeView, CoverageView, ExplanationView, FileView, FindingCellView,
    FindingView, MuteView, MutedView, OriginView, OutcomeView, PreviousView, ProblemView,
    ReadingView, ReportView, RewordingView, RuleView, RulesView, StatementView, SummaryView,
    TableView, TextView, ValueView,
};

/// A value of the contract. Absent is `null`, as in JSON.
pub(crate) trait Js: Sized {
    /// Writes the value behind what is written already, as JSON.
    fn write(&self, json: &mut String);
    /// The value for JavaScript.
    fn to_js(&self) -> JsValue {
        let mut json = String::new();
        self.write(&mut json);
        // Cannot fail: what was written is JSON.
        JSON::parse(&json).unwrap_or_default()
    }
    /// The value back. The page reads nothing but answers of its own engine, so this never fails: what has not
    /// the form of the contract reads as nothing. Failing at every field would double the bytes.
    fn from_js(value: &JsValue) -> Self;
}

/// Reads one field of an object.
pub(crate) fn field<T: Js>(object: &JsValue, name: &str) -> T {
    T::from_js(&get(object, name))
}

#[inline(never)]
fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Sets one field of an object of our own.
#[inline(never)]
pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    // Cannot fail: nobody has sealed the object.
    Reflect::set(object, &name.into(), value).ok();
}

/// A comma behind a member; nothing behind what opens a list or an object.
fn separate(json: &mut String) {
    if !matches!(json.as_bytes().last(), Some(b'[' | b'{')) {
        json.push(',');
    }
}

/// The name of the field that is written next.
#[inline(never)]
fn key(json: &mut String, name: &str) {
    separate(json);
    json.push('"');
    json.push_str(name);
    json.push_str("\":");
}

impl Js for String {
    fn write(&self, json: &mut String) {
        json.push('"');
        let mut rest = self.as_str();
        // What must not stand in a string of JSON is rare: all between goes over as it is.
        while let Some(at) = rest
            .bytes()
            .position(|byte| byte < b' ' || matches!(byte, b'"' | b'\\'))
        {
            let (plain, behind) = rest.split_at_checked(at).unwrap_or_default();
            json.push_str(plain);
            let mut behind = behind.chars();
            if let Some(c) = behind.next() {
                let digit = |shift: u32| char::from_digit((u32::from(c) >> shift) & 15, 16);
                json.push_str("\\u00");
                json.extend(digit(4));
                json.extend(digit(0));
            }
            rest = behind.as_str();
        }
        json.push_str(rest);
        json.push('"');
    }

    fn from_js(value: &JsValue) -> Self {
        value.as_string().unwrap_or_default()
    }
}

impl Js for bool {
    fn write(&self, json: &mut String) {
        json.push_str(if *self { "true" } else { "false" });
    }

    fn from_js(value: &JsValue) -> Self {
        value.as_bool().unwrap_or_default()
    }
}

// Counts of the contract are whole numbers that a double holds.
impl Js for i64 {
    fn write(&self, json: &mut String) {
        json.push_str(&self.to_string());
    }

    #[expect(clippy::cast_possible_truncation, reason = "see above")]
    fn from_js(value: &JsValue) -> Self {
        value.as_f64().unwrap_or_default() as Self
    }
}

impl Js for u32 {
    fn write(&self, json: &mut String) {
        i64::from(*self).write(json);
    }

    fn from_js(value: &JsValue) -> Self {
        i64::from_js(value).try_into().unwrap_or_default()
    }
}

impl Js for i32 {
    fn write(&self, json: &mut String) {
        i64::from(*self).write(json);
    }

    fn from_js(value: &JsValue) -> Self {
        i64::from_js(value).try_into().unwrap_or_default()
    }
}

impl<T: Js> Js for Option<T> {
    fn write(&self, json: &mut String) {
        match self {
            Some(value) => value.write(json),
            None => json.push_str("null"),
        }
    }

    fn from_js(value: &JsValue) -> Self {
        if value.is_null() || value.is_undefined() {
            return None;
        }
        Some(T::from_js(value))
    }
}

impl<T: Js> Js for Vec<T> {
    fn write(&self, json: &mut String) {
        json.push('[');
        for member in self {
            separate(json);
            member.write(json);
        }
        json.push(']');
    }

    fn from_js(value: &JsValue) -> Self {
        let mut out = Self::new();
        if let Some(list) = value.dyn_ref::<Array>() {
            for index in 0..list.length() {
                out.push(T::from_js(&list.get(index)));
            }
        }
        out
    }
}

impl Js for ValueView {
    fn write(&self, json: &mut String) {
        match self {
            Self::Count(count) => count.write(json),
            Self::Amount(amount) => amount.write(json),
        }
    }

    fn from_js(value: &JsValue) -> Self {
        match value.as_string() {
            Some(amount) => Self::Amount(amount),
            None => Self::Count(i64::from_js(value)),
        }
    }
}

/// The names of the fields in Rust and in JSON are the same: none has two words.
macro_rules! objects {
    ($($type:ident { $($field:ident),* })*) => {
        $(impl Js for $type {
            fn write(&self, json: &mut String) {
                json.push('{');
                $(
                    key(json, stringify!($field));
                    self.$field.write(json);
                )*
                json.push('}');
            }

            fn from_js(value: &JsValue) -> Self {
                Self { $($field: field(value, stringify!($field))),* }
            }
        })*
    };
}

objects! {
    AnswerView { schema, engine, summary, outcomes }
    SummaryView { files, checked, unrecognised, unreadable, errors, warnings, notices, muted }
    OutcomeView { file, status, problem, report, coverage, findings, explanations }
    FileView { name, format, bytes }
    ProblemView { code, message }
    ReportView { unit, year, title, tables, cells, statements, unbound, previous }
    PreviousView { unit, year, fits }
    TableView { table, edition, found }
    CellView { id, label, raw, value, state, origin, doubtful }
    OriginView { block, row, column, page }
    CoverageView { code, checked, failed, skipped, reason }
    FindingView { id, code, severity, title, message, advice, cells, left, right, difference, text, pages, key, muted }
    MutedView { note }
    MuteView { key, note }
    FindingCellView { id, role }
    TextView { section, excerpt, start, end }
    ExplanationView { grade, findings, message, readings, agreed, misread, suspects }
    StatementView { text, holds, cells }
    ReadingView { cause, changes, words, reason }
    RewordingView { finding, message }
    ChangeView { id, from, to, message }
    RulesView { schema, engine, rules }
    RuleView { code, severity, title, basis, what, why, todo }
}
