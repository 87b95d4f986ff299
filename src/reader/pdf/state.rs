//! What operators set and others use: the state of drawing and of text.

use std::rc::Rc;

use super::font::Font;
use super::matrix::{Area, Matrix};
use super::syntax::Object;

/// States that may be saved at a time; what saves more is not followed.
const SAVED: usize = 256;

/// The state that is saved and restored.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) matrix: Matrix,
    /// Nothing outside shows. Of shapes that are no rectangles the rectangle around them.
    pub(super) clip: Area,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) sign_spacing: f64,
    pub(super) word_spacing: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Text is neither filled nor stroked: recognised text below a scanned picture.
    pub(super) is_text_hidden: bool,
    pub(super) white_lines: bool,
    pub(super) white_areas: bool,
}

impl State {
    pub(super) fn new(matrix: Matrix, clip: Area) -> Self {
        Self {
            matrix,
            clip,
            font: None,
            size: 0.0,
            sign_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_text_hidden: false,
            white_lines: false,
            white_areas: false,
        }
    }

    /// Takes a colour: paper is white, and what is white on it does not show.
    pub(super) fn colour(&mut self, operator: &[u8], operands: &[Object]) {
        let parts: Option<Vec<f64>> = operands.iter().map(number).collect();
        let is_white = match (operator, parts.as_deref()) {
            (b"CS" | b"cs", _) | (_, None) => false,
            (_, Some([c, m, y, k])) => [c, m, y, k].iter().all(|part| **part <= 0.0),
            (_, Some(parts @ ([_] | [_, _, _]))) => parts.iter().all(|part| *part >= 1.0),
            _ => false,
        };
        if operator.first().is_some_and(u8::is_ascii_uppercase) {
            self.white_lines = is_white;
        } else {
            self.white_areas = is_white;
        }
    }
}

/// States put aside.
#[derive(Debug, Default)]
pub(super) struct Saved {
    states: Vec<State>,
    /// Saved beyond the cap, so that what restores them restores nothing else.
    beyond: usize,
}

impl Saved {
    pub(super) fn save(&mut self, state: &State) {
        if self.states.len() < SAVED {
            self.states.push(state.clone());
        } else {
            self.beyond = self.beyond.saturating_add(1);
        }
    }

    pub(super) fn restore(&mut self, state: &mut State) {
        match self.beyond.checked_sub(1) {
            Some(left) => self.beyond = left,
            None => {
                if let Some(saved) = self.states.pop() {
                    *state = saved;
                }
            }
        }
    }

    /// How many there are, for [`Self::cut`].
    pub(super) fn depth(&self) -> usize {
        self.states.len()
    }

    /// Forgets what a drawing inside another one saved and did not restore.
    pub(super) fn cut(&mut self, depth: usize) {
        self.states.truncate(depth);
    }
}

/// A number among the operands.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Number(number) => Some(*number),
        _ => None,
    }
}
