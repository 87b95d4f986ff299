//! Decoding of Chinese encodings outside the browser.

use gouji::reader::Decoder;

/// Decodes through encoding_rs, which is the same code as in one of the browsers.
pub(crate) struct NativeDecoder;

impl Decoder for NativeDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        Some(text.into_owned())
    }
}
