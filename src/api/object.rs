//! Writes the output contract as plain JavaScript objects, in the form that JSON would give them: absent is
//! `null`. By hand and not through serde, for the bytes: every field is one line of a table here, and one
//! function builds all objects. The patterns name every field, so a new one cannot be forgotten.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::present::view::{
    AnswerView, CellView, ChangeView, CoverageView, ExplanationView, FileView, FindingCellView,
    FindingView, OriginView, OutcomeView, ProblemView, ReadingView, ReportView, RuleView,
    RulesView, SummaryView, TableView, TextView, ValueView,
};

/// A value of the contract.
pub(super) trait ToJs {
    /// The same as a JavaScript value.
    fn to_js(&self) -> JsValue;
}

/// An object of the fields given; the names stand in one text, with blanks between.
fn object(names: &str, values: &[&dyn ToJs]) -> JsValue {
    let object = Object::new();
    for (name, value) in names.split(' ').zip(values) {
        // Cannot fail on an object of our own.
        Reflect::set(&object, &JsValue::from_str(name), &value.to_js()).ok();
    }
    object.into()
}

impl ToJs for bool {
    fn to_js(&self) -> JsValue {
        JsValue::from_bool(*self)
    }
}

impl ToJs for u32 {
    fn to_js(&self) -> JsValue {
        JsValue::from(*self)
    }
}

impl ToJs for i32 {
    fn to_js(&self) -> JsValue {
        JsValue::from(*self)
    }
}

impl ToJs for String {
    fn to_js(&self) -> JsValue {
        JsValue::from_str(self)
    }
}

impl<T: ToJs> ToJs for Option<T> {
    fn to_js(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, ToJs::to_js)
    }
}

impl<T: ToJs> ToJs for Vec<T> {
    fn to_js(&self) -> JsValue {
        let list = Array::new();
        for member in self {
            list.push(&member.to_js());
        }
        list.into()
    }
}

impl ToJs for ValueView {
    fn to_js(&self) -> JsValue {
        match self {
            // Exact for every figure of a cell (15 digits at most). A sum of many such is rounded, as a reader of
            // the JSON would round it.
            #[expect(clippy::cast_precision_loss, reason = "see above")]
            Self::Count(count) => JsValue::from_f64(*count as f64),
            Self::Amount(amount) => amount.to_js(),
        }
    }
}

/// The names of the fields in Rust and in JSON are the same: none has two words.
macro_rules! objects {
    ($($type:ident { $($field:ident),* })*) => {
        $(impl ToJs for $type {
            fn to_js(&self) -> JsValue {
                let Self { $($field),* } = self;
                object(concat!($(stringify!($field), " "),*), &[$($field),*])
            }
        })*
    };
}

objects! {
    AnswerView { schema, engine, summary, outcomes }
    SummaryView { files, checked, unrecognised, unreadable, errors, warnings, notices }
    OutcomeView { file, status, problem, report, coverage, findings, explanations }
    FileView { name, format, bytes }
    ProblemView { code, message }
    ReportView { unit, year, title, tables, cells }
    TableView { table, edition, found }
    CellView { id, label, raw, value, state, origin }
    OriginView { block, row, column, page }
    CoverageView { code, checked, failed, skipped, reason }
    FindingView { id, code, severity, title, message, advice, cells, left, right, difference, text }
    FindingCellView { id, role }
    TextView { section, excerpt, start, end }
    ExplanationView { grade, findings, readings }
    ReadingView { changes, reason }
    ChangeView { id, from, to }
    RulesView { schema, engine, rules }
    RuleView { code, severity, title, basis, what, why, todo }
}
