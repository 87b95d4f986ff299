//! JSON, one answer pretty-printed or one outcome per line.

use serde::Serialize;

use super::view::OutcomeView;

/// A view as indented JSON with a final newline.
///
/// # Errors
///
/// None for the views of this crate; the signature is that of the serialiser.
pub fn pretty<T: Serialize>(view: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(view).map(|text| format!("{text}\n"))
}

/// One outcome as one line, with its newline.
///
/// # Errors
///
/// As for [`pretty`].
pub fn line(outcome: &OutcomeView) -> Result<String, serde_json::Error> {
    serde_json::to_string(outcome).map(|text| format!("{text}\n"))
}
