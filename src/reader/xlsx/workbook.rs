//! The tabs of a workbook.

use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml::{self, Element, Visitor};

/// A tab that shows.
#[derive(Debug)]
pub(super) struct Tab {
    pub(super) name: String,
    /// The relation that leads to its sheet.
    pub(super) relation: String,
}

/// Reads the tabs from left to right, hidden ones left out.
///
/// # Errors
/// As [`xml::walk`], `TooLarge` above [`limits::PAGES`].
pub(super) fn tabs(text: &str) -> Result<Vec<Tab>, ReadError> {
    let mut tabs = Tabs::default();
    xml::walk(text, &mut tabs)?;
    Ok(tabs.tabs)
}

#[derive(Default)]
struct Tabs {
    tabs: Vec<Tab>,
}

impl Visitor for Tabs {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        let hidden = || xml::attribute(element, "state").is_some_and(|state| state != "visible");
        if element.local_name().as_ref() == "sheet" && !hidden() {
            if self.tabs.len() >= limits::PAGES {
                return Err(ReadErrorKind::TooLarge);
            }
            self.tabs.push(Tab {
                name: xml::unescaped(&xml::attribute(element, "name").unwrap_or_default()),
                relation: xml::attribute(element, "id").unwrap_or_default(),
            });
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), ReadErrorKind> {
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        Ok(())
    }
}
