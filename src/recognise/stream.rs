//! Tables that lost their grid: one cell per line, blanks between figures, or everything glued together.
//! The labels are searched in the running text; what stands behind a label is its figures.

use super::align::align;
use super::assemble::{LineFigures, Located};
use super::label::{is_punctuation, squash};
use crate::document::{Block, Document};
use crate::edition::{Edition, TableForm};
use crate::form::{Line, Table};
use crate::limits;
use crate::number;
use crate::report::Origin;
use crate::sorted::sort_by;

/// The text of a document in one run, with the way back to the blocks.
pub(super) struct Stream {
    /// The text as read: width folded, white space kept.
    chars: Vec<char>,
    /// The block and page of each character.
    places: Vec<(u32, Option<u32>)>,
    /// The characters that labels are made of, and where they stand in `chars`.
    dense: Vec<char>,
    positions: Vec<usize>,
}

impl Stream {
    /// The stream of a document: paragraphs and grid cells, each on a line of its own.
    pub(super) fn new(document: &Document) -> Self {
        let mut stream = Self {
            chars: Vec::new(),
            places: Vec::new(),
            dense: Vec::new(),
            positions: Vec::new(),
        };
        for (index, block) in document.blocks.iter().enumerate() {
            let block_number = u32::try_from(index).unwrap_or(u32::MAX);
            match block {
                Block::Paragraph(paragraph) => {
                    stream.add(&paragraph.text, block_number, paragraph.page)
                }
                Block::Grid(grid) => {
                    for cell in grid.cells() {
                        stream.add(&cell.text, block_number, cell.page);
                    }
                }
            }
        }
        for (at, c) in stream.chars.iter().enumerate() {
            let after_digit = stream.dense.last().is_some_and(char::is_ascii_digit);
            let kept = match c {
                ' ' => None,
                // `2、其他`: the number of a label. Elsewhere the sign says nothing.
                '、' if after_digit => Some('.'),
                '.' | '/' | '-' => Some(*c),
                c if is_punctuation(*c) => None,
                c => Some(*c),
            };
            if let Some(kept) = kept {
                stream.dense.push(kept);
                stream.positions.push(at);
            }
        }
        stream
    }

    fn add(&mut self, text: &str, block: u32, page: Option<u32>) {
        let room = limits::STREAM_CHARS.saturating_sub(self.chars.len());
        if room == 0 {
            return;
        }
        let cut = text
            .char_indices()
            .nth(room)
            .map_or(text.len(), |(at, _)| at);
        for c in number::normalise(text.get(..cut).unwrap_or_default())
            .chars()
            .chain([' '])
        {
            self.chars.push(c);
            self.places.push((block, page));
        }
    }

    fn origin(&self, at: usize) -> Origin {
        let (block, page) = self.places.get(at).copied().unwrap_or((0, None));
        Origin {
            block,
            slot: None,
            page,
        }
    }

    /// True if `needle` stands in the dense text at a position.
    fn stands_at(&self, at: usize, needle: &[char]) -> bool {
        self.dense.get(at..at.saturating_add(needle.len())) == Some(needle)
    }

    fn find(&self, needle: &[char], from: usize) -> Option<usize> {
        (from..self.dense.len()).find(|at| self.stands_at(*at, needle))
    }

    /// The text between a dense position and another, as far as it can be figures.
    fn figures(&self, from: usize, to: usize) -> (String, usize) {
        let begin = from
            .checked_sub(1)
            .and_then(|last| self.positions.get(last))
            .map_or(0, |at| at.saturating_add(1));
        let end = self.positions.get(to).copied().unwrap_or(self.chars.len());
        let text: String = self
            .chars
            .get(begin..end)
            .unwrap_or_default()
            .iter()
            // What closes the label itself: a quotation mark, a bracket.
            .skip_while(|c| is_punctuation(**c) && !matches!(c, '/' | '-' | '.'))
            .take_while(|c| {
                c.is_ascii_digit()
                    || matches!(
                        c,
                        ' ' | '.' | ',' | '/' | '-' | '无' | '|' | ')' | '万' | '亿' | '元'
                    )
            })
            .map(|c| if matches!(c, '|' | ')') { ' ' } else { *c })
            .collect();
        (text, begin)
    }
}

