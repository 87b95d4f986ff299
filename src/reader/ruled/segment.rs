//! Lines of a table out of all the strokes that draw them: pieces per cell, twice over each other, double borders, dashes.

use crate::reader::drawing::Ruling;
use crate::sorted::sort_by;

/// Lines this close are one line, ends this close meet.
pub(super) const NEAR: i32 = 200;
/// How much a straight line may lean.
const LEAN: i32 = 100;
/// A stroke this short may be one of a dashed line, and the next one may begin as far behind it.
const DASH: i32 = 1_000;
const DASH_GAP: i32 = 400;
/// Lines that stay shorter border nothing.
const SHORTEST: i32 = 300;

/// A straight line along an axis: `at` across, from `start` to `end` along it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) at: i32,
    pub(super) start: i32,
    pub(super) end: i32,
}

impl Segment {
    fn between(at: (i32, i32), along: (i32, i32)) -> Self {
        Self {
            at: at.0.midpoint(at.1),
            start: along.0.min(along.1),
            end: along.0.max(along.1),
        }
    }

    pub(super) fn length(&self) -> i32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether a place along the line lies on it.
    pub(super) fn covers(&self, along: i32) -> bool {
        self.start <= along && along <= self.end
    }

    /// Whether it meets a line across, ends being a little off.
    pub(super) fn meets(&self, across: &Self) -> bool {
        let reaches = |line: &Self, along: i32| {
            line.start.saturating_sub(NEAR) <= along && along <= line.end.saturating_add(NEAR)
        };
        reaches(self, across.at) && reaches(across, self.at)
    }
}

/// The lines from left to right and those from top to bottom, each ordered by where they stand. What is neither is left out.
pub(super) fn lines(rulings: &[Ruling]) -> (Vec<Segment>, Vec<Segment>) {
    let (mut across, mut down) = (Vec::new(), Vec::new());
    for ruling in rulings {
        let (x, y) = ((ruling.x0, ruling.x1), (ruling.y0, ruling.y1));
        let (width, height) = (x.0.abs_diff(x.1), y.0.abs_diff(y.1));
        if height <= LEAN.unsigned_abs() && width > height {
            across.push(Segment::between(y, x));
        } else if width <= LEAN.unsigned_abs() && height > width {
            down.push(Segment::between(x, y));
        }
    }
    (merged(across), merged(down))
}

/// Makes one line of strokes that lie on it.
fn merged(mut strokes: Vec<Segment>) -> Vec<Segment> {
    sort_by(&mut strokes, |a, b| {
        (a.at, a.start, a.end).cmp(&(b.at, b.start, b.end))
    });
    let mut lines = Vec::new();
    // Strokes of one line, or of several that stand one behind the other.
    let mut level: Vec<Segment> = Vec::new();
    for stroke in strokes {
        let is_near = |other: Option<&Segment>, room: i32| {
            other.is_none_or(|other| stroke.at.saturating_sub(other.at) <= room)
        };
        if !is_near(level.last(), NEAR) || !is_near(level.first(), NEAR.saturating_mul(2)) {
            join(&mut level, &mut lines);
            level.clear();
        }
        level.push(stroke);
    }
    join(&mut level, &mut lines);
    lines.retain(|line| line.length() >= SHORTEST);
    sort_by(&mut lines, |a, b| (a.at, a.start).cmp(&(b.at, b.start)));
    lines
}

/// Joins strokes on one level that overlap, touch or are dashes.
fn join(level: &mut [Segment], lines: &mut Vec<Segment>) {
    sort_by(level, |a, b| {
        (a.start, a.end, a.at).cmp(&(b.start, b.end, b.at))
    });
    let mut open: Option<(Segment, (i32, i32), i32)> = None;
    for stroke in level.iter() {
        if let Some((line, at, length)) = &mut open {
            let gap = stroke.start.saturating_sub(line.end);
            let is_dash = *length <= DASH && stroke.length() <= DASH && gap <= DASH_GAP;
            if gap <= NEAR || is_dash {
                line.end = line.end.max(stroke.end);
                *at = (at.0.min(stroke.at), at.1.max(stroke.at));
                line.at = at.0.midpoint(at.1);
                *length = stroke.length();
                continue;
            }
            lines.push(*line);
        }
        open = Some((*stroke, (stroke.at, stroke.at), stroke.length()));
    }
    lines.extend(open.map(|(line, _, _)| line));
}

/// Places without those that are nearly the same as one before, in order.
pub(super) fn distinct(mut places: Vec<i32>) -> Vec<i32> {
    sort_by(&mut places, Ord::cmp);
    let mut kept: Vec<i32> = Vec::new();
    for place in places {
        if kept
            .last()
            .is_none_or(|last| place.saturating_sub(*last) > NEAR)
        {
            kept.push(place);
        }
    }
    kept
}
