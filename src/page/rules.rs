//! What the page knows of the rules: their titles, and which of them are relations between sums.

use super::text::Lang;

/// The title of a rule; the code itself if this version does not know it.
pub(crate) fn title(code: &str, lang: Lang) -> &str {
    let _ = lang;
    code
}

/// Whether a rule compares two sums, as the clerk understands 勾稽关系.
pub(crate) fn is_relation(code: &str) -> bool {
    ["requests-balance", "outcome-total", "applicant-total", "dispute-total", "in-force-too-small"].contains(&code)
}
