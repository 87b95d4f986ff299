//! Every rule on its own fixtures: `tests/rules/<code>/{pass,fail}-*.txt`.
//!
//! A fixture is a balanced made-up report with a few lines of change, or a whole document:
//!
//! ```text
//! # what the case is about
//! edition 2021                      the form (2021 unless said)
//! year 2024                         the year in the title
//! requests.new.total = 13           another text in a cell (nothing behind the sign: blank)
//! drop 3.要求提供公开出版物            the row that begins with this label is left out
//! without disclosure                a table is left out
//! glue （一）予以公开                 the cells of the row lose their boundaries
//! again requests                    the table stands a second time, without the changes
//! fragment                          no title, no headings
//! title 示例局2024年年报               another title (nothing behind the word: none)
//! preface 现公布……                    a paragraph between the title and the first heading
//! heading 五 = 五、存在问题             another heading (nothing behind the sign: none)
//! section 6 = 无。                   another text below a heading (`|` between paragraphs)
//! signature 示例局 | 2025年1月9日      lines at the end
//! previous requests.carried_out.total = 3   a change of last year's report, which is given along; also `previous section`
//!                                   and the like, and `previous` alone for the example as it is
//! expect requests-balance error 53 = 52     a finding, its severity and its two sides
//! only                              nothing but what is expected may be found
//! ```
//!
//! A fixture that begins with `---` is a whole document from the next line on.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::collections::BTreeSet;
use std::path::Path;

use gouji::finding::Finding;
use gouji::form::Table;
use gouji::outcome::{Checked, Status};
use gouji::reader::encoding::Utf8Only;
use gouji::rule::RULES;
use gouji::{Options, check};
use rendering::Figures;

/// A fixture, made into a document.
struct Fixture {
    document: String,
    /// The report of the year before.
    previous: Option<String>,
    expected: Vec<String>,
    only: bool,
}

fn read(text: &str) -> Fixture {
    if let Some(document) = text.strip_prefix("---\n") {
        return Fixture {
            document: document.to_owned(),
            previous: None,
            expected: Vec::new(),
            only: false,
        };
    }
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let said = |word| lines.iter().filter_map(move |line| line.strip_prefix(word));
    let edition = said("edition ").next().unwrap_or("2021");
    let year = said("year ").next().map(|year| year.parse().unwrap());
    let year = year.unwrap_or(Figures::example(edition).year);
    let of_previous: Vec<&str> = said("previous").map(str::trim).collect();
    let own = lines.iter().copied().filter(|line| {
        *line != "only" && !line.starts_with("expect ") && !line.starts_with("previous")
    });
    Fixture {
        document: document(own, year),
        previous: (!of_previous.is_empty()).then(|| {
            let changes = of_previous.iter().copied().filter(|line| !line.is_empty());
            document(changes, year - 1)
        }),
        expected: said("expect ").map(str::to_owned).collect(),
        only: lines.contains(&"only"),
    }
}

/// The example of a year with some changes.
fn document<'a>(lines: impl Iterator<Item = &'a str>, year: i32) -> String {
    let lines: Vec<&str> = lines.collect();
    let edition = lines
        .iter()
        .find_map(|line| line.strip_prefix("edition "))
        .unwrap_or("2021");
    let mut figures = Figures::example(edition);
    figures.year = year;
    let mut changes: Vec<(&str, &str)> = Vec::new();
    for line in lines {
        if let Some((id, value)) = line
            .split_once('=')
            .filter(|(id, _)| id.contains('.') && !id.trim().contains(' '))
        {
            figures.set(id.trim(), value.trim());
            continue;
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "edition" => {}
            "year" => figures.year = rest.parse().unwrap(),
            "without" => {
                let table = Table::from_name(rest).unwrap();
                figures.tables.retain(|kept| *kept != table);
            }
            "drop" | "glue" | "again" | "fragment" | "title" | "preface" | "heading"
            | "section" | "signature" => changes.push((word, rest)),
            other => panic!("{other} is no word of a fixture"),
        }
    }
    let mut document = figures.text();
    for (word, rest) in changes {
        document = match word {
            "drop" => edit_row(&document, rest, |_| None),
            "glue" => edit_row(&document, rest, |row| {
                let at = row.find(rest).unwrap() + rest.len();
                Some(format!("{}\t{}", &row[..at], row[at..].replace('\t', "")))
            }),
            "again" => {
                let mut copy = Figures::example(edition);
                copy.tables = vec![Table::from_name(rest).unwrap()];
                format!("{document}\n{}", copy.text())
            }
            "title" => edit_line(&document, &figures.title(), &rest.replace('|', "\n")),
            "preface" => {
                let first = heading_line(&document, "一");
                let preface = rest.replace('|', "\n\n");
                edit_line(&document, first, &format!("{preface}\n\n{first}"))
            }
            "heading" => {
                let (number, heading) = assignment(rest);
                edit_line(&document, heading_line(&document, number), heading)
            }
            "section" => {
                let (number, text) = assignment(rest);
                let number =
                    ["一", "二", "三", "四", "五", "六"][number.parse::<usize>().unwrap() - 1];
                let heading = heading_line(&document, number);
                let (front, behind) = document.split_once(heading).unwrap();
                let end = behind.find("\n二、").or(behind.find("\n六、"));
                let rest = end.map_or("", |end| &behind[end..]);
                format!("{front}{heading}\n\n{}\n{rest}", text.replace('|', "\n\n"))
            }
            "signature" => format!("{document}\n{}\n", rest.replace('|', "\n\n")),
            _ => document
                .lines()
                .filter(|line| line.contains('\t') || line.is_empty())
                .map(|line| format!("{line}\n"))
                .collect(),
        };
    }
    document
}

