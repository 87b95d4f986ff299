//! Lines of a table, put together from what was drawn: borders of neighbouring cells lie on top of each other, are drawn
//! twice, stand side by side as double lines, or come as dashes.

use crate::reader::drawing::Ruling;
use crate::sorted::sort_by;

/// Lines this close to each other are one.
pub(super) const CLOSE: i32 = 200;
/// Dashes with gaps up to this are one line.
const GAP: i32 = 350;
/// Shorter lines bound no cell.
const SHORTEST: i32 = 400;

/// A line along one axis: where it lies on the other axis, and from where to where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) at: i32,
    pub(super) from: i32,
    pub(super) to: i32,
}

impl Segment {
    /// Whether the segment passes a place, or ends close to it.
    pub(super) fn reaches(self, place: i32) -> bool {
        self.from.saturating_sub(CLOSE) <= place && place <= self.to.saturating_add(CLOSE)
    }

    pub(super) fn length(self) -> i32 {
        self.to.saturating_sub(self.from)
    }
}

/// The horizontal and the vertical lines.
pub(super) fn segments(rulings: &[Ruling]) -> (Vec<Segment>, Vec<Segment>) {
    let mut horizontal = Vec::new();
    let mut vertical = Vec::new();
    for ruling in rulings {
        let (left, right) = (ruling.x0.min(ruling.x1), ruling.x0.max(ruling.x1));
        let (top, bottom) = (ruling.y0.min(ruling.y1), ruling.y0.max(ruling.y1));
        if right.saturating_sub(left) >= bottom.saturating_sub(top) {
            horizontal.push(Segment {
                at: top.midpoint(bottom),
                from: left,
                to: right,
            });
        } else {
            vertical.push(Segment {
                at: left.midpoint(right),
                from: top,
                to: bottom,
            });
        }
    }
    (merge(horizontal), merge(vertical))
}

/// Makes one segment of those that lie in one line and touch.
fn merge(mut segments: Vec<Segment>) -> Vec<Segment> {
    sort_by(&mut segments, |a, b| a.at.cmp(&b.at));
    let mut merged = Vec::new();
    let mut rest = segments.as_mut_slice();
    while let Some(first) = rest.first().copied() {
        let mut last = first.at;
        let end = rest.iter().position(|segment| {
            let apart = segment.at.saturating_sub(last) > CLOSE
                || segment.at.saturating_sub(first.at) > CLOSE.saturating_mul(2);
            last = segment.at;
            apart
        });
        let (group, behind) = rest.split_at_mut(end.unwrap_or(rest.len()));
        rest = behind;
        sort_by(group, |a, b| a.from.cmp(&b.from));
        let at = first.at.midpoint(
            group
                .iter()
                .map(|segment| segment.at)
                .max()
                .unwrap_or(first.at),
        );
        let mut open: Option<Segment> = None;
        for segment in group {
            match &mut open {
                Some(open) if segment.from <= open.to.saturating_add(GAP) => {
                    open.to = open.to.max(segment.to);
                }
                _ => {
                    merged.extend(open);
                    open = Some(Segment { at, ..*segment });
                }
            }
        }
        merged.extend(open);
    }
    merged.retain(|segment| segment.length() >= SHORTEST);
    merged
}
