//! What a page shows, for the formats that say where everything stands and not what it is. Lengths are hundredths of a
//! point (1/7200 inch), counted from the upper left corner of the page as it is looked at, y downwards.

/// One page as it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// The number, from 1.
    pub(crate) number: u32,
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// The signs in the order in which they are drawn.
    pub(crate) texts: Vec<Piece>,
    /// Straight lines, in any order, drawn as often as the file draws them.
    pub(crate) rulings: Vec<Ruling>,
}

/// One sign of a text: a character, or the few that one sign stands for. Its box is as wide as the sign moves the pen, and
/// reaches from above the line it stands on to below it, so that two signs of a word touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The text; U+FFFD where it cannot be told.
    pub(crate) text: String,
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
    /// Part of a line that runs downwards (or a whole line that runs upwards).
    pub(crate) vertical: bool,
}

/// A straight line between two places. What is filled and thin is a ruling, too: its middle line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ruling {
    pub(crate) x0: i32,
    pub(crate) y0: i32,
    pub(crate) x1: i32,
    pub(crate) y1: i32,
}

impl Piece {
    /// The middle, from left and from top.
    pub(crate) fn center(&self) -> (i32, i32) {
        (
            self.left.midpoint(self.right),
            self.top.midpoint(self.bottom),
        )
    }

    /// How high it is.
    pub(crate) fn height(&self) -> i32 {
        self.bottom.saturating_sub(self.top)
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}
