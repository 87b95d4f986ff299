//! Texts of cells: runs put together, phonetic guides left out, signs that XML has no way to write.

use crate::reader::xml::Element;
use crate::strings;

/// A text being put together.
#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    text: String,
    /// A run of the text is open.
    open: bool,
    /// Open elements inside a phonetic guide, that one included.
    skipped: usize,
}

impl TextBuilder {
    pub(super) fn start(&mut self, element: &Element<'_>) {
        if self.skipped > 0 || element.local_name().as_ref() == "rPh" {
            self.skipped = self.skipped.saturating_add(1);
        } else {
            self.open = element.local_name().as_ref() == "t";
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if self.open && self.skipped == 0 {
            self.text.push_str(text);
        }
    }

    pub(super) fn end(&mut self) {
        self.skipped = self.skipped.saturating_sub(1);
        self.open = false;
    }

    pub(super) fn take(&mut self) -> String {
        unescaped(std::mem::take(&mut self.text))
    }
}

/// Takes `_xHHHH_` for the sign of that number; carriage returns go, a line feed follows them.
pub(super) fn unescaped(text: String) -> String {
    if !strings::holds(&text, "_x") {
        return text;
    }
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, behind)) = strings::cut(rest, "_x") {
        out.push_str(before);
        let sign = behind
            .split_at_checked(4)
            .filter(|(_, rest)| rest.starts_with('_'))
            .and_then(|(digits, _)| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        rest = match sign {
            Some(sign) => {
                if sign != '\r' {
                    out.push(sign);
                }
                behind.get(5..).unwrap_or_default()
            }
            None => {
                out.push_str("_x");
                behind
            }
        };
    }
    out.push_str(rest);
    out
}