/// A label found in the stream.
struct Token {
    /// First dense character, the label's own number included.
    start: usize,
    /// The dense position behind the label.
    end: usize,
    /// The line it names; `None` for group labels and column heads.
    line: Option<usize>,
    score: u32,
}

/// Finds a table in the stream.
pub(super) fn find(
    stream: &Stream,
    form: &'static TableForm,
    edition: &'static Edition,
) -> Option<Located> {
    let lines = match form.table {
        Table::Disputes => disputes(stream, form)?,
        Table::Disclosure | Table::Requests => down(stream, form)?,
    };
    Some(Located {
        edition,
        form,
        lines,
        copies: 0,
    })
}

fn dense(label: &str) -> Vec<char> {
    squash(label)
        .chars()
        .filter(|c| !is_punctuation(*c))
        .collect()
}

fn down(stream: &Stream, form: &TableForm) -> Option<Vec<(Line, LineFigures)>> {
    let region = region(stream, form)?;
    let tokens = tokens(stream, form, region);
    let named: Vec<&Token> = tokens.iter().filter(|token| token.line.is_some()).collect();
    let candidates: Vec<Vec<(usize, u32)>> = named
        .iter()
        .map(|token| {
            token
                .line
                .map(|line| (line, token.score))
                .into_iter()
                .collect()
        })
        .collect();
    let all: Vec<_> = form.lines().collect();
    let assigned = align(&candidates, all.len());
    let mut lines = Vec::new();
    for (token, line) in named.iter().zip(assigned) {
        let Some((block, line)) = line.and_then(|line| all.get(line)) else {
            continue;
        };
        let next = tokens
            .iter()
            .map(|other| other.start)
            .find(|start| *start >= token.end)
            .unwrap_or(region.1);
        let (text, at) = stream.figures(token.end, next);
        lines.push((
            line.line,
            tell_apart(&text, block.columns.len(), stream.origin(at)),
        ));
    }
    (lines.len() >= form.lines().count().div_ceil(3)).then_some(lines)
}

/// The stretch of the stream that can hold a table, in dense positions.
fn region(stream: &Stream, form: &TableForm) -> Option<(usize, usize)> {
    let after = dense("本年新收政府信息公开申请数量");
    match form.table {
        Table::Disclosure => {
            let first = form.blocks.first()?.columns;
            let start = first
                .iter()
                .filter_map(|column| stream.find(&dense(column.label), 0))
                .min()?;
            Some((
                start,
                stream.find(&after, start).unwrap_or(stream.dense.len()),
            ))
        }
        _ => Some((stream.find(&after, 0)?, stream.dense.len())),
    }
}

