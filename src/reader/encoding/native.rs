//! The decoder of the command line.

use crate::reader::encoding::Decoder;

/// All encodings of the web.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeDecoder;

impl Decoder for NativeDecoder {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        // Labels that browsers know only to refuse.
        if encoding == encoding_rs::REPLACEMENT {
            return None;
        }
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        Some(text.into_owned())
    }
}
