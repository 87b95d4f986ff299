//! The character collection Adobe-GB1: fonts that name characters by their number in it. The signs of GB 2312 stand in it in the
//! order of that standard, so the decoder for GB18030 stands in for a table of them. What the collection added later
//! (traditional characters, GBK) has no such order and stays unknown.

use crate::reader::encoding::Decoder;

/// Runs of numbers that follow the order of GB 2312: first, last, and the place of the first among its 94 rows of 94
/// signs. From the collection's published map to Unicode.
const RUNS: &[(u32, u32, u32)] = &[
    (96, 189, 0),
    (190, 239, 110),
    (240, 249, 162),
    (250, 261, 174),
    (262, 438, 188),
    (439, 524, 376),
    (525, 548, 470),
    (549, 572, 502),
    (602, 634, 564),
    (635, 667, 612),
    (668, 693, 658),
    (700, 736, 694),
    (738, 813, 755),
    (940, 4694, 1410),
    (4695, 7702, 5170),
];
/// Signs in a row of GB 2312.
const ROW: u32 = 94;
/// The byte of the first row, and of the first sign of each.
const FIRST_BYTE: u32 = 0xA1;

/// The character of a number of the collection; `None` if it is not known.
pub(super) fn character(number: u32, decoder: &dyn Decoder) -> Option<String> {
    let latin = match number {
        // Proportional, then half as wide as high.
        1..=95 => number.checked_add(0x1F),
        814..=907 => number.checked_sub(814 - 0x21),
        7716 => Some(0x20),
        _ => None,
    };
    if let Some(c) = latin.and_then(char::from_u32) {
        return Some(c.to_string());
    }
    let (first, _, place) = RUNS
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&number))?;
    let place = number.checked_sub(*first)?.checked_add(*place)?;
    let bytes = [place / ROW, place % ROW]
        .map(|part| u8::try_from(part.saturating_add(FIRST_BYTE)).unwrap_or(u8::MAX));
    decoder.decode("gb18030", &bytes)
}

/// The number of an ASCII character in the collection, for the widths of fonts whose codes are characters.
pub(super) fn number_of_ascii(code: u32, half_width: bool) -> Option<u32> {
    match code {
        0x20 if half_width => Some(7716),
        0x20..=0x7E if half_width => code.checked_add(814 - 0x21),
        0x20..=0x7E => code.checked_sub(0x1F),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{character, number_of_ascii};
    use crate::reader::encoding::native::NativeDecoder;

    #[test]
    fn numbers_of_the_collection_are_characters() {
        for (number, expected) in [
            (1, " "),
            (17, "0"),
            (26, "9"),
            (96, "\u{3000}"),
            (97, "、"),
            (98, "。"),
            (277, "０"),
            (814, "!"),
            (830, "1"),
            (907, "~"),
            (940, "啊"),
            (4692, "作"),
            (4695, "亍"),
            (7702, "齄"),
        ] {
            assert_eq!(
                character(number, &NativeDecoder).as_deref(),
                Some(expected),
                "{number}"
            );
        }
        for number in [0, 908, 939, 7703, 22127, u32::MAX] {
            assert_eq!(character(number, &NativeDecoder), None, "{number}");
        }
    }

    #[test]
    fn ascii_has_a_number_of_either_width() {
        assert_eq!(number_of_ascii(0x30, false), Some(17));
        assert_eq!(number_of_ascii(0x31, true), Some(830));
        assert_eq!(number_of_ascii(0x4E00, false), None);
    }
}
