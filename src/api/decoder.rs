//! Decoding through the browser: the tables for GB18030 are already there and cost no bytes.

use crate::reader::Decoder;

/// The browser's `TextDecoder`. It takes every label of the WHATWG Encoding Standard except those of the
/// `replacement` encoding, replaces what it cannot decode by U+FFFD, and drops a byte order mark of its own
/// encoding (it never switches the encoding because of one).
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserDecoder;

impl Decoder for BrowserDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}
