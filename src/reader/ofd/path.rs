//! Lines out of the data of a path: a letter for each step, then its numbers.

use crate::reader::error::ReadErrorKind;

use super::canvas::Canvas;
use super::fixed::{Fixed, Placing, Point, fixed};

/// A filled area counts as a line up to this thickness: 3 pt.
const LINE_THICKNESS: Fixed = 1_060_000;

/// A path as its attributes and colours describe it.
pub(super) struct PathObject {
    placing: Placing,
    is_stroked: bool,
    is_filled: bool,
    /// The steps, as they are written.
    pub(super) data: String,
}

impl PathObject {
    pub(super) fn new(placing: Placing, value: impl Fn(&str) -> String) -> Self {
        Self {
            placing,
            is_stroked: value("Stroke").trim() != "false",
            is_filled: value("Fill").trim() == "true",
            data: String::new(),
        }
    }

    /// Its lines, or its area, do not show.
    pub(super) fn hide(&mut self, lines: bool) {
        if lines {
            self.is_stroked = false;
        } else {
            self.is_filled = false;
        }
    }
}

/// Draws the straight lines of a path.
///
/// # Errors
/// `TooLarge`, see [`Canvas::step`].
pub(super) fn draw(path: &PathObject, canvas: &mut Canvas) -> Result<(), ReadErrorKind> {
    let mut tokens = path.data.split_whitespace();
    let mut part = Part::default();
    while let Some(token) = tokens.next() {
        canvas.step()?;
        let mut point = || {
            let x = tokens.next().and_then(fixed)?;
            let y = tokens.next().and_then(fixed)?;
            Some(path.placing.place((x, y)))
        };
        match token {
            "M" | "S" => {
                part.fill(path, canvas);
                part = Part::default();
                part.points.extend(point());
            }
            "L" => {
                let to = point();
                part.line(to, path, canvas);
            }
            "Q" => part.curve(1, &mut point, canvas),
            "B" => part.curve(2, &mut point, canvas),
            "A" => {
                // Radii, angle and two switches, then the end.
                for _ in 0..5 {
                    tokens.next();
                }
                let x = tokens.next().and_then(fixed);
                let y = tokens.next().and_then(fixed);
                let end = x.zip(y).map(|point| path.placing.place(point));
                part.curve(0, &mut || end, canvas);
            }
            "C" => {
                let to = part.points.first().copied();
                part.line(to, path, canvas);
            }
            // A number too many, or what no standard knows.
            _ => {}
        }
    }
    part.fill(path, canvas);
    Ok(())
}

/// What is drawn without lifting the pen.
#[derive(Default)]
struct Part {
    points: Vec<Point>,
    is_curved: bool,
}

impl Part {
    fn line(&mut self, to: Option<Point>, path: &PathObject, canvas: &mut Canvas) {
        let Some(to) = to else { return };
        if let Some(from) = self.points.last().copied().filter(|_| path.is_stroked) {
            canvas.line(from, to);
        }
        self.points.push(to);
    }

    /// Goes to the end of a curve with so many points that pull it.
    fn curve(
        &mut self,
        pulls: usize,
        point: &mut dyn FnMut() -> Option<Point>,
        canvas: &mut Canvas,
    ) {
        for _ in 0..pulls {
            point();
        }
        self.is_curved = true;
        self.points.extend(point());
        canvas.curves = canvas.curves.saturating_add(1);
    }

    /// A thin area is a line.
    fn fill(&self, path: &PathObject, canvas: &mut Canvas) {
        if !path.is_filled || self.is_curved || self.points.len() < 3 {
            return;
        }
        let ends = |along: fn(&Point) -> Fixed| {
            let places = || self.points.iter().map(along);
            (places().min().unwrap_or(0), places().max().unwrap_or(0))
        };
        let ((left, right), (top, bottom)) = (ends(|point| point.0), ends(|point| point.1));
        let (width, height) = (right.saturating_sub(left), bottom.saturating_sub(top));
        if height < LINE_THICKNESS && width > height.saturating_mul(2) {
            let middle = top.midpoint(bottom);
            canvas.line((left, middle), (right, middle));
        } else if width < LINE_THICKNESS && height > width.saturating_mul(2) {
            let middle = left.midpoint(right);
            canvas.line((middle, top), (middle, bottom));
        }
    }
}
