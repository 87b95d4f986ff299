//! Lines that meet make a mesh; what no line parts is one cell.

use crate::limits;
use crate::reader::error::ReadErrorKind;

use super::segment::{NEAR, Segment, distinct};

/// A side that no line closes is closed where the lines across end, if they reach this far.
const OPEN_SIDE: i32 = 600;

/// A table as its lines draw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mesh {
    /// Where columns begin and end: one more than columns, from left to right.
    pub(super) xs: Vec<i32>,
    /// Where rows begin and end, from top to bottom.
    pub(super) ys: Vec<i32>,
    pub(super) cells: Vec<Field>,
    /// For each place, row by row: the number of the cell that covers it.
    owners: Vec<usize>,
}

/// A cell: first row and column, and how many of each it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Mesh {
    /// The number of the cell that holds a place of the page; `None` outside.
    pub(super) fn cell_at(&self, x: i32, y: i32) -> Option<usize> {
        let (column, row) = (interval(&self.xs, x)?, interval(&self.ys, y)?);
        self.owners.get(place(row, column, self.columns())).copied()
    }

    pub(super) fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    pub(super) fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    /// Left, top, right and bottom.
    pub(super) fn area(&self) -> [i32; 4] {
        let end = |places: &[i32]| places.last().copied().unwrap_or(0);
        let start = |places: &[i32]| places.first().copied().unwrap_or(0);
        [
            start(&self.xs),
            start(&self.ys),
            end(&self.xs),
            end(&self.ys),
        ]
    }

    /// Where a cell begins and ends, from left to right.
    pub(super) fn sides(&self, cell: usize) -> (i32, i32) {
        let Some(field) = self.cells.get(cell) else {
            return (0, 0);
        };
        let at = |column: usize| self.xs.get(column).copied().unwrap_or(0);
        (
            at(field.column),
            at(field.column.saturating_add(field.columns)),
        )
    }

    /// Whether a height of the page is one of the rows of a cell.
    pub(super) fn is_beside(&self, cell: usize, y: i32) -> bool {
        let rows = self.cells.get(cell).zip(interval(&self.ys, y));
        rows.is_some_and(|(field, row)| {
            (field.row..field.row.saturating_add(field.rows)).contains(&row)
        })
    }

    /// Whether it lies in another one.
    pub(super) fn is_inside(&self, other: &Self) -> bool {
        let ([left, top, right, bottom], [l, t, r, b]) = (self.area(), other.area());
        l <= left && t <= top && right <= r && bottom <= b && self.area() != other.area()
    }
}

/// The meshes of a page, from top to bottom, then from left to right. `across` and `down` are ordered by where they stand.
///
/// # Errors
/// `TooLarge` for a drawing that is no table of any report.
pub(super) fn meshes(
    across: &[Segment],
    down: &[Segment],
    budget: &mut Budget,
) -> Result<Vec<Mesh>, ReadErrorKind> {
    let mut groups = Groups::new(across.len().saturating_add(down.len()));
    for (number, line) in across.iter().enumerate() {
        let first = down.partition_point(|other| other.at < line.start.saturating_sub(NEAR));
        for (other, down) in down.iter().enumerate().skip(first) {
            if down.at > line.end.saturating_add(NEAR) {
                break;
            }
            budget.spend(1)?;
            if line.meets(down) {
                groups.unite(number, across.len().saturating_add(other));
            }
        }
    }
    let mut tables: Vec<(usize, Vec<Segment>, Vec<Segment>)> = Vec::new();
    let mut table_of: Vec<Option<usize>> = vec![None; groups.parents.len()];
    for number in 0..groups.parents.len() {
        let root = groups.root(number);
        let Some(known) = table_of.get_mut(root) else {
            continue;
        };
        let table = *known.get_or_insert_with(|| {
            tables.push((root, Vec::new(), Vec::new()));
            tables.len().saturating_sub(1)
        });
        let Some((_, rows, columns)) = tables.get_mut(table) else {
            continue;
        };
        match number.checked_sub(across.len()) {
            None => rows.extend(across.get(number)),
            Some(number) => columns.extend(down.get(number)),
        }
    }
    let mut meshes = Vec::new();
    for (_, across, down) in &tables {
        meshes.extend(mesh(across, down, budget)?);
    }
    crate::sorted::sort_by(&mut meshes, |a, b| {
        let key = |mesh: &Mesh| (mesh.area()[1], mesh.area()[0]);
        key(a).cmp(&key(b))
    });
    Ok(meshes)
}

