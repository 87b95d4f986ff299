//! Cells and totals without a figure.

use crate::sorted::{SortedMap, SortedSet};

use super::names::{Names, list};
use super::relation::within_line;
use crate::edition::Layout;
use crate::finding::{Finding, Role};
use crate::form::{CellId, Line, Table};
use crate::number::Value;
use crate::present::Lang;
use crate::strings;

/// Names in one sentence.
const MOST: usize = 6;

/// A total is blank beside filled parts.
pub(super) fn blank_total(
    finding: &Finding,
    sum: Value,
    names: Names<'_>,
) -> (String, Option<String>) {
    let lang = names.lang;
    let total = finding.cells.iter().find(|(_, role)| *role == Role::Right);
    let Some((total, _)) = total else {
        return (String::new(), None);
    };
    let (place, label) = if within_line(finding) {
        (names.in_line(total.table, total.line), names.column(*total))
    } else {
        (names.in_column(*total), names.line(total.table, total.line))
    };
    let raw = names.raw(*total);
    let message = match (lang.spoken(), raw.is_empty()) {
        (Lang::Chinese, true) => {
            format!("{place}：分项已经填了，{label}却是空白。分项相加是 {sum}。")
        }
        (Lang::Chinese, false) => {
            format!("{place}：分项已经填了，{label}却填的是“{raw}”。分项相加是 {sum}。")
        }
        (Lang::English, true) => format!(
            "{place}: the parts are filled but {label} is blank. The parts add up to {sum}."
        ),
        (Lang::English, false) => format!(
            "{place}: the parts are filled but {label} holds “{raw}”. The parts add up to {sum}."
        ),
    };
    let advice = match lang.spoken() {
        Lang::Chinese => format!("核对后把总计补上。按分项算，应填 {sum}。"),
        Lang::English => {
            format!("Fill in the total after checking. By its parts it should be {sum}.")
        }
    };
    (message, Some(advice))
}

/// Only totals are filled, their parts are blank.
pub(super) fn only_total(finding: &Finding, names: Names<'_>) -> String {
    let totals: Vec<CellId> = finding
        .cells
        .iter()
        .filter(|(_, role)| *role == Role::Right)
        .map(|(id, _)| *id)
        .collect();
    let table = totals.first().map_or(Table::Requests, |id| id.table);
    let disputes = table == Table::Disputes;
    let parts = if disputes {
        names.lang.pick("四种结果", "the four results")
    } else {
        names.lang.pick("六类申请人", "the six kinds of applicants")
    };
    if let [one] = totals.as_slice() {
        let place = names.in_line(table, one.line);
        let value = names
            .value(*one)
            .map_or_else(String::new, |value| value.to_string());
        return match names.lang.spoken() {
            Lang::Chinese => format!("{place}：总计填了 {value}，{parts}却都没有填。"),
            Lang::English => format!("{place}: the total says {value}, but {parts} are blank."),
        };
    }
    let count = totals.len();
    let name = names.table(table);
    let lines = totals.iter().map(|id| names.line(table, id.line)).collect();
    let lines = list(lines, MOST, names.lang.pick("", ", "), names.lang);
    let unit = if disputes { "组" } else { "行" };
    match names.lang.spoken() {
        Lang::Chinese => format!("{name}有 {count} {unit}只填了总计，{parts}都没有填：{lines}。"),
        Lang::English => {
            format!("{name}: {count} lines have a total but no figures for {parts}: {lines}.")
        }
    }
}

/// Cells that are blank, or hold a dash.
pub(super) fn no_figure(
    finding: &Finding,
    table: Table,
    whole: bool,
    dash: bool,
    names: Names<'_>,
) -> (String, Option<String>) {
    let cells: SortedSet<CellId> = finding.cells.iter().map(|(id, _)| *id).collect();
    let name = names.table(table);
    let signs = signs(&cells, names);
    let count = cells.len();
    if whole {
        let section = names.section(table);
        let message = match (names.lang.spoken(), dash) {
            (Lang::Chinese, false) => {
                format!("{section}一个数字都没有填，{count} 格空白。")
            }
            (Lang::Chinese, true) => {
                format!("{section}一个数字都没有填，{count} 格填的是{signs}。")
            }
            (Lang::English, false) => {
                format!("{section} has no figure at all: {count} cells are blank.")
            }
            (Lang::English, true) => {
                format!("{section} has no figure at all: {count} cells hold {signs}.")
            }
        };
        let advice = names.lang.pick(
            "如果还没有填，请填好再核对；确实没有的填 0。",
            "Fill in the table and check again; enter 0 where there is nothing.",
        );
        return (message, Some(advice.to_owned()));
    }
    let message = match (cells.first(), count) {
        (Some(one), 1) => {
            let cell = names.cell(*one);
            match (names.lang.spoken(), dash) {
                (Lang::Chinese, false) => format!("{cell}没有填，这里按 0 计算。"),
                (Lang::Chinese, true) => {
                    format!("{cell}填的是{signs}，不是数字，这里按 0 计算。")
                }
                (Lang::English, false) => format!("{cell} is blank and is taken as 0."),
                (Lang::English, true) => {
                    format!("{cell} holds {signs}, which is no figure, and is taken as 0.")
                }
            }
        }
        _ => {
            let places = places(table, &cells, names);
            match (names.lang.spoken(), dash) {
                (Lang::Chinese, false) => {
                    format!("{name}有 {count} 格空白：{places}。这里按 0 计算。")
                }
                (Lang::Chinese, true) => {
                    format!("{name}有 {count} 格填的是{signs}，不是数字：{places}。这里按 0 计算。")
                }
                (Lang::English, false) => {
                    format!("{name}: {count} cells are blank and are taken as 0: {places}.")
                }
                (Lang::English, true) => {
                    format!("{name}: {count} cells hold {signs} and are taken as 0: {places}.")
                }
            }
        }
    };
    (message, None)
}

