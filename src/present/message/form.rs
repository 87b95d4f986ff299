//! Tables and lines as a whole.

use super::names::{Names, list};
use crate::edition::Edition;
use crate::finding::Severity;
use crate::form::{Line, Table};
use crate::present::Lang;

/// Lines named in one sentence.
const MOST: usize = 5;

/// A table of the form was not found.
pub(super) fn missing_table(
    severity: Severity,
    table: Table,
    names: Names<'_>,
) -> (String, Option<String>) {
    let section = names.section(table);
    let message = match names.lang.spoken() {
        Lang::Chinese => format!("没有读到{section}，这张表没有核对。"),
        Lang::English => format!("{section} was not found and not checked."),
    };
    // Less than the rule's weight: only a part of a report was handed in.
    let advice = (severity == Severity::Notice).then(|| {
        names
            .lang
            .pick(
                "如果本来就只核对一部分，可以不管；如果要核对整份报告，请把三张表都放进来。",
                "Nothing to do if you meant to check only a part; otherwise hand in all three tables.",
            )
            .to_owned()
    });
    (message, advice)
}

/// Lines of a table were not found.
pub(super) fn missing_line(table: Table, lines: &[Line], names: Names<'_>) -> String {
    let (section, named) = (names.section(table), named(table, lines, names));
    let count = lines.len();
    match names.lang.spoken() {
        Lang::Chinese => format!("{section}少了 {count} {}：{named}。", unit(table)),
        Lang::English => format!("{section} lacks {}: {named}.", counted(count)),
    }
}

/// The figures of lines stand glued together.
pub(super) fn unreadable(table: Table, lines: &[Line], names: Names<'_>) -> String {
    let (name, named) = (names.table(table), named(table, lines, names));
    match (names.lang.spoken(), lines.len()) {
        (Lang::Chinese, 1) => format!(
            "{name}{named}一{}的数字连在一起，分不清每一格是多少，这一{}没有核对。",
            unit(table),
            unit(table)
        ),
        (Lang::Chinese, count) => format!(
            "{name}有 {count} {}的数字连在一起，分不清每一格是多少，没有核对：{named}。",
            unit(table)
        ),
        (Lang::English, count) => format!(
            "{name}: the figures of {} run together and were not checked: {named}.",
            counted(count)
        ),
    }
}

/// The same table stands more than once.
pub(super) fn duplicate(table: Table, copies: u32, names: Names<'_>) -> String {
    let section = names.section(table);
    let times = copies.saturating_add(1);
    match names.lang.spoken() {
        Lang::Chinese => format!("{section}出现了 {times} 次，只核对了内容最全的一张。"),
        Lang::English => format!("{section} stands {times} times; only the fullest was checked."),
    }
}

/// A table is of another edition than the year asks for.
pub(super) fn edition(
    table: Table,
    found: &str,
    expected: &str,
    year: i32,
    names: Names<'_>,
) -> (String, Option<String>) {
    let section = names.section(table);
    let notice = |name: &str| Edition::from_name(name).map_or("", |edition| edition.notice);
    let (of_found, of_expected) = (notice(found), notice(expected));
    match names.lang.spoken() {
        Lang::Chinese => (
            format!(
                "报告是 {year} 年度的，应该用 {expected} 年版的表格（{of_expected}），{section}用的却是 {found} 年版（{of_found}）。"
            ),
            Some(format!(
                "换成 {expected} 年版的表格重新填。如果年度读错了，可以不管。"
            )),
        ),
        Lang::English => (
            format!(
                "On {year} the {expected} form is needed ({of_expected}). {section} is of the {found} form ({of_found}).",
            ),
            Some(format!(
                "Fill in the {expected} form; nothing to do if the year was read wrongly."
            )),
        ),
    }
}

fn named(table: Table, lines: &[Line], names: Names<'_>) -> String {
    let labels = lines.iter().map(|line| names.line(table, *line)).collect();
    list(labels, MOST, names.lang.pick("", ", "), names.lang)
}

fn unit(table: Table) -> &'static str {
    if table == Table::Disputes {
        "组"
    } else {
        "行"
    }
}

fn counted(count: usize) -> String {
    match count {
        1 => "1 line".to_owned(),
        count => format!("{count} lines"),
    }
}
