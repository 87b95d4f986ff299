//! Two sums that do not stand as they must.

use super::names::Names;
use crate::finding::{Finding, Role};
use crate::form::{CellId, Column, Table};
use crate::number::{Decimal, Value};
use crate::present::Lang;
use crate::strings;

/// Parts that are spelled out when no more of them have a figure other than 0.
const FEW: usize = 4;

/// A relation of equality is broken.
pub(super) fn unequal(finding: &Finding, names: Names<'_>) -> String {
    let left = side(finding, Role::Left);
    let right = side(finding, Role::Right);
    match (left.as_slice(), right.as_slice()) {
        ([one], [other]) => two(finding, *one, *other, names),
        (_, [total]) => total_of(finding, &left, *total, names),
        _ => balance(finding, &left, &right, names),
    }
}

/// 表三“自然人”一列：本年新收 12 + 上年结转 1 = 13，总计 12 + 结转下年度 0 = 12，两边差 1。
fn balance(finding: &Finding, left: &[CellId], right: &[CellId], names: Names<'_>) -> String {
    let place = place(finding, names);
    let left = sum(left, finding.left, finding, names);
    let right = sum(right, finding.right, finding, names);
    let gap = gap(finding);
    match names.lang.spoken() {
        Lang::Chinese => format!("{place}：{left}，{right}，两边差 {gap}。"),
        Lang::English => format!("{place}: {left}, but {right}: they differ by {gap}."),
    }
}

/// 表三“（一）予以公开”一行：六类申请人相加是 13，总计填的是 12，多出 1。
fn total_of(finding: &Finding, parts: &[CellId], total: CellId, names: Names<'_>) -> String {
    let place = place(finding, names);
    let sum = figure(finding.left);
    let given = written(total, finding.right, names);
    let label = if within_line(finding) {
        match names.lang.spoken() {
            Lang::Chinese => names.column_term(total),
            Lang::English => format!("the {}", names.column_term(total)),
        }
    } else {
        names.line(total.table, total.line)
    };
    let parts = remarks(finding, parts, names);
    let what = kinds(finding.code, names.lang);
    let more = finding
        .difference
        .is_none_or(|difference| !difference.decimal().is_negative());
    let gap = gap(finding);
    match names.lang.spoken() {
        Lang::Chinese => {
            let gap = if more {
                format!("多出 {gap}")
            } else {
                format!("还差 {gap}")
            };
            format!("{place}：{what}相加是 {sum}{parts}，{label}{given}，{gap}。")
        }
        Lang::English => {
            let gap = if more {
                format!("{gap} too many")
            } else {
                format!("{gap} too few")
            };
            format!("{place}: {what} add up to {sum}{parts}, {label} {given}: {gap}.")
        }
    }
}

/// Two single figures that should be equal.
fn two(finding: &Finding, one: CellId, other: CellId, names: Names<'_>) -> String {
    let place = place(finding, names);
    let one = term(finding, one, names);
    let other = term(finding, other, names);
    match names.lang.spoken() {
        Lang::Chinese => format!("{place}：{one}，{other}，两个数不一样。"),
        Lang::English => format!("{place}: {one}, {other}: the two differ."),
    }
}

/// The left side must be at least the right side, and is not.
pub(super) fn too_small(finding: &Finding, names: Names<'_>) -> String {
    let place = place(finding, names);
    let left = side(finding, Role::Left);
    let right = side(finding, Role::Right);
    let terms = |cells: &[CellId]| -> Vec<String> {
        cells.iter().map(|id| term(finding, *id, names)).collect()
    };
    let comma = names.lang.pick("，", ", ");
    let colon = names.lang.pick("：", ": ");
    if let [in_force, repealed] = left.as_slice()
        && in_force.column == Column::InForce
    {
        let issued = strings::join(&terms(&right), comma);
        let (repealed, now) = (
            term(finding, *repealed, names),
            term(finding, *in_force, names),
        );
        let least = least(names.value(*in_force), finding.difference)
            .map(|least| match names.lang.spoken() {
                Lang::Chinese => format!("；现行有效至少应有 {least} 件"),
                Lang::English => format!(", but there should be at least {least}"),
            })
            .unwrap_or_default();
        let stop = names.lang.pick("。", ".");
        return format!("{place}{colon}{issued}{comma}{repealed}{comma}{now}{least}{stop}");
    }
    if right.is_empty() {
        let (terms, sum) = (strings::join(&terms(&left), comma), figure(finding.left));
        return match names.lang.spoken() {
            Lang::Chinese => format!("{place}：{terms}，加起来是 {sum}，成了负数。"),
            Lang::English => format!("{place}: {terms}: together {sum}, which is below 0."),
        };
    }
    let one = sum(&left, finding.left, finding, names);
    let other = sum(&right, finding.right, finding, names);
    match names.lang.spoken() {
        Lang::Chinese => format!("{place}：{one}，比{other} 还小。"),
        Lang::English => format!("{place}: {one} is less than {other}."),
    }
}

