//! Reads the engine's answer out of plain JavaScript objects. By hand and not through serde: the page only ever
//! reads what its own engine wrote, and this takes a tenth of the bytes.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::present::view::{
    CellView, CoverageView, EditView, FileView, FindingCellView, FindingView, MuteView, MutedView,
    OutcomeView, ProblemView, ReportView, TableView, TextView, ValueView,
};

/// The first outcome of an answer; the page asks for one report at a time.
pub(crate) fn first_outcome(answer: &JsValue) -> Option<OutcomeView> {
    let outcomes: Vec<OutcomeView> = field(answer, "outcomes")?;
    outcomes.into_iter().next()
}

/// The options of a check, as the engine reads them.
pub(crate) fn options(
    edition: &str,
    lang: &str,
    edits: &[EditView],
    mutes: &[MuteView],
) -> JsValue {
    let options = Object::new();
    let set = |object: &Object, name: &str, value: JsValue| {
        // Cannot fail on an object of our own.
        Reflect::set(object, &name.into(), &value).ok();
    };
    if !edition.is_empty() {
        set(&options, "edition", edition.into());
    }
    set(&options, "lang", lang.into());
    let list = Array::new();
    for edit in edits {
        let entry = Object::new();
        set(&entry, "id", edit.id.as_str().into());
        set(&entry, "raw", edit.raw.as_str().into());
        list.push(&entry);
    }
    set(&options, "edits", list.into());
    set(&options, "mutes", mute_list(mutes).into());
    options.into()
}

/// Marks of findings found right, as the engine reads them and as the browser keeps them.
pub(crate) fn mute_list(mutes: &[MuteView]) -> Array {
    let list = Array::new();
    for mute in mutes {
        let entry = Object::new();
        // Cannot fail on an object of our own.
        Reflect::set(&entry, &"key".into(), &mute.key.as_str().into()).ok();
        Reflect::set(&entry, &"note".into(), &mute.note.as_str().into()).ok();
        list.push(&entry);
    }
    list
}

/// The marks out of such a list; none if it is something else.
pub(crate) fn mutes(list: &JsValue) -> Vec<MuteView> {
    FromJs::from_js(list).unwrap_or_default()
}

/// A value of the contract; `None` if it has not the form that the contract says.
trait FromJs: Sized {
    fn from_js(value: &JsValue) -> Option<Self>;
}

fn field<T: FromJs>(object: &JsValue, name: &str) -> Option<T> {
    T::from_js(&Reflect::get(object, &name.into()).ok()?)
}

impl FromJs for String {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

impl FromJs for bool {
    fn from_js(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
}

impl FromJs for i64 {
    fn from_js(value: &JsValue) -> Option<Self> {
        // Counts of the contract are whole numbers that a double holds.
        #[expect(clippy::cast_possible_truncation, reason = "see above")]
        value.as_f64().map(|number| number as Self)
    }
}

impl FromJs for u32 {
    fn from_js(value: &JsValue) -> Option<Self> {
        i64::from_js(value)?.try_into().ok()
    }
}

impl FromJs for i32 {
    fn from_js(value: &JsValue) -> Option<Self> {
        i64::from_js(value)?.try_into().ok()
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        if value.is_null() || value.is_undefined() {
            return Some(None);
        }
        T::from_js(value).map(Some)
    }
}

impl<T: FromJs> FromJs for Vec<T> {
    fn from_js(value: &JsValue) -> Option<Self> {
        let list = value.dyn_ref::<Array>()?;
        // A plain loop: collecting into an option costs ten times the bytes for each type.
        let mut out = Self::new();
        for index in 0..list.length() {
            out.push(T::from_js(&list.get(index))?);
        }
        Some(out)
    }
}

impl FromJs for ValueView {
    fn from_js(value: &JsValue) -> Option<Self> {
        match value.as_string() {
            Some(amount) => Some(Self::Amount(amount)),
            None => i64::from_js(value).map(Self::Count),
        }
    }
}

impl FromJs for OutcomeView {
    fn from_js(value: &JsValue) -> Option<Self> {
        Some(Self {
            file: field(value, "file")?,
            status: field(value, "status")?,
            problem: field(value, "problem")?,
            report: field(value, "report")?,
            coverage: field(value, "coverage")?,
            findings: field(value, "findings")?,
            // The page does not show them yet.
            explanations: Vec::new(),
        })
    }
}

impl FromJs for CellView {
    fn from_js(value: &JsValue) -> Option<Self> {
        Some(Self {
            id: field(value, "id")?,
            label: field(value, "label")?,
            raw: field(value, "raw")?,
            value: field(value, "value")?,
            state: field(value, "state")?,
            // The page has its own picture of the form.
            origin: None,
        })
    }
}

/// The names of the fields in Rust and in JSON are the same: none has two words.
macro_rules! objects {
    ($($type:ident { $($field:ident),* })*) => {
        $(impl FromJs for $type {
            fn from_js(value: &JsValue) -> Option<Self> {
                Some(Self { $($field: field(value, stringify!($field))?),* })
            }
        })*
    };
}

objects! {
    FileView { name, format, bytes }
    ProblemView { code, message }
    ReportView { unit, year, title, tables, cells }
    TableView { table, edition, found }
    CoverageView { code, checked, failed, skipped, reason }
    FindingView { id, code, severity, title, message, advice, cells, left, right, difference, text, key, muted }
    MutedView { note }
    MuteView { key, note }
    FindingCellView { id, role }
    TextView { section, excerpt, start, end }
}
