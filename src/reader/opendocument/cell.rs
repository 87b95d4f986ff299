//! What the attributes of a cell say.

use crate::reader::sheet::written;
use crate::reader::xml::{self, Element};
use crate::strings;

/// A cell, as its attributes tell it.
#[derive(Debug, Default)]
pub(super) struct CellTraits {
    /// So many cells stand side by side.
    pub(super) repeated: u32,
    pub(super) columns: u32,
    pub(super) rows: u32,
    /// What the cell holds, where that is more exact than what it shows.
    pub(super) value: Option<String>,
    pub(super) style: Option<String>,
    /// Another cell reaches over this one.
    pub(super) covered: bool,
}

impl CellTraits {
    pub(super) fn of(element: &Element<'_>) -> Self {
        let count = |name| xml::number(element, name).unwrap_or(1).max(1);
        Self {
            repeated: count("number-columns-repeated"),
            columns: count("number-columns-spanned"),
            rows: count("number-rows-spanned"),
            value: value(element),
            style: xml::attribute(element, "style-name"),
            covered: element.local_name().as_ref() == "covered-table-cell",
        }
    }
}

/// Figures as they are held: what is shown may be rounded, or nothing for a zero.
fn value(element: &Element<'_>) -> Option<String> {
    let kind = xml::attribute(element, "value-type");
    match kind.as_deref() {
        Some("float" | "currency") => {
            xml::attribute(element, "value").map(|value| written::text(&value))
        }
        Some(_) => None,
        // A formula that was never worked out: by its own text it is seen for what it is.
        None => xml::attribute(element, "formula").map(|formula| {
            let formula = strings::cut(&formula, ":=").map_or(formula.as_str(), |(_, rest)| rest);
            ["=", &xml::unescaped(formula.trim_start_matches('='))].concat()
        }),
    }
}
