//! A report as it stands on paper: signs and lines in places, for the formats that draw. Lengths in points, y downwards from the
//! top of the page.

use gouji::form::Table;

use super::{Figures, Slot};

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub texts: Vec<Line>,
    /// Cells as rectangles: left, top, right, bottom.
    pub boxes: Vec<[f64; 4]>,
}

/// A line of text: its left end on the base line.
#[derive(Clone, Debug)]
pub struct Line {
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub text: String,
    /// What shows of it: left, top, right, bottom; everything if none.
    pub clip: Option<[f64; 4]>,
}

/// How it is laid out.
#[derive(Clone, Debug)]
pub struct Paper {
    pub width: f64,
    pub height: f64,
    pub margin: f64,
    /// Empty space above the title: moves the page break from row to row.
    pub above: f64,
    pub size: f64,
    /// Rows are cut by a page break between two of their lines, as word processors do.
    pub cuts_rows: bool,
    /// `- 3 -` at the bottom of each page.
    pub numbers: bool,
    /// The header rows of the long table stand again on each page.
    pub repeats_header: bool,
    /// Labels that span more than ten rows stand one sign below the other.
    pub stacks_labels: bool,
    /// What does not fit into a cell is not wrapped but cut at the cell's edge.
    pub clips: bool,
    /// Widths of the label columns and of all others of the long table, as shares.
    pub labels: f64,
}

impl Default for Paper {
    fn default() -> Self {
        Self {
            width: 595.0,
            height: 842.0,
            margin: 40.0,
            above: 0.0,
            size: 8.0,
            cuts_rows: false,
            numbers: true,
            repeats_header: false,
            stacks_labels: false,
            clips: false,
            labels: 2.0,
        }
    }
}

impl Paper {
    fn room(&self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// Where the columns of a table begin and end.
    fn columns(&self, table: Table, count: usize) -> Vec<f64> {
        let shares: Vec<f64> = match table {
            Table::Requests => (0..count)
                .map(|column| match column {
                    0 => 0.6 * self.labels,
                    1 => self.labels,
                    2 => 2.0 * self.labels,
                    _ => 1.0,
                })
                .collect(),
            _ => vec![1.0; count],
        };
        let all: f64 = shares.iter().sum();
        let mut edges = vec![self.margin];
        for share in shares {
            edges.push(edges.last().unwrap() + share / all * self.room());
        }
        edges
    }

    /// Whether a figure of a table stands in one line within its cell.
    pub fn has_room(&self, figures: &Figures, table: Table, text: &str) -> bool {
        let count = column_count(&places(&figures.grid(table)));
        let edges = self.columns(table, count);
        let beside = if self.clips { 2.0 } else { 4.0 };
        text_width(text, self.size) <= edges[count] - edges[count - 1] - beside
    }
}

/// How wide a sign is, in sizes.
pub fn width(c: char) -> f64 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

/// The width of a text.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(width).sum::<f64>() * size
}

/// Breaks a text into lines that fit.
fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let line = lines.last_mut().unwrap();
        if !line.is_empty() && text_width(line, size) + width(c) * size > room {
            lines.push(String::new());
        }
        lines.last_mut().unwrap().push(c);
    }
    lines
}

/// Everything on one endless sheet, then cut into pages.
struct Strip<'a> {
    paper: &'a Paper,
    sheet: Sheet,
    y: f64,
    /// Where a page may end.
    ends: Vec<f64>,
    /// Where the header rows of a table lie, and where the table ends.
    headers: Vec<[f64; 3]>,
}

impl Figures {
    /// The report on paper.
    pub fn sheets(&self, paper: &Paper) -> Vec<Sheet> {
        let mut strip = Strip {
            paper,
            sheet: Sheet::default(),
            y: paper.above,
            ends: Vec::new(),
            headers: Vec::new(),
        };
        strip.paragraph(&self.title(), 15.0, true);
        for (heading, content) in self.sections() {
            strip.paragraph(heading, 12.0, false);
            match content.of(self) {
                Ok(table) => strip.table(&self.grid(table), table),
                Err(text) => strip.paragraph(&format!("\u{3000}\u{3000}{text}"), 10.0, false),
            }
        }
        strip.pages()
    }
}

