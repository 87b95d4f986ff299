//! Lines of text to paragraphs, over page breaks; what stands on every page is left out.

use crate::strings;

use super::Block;
use super::line::Line;
use super::sheet::{Item, Sheet};

/// Headers and footers stand in the outer parts of a page: this many parts of its height.
const OUTER: i32 = 8;
/// As many lines of a header or a footer are looked at.
const OUTER_LINES: usize = 3;
/// A header stands on every page at the same height, as exact as this.
const SAME_HEIGHT: i32 = 200;
/// Signs of a page number beside its digits.
const AROUND_NUMBER: &str = "-—–－·•/~～第共页页码Pageof ";

/// Takes away page numbers, and headers and footers: lines in the outer part of a page that stand again on another page in
/// the same place, but for digits.
pub(super) fn drop_furniture(sheets: &mut [Sheet]) {
    let outer: Vec<Vec<(usize, i32, String)>> = sheets.iter().map(outer_lines).collect();
    let mut before: Option<&Vec<(usize, i32, String)>> = None;
    let mut drops: Vec<Vec<usize>> = Vec::new();
    for (number, lines) in outer.iter().enumerate() {
        let next = outer.get(number.saturating_add(1));
        let drop = lines.iter().filter(|(_, top, text)| {
            let again = |other: &(usize, i32, String)| {
                other.1.abs_diff(*top) <= SAME_HEIGHT.unsigned_abs() && other.2 == *text
            };
            is_page_number(text)
                || before
                    .into_iter()
                    .chain(next)
                    .any(|page| page.iter().any(again))
        });
        drops.push(drop.map(|(index, ..)| *index).collect());
        before = Some(lines);
    }
    for (sheet, drop) in sheets.iter_mut().zip(drops) {
        let mut index = 0_usize;
        sheet.items.retain(|_| {
            let keep = !drop.contains(&index);
            index = index.saturating_add(1);
            keep
        });
    }
}

/// The first and the last lines of a page, if they stand in its outer parts: place among the items, height, and the text
/// with `#` for its digits.
fn outer_lines(sheet: &Sheet) -> Vec<(usize, i32, String)> {
    let edge = sheet.height.saturating_div(OUTER);
    let lines = |from_top: bool| {
        let mut items: Vec<(usize, &Item)> = sheet.items.iter().enumerate().collect();
        if !from_top {
            items.reverse();
        }
        let lines = items
            .into_iter()
            .map_while(move |(index, item)| match item {
                Item::Line(line) if from_top => (line.area.top < edge).then_some((index, line)),
                Item::Line(line) => {
                    (line.area.bottom > sheet.height.saturating_sub(edge)).then_some((index, line))
                }
                Item::Table(_) => None,
            });
        let lines = lines.take(OUTER_LINES);
        lines
            .map(|(index, line)| (index, line.area.top, without_digits(&line.text())))
            .collect::<Vec<_>>()
    };
    let mut outer = lines(true);
    for line in lines(false) {
        if !outer.contains(&line) {
            outer.push(line);
        }
    }
    outer
}

fn without_digits(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            c if c.is_numeric() && out.ends_with('#') => {}
            c if c.is_numeric() => out.push('#'),
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// A text with `#` for digits that is nothing but the number of a page.
fn is_page_number(text: &str) -> bool {
    let mut sign = [0; 4];
    strings::holds(text, "#")
        && text
            .chars()
            .all(|c| c == '#' || strings::holds(AROUND_NUMBER, c.encode_utf8(&mut sign)))
}

/// The paragraph that is being put together.
#[derive(Debug, Default)]
pub(super) struct Prose {
    open: Option<Open>,
    /// The page, and where its lines begin and end.
    page: u32,
    left: i32,
    right: i32,
}

#[derive(Debug)]
struct Open {
    text: String,
    page: u32,
    /// The last line: how high it is, and whether it reaches the right margin.
    height: i32,
    is_full: bool,
}

impl Prose {
    /// Begins a page. A paragraph may go on from the one before.
    pub(super) fn begin_page(&mut self, sheet: &Sheet) {
        self.page = sheet.number;
        let lines = || {
            sheet.items.iter().filter_map(|item| match item {
                Item::Line(line) => Some(line),
                Item::Table(_) => None,
            })
        };
        self.left = lines().map(|line| line.area.left).min().unwrap_or(0);
        self.right = lines().map(|line| line.area.right).max().unwrap_or(0);
    }

    /// Adds a line to the paragraph if it goes on with it, else begins a new one.
    pub(super) fn push(&mut self, line: &Line, blocks: &mut Vec<Block>) {
        let height = line.area.height();
        let is_indented = line.area.left.saturating_sub(self.left)
            > height.saturating_add(height.saturating_div(4));
        let room = self.right.saturating_sub(line.area.right);
        let is_full =
            room < height.saturating_mul(2) && line.area.width() > height.saturating_mul(10);
        let text = line.text();
        match &mut self.open {
            Some(open)
                if open.is_full
                    && !is_indented
                    && open.height.abs_diff(height).saturating_mul(8) < height.unsigned_abs()
                    && !open.text.ends_with(['。', '！', '？']) =>
            {
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if latin(open.text.chars().next_back()) && latin(text.chars().next()) {
                    open.text.push(' ');
                }
                open.text.push_str(&text);
                open.is_full = is_full;
            }
            _ => {
                self.end(blocks);
                self.open = Some(Open {
                    text,
                    page: self.page,
                    height,
                    is_full,
                });
            }
        }
    }

    /// Ends the paragraph.
    pub(super) fn end(&mut self, blocks: &mut Vec<Block>) {
        blocks.extend(
            self.open
                .take()
                .map(|open| Block::Text(open.text, open.page)),
        );
    }
}
