//! The parts that list parts: which documents, which pages, which templates, which attachments.

use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml::{self, Element, Visitor};
use crate::sorted::SortedMap;

use super::fixed::{Fixed, ONE, list};

/// Paper of the size A4, if nothing else is said.
const PAPER: (Fixed, Fixed) = (210 * ONE, 297 * ONE);

/// A document: where its pages are.
#[derive(Debug)]
pub(super) struct Contents {
    /// Width and height of a page that does not say its own.
    pub(super) size: (Fixed, Fixed),
    /// The locations of the pages in their order.
    pub(super) pages: Vec<String>,
    /// The locations of templates by their numbers.
    pub(super) templates: SortedMap<String, String>,
    /// The location of the list of attachments.
    pub(super) attachments: Option<String>,
}

/// The locations of the documents in the package.
///
/// # Errors
/// What ails the part.
pub(super) fn bodies(text: &str) -> Result<Vec<String>, ReadError> {
    let mut found = List::default();
    xml::walk(text, &mut found)?;
    Ok(found.roots)
}

/// What a document consists of.
///
/// # Errors
/// What ails the part.
pub(super) fn contents(text: &str) -> Result<Contents, ReadError> {
    let mut found = List::default();
    xml::walk(text, &mut found)?;
    Ok(Contents {
        size: found.size.unwrap_or(PAPER),
        pages: found.pages,
        templates: found.templates,
        attachments: found.attachments,
    })
}

/// The names of the attachments.
///
/// # Errors
/// What ails the part.
pub(super) fn attachments(text: &str) -> Result<Vec<String>, ReadError> {
    let mut found = List::default();
    xml::walk(text, &mut found)?;
    Ok(found.names)
}

/// Width and height of a box.
pub(super) fn size(text: &str) -> Option<(Fixed, Fixed)> {
    let numbers = list(text);
    let size = (*numbers.get(2)?, *numbers.get(3)?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

/// What stands in any of these parts.
#[derive(Default)]
struct List {
    /// The element whose text is being read, by its local name.
    open: Vec<String>,
    text: String,
    roots: Vec<String>,
    size: Option<(Fixed, Fixed)>,
    pages: Vec<String>,
    templates: SortedMap<String, String>,
    attachments: Option<String>,
    names: Vec<String>,
}

impl Visitor for List {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        let name = element.local_name().as_ref().to_owned();
        let value = |name: &str| xml::attribute(element, name).map(|value| xml::unescaped(&value));
        match name.as_str() {
            "Page" if self.open.last().is_some_and(|parent| parent == "Pages") => {
                self.pages.extend(value("BaseLoc"));
            }
            "TemplatePage" => {
                if let (Some(id), Some(location)) = (value("ID"), value("BaseLoc")) {
                    self.templates.insert(id, location);
                }
            }
            "Attachment" => self.names.extend(value("Name")),
            _ => {}
        }
        self.open.push(name);
        self.text.clear();
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        self.text.push_str(text);
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        let text = self.text.trim();
        match self.open.pop().as_deref() {
            Some("DocRoot") => self.roots.push(text.to_owned()),
            Some("PhysicalBox") if self.size.is_none() => self.size = size(text),
            Some("Attachments") if !text.is_empty() => self.attachments = Some(text.to_owned()),
            _ => {}
        }
        self.text.clear();
        Ok(())
    }
}