impl Strip<'_> {
    fn paragraph(&mut self, text: &str, size: f64, centered: bool) {
        self.y += size;
        for text in wrap(text, size, self.paper.room()) {
            self.ends.push(self.y);
            self.y += size * 1.5;
            let space = if centered {
                (self.paper.room() - text_width(&text, size)) / 2.0
            } else {
                0.0
            };
            self.sheet.texts.push(Line {
                x: self.paper.margin + space,
                y: self.y - size * 0.4,
                size,
                text,
                clip: None,
            });
        }
    }

    fn table(&mut self, grid: &[Vec<Slot>], table: Table) {
        self.y += 6.0;
        let size = self.paper.size;
        let cells = places(grid);
        let xs = self.paper.columns(table, column_count(&cells));
        let lines = |column: usize, slot: &Slot| {
            let room = xs[column + slot.columns as usize] - xs[column] - 4.0;
            if self.paper.stacks_labels && slot.rows > 10 {
                slot.text.chars().map(String::from).collect()
            } else if self.paper.clips {
                vec![slot.text.clone()]
            } else {
                wrap(&slot.text, size, room)
            }
        };
        let mut ys = vec![self.y; grid.len() + 1];
        for row in 0..grid.len() {
            let needed = cells
                .iter()
                .filter(|(own, _, slot)| *own == row && slot.rows == 1)
                .map(|(_, column, slot)| lines(*column, slot).len() as f64 * size * 1.3 + 6.0)
                .fold(size * 1.3 + 6.0, f64::max);
            ys[row + 1] = ys[row] + needed;
        }
        if table == Table::Requests {
            self.headers.push([ys[0], ys[3], ys[grid.len()]]);
        }
        for (row, column, slot) in &cells {
            let area = [
                xs[*column],
                ys[*row],
                xs[column + slot.columns as usize],
                ys[row + slot.rows as usize],
            ];
            self.sheet.boxes.push(area);
            let lines = lines(*column, slot);
            let mut y = (area[1] + area[3] - lines.len() as f64 * size * 1.3) / 2.0;
            for text in lines {
                if self.paper.cuts_rows {
                    self.ends.push(y);
                }
                y += size * 1.3;
                let room = area[2] - area[0] - text_width(&text, size);
                self.sheet.texts.push(Line {
                    x: area[0]
                        + if self.paper.clips {
                            2.0
                        } else {
                            (room / 2.0).max(2.0)
                        },
                    y: y - size * 0.3,
                    size,
                    text,
                    clip: self.paper.clips.then_some(area),
                });
            }
        }
        self.ends.extend(&ys);
        self.y = *ys.last().unwrap() + 6.0;
    }

    /// Cuts the sheet where no line of text is cut.
    fn pages(mut self) -> Vec<Sheet> {
        let mut texts = std::mem::take(&mut self.sheet.texts);
        texts.sort_by(|a, b| a.y.total_cmp(&b.y));
        let whole = |end: f64| {
            texts
                .iter()
                .all(|line| end <= line.y - line.size || end >= line.y + line.size * 0.2)
        };
        let mut ends: Vec<f64> = self
            .ends
            .iter()
            .copied()
            .filter(|end| whole(*end))
            .collect();
        ends.sort_by(f64::total_cmp);
        let mut pages = Vec::new();
        let mut start = 0.0;
        while start < self.y {
            let header = self.headers.iter().find(|[_, bottom, end]| {
                self.paper.repeats_header && *bottom <= start && start < *end
            });
            let head = header.map_or(0.0, |[top, bottom, _]| bottom - top);
            let room = self.paper.height - 2.0 * self.paper.margin - head;
            let end = if self.y - start <= room {
                self.y
            } else {
                *ends
                    .iter()
                    .rev()
                    .find(|end| **end <= start + room && **end > start + 1.0)
                    .unwrap()
            };
            let mut page = Sheet::default();
            if let Some([top, bottom, _]) = header {
                self.copy(&texts, *top, *bottom, self.paper.margin, &mut page);
            }
            self.copy(&texts, start, end, self.paper.margin + head, &mut page);
            pages.push(page);
            start = end;
        }
        if self.paper.numbers {
            for (index, page) in pages.iter_mut().enumerate() {
                page.texts.push(Line {
                    x: self.paper.width / 2.0 - 10.0,
                    y: self.paper.height - self.paper.margin / 2.0,
                    size: 9.0,
                    text: format!("- {} -", index + 1),
                    clip: None,
                });
            }
        }
        pages
    }

    /// Copies what lies between two heights, moved to another one.
    fn copy(&self, texts: &[Line], top: f64, bottom: f64, to: f64, page: &mut Sheet) {
        let shift = to - top;
        for line in texts.iter().filter(|line| line.y > top && line.y <= bottom) {
            let mut line = line.clone();
            line.y += shift;
            if let Some(clip) = &mut line.clip {
                clip[1] += shift;
                clip[3] += shift;
            }
            page.texts.push(line);
        }
        for area in &self.sheet.boxes {
            let cut = [
                area[0],
                area[1].max(top) + shift,
                area[2],
                area[3].min(bottom) + shift,
            ];
            if cut[3] - cut[1] > 0.5 {
                page.boxes.push(cut);
            }
        }
    }
}

fn column_count(cells: &[(usize, usize, &Slot)]) -> usize {
    let ends = cells
        .iter()
        .map(|(_, column, slot)| column + slot.columns as usize);
    ends.max().unwrap()
}

/// The cells of a grid with the row and the column they begin in.
fn places(grid: &[Vec<Slot>]) -> Vec<(usize, usize, &Slot)> {
    let mut taken = std::collections::BTreeSet::new();
    let mut cells = Vec::new();
    for (row, slots) in grid.iter().enumerate() {
        let mut column = 0;
        for slot in slots {
            while taken.contains(&(row, column)) {
                column += 1;
            }
            for below in 0..slot.rows as usize {
                for right in 0..slot.columns as usize {
                    taken.insert((row + below, column + right));
                }
            }
            cells.push((row, column, slot));
            column += slot.columns as usize;
        }
    }
    cells
}
