//! Runs to lines of text.

use crate::sorted::sort_by;

use super::run::{Area, Run, is_digit};

/// A line of text: its runs from left to right (from top to bottom in a line that runs downwards).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    pub(super) area: Area,
}

impl Line {
    /// The text. A gap between runs is a blank, unless it stands between characters that need none.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Run> = None;
        for run in &self.runs {
            if before.is_some_and(|before| has_blank(before, run)) {
                text.push(' ');
            }
            text.push_str(&run.text());
            before = Some(run);
        }
        text
    }

    /// How wide the first sign is.
    pub(super) fn first_width(&self) -> i32 {
        let first = self.runs.first().and_then(|run| run.pieces.first());
        first.map_or(0, |piece| piece.right.saturating_sub(piece.left))
    }
}

/// Whether the gap between two runs of a line is a blank: half a sign wide, a fifth between letters or digits.
fn has_blank(before: &Run, next: &Run) -> bool {
    let (Some(last), Some(first)) = (before.pieces.last(), next.pieces.first()) else {
        return false;
    };
    let size = last.height().max(first.height());
    let gap = if last.vertical {
        first.top.saturating_sub(last.bottom)
    } else {
        first.left.saturating_sub(last.right)
    };
    let is_latin = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let part = if is_latin(&last.text) && is_latin(&first.text) {
        5
    } else {
        2
    };
    gap.saturating_mul(part) > size
}

/// The lines of runs, from top to bottom; those that run downwards come last, from right to left.
pub(super) fn lines(runs: Vec<Run>) -> Vec<Line> {
    let (down, across): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(Run::is_vertical);
    let mut lines = group(across, |area| (area.center().1, area.height()));
    for line in &mut lines {
        sort_by(&mut line.runs, |a, b| a.area().left.cmp(&b.area().left));
    }
    let mut downwards = group(down, |area| {
        (area.center().0.saturating_neg(), area.width())
    });
    for line in &mut downwards {
        sort_by(&mut line.runs, |a, b| a.area().top.cmp(&b.area().top));
    }
    lines.append(&mut downwards);
    lines
}

/// Groups runs whose middles stand on one level: the level and the size of each are told by a function.
fn group(runs: Vec<Run>, level: impl Fn(&Area) -> (i32, i32)) -> Vec<Line> {
    let mut placed: Vec<(i32, i32, Area, Run)> = runs
        .into_iter()
        .map(|run| {
            let area = run.area();
            let (at, size) = level(&area);
            (at, size, area, run)
        })
        .collect();
    sort_by(&mut placed, |a, b| (a.0, a.2.left).cmp(&(b.0, b.2.left)));
    let mut lines: Vec<Line> = Vec::new();
    let mut open = (0, 0);
    for (at, size, area, run) in placed {
        let near = at.saturating_sub(open.0).saturating_mul(2) < size.min(open.1);
        match lines.last_mut() {
            Some(line) if near => {
                line.area = Area {
                    left: line.area.left.min(area.left),
                    top: line.area.top.min(area.top),
                    right: line.area.right.max(area.right),
                    bottom: line.area.bottom.max(area.bottom),
                };
                line.runs.push(run);
            }
            _ => {
                open = (at, size);
                lines.push(Line {
                    area,
                    runs: vec![run],
                });
            }
        }
    }
    lines
}

/// The space that cells usually leave beside their text, both sides together.
const PADDING: i32 = 1_200;

/// The text of a cell as wide as given. A line that had no room for what begins the next one was wrapped: both are one text.
/// Other lines are kept apart.
pub(super) fn cell_text(runs: Vec<Run>, width: i32) -> CellText {
    let mut text = String::new();
    let mut before: Option<Line> = None;
    let lines = lines(runs);
    // A figure in several lines was too wide for its cell. It may as well be two figures.
    let is_figure = |line: &Line| line.runs.iter().flat_map(|run| &run.pieces).all(is_digit);
    let is_doubtful = lines.len() > 1 && lines.iter().all(is_figure);
    for line in lines {
        if let Some(before) = before {
            let room = width.saturating_sub(before.area.width());
            let is_wrapped = room < line.first_width().saturating_add(PADDING);
            if !is_wrapped {
                text.push('\n');
            } else if needs_blank(&before, &line) {
                text.push(' ');
            }
        }
        text.push_str(&line.text());
        before = Some(line);
    }
    CellText { text, is_doubtful }
}

/// What stands in a cell.
pub(super) struct CellText {
    pub(super) text: String,
    /// The text may not be what the page shows.
    pub(super) is_doubtful: bool,
}

/// Words of letters are wrapped where a blank stands; numbers and characters are not.
fn needs_blank(before: &Line, next: &Line) -> bool {
    let last = before.runs.last().and_then(|run| run.pieces.last());
    let first = next.runs.first().and_then(|run| run.pieces.first());
    let (Some(last), Some(first)) = (last, first) else {
        return false;
    };
    let is_latin = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_latin(&last.text) && is_latin(&first.text) && !(is_digit(last) || is_digit(first))
}
