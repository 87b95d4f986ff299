//! Zip archives: which kind of document they pack.

use crate::reader::Format;
use crate::reader::container::zip::{Archive, local_names};
use crate::reader::error::ReadError;
use crate::strings;

use super::Kind;

/// True for the signatures that a zip archive can begin with.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]
        .iter()
        .any(|signature| bytes.starts_with(*signature))
}

/// Tells the kind by the names of the entries.
///
/// # Errors
/// What ails the archive, if it is not certain to be a document that has a reader (whose own error then
/// says the same and more).
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, ReadError> {
    match Archive::open(bytes) {
        Ok(mut archive) => {
            let by_name = by_names(archive.entries().iter().map(|entry| entry.name.as_str()));
            match by_name {
                Some(kind) => Ok(kind),
                None => Ok(by_content(&mut archive)),
            }
        }
        Err(error) => match by_names(local_names(bytes).iter().map(String::as_str)) {
            Some(kind @ Kind::Readable(_)) => Ok(kind),
            _ => Err(error.in_part("zip")),
        },
    }
}

fn by_names<'a>(names: impl Iterator<Item = &'a str>) -> Option<Kind> {
    names.map(str::to_ascii_lowercase).find_map(|name| {
        if name == "word/document.xml" {
            Some(Kind::Readable(Format::Docx))
        } else if name == "xl/workbook.bin" {
            Some(Kind::Unsupported("xlsb"))
        } else if name.starts_with("xl/workbook.") {
            Some(Kind::Readable(Format::Xlsx))
        } else if name.starts_with("ppt/") {
            Some(Kind::Wrong("presentation"))
        } else if name == "ofd.xml" {
            Some(Kind::Readable(Format::Ofd))
        } else if name == "meta-inf/manifest.mf" || name == "androidmanifest.xml" {
            Some(Kind::Wrong("program"))
        } else {
            None
        }
    })
}

/// Documents whose kind stands in a part of their own.
fn by_content(archive: &mut Archive<'_>) -> Kind {
    let mut part = |name: &str| {
        let bytes = archive.read(name).ok().flatten().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let types = part("[Content_Types].xml");
    if strings::holds(&types, "wordprocessingml.document.main")
        || strings::holds(&types, "ms-word.document")
    {
        return Kind::Readable(Format::Docx);
    }
    if strings::holds(&types, "spreadsheetml") {
        return Kind::Readable(Format::Xlsx);
    }
    let media_type = part("mimetype");
    if strings::holds(&media_type, "opendocument.text") {
        Kind::Readable(Format::Odt)
    } else if strings::holds(&media_type, "opendocument.spreadsheet") {
        Kind::Readable(Format::Ods)
    } else if strings::holds(&media_type, "opendocument.presentation") {
        Kind::Wrong("presentation")
    } else if strings::holds(&media_type, "epub") {
        Kind::Wrong("ebook")
    } else {
        Kind::Unsupported(super::COLLECTION)
    }
}