/// All labels of the table in a stretch, longest first at each place.
fn tokens(stream: &Stream, form: &TableForm, (start, end): (usize, usize)) -> Vec<Token> {
    let mut labels: Vec<(Vec<char>, Option<usize>, Option<char>)> = Vec::new();
    for (index, (block, line)) in form.lines().enumerate() {
        let number = line.number.chars().find(|c| c.is_ascii_digit());
        for label in std::iter::once(&line.label).chain(line.aliases) {
            labels.push((dense(label), Some(index), number));
        }
        for other in line
            .groups
            .iter()
            .copied()
            .chain([block.heading])
            .chain(block.columns.iter().map(|c| c.label))
        {
            let other = dense(other);
            // 总计 and 其他 are columns as well as lines: the line is told by what follows it.
            if !other.is_empty() && !labels.iter().any(|(known, ..)| *known == other) {
                labels.push((other, None, None));
            }
        }
    }
    sort_by(&mut labels, |(a, a_line, _), (b, b_line, _)| {
        (b.len(), a_line.is_none()).cmp(&(a.len(), b_line.is_none()))
    });
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = start;
    while at < end {
        let found: Vec<_> = labels
            .iter()
            .filter(|(label, ..)| stream.stands_at(at, label))
            .collect();
        let Some(longest) = found.first().map(|(label, ..)| label.len()) else {
            at = at.saturating_add(1);
            continue;
        };
        let behind = at.saturating_add(longest);
        for (_, line, number) in found.iter().filter(|(label, ..)| label.len() == longest) {
            let numbered = number.is_some_and(|number| is_numbered(stream, at, number));
            let own = if numbered { at.saturating_sub(2) } else { at };
            let (text, _) = stream.figures(behind, end);
            let score = if text.chars().any(|c| c.is_ascii_digit()) {
                100
            } else {
                30
            };
            let score = if numbered { 108 } else { score };
            tokens.push(Token {
                start: own,
                end: behind,
                line: *line,
                score,
            });
        }
        at = behind;
    }
    tokens
}

/// True if the label at a dense position carries its own number: `2.`.
fn is_numbered(stream: &Stream, at: usize, number: char) -> bool {
    at.checked_sub(2)
        .is_some_and(|from| stream.stands_at(from, &[number, '.']))
}

/// The figures of one line out of the text behind its label.
fn tell_apart(text: &str, columns: usize, origin: Origin) -> LineFigures {
    let tokens: Vec<&str> = text
        .split_whitespace()
        .filter(|token| number::looks_like_value(token))
        .collect();
    if tokens.len() >= columns {
        let figures = tokens
            .iter()
            .take(columns)
            .map(|token| Some(((*token).to_owned(), origin)));
        return LineFigures::Cells(figures.collect());
    }
    if tokens.is_empty() {
        return LineFigures::Cells(vec![None; columns]);
    }
    // Comma-separated values; thousands separators never make the number of columns come out by chance in a
    // row whose figures are divided by blanks, since that row has been read above.
    let pieces: Vec<&str> = text
        .trim()
        .trim_end_matches(',')
        .split(',')
        .map(str::trim)
        .collect();
    if pieces.len() == columns && pieces.iter().all(|piece| number::looks_like_value(piece)) {
        let figures = pieces
            .iter()
            .map(|piece| Some(((*piece).to_owned(), origin)));
        return LineFigures::Cells(figures.collect());
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits >= columns && text.chars().all(|c| c.is_ascii_digit() || c == ' ') {
        return LineFigures::Glued(text.to_owned(), origin);
    }
    LineFigures::Unclear(text.trim().to_owned(), origin)
}

/// Section four in running text: the last header 总计 with fifteen figures behind it.
fn disputes(stream: &Stream, form: &TableForm) -> Option<Vec<(Line, LineFigures)>> {
    let block = form.blocks.first()?;
    let columns = block.columns.len();
    let wanted = columns.saturating_mul(block.lines.len());
    let head = dense("尚未审结总计");
    let mut from = stream.find(&dense("行政复议"), 0)?;
    while let Some(at) = stream.find(&head, from) {
        let behind = at.saturating_add(head.len());
        from = behind;
        let (text, at) = stream.figures(behind, stream.dense.len());
        let origin = stream.origin(at);
        let names = block.lines.iter().map(|line| line.line);
        match tell_apart(&text, wanted, origin) {
            LineFigures::Cells(cells) if cells.iter().any(Option::is_some) => {
                let groups = cells
                    .chunks(columns)
                    .map(|group| LineFigures::Cells(group.to_vec()));
                return Some(names.zip(groups).collect());
            }
            LineFigures::Glued(text, origin) => {
                return Some(
                    names
                        .map(|line| (line, LineFigures::Glued(text.clone(), origin)))
                        .collect(),
                );
            }
            _ => {}
        }
    }
    None
}
