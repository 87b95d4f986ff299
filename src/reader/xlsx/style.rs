//! Which formats of cells draw a border: a blank cell with one belongs to a table.

use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml::{self, Element, Visitor};

/// For each format of cells, whether it draws a border.
#[derive(Debug, Default)]
pub(super) struct Styles {
    bordered: Vec<bool>,
}

impl Styles {
    /// Whether a format draws a border.
    pub(super) fn is_bordered(&self, format: usize) -> bool {
        self.bordered.get(format).is_some_and(|bordered| *bordered)
    }
}

/// Reads the formats.
///
/// # Errors
/// As [`xml::walk`].
pub(super) fn read(text: &str) -> Result<Styles, ReadError> {
    let mut builder = Builder::default();
    xml::walk(text, &mut builder)?;
    Ok(builder.styles)
}

#[derive(Default)]
struct Builder {
    styles: Styles,
    /// For each border, whether it has a line.
    borders: Vec<bool>,
    /// The list that is open.
    list: List,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum List {
    #[default]
    Other,
    Borders,
    Formats,
}

impl Visitor for Builder {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        let name = element.local_name();
        match (name.as_ref(), self.list) {
            ("borders", _) => self.list = List::Borders,
            ("cellXfs", _) => self.list = List::Formats,
            // Differential formats have borders of their own, and come behind.
            ("cellStyleXfs" | "cellStyles" | "dxfs", _) => self.list = List::Other,
            ("border", List::Borders) => self.borders.push(false),
            (_, List::Borders) => {
                let line = xml::attribute(element, "style").is_some_and(|style| style != "none");
                if let Some(border) = self.borders.last_mut() {
                    *border |= line;
                }
            }
            ("xf", List::Formats) => {
                let border = xml::number(element, "borderId").unwrap_or(0);
                let border = usize::try_from(border).ok();
                let bordered = border.and_then(|border| self.borders.get(border)).copied();
                self.styles.bordered.push(bordered.unwrap_or(false));
            }
            _ => {}
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