/// `name = value`.
fn assignment(text: &str) -> (&str, &str) {
    let (name, value) = text.split_once('=').unwrap();
    (name.trim(), value.trim())
}

/// The official heading with a number. The lines of table three are numbered as well.
fn heading_line<'a>(document: &'a str, number: &str) -> &'a str {
    let heading = |line: &&str| {
        line.strip_prefix(number)
            .is_some_and(|rest| rest.starts_with('、') && !rest.contains('\t'))
    };
    document.lines().find(heading).unwrap()
}

/// The document with another line in place of the first that is as given; there must be one.
fn edit_line(document: &str, old: &str, new: &str) -> String {
    let at = document.lines().position(|line| line == old);
    let at = at.unwrap_or_else(|| panic!("no line {old}"));
    let lines = document.lines().enumerate();
    lines
        .map(|(place, line)| format!("{}\n", if place == at { new } else { line }))
        .collect()
}

/// The document with one row changed or left out; the row must be there.
fn edit_row(document: &str, label: &str, change: impl Fn(&str) -> Option<String>) -> String {
    let begins = |line: &str| line.split('\t').any(|cell| cell == label);
    assert_eq!(
        document.lines().filter(|line| begins(line)).count(),
        1,
        "the row {label} must stand once"
    );
    let lines = document.lines().filter_map(|line| {
        if begins(line) {
            change(line)
        } else {
            Some(line.to_owned())
        }
    });
    lines.map(|line| format!("{line}\n")).collect()
}

fn describe(finding: &Finding) -> String {
    let mut text = format!("{} {}", finding.code, finding.severity.name());
    if let (Some(left), Some(right)) = (finding.left, finding.right) {
        text.push_str(&format!(" {left} = {right}"));
    }
    text
}

fn run(document: &str, previous: Option<&str>) -> Checked {
    let read = |text: &str| gouji::reports(text.as_bytes(), "previous.txt", &Utf8Only).unwrap();
    let options = Options {
        previous: previous.map(read).unwrap_or_default(),
        ..Options::new(&Utf8Only)
    };
    match check(document.as_bytes(), "fixture.txt", &options).status {
        Status::Checked(checked) => *checked,
        other => panic!("{other:?}\n{document}"),
    }
}

#[test]
fn the_examples_are_balanced() {
    for edition in ["2019", "2021"] {
        let checked = run(&Figures::example(edition).text(), None);
        assert!(
            checked.findings.is_empty(),
            "{edition}: {:?}",
            checked.findings
        );
        let skipped: Vec<_> = checked
            .coverage
            .iter()
            .filter(|line| !line.skips.is_empty())
            .collect();
        assert!(skipped.is_empty(), "{edition}: {skipped:?}");
    }
}

#[test]
fn every_rule_has_fixtures_and_every_folder_a_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let folders: BTreeSet<String> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let codes: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(folders, codes);
}

#[test]
fn fixtures_pass_and_fail_as_named() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut wrong = Vec::new();
    for rule in RULES {
        let mut kinds = BTreeSet::new();
        let mut files: Vec<_> = std::fs::read_dir(root.join(rule.code))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let fixture = read(&std::fs::read_to_string(&file).unwrap());
            let checked = run(&fixture.document, fixture.previous.as_deref());
            let own: Vec<&Finding> = checked
                .findings
                .iter()
                .filter(|finding| finding.code == rule.code)
                .collect();
            let judged = checked
                .coverage
                .iter()
                .any(|line| line.code == rule.code && line.checked > 0);
            let all: Vec<String> = checked.findings.iter().map(describe).collect();
            let good = match name.split('-').next() {
                Some("pass") => own.is_empty() && judged,
                Some("fail") => !own.is_empty(),
                _ => panic!("{name} is neither pass- nor fail-"),
            };
            kinds.insert(name.starts_with("pass"));
            let missing: Vec<&String> = fixture
                .expected
                .iter()
                .filter(|line| !all.contains(line))
                .collect();
            let more = fixture.only && all.iter().any(|found| !fixture.expected.contains(found));
            if !good || !missing.is_empty() || more {
                wrong.push(format!(
                    "{}/{name}: found {all:?}, missing {missing:?}",
                    rule.code
                ));
            }
        }
        assert_eq!(kinds.len(), 2, "{} needs fixtures of both kinds", rule.code);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
