//! Which part of the package is the document.

use quick_xml::events::Event;

use crate::reader::container::zip::Archive;
use crate::reader::error::ReadError;
use crate::strings;

use super::xml;

const RELATIONSHIPS: &str = "_rels/.rels";
const CONTENT_TYPES: &str = "[Content_Types].xml";
const USUAL_PART: &str = "word/document.xml";

/// The name of the main part: by the relationships of the package, else by its content types, else the
/// usual name. Writers that get one of the first two wrong exist.
///
/// # Errors
/// What ails the two parts that tell.
pub(super) fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    let by_relationship = search(
        archive,
        RELATIONSHIPS,
        "Type",
        is_document_relation,
        "Target",
    )?;
    if let Some(name) = by_relationship.filter(|name| archive.find(name).is_some()) {
        return Ok(name);
    }
    let by_type = search(
        archive,
        CONTENT_TYPES,
        "ContentType",
        is_document_type,
        "PartName",
    )?;
    Ok(by_type
        .filter(|name| archive.find(name).is_some())
        .unwrap_or_else(|| USUAL_PART.to_owned()))
}

fn is_document_relation(kind: &str) -> bool {
    kind.ends_with("/officeDocument")
}

fn is_document_type(kind: &str) -> bool {
    kind.ends_with("main+xml")
        && (strings::holds(kind, "wordprocessingml") || strings::holds(kind, "ms-word"))
}

/// The attribute `wanted` of the first element whose attribute `key` fits.
fn search(
    archive: &mut Archive<'_>,
    part: &str,
    key: &str,
    fits: impl Fn(&str) -> bool,
    wanted: &str,
) -> Result<Option<String>, ReadError> {
    let Some(bytes) = archive.read(part)? else {
        return Ok(None);
    };
    let Ok(text) = xml::decode(bytes) else {
        return Ok(None);
    };
    let mut reader = xml::reader(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                if xml::attribute(&element, key).is_some_and(|kind| fits(&kind)) {
                    let name = xml::attribute(&element, wanted);
                    return Ok(name.map(|name| name.trim_start_matches('/').replace('\\', "/")));
                }
            }
            // A broken index is no reason to give up: the usual name remains.
            Ok(Event::Eof) | Err(_) => return Ok(None),
            Ok(_) => {}
        }
    }
}
