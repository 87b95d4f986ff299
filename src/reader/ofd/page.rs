//! The objects of a page or of a template.

use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::xml::{self, Element, Visitor};

use super::canvas::Canvas;
use super::fixed::Placing;
use super::index::size;
use super::path::{self, PathObject};
use super::text::{Code, TextObject};

/// Elements that hold nothing that shows by itself: regions that cut, patterns, actions.
const SKIPPED: [&str; 4] = ["Clips", "Pattern", "Actions", "CGTransform"];

/// Draws a page; the numbers of the templates that belong to it.
///
/// # Errors
/// What ails the part; `TooLarge` where it draws more than any report.
pub(super) fn draw(text: &str, canvas: &mut Canvas) -> Result<Vec<String>, ReadError> {
    let mut objects = Objects {
        canvas,
        templates: Vec::new(),
        open: Vec::new(),
        skipped: 0,
        text: String::new(),
    };
    xml::walk(text, &mut objects)?;
    Ok(objects.templates)
}

struct Objects<'a> {
    canvas: &'a mut Canvas,
    templates: Vec<String>,
    open: Vec<Open>,
    /// Open elements inside one that is skipped, that one included.
    skipped: usize,
    /// The text of the innermost element.
    text: String,
}

/// An open element.
enum Open {
    Plain,
    Box,
    Text(TextObject),
    Code(Code),
    Path(PathObject),
    Data,
}

impl Objects<'_> {
    fn path(&mut self) -> Option<&mut PathObject> {
        match self.open.last_mut() {
            Some(Open::Path(path)) => Some(path),
            _ => None,
        }
    }
}

/// Whether an object does not show.
fn is_hidden(element: &Element<'_>) -> bool {
    let is = |name: &str, value: &str| {
        xml::attribute(element, name).is_some_and(|found| found.trim() == value)
    };
    is("Visible", "false") || is("Alpha", "0")
}

/// Whether a colour does not show on paper.
fn is_white(element: &Element<'_>) -> bool {
    let value = xml::attribute(element, "Value").unwrap_or_default();
    let is_full = |part: &str| part == "255" || part.eq_ignore_ascii_case("#ff");
    let is_plain = xml::attribute(element, "ColorSpace").is_none();
    is_hidden(element)
        || (is_plain && !value.trim().is_empty() && value.split_whitespace().all(is_full))
}

impl Visitor for Objects<'_> {
    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadErrorKind> {
        self.canvas.step()?;
        let name = element.local_name();
        if self.skipped > 0 || SKIPPED.contains(&name.as_ref()) {
            self.skipped = self.skipped.saturating_add(1);
            return Ok(());
        }
        self.text.clear();
        let value = |name: &str| xml::attribute(element, name).unwrap_or_default();
        let placing = || Placing::new(&value("Boundary"), &value("CTM"));
        let opened = match name.as_ref() {
            "TextObject" | "PathObject" | "ImageObject" | "CompositeObject"
                if is_hidden(element) =>
            {
                self.skipped = 1;
                return Ok(());
            }
            "TextObject" => Open::Text(TextObject::new(placing(), value)),
            "TextCode" => match self.open.last_mut() {
                Some(Open::Text(object)) => Open::Code(object.code(value)),
                _ => Open::Plain,
            },
            "PathObject" => Open::Path(PathObject::new(placing(), value)),
            "AbbreviatedData" if self.path().is_some() => Open::Data,
            "StrokeColor" | "FillColor" => {
                let is_stroke = name.as_ref() == "StrokeColor";
                if let Some(path) = self.path().filter(|_| is_white(element)) {
                    path.hide(is_stroke);
                }
                Open::Plain
            }
            "ImageObject" => {
                if let Some(size) = size(&value("Boundary")) {
                    self.canvas.picture(size);
                }
                Open::Plain
            }
            "Template" => {
                self.templates.push(value("TemplateID"));
                Open::Plain
            }
            "PhysicalBox" => Open::Box,
            _ => Open::Plain,
        };
        self.open.push(opened);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ReadErrorKind> {
        if self.skipped == 0 {
            self.text.push_str(text);
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadErrorKind> {
        if self.skipped > 0 {
            self.skipped = self.skipped.saturating_sub(1);
            return Ok(());
        }
        match self.open.pop() {
            Some(Open::Code(code)) => code.show(&self.text, self.canvas),
            // The colours of a path stand before or behind its data.
            Some(Open::Data) => {
                let text = std::mem::take(&mut self.text);
                if let Some(path) = self.path() {
                    path.data = text;
                }
                Ok(())
            }
            Some(Open::Path(object)) => path::draw(&object, self.canvas),
            Some(Open::Box) => {
                if let Some(size) = size(&self.text) {
                    self.canvas.resize(size);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
