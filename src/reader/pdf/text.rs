//! Where the next sign goes.

use super::canvas::{Canvas, Glyph};
use super::font::{Code, Font};
use super::matrix::{Area, Matrix, Point, advance, negative, sum, thousandth};
use super::state::State;

/// A sign reaches this far above and below its line, in sizes. Fonts differ, cells do not care.
const ABOVE: f64 = 0.8;
const BELOW: f64 = -0.2;
/// In lines that run downwards: a sign hangs from the place it is put at, in thousandths of the size.
const DOWN: f64 = -1000.0;

/// Where text goes on.
#[derive(Debug)]
pub(super) struct Text {
    matrix: Matrix,
    line: Matrix,
    /// Which run of signs it is.
    run: u32,
    /// How the last sign of the run was dealt with; `None` before the first.
    was_visible: Option<bool>,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            matrix: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            run: 0,
            was_visible: None,
        }
    }
}

impl Text {
    pub(super) fn begin(&mut self, matrix: Matrix) {
        self.matrix = matrix;
        self.line = matrix;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.begin(Matrix::shift(x, y).then(self.line));
    }

    pub(super) fn end_run(&mut self) {
        self.run = self.run.saturating_add(1);
        self.was_visible = None;
    }

    /// This text, going on after a drawing inside.
    pub(super) fn after(mut self, inner: &Self) -> Self {
        self.run = inner.run.saturating_add(1);
        self.was_visible = None;
        self
    }

    /// Moves back by thousandths of the size.
    pub(super) fn kern(&mut self, thousandths: f64, state: &State) {
        let vertical = state.font.as_ref().is_some_and(|font| font.vertical);
        let stretch = if vertical { 1.0 } else { state.stretch };
        self.forward(
            advance(negative(thousandths), state.size, 0.0, stretch),
            vertical,
        );
    }

    fn forward(&mut self, by: f64, vertical: bool) {
        let shift = if vertical {
            Matrix::shift(0.0, by)
        } else {
            Matrix::shift(by, 0.0)
        };
        self.matrix = shift.then(self.matrix);
    }

    /// Shows a sign and moves behind it.
    pub(super) fn show(&mut self, code: Code, font: &Font, state: &State, canvas: &mut Canvas) {
        let width = font.scaled(code.width);
        let matrix = Matrix::scale(state.size, state.size)
            .then(Matrix::stretch_and_rise(state.stretch, state.rise))
            .then(self.matrix)
            .then(state.matrix);
        let (low, high) = if font.vertical {
            (Point { x: -0.5, y: -1.0 }, Point { x: 0.5, y: 0.0 })
        } else {
            let low = Point { x: 0.0, y: BELOW };
            (
                low,
                Point {
                    x: thousandth(width),
                    y: ABOVE,
                },
            )
        };
        let area = matrix.area(low, high);
        if !state.is_text_hidden {
            let turns = matrix.quarter_turns();
            self.put(code.text, area, turns, font.vertical, state, canvas);
        }
        let blank = if code.is_blank {
            state.word_spacing
        } else {
            0.0
        };
        let spacing = sum(state.sign_spacing, blank);
        if font.vertical {
            self.forward(advance(DOWN, state.size, negative(spacing), 1.0), true);
        } else {
            self.forward(advance(width, state.size, spacing, state.stretch), false);
        }
    }

    /// Puts a sign on the canvas, if it shows. A run that shows only in part leaves a mark where it is cut: what can be
    /// read of it is not what it says.
    fn put(
        &mut self,
        text: Option<String>,
        area: Area,
        turns: u8,
        downwards: bool,
        state: &State,
        canvas: &mut Canvas,
    ) {
        let is_visible = state.clip.holds(area.center());
        let is_blank = text.as_deref().is_some_and(|text| text.trim().is_empty());
        if is_blank && !is_visible {
            return;
        }
        let was_visible = self.was_visible.replace(is_visible);
        let is_cut = was_visible.is_some_and(|was| was != is_visible);
        if !is_visible {
            // Where each sign is drawn on its own, the one before is the last that was drawn.
            let goes_on = |last: &Glyph| {
                was_visible.is_none()
                    && last.area.right.abs_diff(area.left) < area.height().unsigned_abs() / 4
                    && last.area.top.abs_diff(area.top) < area.height().unsigned_abs() / 4
            };
            if let Some(last) = canvas.glyphs.last_mut()
                && (is_cut || goes_on(last))
            {
                last.text.push(char::REPLACEMENT_CHARACTER);
            }
            return;
        }
        if text.is_none() {
            canvas.unknown = canvas.unknown.saturating_add(1);
        }
        let mut shown = if is_cut {
            char::REPLACEMENT_CHARACTER.to_string()
        } else {
            String::new()
        };
        match text {
            Some(text) => shown.push_str(&text),
            None => shown.push(char::REPLACEMENT_CHARACTER),
        }
        canvas.glyphs.push(Glyph {
            text: shown,
            area,
            turns,
            downwards,
            run: self.run,
        });
    }
}