/// One of two figures that go together is 0 and the other is not.
pub(super) fn zero_beside(finding: &Finding, names: Names<'_>) -> String {
    let place = place(finding, names);
    let terms: Vec<String> = finding
        .cells
        .iter()
        .map(|(id, _)| format!("{} {}", names.column_term(*id), names.raw(*id)))
        .collect();
    match names.lang.spoken() {
        Lang::Chinese => format!(
            "{place}：{}，一个是 0，一个不是 0。",
            strings::join(&terms, "，")
        ),
        Lang::English => format!(
            "{place}: {}: one is 0 and the other is not.",
            strings::join(&terms, ", ")
        ),
    }
}

/// What the parts of a total are, in words.
fn kinds(code: &str, lang: Lang) -> &'static str {
    match code {
        "applicant-total" => lang.pick("六类申请人", "the six kinds of applicants"),
        "outcome-total" => lang.pick("各项办理结果", "the outcomes"),
        "dispute-total" => lang.pick("四种结果", "the four results"),
        _ => lang.pick("各分项", "the parts"),
    }
}

/// What is worth a bracket: the few parts that have a figure, and how many parts are blank.
fn remarks(finding: &Finding, parts: &[CellId], names: Names<'_>) -> String {
    let remarks: Vec<String> = [spelled_out(finding, parts, names), blanks(parts, names)]
        .into_iter()
        .flatten()
        .collect();
    match (remarks.is_empty(), names.lang.spoken()) {
        (true, _) => String::new(),
        (false, Lang::Chinese) => format!("（{}）", strings::join(&remarks, "；")),
        (false, Lang::English) => format!(" ({})", strings::join(&remarks, "; ")),
    }
}

/// The outcomes are many: the few that have a figure are named, so that nobody has to look for them.
fn spelled_out(finding: &Finding, parts: &[CellId], names: Names<'_>) -> Option<String> {
    let filled: Vec<(CellId, Value)> = parts
        .iter()
        .filter_map(|id| Some((*id, names.value(*id)?)))
        .filter(|(_, value)| value.decimal() != Decimal::ZERO)
        .collect();
    if within_line(finding) || !(1..=FEW).contains(&filled.len()) {
        return None;
    }
    let terms: Vec<String> = filled
        .iter()
        .map(|(id, value)| match names.lang.spoken() {
            Lang::Chinese => format!("{}{value}", names.line(id.table, id.line)),
            Lang::English => format!("{} {value}", names.line_term(id.table, id.line)),
        })
        .collect();
    Some(strings::join(&terms, " + "))
}

/// Says how many parts are blank, since they count as 0.
fn blanks(parts: &[CellId], names: Names<'_>) -> Option<String> {
    let blank = parts
        .iter()
        .filter_map(|id| names.report.cells.get(id))
        .filter(|cell| cell.has_no_figure())
        .count();
    match (blank, names.lang.spoken()) {
        (0, _) => None,
        (count, Lang::Chinese) => Some(format!("有 {count} 格没有填数，按 0 算")),
        (count, Lang::English) => Some(format!("{count} without a figure, taken as 0")),
    }
}

/// 填的是 12, or that the total says nothing.
fn written(total: CellId, value: Option<Value>, names: Names<'_>) -> String {
    match (names.value(total), names.lang.spoken()) {
        (Some(_), Lang::Chinese) => format!("填的是 {}", figure(value)),
        (Some(_), Lang::English) => format!("says {}", figure(value)),
        (None, Lang::Chinese) => "没有填数".to_owned(),
        (None, Lang::English) => "has no figure".to_owned(),
    }
}

fn sum(cells: &[CellId], value: Option<Value>, finding: &Finding, names: Names<'_>) -> String {
    let terms: Vec<String> = cells.iter().map(|id| term(finding, *id, names)).collect();
    match terms.as_slice() {
        [one] => one.clone(),
        // A bracket in full width brings its own room.
        several => {
            let sum = format!("{} = {}", strings::join(several, " + "), figure(value));
            strings::replace(&sum, "） ", "）")
        }
    }
}

fn term(finding: &Finding, id: CellId, names: Names<'_>) -> String {
    let name = if within_line(finding) {
        names.column_term(id)
    } else {
        names.line_term(id.table, id.line)
    };
    names.term(&name, id)
}

fn place(finding: &Finding, names: Names<'_>) -> String {
    match finding.cells.first() {
        None => names.table(Table::Requests).to_owned(),
        Some((id, _)) if within_line(finding) => names.in_line(id.table, id.line),
        Some((id, _)) => names.in_column(*id),
    }
}

/// True if the relation runs along one line, false if it runs down one column.
pub(super) fn within_line(finding: &Finding) -> bool {
    let mut lines = finding.cells.iter().map(|(id, _)| (id.table, id.line));
    let first = lines.next();
    lines.all(|line| Some(line) == first)
}

fn side(finding: &Finding, wanted: Role) -> Vec<CellId> {
    finding
        .cells
        .iter()
        .filter(|(_, role)| *role == wanted)
        .map(|(id, _)| *id)
        .collect()
}

pub(super) fn figure(value: Option<Value>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

pub(super) fn gap(finding: &Finding) -> String {
    let text = figure(finding.difference);
    text.strip_prefix('-').unwrap_or(&text).to_owned()
}

/// What a figure would have to be for the difference to vanish.
fn least(value: Option<Value>, difference: Option<Value>) -> Option<Decimal> {
    let value = value.map_or(Decimal::ZERO, Value::decimal);
    value.checked_sub(difference?.decimal())
}
