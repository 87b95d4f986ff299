//! Plain text: tables copied as tabs or pipes become grids, every other line is a paragraph.
//!
//! What a line means is not this reader's business: one cell per line, or a whole table glued into one
//! line, stay paragraphs here and are understood by recognition.

use super::{ReadError, ReadErrorKind};
use crate::document::{Document, GridBuilder};
use crate::limits;
use crate::strings;

/// Reads text.
///
/// # Errors
///
/// `Empty` when there is nothing but white space, `TooLarge` when lines or a table exceed the caps.
pub(crate) fn read(text: &str) -> Result<Document, ReadError> {
    let text = strings::replace(text, "\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    if text.trim().is_empty() {
        return Err(ReadError::new(ReadErrorKind::Empty));
    }
    let mut document = Document::default();
    let mut grid: Option<(Shape, GridBuilder)> = None;
    let mut rest = text.as_str();
    while !rest.is_empty() {
        if cfg!(feature = "whole") && document.blocks.len() >= limits::BLOCKS {
            return Err(ReadError::new(ReadErrorKind::TooLarge));
        }
        let line_end = strings::position(rest, "\n").unwrap_or(rest.len());
        let line = rest.get(..line_end).unwrap_or("");
        let shape = Shape::of(line).or_else(|| opens_quoted_cell(rest).then_some(Shape::Tabs));
        if grid.as_ref().map(|(shape, _)| *shape) != shape {
            close(&mut document, grid.take())?;
        }
        let consumed = match shape {
            None => {
                document.push_paragraph(line.trim_end(), None);
                line_end
            }
            Some(shape) => {
                let builder = &mut grid.get_or_insert_with(|| (shape, GridBuilder::new())).1;
                match shape {
                    Shape::Tabs => tab_row(rest, builder),
                    Shape::Pipes => {
                        pipe_row(line, builder);
                        line_end
                    }
                }
            }
        };
        rest = rest.get(consumed.saturating_add(1)..).unwrap_or("");
    }
    close(&mut document, grid.take())?;
    if document.blocks.is_empty() {
        Err(ReadError::new(ReadErrorKind::Empty))
    } else {
        Ok(document)
    }
}

fn close(document: &mut Document, grid: Option<(Shape, GridBuilder)>) -> Result<(), ReadError> {
    if let Some((_, builder)) = grid {
        if builder.is_full() {
            return Err(ReadError::new(ReadErrorKind::TooLarge));
        }
        document.push_grid(builder.finish());
    }
    Ok(())
}

/// How the cells of a line are divided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Tabs,
    Pipes,
}

impl Shape {
    fn of(line: &str) -> Option<Self> {
        if strings::holds(line, "\t") {
            return Some(Self::Tabs);
        }
        let pipes = line.chars().filter(|c| is_pipe(*c)).count();
        let framed = line.trim().starts_with(is_pipe);
        (pipes >= 3 || (framed && pipes >= 2) || (pipes >= 1 && is_rule(line)))
            .then_some(Self::Pipes)
    }
}

fn is_pipe(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '║')
}

/// A line that only rules off: `|---|:--:|`, or pipes alone.
fn is_rule(line: &str) -> bool {
    line.chars()
        .all(|c| is_pipe(c) || matches!(c, '-' | ':' | '=' | '+' | ' ' | '─' | '━' | '┼'))
        && line.contains(is_pipe)
}

/// Reads one tab-separated row; returns the bytes it takes without its line end. A cell in quotation marks
/// may hold line breaks, as spreadsheets write them to the clipboard.
fn tab_row(text: &str, builder: &mut GridBuilder) -> usize {
    builder.start_row();
    let mut at = 0usize;
    loop {
        let rest = text.get(at..).unwrap_or("");
        if let Some((cell, taken)) = quoted(rest) {
            builder.push(cell, 1, 1, None);
            at = at.saturating_add(taken);
        } else {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            builder.push(rest.get(..end).unwrap_or(""), 1, 1, None);
            at = at.saturating_add(end);
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some('\t') => at = at.saturating_add(1),
            _ => return at,
        }
    }
}

