//! How wide the signs of a font are, in thousandths of the size.

use crate::sorted::sort_by;

use super::super::syntax::{Dict, File, Object};

/// Widths that one font may give.
const WIDTHS: usize = 100_000;
/// Half as wide as high.
pub(super) const HALF: f64 = 500.0;

/// Widths by code or number of a sign.
#[derive(Debug)]
pub(super) struct Widths {
    /// Of all that have none of their own.
    pub(super) default: f64,
    /// First and last number, width; by the first.
    ranges: Vec<(u32, u32, f64)>,
}

impl Widths {
    /// Of a font with one byte per code: a first code and a list.
    pub(super) fn of_simple(dict: &Dict, file: &File<'_>) -> Self {
        let first = number(&file.get(dict, b"FirstChar"));
        let widths = file.numbers(dict, b"Widths");
        Self {
            default: file
                .dict(dict, b"FontDescriptor")
                .and_then(|descriptor| file.number(&descriptor, b"MissingWidth"))
                .unwrap_or(HALF),
            ranges: (first..)
                .zip(widths)
                .take(256)
                .map(|(code, width)| (code, code, width))
                .collect(),
        }
    }

    /// Of a part of a composite font: `W`, lists behind a first number and widths behind a first and a last.
    pub(super) fn of_composite(dict: &Dict, file: &File<'_>) -> Self {
        let mut ranges = Vec::new();
        let mut list = file.list(dict, b"W").into_iter();
        while let (Some(first @ Object::Number(_)), Some(second)) = (list.next(), list.next()) {
            let first = number(&first);
            match second {
                Object::Array(widths) => {
                    ranges.extend((first..).zip(widths.iter()).filter_map(|(code, width)| {
                        match file.resolve(width) {
                            Object::Number(width) => Some((code, code, width)),
                            _ => None,
                        }
                    }));
                }
                last @ Object::Number(_) => {
                    let Some(Object::Number(width)) = list.next() else {
                        break;
                    };
                    ranges.push((first, number(&last), width));
                }
                _ => break,
            }
            if ranges.len() > WIDTHS {
                break;
            }
        }
        sort_by(&mut ranges, |a, b| a.0.cmp(&b.0));
        Self {
            default: file.number(dict, b"DW").unwrap_or(1000.0),
            ranges,
        }
    }

    /// The width that the font gives for a number.
    pub(super) fn own(&self, number: u32) -> Option<f64> {
        let end = self.ranges.partition_point(|(first, ..)| *first <= number);
        let (_, last, width) = self.ranges.get(end.checked_sub(1)?)?;
        (*last >= number).then_some(*width)
    }

    /// The width of a number.
    pub(super) fn of(&self, number: u32) -> f64 {
        self.own(number).unwrap_or(self.default)
    }
}

/// A number that is a code.
fn number(object: &Object) -> u32 {
    let whole = object.whole().unwrap_or(0);
    u32::try_from(whole).unwrap_or(0)
}
