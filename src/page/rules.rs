//! What the page knows of the rules: their titles, and which of them are relations between sums.

use super::text::Lang;
use crate::rule::find;

/// The title of a rule; the code itself if this version does not know it.
pub(crate) fn title(code: &str, lang: Lang) -> &str {
    find(code).map_or(code, |rule| lang.of(rule.title))
}

pub(crate) use crate::rule::{is_previous, is_relation};
