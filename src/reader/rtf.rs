//! Rich Text Format, versions 1.x (Microsoft, "Rich Text Format Specification 1.9.1"): groups, control words, and text in
//! the encoding of its font.

mod body;
mod charset;
mod state;
mod token;

use crate::document::Document;
use crate::limits;
use crate::reader::encoding::Decoder;
use crate::reader::error::{ReadError, ReadErrorKind};

use body::Body;
use token::{Token, Tokens};

/// Reads the main text with its tables, text boxes included; no headers, footers, notes or comments.
///
/// # Errors
/// `Truncated` where the file ends before its groups do, `TooDeep`, `TooLarge`.
pub(crate) fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Document, ReadError> {
    let mut body = Body::new(decoder);
    let mut depth = 0_usize;
    for token in Tokens::new(bytes) {
        match token {
            Token::Open => depth = depth.saturating_add(1),
            Token::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits::DEPTH {
            return Err(ReadError::new(ReadErrorKind::TooDeep));
        }
        // What stands behind the last group is no part of the document.
        if depth == 0 {
            break;
        }
        body.take(token).map_err(ReadError::new)?;
    }
    if depth > 0 {
        return Err(ReadError::new(ReadErrorKind::Truncated).at(bytes.len() as u64));
    }
    body.finish().map_err(ReadError::new)?.into_document()
}
