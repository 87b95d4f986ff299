//! Editions of the form, as data: official labels, the variants seen in published reports, and the layout.
//!
//! An edition is chosen per table, since real reports mix them. A new edition is one file and one line in
//! [`EDITIONS`]. Official wording: the forms annexed to 国办公开办函〔2019〕60号 and 〔2021〕30号.

pub mod heading;
mod shared;
mod y2019;
mod y2021;

use crate::form::{CellId, Column, Line, Table};
use crate::number::Kind;
use crate::strings;

/// The editions, oldest first.
pub const EDITIONS: &[&Edition] = &[&y2019::EDITION, &y2021::EDITION];

/// One edition of the form.
#[derive(Debug, PartialEq, Eq)]
pub struct Edition {
    /// The permanent name: the year of the notice, `2021`.
    pub name: &'static str,
    /// The notice that set the form.
    pub notice: &'static str,
    /// The first year of report that it is for.
    pub first_year: i32,
    /// The last year of report that it is for; `None` while in force.
    pub last_year: Option<i32>,
    /// The three tables, in the order of the form.
    pub tables: [TableForm; 3],
}

/// One table of an edition.
#[derive(Debug, PartialEq, Eq)]
pub struct TableForm {
    /// Which table.
    pub table: Table,
    /// The heading of its section.
    pub heading: &'static str,
    /// What stands in the corner of the table, if anything.
    pub corner: &'static str,
    /// Whether lines run down or, as in section four, side by side.
    pub layout: Layout,
    /// The blocks, from top to bottom. Only section two has more than one.
    pub blocks: &'static [BlockForm],
}

/// How the lines of a table are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A line is a row.
    Down,
    /// The lines stand side by side in one row of figures.
    Across,
}

/// A block of lines that share their columns.
#[derive(Debug, PartialEq, Eq)]
pub struct BlockForm {
    /// The heading of the block; empty if it has none.
    pub heading: &'static str,
    /// The columns, from left to right.
    pub columns: &'static [ColumnForm],
    /// The lines, from top to bottom.
    pub lines: &'static [LineForm],
}

/// A column and its labels.
#[derive(Debug, PartialEq, Eq)]
pub struct ColumnForm {
    /// Which column.
    pub column: Column,
    /// What its cells must be.
    pub kind: Kind,
    /// The official label.
    pub label: &'static str,
    /// The labels that span it, outermost first.
    pub groups: &'static [&'static str],
    /// Variants seen, without blanks and punctuation (see `recognise::label`).
    pub aliases: &'static [&'static str],
}

/// A line and its labels.
#[derive(Debug, PartialEq, Eq)]
pub struct LineForm {
    /// Which line.
    pub line: Line,
    /// The number in front of the label, as `（一）` or `1.`; empty if none.
    pub number: &'static str,
    /// The official label without its number.
    pub label: &'static str,
    /// The labels that span it, outermost first.
    pub groups: &'static [&'static str],
    /// Variants seen, without number, blanks and punctuation.
    pub aliases: &'static [&'static str],
}

impl Edition {
    /// The edition of a permanent name.
    pub fn from_name(name: &str) -> Option<&'static Self> {
        EDITIONS
            .iter()
            .copied()
            .find(|edition| edition.name == name)
    }

    /// The edition that a report for `year` has to use.
    pub fn for_year(year: i32) -> Option<&'static Self> {
        EDITIONS.iter().copied().find(|edition| {
            year >= edition.first_year && edition.last_year.is_none_or(|last| year <= last)
        })
    }

    /// One table of the edition.
    pub fn table(&self, table: Table) -> Option<&TableForm> {
        self.tables.iter().find(|form| form.table == table)
    }
}

impl TableForm {
    /// The lines with their blocks, in the order of the form.
    pub fn lines(&self) -> impl Iterator<Item = (&'static BlockForm, &'static LineForm)> + use<> {
        let blocks: &'static [BlockForm] = self.blocks;
        blocks
            .iter()
            .flat_map(|block| block.lines.iter().map(move |line| (block, line)))
    }

    /// All value cells with the kind of figure they ask for, in the order of the form.
    pub fn cells(&self) -> impl Iterator<Item = (CellId, Kind)> + use<> {
        let table = self.table;
        self.lines().flat_map(move |(block, line)| {
            block
                .columns
                .iter()
                .map(move |column| (CellId::new(table, line.line, column.column), column.kind))
        })
    }

    /// The labels of a line, if the table has it.
    pub fn line(&self, line: Line) -> Option<&'static LineForm> {
        self.lines()
            .map(|(_, form)| form)
            .find(|form| form.line == line)
    }

    /// The column of a cell, if the table has that cell.
    pub fn column(&self, line: Line, column: Column) -> Option<&'static ColumnForm> {
        let (block, _) = self.lines().find(|(_, form)| form.line == line)?;
        block.columns.iter().find(|form| form.column == column)
    }

    /// The official label of a cell: groups, line and column, as the reader of the form would name it.
    pub fn cell_label(&self, id: CellId) -> Option<String> {
        let line = self.line(id.line)?;
        let column = self.column(id.line, id.column)?;
        let mut parts: Vec<String> = Vec::new();
        match self.layout {
            Layout::Down => parts.push(line.full_label()),
            Layout::Across => {
                parts.extend(line.groups.iter().map(|group| (*group).to_owned()));
                parts.push(line.full_label());
            }
        }
        parts.push(column.label.to_owned());
        Some(strings::join(&parts, " · "))
    }
}

impl LineForm {
    /// Number and label as they stand in the form.
    pub fn full_label(&self) -> String {
        format!("{}{}", self.number, self.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn cells(edition: &str, table: Table) -> usize {
        Edition::from_name(edition)
            .unwrap()
            .table(table)
            .unwrap()
            .cells()
            .count()
    }

    #[test]
    fn the_cells_of_the_form_are_counted() {
        assert_eq!(cells("2021", Table::Disclosure), 10);
        assert_eq!(cells("2021", Table::Requests), 175);
        assert_eq!(cells("2021", Table::Disputes), 15);
        assert_eq!(cells("2019", Table::Requests), 161);
        assert_eq!(cells("2019", Table::Disputes), 15);
        assert_eq!(cells("2019", Table::Disclosure), 22);
    }

    #[test]
    fn every_cell_and_label_stands_once() {
        for edition in EDITIONS {
            for (index, form) in edition.tables.iter().enumerate() {
                assert_eq!(
                    form.table,
                    Table::ALL[index],
                    "tables stand in the order of the form"
                );
                let mut ids = BTreeSet::new();
                let mut labels = BTreeSet::new();
                let mut last = None;
                for (id, _) in form.cells() {
                    assert!(ids.insert(id), "{id} stands twice in {}", edition.name);
                    let label = form.cell_label(id).unwrap();
                    assert!(
                        labels.insert(label.clone()),
                        "{label} stands twice in {}",
                        edition.name
                    );
                    assert!(last.is_none_or(|last| last < id), "{id} is out of order");
                    last = Some(id);
                }
            }
        }
    }

    #[test]
    fn each_year_has_one_edition() {
        for (year, name) in [
            (2019, "2019"),
            (2020, "2019"),
            (2021, "2021"),
            (2025, "2021"),
        ] {
            assert_eq!(
                Edition::for_year(year).map(|edition| edition.name),
                Some(name)
            );
        }
        assert_eq!(Edition::for_year(2018), None);
    }
}
