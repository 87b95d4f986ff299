//! From a rule row to equations over cell ids.

use super::{Comparison, Kind, Rule, Sides};
use crate::edition::TableForm;
use crate::form::CellId;

/// One relation over cells: the sum of `left` against the sum of `right`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// The code of its rule.
    pub code: &'static str,
    /// How the sums must compare.
    pub comparison: Comparison,
    /// The cells summed on the left, in the order of the form.
    pub left: Vec<CellId>,
    /// The cells summed on the right, in the order of the form.
    pub right: Vec<CellId>,
}

impl Equation {
    /// All cells, left before right.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.left.iter().chain(&self.right).copied()
    }

    /// True if the right side is one cell that sums up the left: a total and its parts.
    pub fn is_total(&self) -> bool {
        self.comparison == Comparison::Equal && self.right.len() == 1 && self.left.len() > 1
    }
}

/// The equations of a rule over one table of one edition, in the order of the form; none if the rule is not
/// a relation, is about another table, or uses columns that the edition does not have.
pub fn expand(rule: &Rule, form: &TableForm) -> Vec<Equation> {
    let Kind::Relation(relation) = rule.kind else {
        return Vec::new();
    };
    if relation.table != form.table {
        return Vec::new();
    }
    let equation = |left: Vec<CellId>, right: Vec<CellId>| Equation {
        code: rule.code,
        comparison: relation.comparison,
        left,
        right,
    };
    let mut equations = Vec::new();
    for block in form.blocks {
        match relation.sides {
            Sides::Lines { left, right } => {
                for column in block.columns {
                    let side = |lines: &[crate::form::Line]| -> Vec<CellId> {
                        block
                            .lines
                            .iter()
                            .filter(|form| lines.contains(&form.line))
                            .map(|line| CellId::new(relation.table, line.line, column.column))
                            .collect()
                    };
                    let (left, right) = (side(left), side(right));
                    if !left.is_empty() && !right.is_empty() {
                        equations.push(equation(left, right));
                    }
                }
            }
            Sides::Columns { left, right } => {
                let has = |wanted: &[crate::form::Column]| {
                    wanted
                        .iter()
                        .all(|column| block.columns.iter().any(|form| form.column == *column))
                };
                if !has(left) || !has(right) {
                    continue;
                }
                for line in block.lines {
                    let side = |columns: &[crate::form::Column]| -> Vec<CellId> {
                        columns
                            .iter()
                            .map(|column| CellId::new(relation.table, line.line, *column))
                            .collect()
                    };
                    equations.push(equation(side(left), side(right)));
                }
            }
        }
    }
    equations
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Edition;
    use crate::form::Table;
    use crate::rule::{RULES, find};

    fn count(code: &str, edition: &str, table: Table) -> usize {
        expand(
            find(code).unwrap(),
            Edition::from_name(edition).unwrap().table(table).unwrap(),
        )
        .len()
    }

    #[test]
    fn the_equations_of_the_form_are_counted() {
        for (edition, lines) in [("2021", 25), ("2019", 23)] {
            assert_eq!(count("requests-balance", edition, Table::Requests), 7);
            assert_eq!(count("outcome-total", edition, Table::Requests), 7);
            assert_eq!(count("applicant-total", edition, Table::Requests), lines);
            assert_eq!(count("dispute-total", edition, Table::Disputes), 3);
        }
        assert_eq!(count("in-force-too-small", "2021", Table::Disclosure), 2);
        assert_eq!(count("in-force-too-small", "2019", Table::Disclosure), 0);
        assert_eq!(
            count("disclosed-total-too-small", "2019", Table::Disclosure),
            2
        );
        assert_eq!(count("items-below-zero", "2019", Table::Disclosure), 5);
    }

    #[test]
    fn every_cell_of_an_equation_is_in_the_form() {
        for edition in crate::edition::EDITIONS {
            for form in &edition.tables {
                let cells: Vec<CellId> = form.cells().map(|(id, _)| id).collect();
                for rule in RULES {
                    for equation in expand(rule, form) {
                        assert!(
                            equation.cells().all(|id| cells.contains(&id)),
                            "{equation:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_outcomes_are_twenty_one_and_nineteen() {
        for (edition, parts) in [("2021", 22), ("2019", 20)] {
            let form = Edition::from_name(edition)
                .unwrap()
                .table(Table::Requests)
                .unwrap();
            let equations = expand(find("outcome-total").unwrap(), form);
            assert_eq!(
                equations.first().unwrap().left.len() + 1,
                parts,
                "{edition}"
            );
        }
    }
}
