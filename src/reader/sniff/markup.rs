//! Kinds of text: markup, mail archives, plain text.

use crate::reader::Format;
use crate::strings;

use super::Kind;

/// Tells the kind by the beginning of the text in lower case.
pub(super) fn kind(head: &str) -> Kind {
    if head.starts_with("{\\rtf") {
        return office(Format::Rtf);
    }
    if is_mail(head) {
        return office(Format::Mht);
    }
    if head.starts_with("<?xml") || head.starts_with("<?mso-application") {
        return xml(head);
    }
    let is_html =
        starts_with_tag(head) || is_clipboard(head) || TAGS.iter().any(|tag| has_tag(head, tag));
    Kind::Readable(if is_html { Format::Html } else { Format::Text })
}

/// A text that begins with such a tag, or has one of the telling ones early, is markup.
const TAGS: [&str; 8] = ["html", "head", "body", "table", "tr", "td", "div", "meta"];

fn starts_with_tag(head: &str) -> bool {
    head.strip_prefix('<').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '/' | '?'))
    })
}

fn has_tag(head: &str, name: &str) -> bool {
    strings::split(head, "<")
        .skip(1)
        .filter_map(|rest| rest.strip_prefix(name))
        .any(|rest| rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '>'))
}

/// The header that some systems put before HTML on the clipboard.
fn is_clipboard(head: &str) -> bool {
    head.starts_with("version:") && strings::holds(head, "starthtml:")
}

/// A page saved as one file is a mail: header lines, then parts.
fn is_mail(head: &str) -> bool {
    let is_header = [
        "mime-version:",
        "from:",
        "content-type:",
        "subject:",
        "date:",
    ]
    .iter()
    .any(|name| head.starts_with(name));
    is_header && strings::holds(head, "mime-version:") && strings::holds(head, "content-type:")
}

fn xml(head: &str) -> Kind {
    if has_tag(head, "html") {
        return Kind::Readable(Format::Html);
    }
    if strings::holds(head, "opendocument.text") {
        return office(Format::Odt);
    }
    if strings::holds(head, "opendocument.spreadsheet") {
        return office(Format::Ods);
    }
    // Also what an element of OpenDocument is called.
    if strings::holds(head, "excel.sheet") || strings::holds(head, "office:spreadsheet") {
        return office(Format::ExcelXml);
    }
    if strings::holds(head, "word.document")
        || strings::holds(head, "pkg:package")
        || strings::holds(head, "wordml")
    {
        return office(Format::WordXml);
    }
    if has_tag(head, "svg") {
        return Kind::Wrong("picture");
    }
    if TAGS.iter().any(|tag| has_tag(head, tag)) {
        return Kind::Readable(Format::Html);
    }
    Kind::Wrong("xml")
}

/// Office files written as text, which only the whole engine reads.
fn office(format: Format) -> Kind {
    if cfg!(feature = "whole") {
        Kind::Readable(format)
    } else {
        Kind::Unsupported("office")
    }
}