/// The mesh of lines that meet; `None` if they enclose nothing.
fn mesh(
    across: &[Segment],
    down: &[Segment],
    budget: &mut Budget,
) -> Result<Option<Mesh>, ReadErrorKind> {
    let (xs, ys) = (edges(down, across), edges(across, down));
    let (columns, rows) = (xs.len().saturating_sub(1), ys.len().saturating_sub(1));
    if across.is_empty() || down.is_empty() || columns == 0 || rows == 0 {
        return Ok(None);
    }
    if columns.saturating_mul(rows) > limits::GRID_CELLS {
        return Err(ReadErrorKind::TooLarge);
    }
    let mut groups = Groups::new(columns.saturating_mul(rows));
    // What lies on each edge, so that a place asks only the lines beside it.
    let (sides, levels) = (by_edge(&xs, down), by_edge(&ys, across));
    let middle = |edges: &[i32], at: usize| {
        let pair = (edges.get(at), edges.get(at.saturating_add(1)));
        pair.0.zip(pair.1).map_or(0, |(a, b)| a.midpoint(*b))
    };
    let mut parts = |lines: Option<&Vec<Segment>>, along: i32| {
        let lines = lines.map_or(&[][..], Vec::as_slice);
        budget.spend(lines.len())?;
        Ok(lines.iter().any(|line| line.covers(along)))
    };
    for row in 0..rows {
        for column in 0..columns {
            let here = place(row, column, columns);
            let (right, below) = (column.saturating_add(1), row.saturating_add(1));
            if right < columns && !parts(sides.get(right), middle(&ys, row))? {
                groups.unite(here, place(row, right, columns));
            }
            if below < rows && !parts(levels.get(below), middle(&xs, column))? {
                groups.unite(here, place(below, column, columns));
            }
        }
    }
    let (cells, owners) = fields(&mut groups, rows, columns);
    Ok(Some(Mesh {
        xs,
        ys,
        cells,
        owners,
    }))
}

/// Where lines stand, and where the lines across end if none closes them there.
fn edges(lines: &[Segment], across: &[Segment]) -> Vec<i32> {
    let mut edges = distinct(lines.iter().map(|line| line.at).collect());
    let start = across.iter().map(|line| line.start).min();
    let end = across.iter().map(|line| line.end).max();
    if let (Some(first), Some(start)) = (edges.first().copied(), start)
        && first.saturating_sub(start) >= OPEN_SIDE
    {
        edges.insert(0, start);
    }
    if let (Some(last), Some(end)) = (edges.last().copied(), end)
        && end.saturating_sub(last) >= OPEN_SIDE
    {
        edges.push(end);
    }
    edges
}

/// The lines on each edge.
fn by_edge(edges: &[i32], lines: &[Segment]) -> Vec<Vec<Segment>> {
    let mut on: Vec<Vec<Segment>> = vec![Vec::new(); edges.len()];
    for line in lines {
        // An edge stands for the lines up to `NEAR` behind it.
        let after = edges.partition_point(|edge| *edge <= line.at);
        if let Some(lines) = on.get_mut(after.saturating_sub(1)) {
            lines.push(*line);
        }
    }
    on
}

/// Parts groups of places into rectangles: a group that is none is drawn wrong, and its parts stay apart.
fn fields(groups: &mut Groups, rows: usize, columns: usize) -> (Vec<Field>, Vec<usize>) {
    let count = rows.saturating_mul(columns);
    let roots: Vec<usize> = (0..count).map(|number| groups.root(number)).collect();
    let mut owners: Vec<Option<usize>> = vec![None; count];
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let root = roots.get(place(row, column, columns));
            let is_free = |owners: &[Option<usize>], row: usize, column: usize| {
                let at = place(row, column, columns);
                column < columns && roots.get(at) == root && owners.get(at) == Some(&None)
            };
            if !is_free(&owners, row, column) {
                continue;
            }
            let mut end = column;
            while is_free(&owners, row, end) {
                end = end.saturating_add(1);
            }
            let mut below = row;
            while below < rows && (column..end).all(|column| is_free(&owners, below, column)) {
                for column in column..end {
                    if let Some(owner) = owners.get_mut(place(below, column, columns)) {
                        *owner = Some(cells.len());
                    }
                }
                below = below.saturating_add(1);
            }
            cells.push(Field {
                row,
                column,
                rows: below.saturating_sub(row),
                columns: end.saturating_sub(column),
            });
        }
    }
    let owners = owners.into_iter().map(Option::unwrap_or_default);
    (cells, owners.collect())
}

fn place(row: usize, column: usize, columns: usize) -> usize {
    row.saturating_mul(columns).saturating_add(column)
}

/// Between which two edges a place lies.
fn interval(edges: &[i32], at: i32) -> Option<usize> {
    let before = edges.partition_point(|edge| *edge <= at);
    (before < edges.len()).then(|| before.checked_sub(1))?
}

/// The work that looking for tables may take in one document.
pub(super) struct Budget {
    left: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            left: limits::RULING_STEPS,
        }
    }

    /// Counts looks at one thing for each of many others, which take less than a step.
    ///
    /// # Errors
    /// `TooLarge` once there were too many.
    pub(super) fn look(&mut self, one: usize, other: usize) -> Result<(), ReadErrorKind> {
        self.spend(one.saturating_mul(other) / 8)
    }

    /// Counts steps.
    ///
    /// # Errors
    /// `TooLarge` once there were too many.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), ReadErrorKind> {
        self.left = self
            .left
            .checked_sub(steps)
            .ok_or(ReadErrorKind::TooLarge)?;
        Ok(())
    }
}

/// Members that belong together.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
        }
    }

    fn root(&mut self, member: usize) -> usize {
        let mut member = member;
        while let Some(parent) = self.parents.get(member).copied()
            && parent != member
        {
            let above = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(parent) = self.parents.get_mut(member) {
                *parent = above;
            }
            member = above;
        }
        member
    }

    /// The smaller number leads: the order of the lines does not matter.
    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }
}
