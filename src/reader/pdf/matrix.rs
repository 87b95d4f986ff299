//! Places and transformations. The one place of the library with floats beside the screen: PDF places everything by
//! products of decimal matrices. Nothing is judged by them; what leaves is whole hundredths of a point.
#![expect(
    clippy::float_arithmetic,
    reason = "where a sign stands on the page, not figures of a report"
)]

/// A place; x to the right, y as the space that it belongs to has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// An affine transformation, as PDF writes it: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

/// A rectangle along the axes, in hundredths of a point of the page as it is looked at, y downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    pub(super) fn scale(x: f64, y: f64) -> Self {
        Self([x, 0.0, 0.0, y, 0.0, 0.0])
    }

    /// Widens by a factor, then lifts.
    pub(super) fn stretch_and_rise(stretch: f64, rise: f64) -> Self {
        Self([stretch, 0.0, 0.0, 1.0, 0.0, rise])
    }

    /// This transformation first, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [g, h, i, j, k, l] = other.0;
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    /// What turns the space of a page into what is looked at, and how wide and high that is: the part that both
    /// rectangles have in common (`paper` if there is none), turned clockwise by so many degrees.
    pub(super) fn of_page(
        media: [f64; 4],
        crop: [f64; 4],
        paper: [f64; 4],
        turned: i64,
    ) -> (Self, f64, f64) {
        let sorted = |[a, b, c, d]: [f64; 4]| [a.min(c), b.min(d), a.max(c), b.max(d)];
        let [left, bottom, right, top] = sorted(media);
        let [crop_left, crop_bottom, crop_right, crop_top] = sorted(crop);
        let both = [
            left.max(crop_left),
            bottom.max(crop_bottom),
            right.min(crop_right),
            top.min(crop_top),
        ];
        let is_there = both[2] - both[0] > 0.1 && both[3] - both[1] > 0.1;
        let [left, bottom, right, top] = if is_there { both } else { paper };
        let (width, height) = (right - left, top - bottom);
        let upright = Self([1.0, 0.0, 0.0, -1.0, -left, top]);
        match turned.rem_euclid(360) {
            90 => {
                let turn = Self([0.0, 1.0, -1.0, 0.0, height, 0.0]);
                (upright.then(turn), height, width)
            }
            180 => {
                let turn = Self([-1.0, 0.0, 0.0, -1.0, width, height]);
                (upright.then(turn), width, height)
            }
            270 => {
                let turn = Self([0.0, -1.0, 1.0, 0.0, 0.0, width]);
                (upright.then(turn), height, width)
            }
            _ => (upright, width, height),
        }
    }

    pub(super) fn apply(self, x: f64, y: f64) -> Point {
        let [a, b, c, d, e, f] = self.0;
        Point {
            x: a * x + c * y + e,
            y: b * x + d * y + f,
        }
    }

    /// What this makes of the corners of a rectangle, one after the other around it.
    pub(super) fn corners(self, Point { x, y }: Point, width: f64, height: f64) -> [Point; 4] {
        [
            self.apply(x, y),
            self.apply(x + width, y),
            self.apply(x + width, y + height),
            self.apply(x, y + height),
        ]
    }

    /// The rectangle around what this makes of a rectangle, by two of its corners.
    pub(super) fn area(self, one: Point, other: Point) -> Area {
        let corners = [
            self.apply(one.x, one.y),
            self.apply(other.x, one.y),
            self.apply(one.x, other.y),
            self.apply(other.x, other.y),
        ];
        Area::around(corners.iter().map(|corner| corner.hundredths()))
    }

    /// Quarter turns clockwise that a line to the right makes, seen on a page with y downwards.
    pub(super) fn quarter_turns(self) -> u8 {
        let [a, b, ..] = self.0;
        match (a.abs() >= b.abs(), a >= 0.0, b >= 0.0) {
            (true, true, _) => 0,
            (true, false, _) => 2,
            (false, _, true) => 1,
            (false, _, false) => 3,
        }
    }
}

