//! A table of a form as the engine takes it, with and without a report around it.

use gouji::check::{Selection, check};
use gouji::edition::Edition;
use gouji::explain::{Evidence, Explanation, Figure, Layout, Part, System, explain};
use gouji::finding::Facts;
use gouji::form::{CellId, Column, Line, Table};
use gouji::report::Report;
use gouji::rule::{Comparison, RULES, expand};

use crate::random::Random;
use crate::sheet::{Sheet, Tier};

/// Columns of the table of requests.
pub const COLUMNS: usize = 7;
/// The column of totals.
pub const TOTAL: usize = 6;

/// The shape of a table of requests.
#[derive(Clone)]
pub struct Form {
    /// The edition.
    pub edition: &'static str,
    /// The cells, line by line.
    pub ids: Vec<CellId>,
}

impl Form {
    /// The table of requests of an edition.
    pub fn requests(edition: &'static str) -> Self {
        Self::of(edition, Table::Requests)
    }

    /// The table of reconsideration and litigation, five cells a group.
    pub fn disputes(edition: &'static str) -> Self {
        Self::of(edition, Table::Disputes)
    }

    fn of(edition: &'static str, table: Table) -> Self {
        let form = Edition::from_name(edition).unwrap().table(table).unwrap();
        let ids = form.cells().map(|(id, _)| id).collect();
        Self { edition, ids }
    }

    /// How many lines there are.
    pub fn lines(&self) -> usize {
        self.ids.len() / COLUMNS
    }

    /// The lines of outcomes.
    pub fn outcomes(&self) -> std::ops::Range<usize> {
        2..self.lines() - 2
    }

    /// The line of the total of outcomes.
    pub fn sum(&self) -> usize {
        self.lines() - 2
    }

    /// The line of what is carried out.
    pub fn last(&self) -> usize {
        self.lines() - 1
    }

    fn table(&self) -> Table {
        self.ids[0].table
    }

    /// The figures of this table as the search takes them, with the relations that the rules lay over them.
    pub fn system(&self, figures: &[i64], turn: usize) -> (System, Layout) {
        let form = Edition::from_name(self.edition)
            .unwrap()
            .table(self.table())
            .unwrap();
        let given = self.ids.iter().zip(figures).map(|(id, value)| Figure {
            value: *value,
            blank: false,
            total: id.column == Column::Total || id.line == Line::OutcomeTotal,
            fixed: false,
        });
        let place = |id: &CellId| {
            let place = self.ids.iter().position(|other| other == id).unwrap();
            u16::try_from(place).unwrap()
        };
        let mut relations: Vec<Vec<(u16, i64)>> = RULES
            .iter()
            .flat_map(|rule| expand(rule, form))
            .filter(|equation| equation.comparison == Comparison::Equal)
            .map(|equation| {
                let left = equation.left.iter().map(|id| (place(id), 1));
                left.chain(equation.right.iter().map(|id| (place(id), -1)))
                    .collect()
            })
            .collect();
        let count = relations.len();
        // Another order of the relations, and of what stands in them.
        relations.rotate_left(turn % count);
        if turn % 2 == 1 {
            relations.reverse();
            relations.iter_mut().for_each(|terms| terms.reverse());
        }
        let system = System::new(given.collect(), relations).unwrap();
        let width = if self.table() == Table::Requests {
            COLUMNS
        } else {
            5
        };
        let places: Vec<Option<u16>> = self.ids.iter().map(|id| Some(place(id))).collect();
        let lines: Vec<Vec<Option<u16>>> = places.chunks(width).map(<[_]>::to_vec).collect();
        let part = |line: &[CellId]| match line[0].line {
            _ if self.table() == Table::Disputes => Part::Alone,
            Line::New | Line::CarriedIn => Part::Inflow,
            Line::OutcomeTotal => Part::OutcomeTotal,
            Line::CarriedOut => Part::Outflow,
            _ => Part::Outcome,
        };
        let parts = self.ids.chunks(width).map(part).collect();
        let layout = Layout::new(lines, parts, &system);
        (system, layout)
    }

    /// A report that holds this table and nothing else.
    pub fn report(&self, figures: &[i64]) -> Report {
        crate::sheet::report(self.edition, self.table(), figures)
    }

    /// What is said of this table.
    pub fn explained(&self, figures: &[i64], pins: &[usize]) -> Vec<Explanation> {
        let report = self.report(figures);
        let all = Selection::default();
        let findings = check(&report, &all).findings;
        let pins = pins.iter().map(|place| self.ids[*place]).collect();
        explain(&report, &findings, Evidence::default(), &all, &pins)
    }

    /// How many relations of this table do not hold, counted by the rules themselves.
    pub fn broken(&self, figures: &[i64]) -> usize {
        let findings = check(&self.report(figures), &Selection::default()).findings;
        findings
            .iter()
            .filter(|finding| finding.facts == Facts::Unequal)
            .count()
    }
}

/// The place of a cell.
pub fn at(line: usize, column: usize) -> usize {
    line * COLUMNS + column
}

/// A table without zeros, so that nothing is settled by figures never being negative.
pub fn full(form: &Form) -> Vec<i64> {
    let mut figures = vec![0; form.ids.len()];
    let last = form.last();
    let number = |value: usize| i64::try_from(value).unwrap();
    for column in 0..TOTAL {
        for line in form.outcomes() {
            figures[at(line, column)] = 20_000 + number(line * 613 + column * 1_709);
        }
        let done: i64 = form.outcomes().map(|line| figures[at(line, column)]).sum();
        figures[at(form.sum(), column)] = done;
        figures[at(last, column)] = 30_000 + number(column * 977);
        figures[at(1, column)] = 25_000 + number(column * 389);
        figures[at(0, column)] = done + figures[at(last, column)] - figures[at(1, column)];
    }
    for line in 0..form.lines() {
        figures[at(line, TOTAL)] = (0..TOTAL).map(|column| figures[at(line, column)]).sum();
    }
    figures
}

/// A right table of requests of a body of some size, from a village to a ministry.
pub fn requests(random: &mut Random, form: &Form, tier: Tier) -> Vec<i64> {
    Sheet::correct(random, form.edition, tier).figures()
}
