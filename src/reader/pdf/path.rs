//! Lines and areas on their way from construction to painting.

use super::canvas::Canvas;
use super::matrix::{Area, Point};
use super::state::State;

/// Two areas, one in the other, are a border if they are this close.
const BORDER: i32 = 300;

/// The path that is being built, in places of the page.
#[derive(Debug, Default)]
pub(super) struct Path {
    parts: Vec<Part>,
    /// Clip to the path once it is painted.
    pub(super) clips: bool,
}

#[derive(Debug, Default)]
struct Part {
    points: Vec<Point>,
    is_closed: bool,
    /// Ends of curves stand among the points.
    is_curved: bool,
}

impl Part {
    fn area(&self) -> Area {
        Area::around(self.points.iter().map(|point| point.hundredths()))
    }

    /// A rectangle along the axes.
    fn is_box(&self) -> bool {
        let area = self.area();
        let at_corner = |point: &Point| {
            let (x, y) = point.hundredths();
            (x == area.left || x == area.right) && (y == area.top || y == area.bottom)
        };
        !self.is_curved && matches!(self.points.len(), 4 | 5) && self.points.iter().all(at_corner)
    }
}

impl Path {
    pub(super) fn begin(&mut self, at: Point) {
        self.parts.push(Part {
            points: vec![at],
            ..Part::default()
        });
    }

    pub(super) fn line(&mut self, to: Point) {
        if let Some(part) = self.parts.last_mut() {
            part.points.push(to);
        }
    }

    /// Goes on to the end of a curve: in an outline nothing is a ruling.
    pub(super) fn curve(&mut self, to: Point) {
        if let Some(part) = self.parts.last_mut() {
            part.is_curved = true;
            part.points.push(to);
        }
    }

    pub(super) fn close(&mut self) {
        let Some(part) = self.parts.last_mut() else {
            return;
        };
        part.is_closed = true;
        // What follows without a new beginning begins where this one did.
        if let Some(first) = part.points.first().copied() {
            self.begin(first);
        }
    }

    pub(super) fn rectangle(&mut self, corners: [Point; 4]) {
        self.parts.push(Part {
            points: corners.to_vec(),
            is_closed: true,
            is_curved: false,
        });
    }

    /// Paints the path, clips to it if that was asked for, and begins a new one.
    pub(super) fn paint(
        &mut self,
        stroke: bool,
        fill: bool,
        state: &mut State,
        canvas: &mut Canvas,
    ) {
        let mut parts = std::mem::take(&mut self.parts);
        parts.retain(|part| part.points.len() > 1);
        if stroke && !state.white_lines {
            for part in &parts {
                stroke_part(part, state.clip, canvas);
            }
        }
        if fill && !state.white_areas {
            fill_parts(&parts, state.clip, canvas);
        }
        if std::mem::take(&mut self.clips) {
            let points = parts.iter().flat_map(|part| &part.points);
            let area = Area::around(points.map(|point| point.hundredths()));
            state.clip = state.clip.meet(area).unwrap_or(Area::NOWHERE);
        }
    }
}

fn stroke_part(part: &Part, clip: Area, canvas: &mut Canvas) {
    if part.is_curved {
        canvas.curves = canvas.curves.saturating_add(1);
        return;
    }
    for pair in part.points.windows(2) {
        if let [from, to] = pair {
            canvas.line(*from, *to, clip);
        }
    }
    if let (true, Some(first), Some(last)) =
        (part.is_closed, part.points.first(), part.points.last())
    {
        canvas.line(*last, *first, clip);
    }
}

fn fill_parts(parts: &[Part], clip: Area, canvas: &mut Canvas) {
    for (index, part) in parts.iter().enumerate() {
        if part.is_curved {
            canvas.curves = canvas.curves.saturating_add(1);
            continue;
        }
        let area = part.area();
        canvas.fill(area, clip);
        // A border is one area with another one cut out of it.
        let next = index.checked_add(1).and_then(|next| parts.get(next));
        if let Some(inner) = next.filter(|next| next.is_box() && part.is_box()) {
            let inner = inner.area();
            let (outer, inner) = if inner.width() > area.width() {
                (inner, area)
            } else {
                (area, inner)
            };
            let is_border = outer.meet(inner) == Some(inner)
                && outer.width().saturating_sub(inner.width()) < BORDER
                && outer.height().saturating_sub(inner.height()) < BORDER;
            if is_border {
                canvas.frame(outer, inner, clip);
            }
        }
    }
}
