//! A report as recognised: typed cells under their public ids, with raw text, value, state and origin.

use crate::sorted::{SortedMap, SortedSet};

use crate::edition::{EDITIONS, Edition, TableForm};
use crate::form::{CellId, Line, Table};
use crate::number::{self, Kind, Oddity, State, Unit, Value};
use crate::prose::Prose;

/// A report: what was found of the form in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The reporting body, from the title.
    pub unit: Option<String>,
    /// The year reported on.
    pub year: Option<i32>,
    /// The title as written.
    pub title: Option<String>,
    /// The three tables, in the order of the form.
    pub tables: [TableReading; 3],
    /// The value cells found, in the order of the form.
    pub cells: SortedMap<CellId, Cell>,
    /// Cells whose text may not be what the page shows: a figure put together of parts, or read only in part. Empty for
    /// formats that say themselves what stands in which cell.
    pub doubtful: SortedSet<CellId>,
    /// The tables were put together of signs and lines on pages, so that what is missing may be a matter of reading.
    pub drawn: bool,
    /// The words: headings and paragraphs, without the tables.
    pub prose: Prose,
    /// True if the edition was fixed by the user instead of being told by the labels.
    pub edition_forced: bool,
}

/// How one table was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableReading {
    /// Which table.
    pub table: Table,
    /// The edition whose labels it carries; `None` when it was not found.
    pub edition: Option<&'static Edition>,
    /// Whether the heading of its section stands in the document.
    pub heading_seen: bool,
    /// Lines of the edition that were not found.
    pub missing: SortedSet<Line>,
    /// Lines whose figures stand glued together and could not be told apart.
    pub unreadable: SortedSet<Line>,
    /// Relations that were used to cut glued figures apart, each by its cells, left before right.
    pub used: SortedSet<Vec<CellId>>,
    /// Further copies of the table in the document.
    pub copies: u32,
}

/// One value cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text as written.
    pub raw: String,
    /// The figure, if there is one.
    pub value: Option<Value>,
    /// The state.
    pub state: State,
    /// The unit of money written in the cell.
    pub unit: Option<Unit>,
    /// What is odd about the writing.
    pub oddity: Option<Oddity>,
    /// Where it stands; `None` for a cell that the user filled in.
    pub origin: Option<Origin>,
}

/// A place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Number of the block, from 0.
    pub block: u32,
    /// Row and column of the grid, from 0; `None` in running text.
    pub slot: Option<(u32, u32)>,
    /// The page, from 1, where the format knows pages.
    pub page: Option<u32>,
}

impl TableReading {
    /// A table that was not found.
    pub fn absent(table: Table) -> Self {
        Self {
            table,
            edition: None,
            heading_seen: false,
            missing: SortedSet::new(),
            unreadable: SortedSet::new(),
            used: SortedSet::new(),
            copies: 0,
        }
    }

    /// Whether the table was found.
    pub fn found(&self) -> bool {
        self.edition.is_some()
    }

    /// The form of the table in its edition.
    pub fn form(&self) -> Option<&'static TableForm> {
        self.edition.and_then(|edition| edition.table(self.table))
    }
}

impl Cell {
    /// The cell that a text makes in a column of the kind given.
    pub fn read(raw: impl Into<String>, kind: Kind, origin: Option<Origin>) -> Self {
        let raw = raw.into();
        let reading = number::read(&raw, kind);
        Self {
            value: reading.value,
            state: reading.state,
            unit: reading.unit,
            oddity: reading.oddity,
            raw,
            origin,
        }
    }

    /// A figure cut out of glued digits.
    pub fn reconstructed(raw: impl Into<String>, value: i64, origin: Option<Origin>) -> Self {
        Self {
            raw: raw.into(),
            value: Some(Value::Count(value)),
            state: State::Reconstructed,
            unit: None,
            oddity: None,
            origin,
        }
    }

