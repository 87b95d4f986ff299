//! How wide the signs of a font are, in thousandths of the size.

use hayro_syntax::object::{Array, Dict, Object};

use crate::sorted::sort_by;

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
    pub(super) fn of_simple(dict: &Dict<'_>) -> Self {
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        let widths = dict.get::<Array<'_>>("Widths");
        let widths = widths.iter().flat_map(|list| list.iter::<f64>());
        Self {
            default: dict
                .get::<Dict<'_>>("FontDescriptor")
                .and_then(|descriptor| descriptor.get::<f64>("MissingWidth"))
                .unwrap_or(HALF),
            ranges: (first..)
                .zip(widths)
                .take(256)
                .map(|(code, width)| (code, code, width))
                .collect(),
        }
    }

    /// Of a part of a composite font: `W`, lists behind a first number and widths behind a first and a last.
    pub(super) fn of_composite(dict: &Dict<'_>) -> Self {
        let mut ranges = Vec::new();
        let list = dict.get::<Array<'_>>("W");
        let mut list = list.iter().flat_map(|list| list.iter::<Object<'_>>());
        while let (Some(Object::Number(first)), Some(second)) = (list.next(), list.next()) {
            let first = u32::try_from(first.as_i64()).unwrap_or(0);
            match second {
                Object::Array(widths) => ranges.extend(
                    (first..)
                        .zip(widths.iter::<f64>())
                        .map(|(number, width)| (number, number, width)),
                ),
                Object::Number(last) => {
                    let Some(Object::Number(width)) = list.next() else {
                        break;
                    };
                    let last = u32::try_from(last.as_i64()).unwrap_or(0);
                    ranges.push((first, last, width.as_f64()));
                }
                _ => break,
            }
            if ranges.len() > WIDTHS {
                break;
            }
        }
        sort_by(&mut ranges, |a, b| a.0.cmp(&b.0));
        Self {
            default: dict.get::<f64>("DW").unwrap_or(1000.0),
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