/// True if a row begins here whose first cell is quoted and breaks over lines.
fn opens_quoted_cell(rest: &str) -> bool {
    quoted(rest)
        .is_some_and(|(_, taken)| rest.get(taken..).is_some_and(|rest| rest.starts_with('\t')))
}

/// Lines that a quoted cell may span. A stray quotation mark must not swallow the table.
const QUOTED_LINES: usize = 8;

fn quoted(rest: &str) -> Option<(String, usize)> {
    let mut cell = String::new();
    let mut chars = rest.char_indices().peekable();
    if chars.next()?.1 != '"' {
        return None;
    }
    let mut lines = 0usize;
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if chars.peek().is_some_and(|(_, next)| *next == '"') => {
                chars.next();
                cell.push('"');
            }
            '"' => {
                let ends = chars
                    .peek()
                    .is_none_or(|(_, next)| matches!(next, '\t' | '\n'));
                return ends.then_some((cell, at.saturating_add(1)));
            }
            '\t' => return None,
            '\n' => {
                lines = lines.saturating_add(1);
                if lines > QUOTED_LINES {
                    return None;
                }
                cell.push('\n');
            }
            c => cell.push(c),
        }
    }
    None
}

fn pipe_row(line: &str, builder: &mut GridBuilder) {
    if is_rule(line) {
        return;
    }
    builder.start_row();
    let line = line.trim();
    let line = line.strip_prefix(is_pipe).unwrap_or(line);
    let line = line.strip_suffix(is_pipe).unwrap_or(line);
    for cell in line.split(is_pipe) {
        builder.push(cell.trim(), 1, 1, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;

    fn rows(text: &str) -> Vec<Vec<Vec<String>>> {
        let document = read(text).unwrap();
        let grids = document.blocks.iter().filter_map(|block| match block {
            Block::Grid(grid) => Some(grid),
            Block::Paragraph(_) => None,
        });
        grids
            .map(|grid| {
                (0..grid.rows())
                    .map(|row| grid.row(row).iter().map(|cell| cell.text.clone()).collect())
                    .collect()
            })
            .collect()
    }

    #[test]
    fn tabs_keep_empty_cells_and_ragged_rows() {
        assert_eq!(
            rows("题目\n\na\t\t1\t\nb\t2\n\n尾"),
            [[vec!["a", "", "1", ""], vec!["b", "2"]]].map(|grid| grid
                .map(|row| row
                    .iter()
                    .map(|cell| (*cell).to_owned())
                    .collect::<Vec<_>>())
                .to_vec())
        );
    }

    #[test]
    fn a_quoted_cell_may_break_lines_but_a_stray_mark_may_not_swallow_rows() {
        assert_eq!(
            rows("\"商业\n企业\"\t1\nb\t2").concat(),
            [["商业\n企业", "1"], ["b", "2"]]
        );
        assert_eq!(
            rows("\"三安全一稳定\t1\nb\t2").concat(),
            [["\"三安全一稳定", "1"], ["b", "2"]]
        );
    }

    #[test]
    fn pipes_with_and_without_frame_and_rules() {
        assert_eq!(
            rows("| 规章 | 0 | 0 |\n|---|---|---|\n| 文件 | 1 | 2 |").concat(),
            [["规章", "0", "0"], ["文件", "1", "2"]]
        );
        assert_eq!(rows("规章｜0｜0｜0").concat(), [["规章", "0", "0", "0"]]);
    }

    #[test]
    fn nothing_but_white_space_is_empty() {
        assert_eq!(
            read(" \n\t\n\u{3000}").map_err(|error| error.kind()),
            Err(ReadErrorKind::Empty)
        );
    }
}
