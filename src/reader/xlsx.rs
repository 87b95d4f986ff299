//! Workbooks in Office Open XML (ECMA-376 part 1, section 18), strict or transitional, with macros or without.

mod shared;
mod style;
mod text;
mod workbook;
mod worksheet;

use crate::document::Document;
use crate::reader::container::zip::Archive;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::sheet::Account;
use crate::reader::{package, xml};
use crate::strings;

use shared::SharedTexts;
use style::Styles;

const USUAL_PART: &str = "xl/workbook.xml";

/// Reads the cells of all sheets that show, in the order of their tabs; each sheet is a part of the document.
///
/// # Errors
/// `Truncated` or `Damaged` for a broken archive or part, `Encrypted`, `TooLarge`, `TooDeep`.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let main = package::main_part(&mut archive, is_workbook, USUAL_PART)?;
    let relations = package::relations(&mut archive, &main)?;
    let target = |kind: &str| {
        let found = relations
            .iter()
            .find(|relation| relation.kind.ends_with(kind));
        found.map(|relation| relation.target.clone())
    };
    let tabs = match part(&mut archive, &main)? {
        Some(text) => workbook::tabs(&text).map_err(|error| error.in_part(main))?,
        None => return Err(ReadError::new(ReadErrorKind::Damaged).in_part(main)),
    };
    let mut texts = SharedTexts::default();
    if let Some((name, text)) = named(&mut archive, target("/sharedStrings"))? {
        texts = shared::read(&text).map_err(|error| error.in_part(name))?;
    }
    let mut styles = Styles::default();
    if let Some((name, text)) = named(&mut archive, target("/styles"))? {
        styles = style::read(&text).map_err(|error| error.in_part(name))?;
    }
    let mut document = Document::default();
    let mut account = Account::default();
    for tab in tabs {
        // Charts and macro sheets are tabs, too.
        let sheet = relations
            .iter()
            .find(|relation| relation.id == tab.relation && relation.kind.ends_with("/worksheet"));
        let Some(sheet) = sheet else { continue };
        let Some(text) = part(&mut archive, &sheet.target)? else {
            return Err(ReadError::new(ReadErrorKind::Damaged).in_part(sheet.target.as_str()));
        };
        worksheet::read(&text, &texts, &styles, &mut account)
            .and_then(|read| {
                read.append_to(&mut document, tab.name)
                    .map_err(ReadError::new)
            })
            .map_err(|error| error.in_part(sheet.target.as_str()))?;
    }
    Ok(document)
}

fn is_workbook(kind: &str) -> bool {
    kind.ends_with("main+xml")
        && (strings::holds(kind, "spreadsheetml") || strings::holds(kind, "ms-excel"))
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, ReadError> {
    let Some(bytes) = archive.read(name)? else {
        return Ok(None);
    };
    xml::decode(bytes)
        .map(Some)
        .map_err(|error| error.in_part(name))
}

/// A part that need not be there, with its name.
fn named(
    archive: &mut Archive<'_>,
    name: Option<String>,
) -> Result<Option<(String, String)>, ReadError> {
    let Some(name) = name else { return Ok(None) };
    Ok(part(archive, &name)?.map(|text| (name, text)))
}
