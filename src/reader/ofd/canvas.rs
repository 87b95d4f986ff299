//! What one page shows.

use crate::limits;
use crate::reader::drawing::{Page, Piece, Ruling};
use crate::reader::error::ReadErrorKind;

use super::fixed::{Fixed, Point, hundredths};

/// A page, its templates included.
#[derive(Debug)]
pub(super) struct Canvas {
    pub(super) page: Page,
    /// A picture takes up most of the page.
    pub(super) has_large_picture: bool,
    pub(super) curves: usize,
    /// Elements, signs and strokes of the file so far.
    pub(super) steps: usize,
}

impl Canvas {
    pub(super) fn new(number: u32, size: Point, steps: usize) -> Self {
        let mut canvas = Self {
            page: Page {
                number,
                ..Page::default()
            },
            has_large_picture: false,
            curves: 0,
            steps,
        };
        canvas.resize(size);
        canvas
    }

    pub(super) fn resize(&mut self, (width, height): Point) {
        self.page.width = hundredths(width);
        self.page.height = hundredths(height);
    }

    /// Counts the work.
    ///
    /// # Errors
    /// `TooLarge` once there was more than any report asks for.
    pub(super) fn step(&mut self) -> Result<(), ReadErrorKind> {
        self.steps = self.steps.saturating_add(1);
        if self.steps > limits::DRAWING_STEPS {
            return Err(ReadErrorKind::TooLarge);
        }
        Ok(())
    }

    pub(super) fn sign(&mut self, piece: Piece) {
        self.page.texts.push(piece);
    }

    /// Draws a straight line.
    pub(super) fn line(&mut self, from: Point, to: Point) {
        self.page.rulings.push(Ruling {
            x0: hundredths(from.0),
            y0: hundredths(from.1),
            x1: hundredths(to.0),
            y1: hundredths(to.1),
        });
    }

    /// Puts a picture.
    pub(super) fn picture(&mut self, (width, height): (Fixed, Fixed)) {
        let most = |part: Fixed, whole: i32| {
            hundredths(part).saturating_mul(10) >= whole.saturating_mul(7)
        };
        self.has_large_picture |= most(width, self.page.width) && most(height, self.page.height);
    }
}