impl Point {
    /// The place in whole hundredths; what is beyond all paper is pinned far outside.
    pub(super) fn hundredths(self) -> (i32, i32) {
        (hundredths(self.x), hundredths(self.y))
    }
}

/// Farther out than any page; sums of some of these still fit.
const FAR: f64 = 100_000_000.0;

/// Points to hundredths of a point.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped; not a number gives 0"
)]
pub(super) fn hundredths(points: f64) -> i32 {
    (points * 100.0).round().clamp(-FAR, FAR) as i32
}

/// How far text moves on after a sign, in units of text space: its width or height in thousandths of the size, then
/// spacing, all stretched.
pub(super) fn advance(thousandths: f64, size: f64, spacing: f64, stretch: f64) -> f64 {
    (thousandths / 1000.0 * size + spacing) * stretch
}

/// A number of so many decimal places, times ten for each digit that was dropped.
pub(super) fn decimal(mantissa: i64, places: u32, dropped: u32) -> f64 {
    let mut value = mantissa as f64;
    let mut scale = 1.0;
    for _ in 0..places.min(30) {
        scale *= 10.0;
    }
    value /= scale;
    for _ in 0..dropped.min(30) {
        value *= 10.0;
    }
    value
}

/// The whole part.
pub(super) fn whole(value: f64) -> i64 {
    value as i64
}

/// The other way round.
pub(super) fn negative(value: f64) -> f64 {
    -value
}

/// The product.
pub(super) fn product(a: f64, b: f64) -> f64 {
    a * b
}

/// The sum.
pub(super) fn sum(a: f64, b: f64) -> f64 {
    a + b
}

/// The share of a thousand.
pub(super) fn thousandth(value: f64) -> f64 {
    value / 1000.0
}

/// The share of a hundred.
pub(super) fn percent(value: f64) -> f64 {
    value / 100.0
}

impl Area {
    /// Nothing: no place is in it.
    pub(super) const NOWHERE: Self = Self {
        left: i32::MAX,
        top: i32::MAX,
        right: i32::MIN,
        bottom: i32::MIN,
    };

    /// The rectangle around places.
    pub(super) fn around(places: impl Iterator<Item = (i32, i32)>) -> Self {
        let mut area = Self::NOWHERE;
        for (x, y) in places {
            area.left = area.left.min(x);
            area.right = area.right.max(x);
            area.top = area.top.min(y);
            area.bottom = area.bottom.max(y);
        }
        area
    }

    /// What both cover; `None` if they do not even touch.
    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let both = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (both.left <= both.right && both.top <= both.bottom).then_some(both)
    }

    pub(super) fn width(self) -> i32 {
        self.right.saturating_sub(self.left)
    }

    pub(super) fn height(self) -> i32 {
        self.bottom.saturating_sub(self.top)
    }

    /// The middle.
    pub(super) fn center(self) -> (i32, i32) {
        (
            self.left.midpoint(self.right),
            self.top.midpoint(self.bottom),
        )
    }

    pub(super) fn holds(self, (x, y): (i32, i32)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// The area on a page of the width and height given, after the page is turned by so many quarters against the
    /// clock.
    pub(super) fn turned_back(self, quarters: u8, width: i32, height: i32) -> Self {
        match quarters {
            1 => Self {
                left: self.top,
                top: width.saturating_sub(self.right),
                right: self.bottom,
                bottom: width.saturating_sub(self.left),
            },
            2 => Self {
                left: width.saturating_sub(self.right),
                top: height.saturating_sub(self.bottom),
                right: width.saturating_sub(self.left),
                bottom: height.saturating_sub(self.top),
            },
            3 => Self {
                left: height.saturating_sub(self.bottom),
                top: self.left,
                right: height.saturating_sub(self.top),
                bottom: self.right,
            },
            _ => self,
        }
    }
}
