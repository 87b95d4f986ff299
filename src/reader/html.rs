//! Web pages, saved or copied. One own tokenizer for the page and the command line, so that both see the
//! same cells; a tree is never built, so nothing recurses.

mod attribute;
mod builder;
mod dropped;
mod element;
mod entity;
mod line;
mod table;
mod tokenizer;

use crate::document::Document;
use crate::reader::error::ReadError;
use crate::strings;

use builder::Builder;
use tokenizer::Tokenizer;

/// Reads decoded markup.
///
/// # Errors
/// `TooLarge` or `TooDeep`; markup is never damaged.
pub(crate) fn read(text: &str) -> Result<Document, ReadError> {
    let mut builder = Builder::default();
    for token in Tokenizer::new(without_clipboard_header(text)) {
        builder.take(token).map_err(ReadError::new)?;
    }
    builder.finish().map_err(ReadError::new)?.into_document()
}

/// Some systems put HTML on the clipboard behind a header of offsets (`Version:0.9 StartHTML:...`) and
/// mark what was selected. The marks are used and not the offsets: offsets count bytes of another encoding
/// once somebody saved the text.
fn without_clipboard_header(text: &str) -> &str {
    let body = text.trim_start_matches('\u{feff}');
    if !body.starts_with("Version:") {
        return text;
    }
    let Some(markup) = strings::position(body, "<").and_then(|start| body.get(start..)) else {
        return text;
    };
    let fragment = strings::cut(markup, "<!--StartFragment-->").map(|(_, rest)| {
        strings::cut(rest, "<!--EndFragment-->").map_or(rest, |(inside, _)| inside)
    });
    fragment.unwrap_or(markup)
}
