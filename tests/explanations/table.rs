//! Right tables of made-up bodies, from a township to a ministry.

use gouji::check::{Selection, check};
use gouji::edition::Edition;
use gouji::explain::{Explanation, Figure, Layout, Part, System, explain};
use gouji::finding::Facts;
use gouji::form::{CellId, Column, Line, Table};
use gouji::number::Kind;
use gouji::report::{Cell, Report};
use gouji::rule::{Comparison, RULES, expand};

use crate::random::Random;

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
        relations.rotate_left(turn % count);
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
        let mut report = Report::empty();
        let reading = report.table_mut(self.table());
        reading.edition = Edition::from_name(self.edition);
        reading.heading_seen = true;
        for (id, value) in self.ids.iter().zip(figures) {
            let cell = Cell::read(value.to_string(), Kind::Count, None);
            report.cells.insert(*id, cell);
        }
        report
    }

    /// What is said of this table.
    pub fn explained(&self, figures: &[i64], pins: &[usize]) -> Vec<Explanation> {
        let report = self.report(figures);
        let all = Selection::default();
        let findings = check(&report, &all).findings;
        let pins = pins.iter().map(|place| self.ids[*place]).collect();
        explain(&report, &findings, &all, &pins)
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

/// Sizes of bodies, by requests a year.
pub const TIERS: [(&str, i64, i64); 5] = [
    ("tiny", 1, 9),
    ("small", 10, 60),
    ("medium", 80, 450),
    ("large", 900, 5_000),
    ("mega", 9_000, 26_000),
];

/// How often each outcome is chosen, in tenths, and each applicant. The shape of published tables: disclosed and not held
/// are most of all.
const OUTCOMES: [u64; 21] = [
    340, 90, 3, 8, 3, 12, 25, 15, 30, 40, 240, 40, 15, 40, 30, 3, 5, 10, 20, 2, 30,
];
const APPLICANTS: [u64; 6] = [800, 130, 6, 8, 16, 40];

/// A right table of requests.
pub fn requests(random: &mut Random, form: &Form, tier: usize) -> Vec<i64> {
    let (_, low, high) = TIERS[tier];
    let count = random.between(low, high);
    let spread = |random: &mut Random, weights: &[u64]| -> Vec<u64> {
        let mut out = Vec::new();
        for weight in weights {
            // Two draws multiplied: many bodies have next to none of some kinds.
            let (a, b) = (random.between(0, 200), random.between(20, 150));
            out.push(weight * u64::try_from(a * b).unwrap() / 1000 + 1);
        }
        out
    };
    let lines = form.outcomes().len();
    let by_outcome = spread(random, &OUTCOMES[..lines]);
    let mut by_applicant = spread(random, &APPLICANTS);
    if random.chance(350) {
        let (second, last) = (random.chance(500), random.chance(300));
        for (column, weight) in by_applicant.iter_mut().enumerate() {
            let stays = column == 0 || (column == 1 && second) || (column == 5 && last);
            if !stays {
                *weight = 0;
            }
        }
    }
    let mut figures = vec![0; form.ids.len()];
    if count <= 5_000 {
        for _ in 0..count {
            let line = random.weighted(&by_outcome) + 2;
            figures[at(line, random.weighted(&by_applicant))] += 1;
        }
    } else {
        let all: u64 = by_outcome.iter().sum::<u64>() * by_applicant.iter().sum::<u64>();
        for (place, outcome) in by_outcome.iter().enumerate() {
            for (column, applicant) in by_applicant.iter().enumerate() {
                let share = i64::try_from(outcome * applicant).unwrap() * count;
                let share = share * random.between(60, 140) / 100;
                figures[at(place + 2, column)] = share / i64::try_from(all).unwrap();
            }
        }
    }
    for column in 0..TOTAL {
        let done: i64 = form.outcomes().map(|line| figures[at(line, column)]).sum();
        let next = if done > 0 {
            done * random.between(0, 15) / 100 + random.between(0, 1)
        } else {
            i64::from(random.chance(50))
        };
        let carried = (done * random.between(0, 12) / 100 + random.between(0, 1)).min(done + next);
        figures[at(form.sum(), column)] = done;
        figures[at(form.last(), column)] = next;
        figures[at(1, column)] = carried;
        figures[at(0, column)] = done + next - carried;
    }
    for line in 0..form.lines() {
        figures[at(line, TOTAL)] = (0..TOTAL).map(|column| figures[at(line, column)]).sum();
    }
    figures
}

/// A right table of reconsideration and litigation.
pub fn disputes(random: &mut Random, form: &Form) -> Vec<i64> {
    let most = random.pick(&[2, 6, 30, 150]);
    let mut figures = Vec::new();
    for _ in 0..form.ids.len() / 5 {
        let mut parts = [0; 4];
        for part in &mut parts {
            if random.chance(600) {
                *part = random.between(0, most);
            }
        }
        parts[0] = parts[0] * random.between(10, 30) / 10;
        figures.extend(parts);
        figures.push(parts.iter().sum());
    }
    figures
}
