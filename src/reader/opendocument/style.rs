//! What the styles of a document say about what is seen.

use crate::reader::xml::{self, Element};
use crate::sorted::SortedSet;

/// Names of styles, by what they do.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The style that is open.
    open: String,
    gone: SortedSet<String>,
    bordered: SortedSet<String>,
}

impl Styles {
    /// Takes note of an element among the styles.
    pub(super) fn take(&mut self, element: &Element<'_>) {
        match element.local_name().as_ref() {
            "style" => self.open = xml::attribute(element, "name").unwrap_or_default(),
            "text-properties" | "table-properties" | "section-properties" => {
                let display = xml::attribute(element, "display");
                if display.is_some_and(|display| matches!(display.as_str(), "none" | "false")) {
                    self.gone.insert(self.open.clone());
                }
            }
            "table-cell-properties" => {
                let has_line = element
                    .attributes()
                    .with_checks(false)
                    .flatten()
                    .any(|side| {
                        let name = side.key.local_name();
                        let side_of = name.as_ref().strip_prefix("border");
                        side_of.is_some_and(|side_of| !side_of.starts_with("-line"))
                            && side.value.as_ref() != "none"
                    });
                if has_line {
                    self.bordered.insert(self.open.clone());
                }
            }
            _ => {}
        }
    }

    /// Whether what has the style of this element is not to be seen.
    pub(super) fn hides(&self, element: &Element<'_>) -> bool {
        xml::attribute(element, "style-name").is_some_and(|name| self.gone.contains(&name))
    }

    /// Whether cells of a style draw a border.
    pub(super) fn is_bordered(&self, name: &str) -> bool {
        self.bordered.contains(name)
    }
}
