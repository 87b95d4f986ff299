//! A sheet has no tables, only cells: where a table begins and ends, and which rows are lines of text around it.
//!
//! Blank rows end a table. A row that is nothing but one filled cell is a line of text, unless it reaches from the first
//! column of a table to its last and lies inside it, or has a border: then it is a heading of the table's own.

use crate::document::GridBuilder;
use crate::limits;
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::Flow;
use crate::sorted::{SortedMap, SortedSet};

use super::arrange::Placed;

/// A row: the cells that begin in it.
struct Row {
    cells: Vec<Placed>,
    /// A filled cell from above reaches into the row.
    is_entered: bool,
}

impl Row {
    /// A row without cells of its own.
    fn entered() -> Self {
        Self {
            cells: Vec::new(),
            is_entered: true,
        }
    }

    fn filled(&self) -> impl Iterator<Item = &Placed> {
        self.cells.iter().filter(|cell| !cell.text.is_empty())
    }

    /// The cell, if the row is nothing but one.
    fn only(&self) -> Option<&Placed> {
        match self.cells.as_slice() {
            [cell] if !self.is_entered && cell.rows == 1 => Some(cell),
            _ => None,
        }
    }
}

/// Cuts a sheet into paragraphs and tables.
///
/// # Errors
/// `TooLarge` where a cap on cells, rows, text or work is reached.
pub(super) fn cut(placed: Vec<Placed>) -> Result<Flow, ReadErrorKind> {
    let mut flow = Flow::default();
    for block in blocks(placed)? {
        cut_block(block, &mut flow)?;
    }
    Ok(flow)
}

/// Rows between blank rows.
fn blocks(placed: Vec<Placed>) -> Result<Vec<Vec<Row>>, ReadErrorKind> {
    let mut blocks: Vec<Vec<Row>> = Vec::new();
    // The row below the last one, and the row below the lowest filled cell so far.
    let (mut next, mut reached) = (0_u32, 0_u32);
    let mut cells = placed.into_iter().peekable();
    while let Some(row) = cells.peek().map(|cell| cell.row) {
        let mut new = Row {
            cells: Vec::new(),
            is_entered: reached > row,
        };
        while let Some(cell) = cells.next_if(|cell| cell.row == row) {
            new.cells.push(cell);
        }
        if new.filled().next().is_none() && !new.is_entered {
            continue;
        }
        let is_near = row <= next.max(reached);
        // Rows without any cell of their own that a filled one reaches over.
        let between = next..row.min(reached);
        next = row.saturating_add(1);
        for cell in new.filled() {
            reached = reached.max(cell.below());
        }
        match blocks.last_mut() {
            Some(block) if is_near => {
                for _ in between {
                    block.push(Row::entered());
                    if block.len() > limits::GRID_EXTENT as usize {
                        return Err(ReadErrorKind::TooLarge);
                    }
                }
                block.push(new);
            }
            _ => blocks.push(vec![new]),
        }
    }
    Ok(blocks)
}

/// The first column of a stretch of rows, and the one behind its last.
type Extent = Option<(u32, u32)>;

fn widened(extent: Extent, row: &Row) -> Extent {
    row.cells.iter().fold(extent, |extent, cell| {
        let (start, end) = extent.unwrap_or((cell.column, cell.end()));
        Some((start.min(cell.column), end.max(cell.end())))
    })
}

fn cut_block(rows: Vec<Row>, flow: &mut Flow) -> Result<(), ReadErrorKind> {
    let mut table: Vec<Row> = Vec::new();
    let mut extent: Extent = None;
    let mut rows = rows.into_iter();
    while let Some(row) = rows.next() {
        let is_text = row.only().is_some_and(|cell| {
            let own = Some((cell.column, cell.end()));
            let below = rows
                .as_slice()
                .iter()
                .take_while(|row| row.only().is_none())
                .fold(None, widened);
            let (above, below) = (extent == own, below == own);
            !(above && below || cell.bordered && (above || below))
        });
        if !is_text {
            extent = widened(extent, &row);
            table.push(row);
            continue;
        }
        push_table(std::mem::take(&mut table), extent.take(), flow)?;
        for cell in row.filled() {
            for line in cell.text.split('\n') {
                flow.push_line(line.to_owned(), false)?;
            }
        }
    }
    push_table(table, extent, flow)
}

/// Makes a table of rows. Between the columns that are used no slot stays without a cell: on a sheet a blank cell is
/// one that holds nothing.
fn push_table(rows: Vec<Row>, extent: Extent, flow: &mut Flow) -> Result<(), ReadErrorKind> {
    let Some((start, _)) = extent else {
        return Ok(());
    };
    let used: SortedSet<u32> = rows
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| cell.column)
        .collect();
    let mut grid = GridBuilder::new();
    // For each used column: the first row that is free again.
    let mut free: SortedMap<u32, usize> = SortedMap::new();
    let mut steps = 0_usize;
    for (number, row) in rows.into_iter().enumerate() {
        grid.start_row();
        let mut cells = row.cells.into_iter().peekable();
        let mut end = 0;
        for column in &used {
            steps = steps.saturating_add(1);
            let own = cells.next_if(|cell| cell.column == *column);
            let is_taken = *column < end || free.get(column).is_some_and(|free| *free > number);
            if own.is_none() && is_taken {
                continue;
            }
            let (text, rows, columns) = own.map_or((String::new(), 1, 1), |cell| {
                (cell.text, cell.rows, cell.columns)
            });
            let place = column.saturating_sub(start);
            grid.skip(place.saturating_sub(grid.column()));
            grid.push(text, rows, columns, None);
            end = column.saturating_add(columns);
            if rows > 1 {
                let until = number.saturating_add(usize::try_from(rows).unwrap_or(usize::MAX));
                for column in used.iter().filter(|other| (*column..end).contains(*other)) {
                    free.insert(*column, until);
                    steps = steps.saturating_add(1);
                }
            }
        }
        if grid.is_full() || steps > limits::GRID_STEPS {
            return Err(ReadErrorKind::TooLarge);
        }
    }
    flow.push_grid(grid.finish());
    Ok(())
}