/// Where the cells stand: whole columns first, then whole lines, then what is left.
fn places(table: Table, cells: &SortedSet<CellId>, names: Names<'_>) -> String {
    let lang = names.lang;
    let form = names.report.form(table);
    let across = form.is_some_and(|form| form.layout == Layout::Across);
    let mut left = cells.clone();
    let mut parts = Vec::new();
    // Blocks of section two share no columns, so there only lines make sense.
    if table != Table::Disclosure {
        let columns = full(names, cells, &left, |id| id.column);
        left.retain(|id| !columns.iter().any(|full| full.column == id.column));
        let labels = columns.iter().map(|id| names.column(*id)).collect();
        parts.extend(all_of(labels, lang.pick("列", "column"), lang));
    }
    let lines = full(names, cells, &left, |id| id.line);
    left.retain(|id| !lines.iter().any(|full| full.line == id.line));
    let labels = lines.iter().map(|id| names.line(table, id.line)).collect();
    let unit = if across {
        lang.pick("组", "group")
    } else {
        lang.pick("行", "line")
    };
    parts.extend(all_of(labels, unit, lang));
    if !left.is_empty() {
        let also = if parts.is_empty() {
            ""
        } else {
            lang.pick("还有", "and ")
        };
        parts.push(format!("{also}{}", single(table, &left, names)));
    }
    strings::join(&parts, lang.pick("，", "; "))
}

/// One cell of each column (or line) that is concerned from end to end and still has a cell in `left`.
fn full<K: Ord>(
    names: Names<'_>,
    cells: &SortedSet<CellId>,
    left: &SortedSet<CellId>,
    key: impl Fn(&CellId) -> K,
) -> Vec<CellId> {
    let tables: SortedSet<Table> = cells.iter().map(|id| id.table).collect();
    let mut groups: SortedMap<K, Vec<CellId>> = SortedMap::new();
    for id in names.report.cells.keys() {
        if tables.contains(&id.table) {
            groups.update(key(id), |group| group.push(*id));
        }
    }
    groups
        .values()
        .filter(|group| group.iter().all(|id| cells.contains(id)))
        .filter(|group| group.iter().any(|id| left.contains(id)))
        .filter_map(|group| group.first().copied())
        .collect()
}

/// “商业企业”“科研机构”这 2 列: several columns or lines as a whole.
fn all_of(labels: Vec<String>, unit: &str, lang: Lang) -> Option<String> {
    let count = labels.len();
    let named = list(labels, MOST, lang.pick("", ", "), lang);
    match (count, lang.spoken()) {
        (0, _) => None,
        (1, Lang::Chinese) => Some(format!("{named}这一{unit}")),
        (_, Lang::Chinese) if count > MOST => Some(format!("{named} {count} {unit}")),
        (_, Lang::Chinese) => Some(format!("{named}这 {count} {unit}")),
        (1, Lang::English) => Some(format!("all of {unit} {named}")),
        (_, Lang::English) => Some(format!("all of {count} {unit}s: {named}")),
    }
}

/// Single cells, those of one line together.
fn single(table: Table, cells: &SortedSet<CellId>, names: Names<'_>) -> String {
    const LINES: usize = 3;
    let lang = names.lang;
    let mut lines: SortedMap<Line, Vec<String>> = SortedMap::new();
    for id in cells {
        lines.update(id.line, |columns| columns.push(names.column(*id)));
    }
    let spots = lines
        .into_iter()
        .map(|(line, columns)| {
            let columns = list(columns, MOST, lang.pick("", ", "), lang);
            let line = names.line(table, line);
            match lang.spoken() {
                Lang::Chinese => format!("{line}的{columns}"),
                Lang::English => format!("{columns} of {line}"),
            }
        })
        .collect();
    list(spots, LINES, lang.pick("、", "; "), lang)
}

/// “/”“—”: the signs as written, each once.
fn signs(cells: &SortedSet<CellId>, names: Names<'_>) -> String {
    let signs: SortedSet<String> = cells.iter().map(|id| names.raw(*id)).collect();
    let quoted = signs.iter().map(|sign| format!("“{sign}”")).collect();
    list(quoted, 3, names.lang.pick("", ", "), names.lang)
}
