//! Plain text.

use crate::document::Document;

/// Reads text: every line a paragraph.
pub(crate) fn read(text: &str) -> Document {
    let mut document = Document::default();
    for line in text.lines() {
        document.push_paragraph(line, None);
    }
    document
}
