//! What the page knows of the rules: their titles, and which of them are relations between sums.

use super::text::Lang;
use crate::rule::{Kind, RULES, Rule};

fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The title of a rule; the code itself if this version does not know it.
pub(crate) fn title(code: &str, lang: Lang) -> &str {
    find(code).map_or(code, |rule| match lang {
        Lang::Zh => rule.title.zh,
        Lang::En => rule.title.en,
    })
}

/// Whether a rule compares two sums, as the clerk understands 勾稽关系.
pub(crate) fn is_relation(code: &str) -> bool {
    find(code).is_some_and(|rule| matches!(rule.kind, Kind::Relation(_)))
}
