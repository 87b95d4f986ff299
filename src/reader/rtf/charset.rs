//! Which encoding the bytes of a text are in: that of its font, else that of the file.

use crate::reader::encoding::Decoder;
use crate::sorted::SortedMap;

/// The encodings that a file names.
#[derive(Debug, Default)]
pub(super) struct Charsets {
    /// The label of the file's encoding.
    file: Option<&'static str>,
    /// The label of each font's encoding, where the font tells one that is not Western.
    fonts: SortedMap<i32, &'static str>,
}

/// The encoding of Western texts, which is that of any file that names none.
const WESTERN: &str = "windows-1252";

impl Charsets {
    /// `\ansicpg`
    pub(super) fn set_file(&mut self, page: i32) {
        self.file = match page {
            936 | 54936 => Some("gb18030"),
            950 => Some("big5"),
            932 => Some("shift_jis"),
            949 => Some("euc-kr"),
            65001 => Some("utf-8"),
            _ => None,
        };
    }

    /// `\fcharset` of a font.
    pub(super) fn set_font(&mut self, font: i32, charset: i32) {
        let label = match charset {
            134 => "gb18030",
            136 => "big5",
            128 => "shift_jis",
            129 => "euc-kr",
            _ => return,
        };
        self.fonts.insert(font, label);
    }

    /// The text of some bytes in a font. Word writes Chinese in fonts that are said to be Western, and old writers name
    /// no encoding at all: what the Western one has no need of is Chinese if the file knows a Chinese font.
    pub(super) fn decode(&self, font: i32, bytes: &[u8], decoder: &dyn Decoder) -> String {
        if let Ok(text) = std::str::from_utf8(bytes)
            && text.is_ascii()
        {
            return text.to_owned();
        }
        let label = self
            .fonts
            .get(&font)
            .or(self.file.as_ref())
            .or(self.fonts.iter().next().map(|(_, label)| label))
            .copied()
            .unwrap_or(WESTERN);
        decoder
            .decode(label, bytes)
            .unwrap_or_else(|| bytes.iter().copied().map(char::from).collect())
    }
}
