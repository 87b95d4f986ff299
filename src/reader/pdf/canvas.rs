//! What one page shows: signs with their boxes, lines, and how many pictures and curves there are.

use crate::reader::drawing::{Page, Piece, Ruling};

use super::matrix::{Area, Point};

/// A filled area counts as a line up to this thickness.
const LINE_THICKNESS: i32 = 300;
/// Shorter lines are corners of double borders, or dots.
const SHORTEST_LINE: i32 = 100;
/// A line may lean this much and still count as straight.
const LEAN: i32 = 100;
/// A page is looked at the way most of its signs stand. Beyond this many quarter turns there is no page.
const TURNS: usize = 4;

/// One sign.
#[derive(Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) area: Area,
    /// Quarter turns clockwise of the line it stands on.
    pub(super) turns: u8,
    /// Part of a line that runs downwards, its signs upright.
    pub(super) downwards: bool,
    /// The run of signs, drawn by one operator, that it belongs to.
    pub(super) run: u32,
}

/// What was drawn on one page.
#[derive(Debug)]
pub(super) struct Canvas {
    page: Area,
    pub(super) glyphs: Vec<Glyph>,
    lines: Vec<Area>,
    /// A picture takes up most of the page: a scan.
    pub(super) has_large_picture: bool,
    pub(super) curves: usize,
    /// Signs of which it is not known which character they are.
    pub(super) unknown: usize,
}

impl Canvas {
    pub(super) fn new(page: Area) -> Self {
        Self {
            page,
            glyphs: Vec::new(),
            lines: Vec::new(),
            has_large_picture: false,
            curves: 0,
            unknown: 0,
        }
    }

    /// Puts a picture: a thin one is a line.
    pub(super) fn picture(&mut self, area: Area, clip: Area) {
        let Some(shown) = area.meet(clip) else { return };
        let most = |part: i32, whole: i32| part.saturating_mul(10) >= whole.saturating_mul(7);
        self.has_large_picture |=
            most(shown.width(), self.page.width()) && most(shown.height(), self.page.height());
        self.fill(area, clip);
    }

    /// Draws a line between two places, as far as it shows.
    pub(super) fn line(&mut self, from: Point, to: Point, clip: Area) {
        let mut area = Area::around([from.hundredths(), to.hundredths()].into_iter());
        if area.height() < LEAN && area.width() >= SHORTEST_LINE {
            area.top = area.top.midpoint(area.bottom);
            area.bottom = area.top;
        } else if area.width() < LEAN && area.height() >= SHORTEST_LINE {
            area.left = area.left.midpoint(area.right);
            area.right = area.left;
        } else {
            return;
        }
        if let Some(area) = area.meet(clip) {
            self.lines.push(area);
        }
    }

    /// Fills a rectangle: a thin one is a line.
    pub(super) fn fill(&mut self, area: Area, clip: Area) {
        let Some(mut area) = area.meet(clip) else {
            return;
        };
        if area.height() < LINE_THICKNESS && area.width() > area.height().saturating_mul(2) {
            area.top = area.top.midpoint(area.bottom);
            area.bottom = area.top;
        } else if area.width() < LINE_THICKNESS && area.height() > area.width().saturating_mul(2) {
            area.left = area.left.midpoint(area.right);
            area.right = area.left;
        } else {
            return;
        }
        if area.width().max(area.height()) >= SHORTEST_LINE {
            self.lines.push(area);
        }
    }

    /// Fills what lies between two rectangles, one in the other: four lines if it is thin.
    pub(super) fn frame(&mut self, outer: Area, inner: Area, clip: Area) {
        for side in [
            Area {
                right: inner.left,
                ..outer
            },
            Area {
                left: inner.right,
                ..outer
            },
            Area {
                bottom: inner.top,
                ..outer
            },
            Area {
                top: inner.bottom,
                ..outer
            },
        ] {
            self.fill(side, clip);
        }
    }

    /// The page as it is looked at: turned so that most of its signs stand upright.
    pub(super) fn into_page(mut self, number: u32) -> Page {
        let (width, height) = (self.page.width(), self.page.height());
        let mut counts = [0_usize; TURNS];
        for glyph in &self.glyphs {
            if let Some(count) = counts.get_mut(usize::from(glyph.turns)) {
                *count = count.saturating_add(1);
            }
        }
        let half = self.glyphs.len() / 2;
        let quarters = (0_u8..).zip(counts).find(|(_, count)| *count > half);
        let quarters = quarters.map_or(0, |(quarters, _)| quarters);
        for glyph in &mut self.glyphs {
            glyph.area = glyph.area.turned_back(quarters, width, height);
            // Both are below four.
            glyph.turns = glyph.turns.wrapping_sub(quarters) & 3;
        }
        for line in &mut self.lines {
            *line = line.turned_back(quarters, width, height);
        }
        let (width, height) = if quarters & 1 == 1 {
            (height, width)
        } else {
            (width, height)
        };
        let rulings = self.lines.iter().map(|line| Ruling {
            x0: line.left,
            y0: line.top,
            x1: line.right,
            y1: line.bottom,
        });
        Page {
            number,
            width,
            height,
            rulings: rulings.collect(),
            texts: pieces(self.glyphs),
        }
    }
}

/// Signs as pieces. A line that runs upwards is one piece: no order of places would make it readable.
fn pieces(glyphs: Vec<Glyph>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(glyphs.len());
    let mut upwards = None;
    for glyph in glyphs {
        let run = (glyph.turns == 3).then_some(glyph.run);
        if let (true, Some(piece)) = (run.is_some() && run == upwards, pieces.last_mut()) {
            piece.text.push_str(&glyph.text);
            piece.left = piece.left.min(glyph.area.left);
            piece.top = piece.top.min(glyph.area.top);
            piece.right = piece.right.max(glyph.area.right);
            piece.bottom = piece.bottom.max(glyph.area.bottom);
            continue;
        }
        upwards = run;
        pieces.push(Piece {
            vertical: glyph.downwards || glyph.turns & 1 == 1,
            text: glyph.text,
            left: glyph.area.left,
            top: glyph.area.top,
            right: glyph.area.right,
            bottom: glyph.area.bottom,
        });
    }
    pieces
}