    /// True if nothing or a dash stands in it.
    pub fn has_no_figure(&self) -> bool {
        matches!(self.state, State::Blank | State::Dash)
    }
}

impl Report {
    /// A report in which nothing was found yet.
    pub fn empty() -> Self {
        Self {
            unit: None,
            year: None,
            title: None,
            tables: Table::ALL.map(TableReading::absent),
            cells: SortedMap::new(),
            doubtful: SortedSet::new(),
            drawn: false,
            prose: Prose::default(),
            edition_forced: false,
        }
    }

    /// The pages to look at before anything is said of cells: those of doubtful ones among them, in order.
    pub fn pages_in_doubt(&self, cells: impl Iterator<Item = CellId>) -> SortedSet<u32> {
        let mut pages = SortedSet::new();
        for id in cells.filter(|id| self.doubtful.contains(id)) {
            let origin = self.cells.get(&id).and_then(|cell| cell.origin);
            if let Some(page) = origin.and_then(|origin| origin.page) {
                pages.insert(page);
            }
        }
        pages
    }

    /// Whether a figure was cut out of digits that stood glued together, and may be cut wrong.
    pub fn is_reconstructed(&self, id: CellId) -> bool {
        let cell = self.cells.get(&id);
        cell.is_some_and(|cell| cell.state == State::Reconstructed)
    }

    /// How a table was found.
    pub fn table(&self, table: Table) -> &TableReading {
        let [disclosure, requests, disputes] = &self.tables;
        match table {
            Table::Disclosure => disclosure,
            Table::Requests => requests,
            Table::Disputes => disputes,
        }
    }

    /// How a table was found, to be changed.
    pub fn table_mut(&mut self, table: Table) -> &mut TableReading {
        let [disclosure, requests, disputes] = &mut self.tables;
        match table {
            Table::Disclosure => disclosure,
            Table::Requests => requests,
            Table::Disputes => disputes,
        }
    }

    /// The form of a table: of its own edition if it was found, else of the edition that the other tables
    /// carry or the year asks for, else the form in force. Used to say what is missing.
    pub fn form(&self, table: Table) -> Option<&'static TableForm> {
        self.table(table)
            .edition
            .or_else(|| self.tables.iter().find_map(|reading| reading.edition))
            .or_else(|| self.year.and_then(Edition::for_year))
            .or_else(|| EDITIONS.last().copied())
            .and_then(|edition| edition.table(table))
    }

    /// Moves every place by so many blocks, where the report stands behind others in a document.
    pub fn move_by(&mut self, blocks: usize) {
        let blocks = u32::try_from(blocks).unwrap_or(u32::MAX);
        self.cells.retain(|_, cell| {
            if let Some(origin) = &mut cell.origin {
                origin.block = origin.block.saturating_add(blocks);
            }
            true
        });
        for passage in &mut self.prose.passages {
            passage.block = passage.block.saturating_add(blocks);
        }
    }

    /// Overwrites a cell as the user asks, in a copy of what was read. Cells that the form does not have
    /// are left alone; returns whether the cell was changed.
    pub fn overwrite(&mut self, id: CellId, raw: &str) -> bool {
        let Some(form) = self.form(id.table) else {
            return false;
        };
        let Some(column) = form.column(id.line, id.column) else {
            return false;
        };
        let origin = self.cells.get(&id).and_then(|cell| cell.origin);
        self.cells.insert(id, Cell::read(raw, column.kind, origin));
        self.doubtful.retain(|cell| *cell != id);
        let complete = form
            .cells()
            .filter(|(other, _)| other.line == id.line)
            .all(|(other, _)| {
                self.cells
                    .get(&other)
                    .is_some_and(|cell| cell.state != State::Text)
            });
        let reading = self.table_mut(id.table);
        // A relation that helped to cut the figures can be checked again once the user vouches for one of them.
        reading.used.retain(|sides| !sides.contains(&id));
        if complete {
            reading.missing.remove(&id.line);
            reading.unreadable.remove(&id.line);
        }
        true
    }
}
