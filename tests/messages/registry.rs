//! The registry: codes, texts, and that every rule can speak.

use std::collections::BTreeSet;

use gouji::finding::{Facts, Finding, Role, Severity};
use gouji::form::{CellId, Table};
use gouji::number::Value;
use gouji::present::Lang;
use gouji::rule::{Comparison, Kind, RULES, Rule, expand};

use crate::{said, sound, zeros};

/// Codes are permanent: this list only ever grows.
#[test]
fn the_codes_are_these() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let unique: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(codes.len(), unique.len(), "a code stands twice");
    let codes = codes.join("\n");
    insta::assert_snapshot!(codes);
}

#[test]
fn codes_are_kebab_case() {
    for rule in RULES {
        let parts: Vec<&str> = rule.code.split('-').collect();
        assert!(
            parts
                .iter()
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase())),
            "{}",
            rule.code
        );
        assert!(rule.code.len() <= 28, "{} is long", rule.code);
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    for rule in RULES {
        for text in [rule.what, rule.why, rule.todo] {
            sound(text.zh, Lang::Chinese);
            sound(text.en, Lang::English);
        }
        for text in [rule.title, rule.basis] {
            assert!(
                !text.zh.trim().is_empty() && !text.en.trim().is_empty(),
                "{}",
                rule.code
            );
            assert!(!text.zh.is_ascii(), "{}: not Chinese", rule.code);
        }
        assert!(
            rule.title.zh.chars().count() <= 28,
            "{} has a long title",
            rule.code
        );
        assert!(
            rule.title.en.chars().count() <= 64,
            "{} has a long title",
            rule.code
        );
        assert!(
            !rule.title.zh.ends_with('。') && !rule.title.en.ends_with('.'),
            "{}: a title is no sentence",
            rule.code
        );
    }
}

/// A new row must not come out as an empty or broken sentence: every relation is spoken in every edition that
/// has it, every other rule has a case in `cases.rs`.
#[test]
fn every_relation_can_speak_in_every_edition() {
    for edition in ["2019", "2021"] {
        let report = zeros(edition);
        for table in Table::ALL {
            let form = report.form(table).unwrap();
            for equation in RULES.iter().flat_map(|rule| expand(rule, form)) {
                let left = equation.left.iter().map(|id| (*id, Role::Left));
                let right = equation.right.iter().map(|id| (*id, Role::Right));
                let finding = Finding {
                    code: equation.code,
                    severity: Severity::Error,
                    cells: left.chain(right).collect(),
                    left: Some(Value::Count(0)),
                    right: Some(Value::Count(2)),
                    difference: Some(Value::Count(-2)),
                    text: None,
                    facts: match equation.comparison {
                        Comparison::Equal => Facts::Unequal,
                        Comparison::AtLeast => Facts::TooSmall,
                    },
                };
                said(&finding, &report);
            }
        }
    }
}

#[test]
fn every_rule_that_is_no_relation_has_a_case() {
    let cases = concat!(
        include_str!("cases.rs"),
        include_str!("main.rs"),
        include_str!("whole.rs"),
        include_str!("figures_of_the_text.rs"),
        include_str!("year_before.rs")
    );
    let silent = |rule: &&Rule| {
        !matches!(rule.kind, Kind::Relation(_)) && !cases.contains(&format!("\"{}\"", rule.code))
    };
    let silent: Vec<&str> = RULES.iter().filter(silent).map(|rule| rule.code).collect();
    assert!(silent.is_empty(), "no sentence was seen of {silent:?}");
}

/// Every cell of every edition has a name that a clerk finds in the form, and no two of a table share one.
#[test]
fn every_cell_has_its_own_name() {
    for edition in ["2019", "2021"] {
        let report = zeros(edition);
        let mut names = BTreeSet::new();
        let ids: Vec<CellId> = report.cells.keys().copied().collect();
        for id in ids {
            let finding = Finding {
                code: "blank-cell",
                severity: Severity::Warning,
                cells: vec![(id, Role::Subject)],
                left: None,
                right: None,
                difference: None,
                text: None,
                facts: Facts::NoFigure {
                    table: id.table,
                    whole: false,
                    dash: false,
                },
            };
            assert!(
                names.insert(said(&finding, &report)),
                "{id} is called as another cell"
            );
        }
    }
}
