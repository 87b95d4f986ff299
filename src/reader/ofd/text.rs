//! Signs out of text codes: a text, where its first sign stands, and how far it is from each sign to the next.

use crate::reader::drawing::Piece;
use crate::reader::error::ReadErrorKind;

use super::canvas::Canvas;
use super::fixed::{Fixed, ONE, Placing, Point, fixed, hundredths, times};

/// Most signs stand on the line this far below their top, in sizes: as drawn by all common fonts.
const ABOVE: Fixed = 800_000;
const BELOW: Fixed = 200_000;
/// How wide a sign is, in sizes, if nothing says so: Chinese, all others.
const WIDE: Fixed = ONE;
const NARROW: Fixed = ONE / 2;
/// The next sign may stand this far away, in sizes, and still touch: Chinese, letters, digits.
const WIDE_STEP: Fixed = 1_250_000;
const LETTER_STEP: Fixed = ONE;
const DIGIT_STEP: Fixed = 700_000;
/// Size of a font, if nothing says so.
const SIZE: Fixed = 3_500_000;

/// A text object as its attributes describe it.
pub(super) struct TextObject {
    placing: Placing,
    size: Fixed,
    /// How much its signs are stretched across.
    stretch: Fixed,
    /// Where the last text code began: the next one may not say it again.
    last: Point,
}

/// A text code.
pub(super) struct Code {
    placing: Placing,
    size: Fixed,
    stretch: Fixed,
    start: Point,
    across: String,
    down: String,
}

impl TextObject {
    pub(super) fn new(placing: Placing, value: impl Fn(&str) -> String) -> Self {
        Self {
            placing,
            size: fixed(&value("Size")).unwrap_or(SIZE),
            stretch: fixed(&value("HScale"))
                .filter(|scale| *scale > 0)
                .unwrap_or(ONE),
            last: (0, 0),
        }
    }

    pub(super) fn code(&mut self, value: impl Fn(&str) -> String) -> Code {
        self.last = (
            fixed(&value("X")).unwrap_or(self.last.0),
            fixed(&value("Y")).unwrap_or(self.last.1),
        );
        Code {
            placing: self.placing,
            size: self.size,
            stretch: self.stretch,
            start: self.last,
            across: value("DeltaX"),
            down: value("DeltaY"),
        }
    }
}

/// The distances in a list, `g 3 2.5` standing for three times 2.5. Nothing is expanded that no sign asks for; behind the
/// end the last one counts on.
struct Steps<'a> {
    tokens: std::str::SplitWhitespace<'a>,
    repeats: Fixed,
    last: Option<Fixed>,
}

impl<'a> Steps<'a> {
    fn new(list: &'a str) -> Self {
        Self {
            tokens: list.split_whitespace(),
            repeats: 0,
            last: None,
        }
    }

    fn next(&mut self) -> Option<Fixed> {
        if self.repeats > 0 {
            self.repeats = self.repeats.saturating_sub(1);
            return self.last;
        }
        match self.tokens.next() {
            Some("g" | "G") => {
                let count = self.tokens.next()?.parse::<Fixed>().unwrap_or(0);
                let step = self.tokens.next().and_then(fixed);
                if count <= 0 {
                    // Nothing is repeated: the next in the list.
                    return self.next_plain();
                }
                self.last = step.or(self.last);
                self.repeats = count.saturating_sub(1);
            }
            Some(token) => self.last = fixed(token).or(self.last),
            None => {}
        }
        self.last
    }

    fn next_plain(&mut self) -> Option<Fixed> {
        self.last = self.tokens.next().and_then(fixed).or(self.last);
        self.last
    }
}

impl Code {
    /// Shows the signs of a text.
    ///
    /// # Errors
    /// `TooLarge`, see [`Canvas::step`].
    pub(super) fn show(&self, text: &str, canvas: &mut Canvas) -> Result<(), ReadErrorKind> {
        let (mut across, mut down) = (Steps::new(&self.across), Steps::new(&self.down));
        let mut at = self.start;
        let mut upwards: Option<Piece> = None;
        // Line breaks are of the file, not of the text.
        for c in text.chars().filter(|c| !matches!(c, '\n' | '\r')) {
            canvas.step()?;
            let width = times(times(self.size, natural(c)), self.stretch);
            let (x, y) = (across.next(), down.next());
            let step = match (x, y) {
                (None, None) => (width, 0),
                (x, y) => (x.unwrap_or(0), y.unwrap_or(0)),
            };
            let width = match step {
                (x, 0) if x > 0 && x <= times(times(self.size, widest(c)), self.stretch) => x,
                _ => width,
            };
            let piece = self.piece(c, at, width, step);
            at = (at.0.saturating_add(step.0), at.1.saturating_add(step.1));
            let (dx, dy) = self.placing.turned(step);
            if dy < 0 && dy.unsigned_abs() > dx.unsigned_abs() {
                // No order of places would make it readable: the line is one piece.
                match &mut upwards {
                    Some(line) => join(line, &piece),
                    None => upwards = Some(piece),
                }
            } else {
                canvas.sign(piece);
            }
        }
        upwards.into_iter().for_each(|line| canvas.sign(line));
        Ok(())
    }

    fn piece(&self, c: char, (x, y): Point, width: Fixed, step: Point) -> Piece {
        let one = self
            .placing
            .place((x, y.saturating_sub(times(self.size, ABOVE))));
        let other = self.placing.place((
            x.saturating_add(width),
            y.saturating_add(times(self.size, BELOW)),
        ));
        let (dx, dy) = self.placing.turned(step);
        Piece {
            text: c.to_string(),
            left: hundredths(one.0.min(other.0)),
            top: hundredths(one.1.min(other.1)),
            right: hundredths(one.0.max(other.0)),
            bottom: hundredths(one.1.max(other.1)),
            vertical: dy.unsigned_abs() > dx.unsigned_abs(),
        }
    }
}

fn join(line: &mut Piece, sign: &Piece) {
    line.text.push_str(&sign.text);
    line.left = line.left.min(sign.left);
    line.top = line.top.min(sign.top);
    line.right = line.right.max(sign.right);
    line.bottom = line.bottom.max(sign.bottom);
}

/// How wide a sign is, in sizes.
fn natural(c: char) -> Fixed {
    if c.is_ascii() { NARROW } else { WIDE }
}

/// How far the next sign may stand away and still touch, in sizes.
fn widest(c: char) -> Fixed {
    match c {
        c if c.is_ascii_alphabetic() => LETTER_STEP,
        c if c.is_ascii() => DIGIT_STEP,
        _ => WIDE_STEP,
    }
}
