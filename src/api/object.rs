//! The output contract as plain JavaScript objects: written by the engine, read by the page. By hand and not
//! through serde: both sides know the form, and this takes 4.4 KB less after gzip.

// Only the page reads.
#![cfg_attr(not(feature = "page"), allow(dead_code))]

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::present::view::{
    AnswerView, CellView, ChangeView, CoverageView, ExplanationView, FileView, FindingCellView,
    FindingView, MuteView, MutedView, OriginView, OutcomeView, ProblemView, ReadingView,
    ReportView, RewordingView, RuleView, RulesView, StatementView, SummaryView, TableView,
    TextView, ValueView,
};

/// A value of the contract. Absent is `null`, as in JSON.
pub(crate) trait Js: Sized {
    /// The value for JavaScript.
    fn to_js(&self) -> JsValue;
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

impl Js for String {
    fn to_js(&self) -> JsValue {
        JsValue::from_str(self)
    }

    fn from_js(value: &JsValue) -> Self {
        value.as_string().unwrap_or_default()
    }
}

impl Js for bool {
    fn to_js(&self) -> JsValue {
        JsValue::from_bool(*self)
    }

    fn from_js(value: &JsValue) -> Self {
        value.as_bool().unwrap_or_default()
    }
}

// Counts of the contract are whole numbers that a double holds.
impl Js for i64 {
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    fn to_js(&self) -> JsValue {
        JsValue::from_f64(*self as f64)
    }

    #[expect(clippy::cast_possible_truncation, reason = "see above")]
    fn from_js(value: &JsValue) -> Self {
        value.as_f64().unwrap_or_default() as Self
    }
}

impl Js for u32 {
    fn to_js(&self) -> JsValue {
        i64::from(*self).to_js()
    }

    fn from_js(value: &JsValue) -> Self {
        i64::from_js(value).try_into().unwrap_or_default()
    }
}

impl Js for i32 {
    fn to_js(&self) -> JsValue {
        i64::from(*self).to_js()
    }

    fn from_js(value: &JsValue) -> Self {
        i64::from_js(value).try_into().unwrap_or_default()
    }
}

impl<T: Js> Js for Option<T> {
    fn to_js(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, T::to_js)
    }

    fn from_js(value: &JsValue) -> Self {
        if value.is_null() || value.is_undefined() {
            return None;
        }
        Some(T::from_js(value))
    }
}

impl<T: Js> Js for Vec<T> {
    fn to_js(&self) -> JsValue {
        let list = Array::new();
        for member in self {
            list.push(&member.to_js());
        }
        list.into()
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
    fn to_js(&self) -> JsValue {
        match self {
            Self::Count(count) => count.to_js(),
            Self::Amount(amount) => amount.to_js(),
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
            fn to_js(&self) -> JsValue {
                let object = Object::new();
                $(set(&object, stringify!($field), &self.$field.to_js());)*
                object.into()
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
    ReportView { unit, year, title, tables, cells, statements, unbound }
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
