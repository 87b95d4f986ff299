//! Figures that the text asserts, beside what the tables say.

use super::names::Names;
use super::report::marked;
use crate::claim::Bound;
use crate::finding::{Base, Finding, WordsFault};
use crate::form::{CellId, Column, Line, Section, Table};
use crate::number::Value;
use crate::present::Lang;
use crate::strings;

/// Cells of a sum that are named one by one.
const NAMED: usize = 4;
/// Parts of a list that are written out.
const WRITTEN: usize = 12;
/// Characters of a clause in front of its figure.
const FRONT: usize = 24;

/// What is wrong with a figure of the text.
pub(super) fn fault(
    finding: &Finding,
    fault: &WordsFault,
    names: Names<'_>,
) -> (String, Option<String>) {
    let lang = names.lang;
    let (said, other) = (figure(finding.left), figure(finding.right));
    let difference = figure(finding.difference.map(absolute));
    let place = place(finding, lang);
    let part = clause(finding);
    let mut advice = None;
    let message = match fault {
        WordsFault::Differs {
            base,
            bound,
            elsewhere,
        } => {
            let cells = sum(base, names);
            let unit = unit(base, lang);
            let difference = match (*bound, lang.spoken()) {
                (Bound::Exact, Lang::Chinese) => format!("，相差 {difference}{unit}"),
                (Bound::Exact, Lang::English) => format!(", a difference of {difference}{unit}"),
                _ => String::new(),
            };
            let message = match lang.spoken() {
                Lang::Chinese => {
                    format!("{place}写的是“{part}”，{cells}是 {other}{unit}{difference}。")
                }
                Lang::English => {
                    format!("{place} says “{part}”, but {cells} is {other}{unit}{difference}.")
                }
            };
            match elsewhere {
                None => message,
                Some(id) => {
                    let cell = cell(*id, names);
                    match lang.spoken() {
                        Lang::Chinese => {
                            format!("{message}{said} 正好是{cell}的数字，可能抄错了格。")
                        }
                        Lang::English => format!(
                            "{message} {said} is the figure of {cell}, which may have been copied by mistake."
                        ),
                    }
                }
            }
        }
        WordsFault::OtherBase { base, first } => {
            let (cells, first) = (sum(base, names), sum(first, names));
            advice = Some(
                lang.pick(
                    "如果说的就是这个数，请在文字里写明；不是的，改过来。",
                    "If that is meant, say so; else correct it.",
                )
                .to_owned(),
            );
            match lang.spoken() {
                Lang::Chinese => {
                    format!("{place}写的是“{part}”，不等于{first}，但等于{cells}。")
                }
                Lang::English => {
                    format!("{place} says “{part}”, which is not {first} but {cells}.")
                }
            }
        }
        WordsFault::List { parts } => {
            let values = parts.iter().take(WRITTEN).map(|value| figure(Some(*value)));
            let values: Vec<String> = values.collect();
            let more = if parts.len() > WRITTEN { "…" } else { "" };
            let terms = strings::join(&values, " + ");
            match lang.spoken() {
                Lang::Chinese => format!(
                    "{place}列出的各项 {terms}{more} = {said}，总数写的是 {other}，相差 {difference}。"
                ),
                Lang::English => format!(
                    "{place}: the parts {terms}{more} = {said}, but the whole is {other}, a difference of {difference}."
                ),
            }
        }
        WordsFault::Share { count, whole } => {
            let (count, whole) = (figure(Some(*count)), figure(Some(*whole)));
            match lang.spoken() {
                Lang::Chinese => {
                    format!("{place}写的占比是 {said}%，按 {count} ÷ {whole} 计算是 {other}%。")
                }
                Lang::English => {
                    format!("{place} says {said}%, but {count} of {whole} is {other}%.")
                }
            }
        }
        WordsFault::Growth { now, before } => {
            let (now, before) = (figure(Some(*now)), figure(Some(*before)));
            let sign = if marked(finding).ends_with(['%', '％']) {
                "%"
            } else {
                ""
            };
            match lang.spoken() {
                Lang::Chinese => {
                    format!("{place}写的是“{part}”，从 {before} 到 {now} 应是 {other}{sign}。")
                }
                Lang::English => format!(
                    "{place} says “{part}”, but from {before} to {now} it is {other}{sign}."
                ),
            }
        }
        WordsFault::NotAllUpheld { all_upheld } => {
            let cells = finding
                .cells
                .iter()
                .map(|(id, _)| names.term(&term(*id, names), *id));
            let cells: Vec<String> = cells.collect();
            let cells = strings::join(&cells, lang.pick("、", ", "));
            let said = match (all_upheld, lang.spoken()) {
                (true, Lang::Chinese) => "写的是全部维持",
                (true, Lang::English) => "says that all were upheld",
                (false, Lang::Chinese) => "写的是没有败诉",
                (false, Lang::English) => "says that none was lost",
            };
            match lang.spoken() {
                Lang::Chinese => format!("{place}{said}，表四却有{cells}。"),
                Lang::English => format!("{place} {said}, but table four has {cells}."),
            }
        }
        WordsFault::FeeAboveTotal => match lang.spoken() {
            Lang::Chinese => {
                format!("{place}写的信息处理费“{part}”，比表二的行政事业性收费 {other} 万元还多。")
            }
            Lang::English => format!(
                "{place}: the fee for handling information, “{part}”, is more than all fees of table two, {other} in 万元."
            ),
        },
    };
    (message, advice)
}

/// 第一部分; "Section one".
pub(super) fn place(finding: &Finding, lang: Lang) -> String {
    let section = finding.text.as_ref().and_then(|quote| quote.section);
    let number = section.map(Section::number);
    match (number, lang.spoken()) {
        (Some(number), Lang::Chinese) => {
            let number = "一二三四五六"
                .chars()
                .nth(usize::try_from(number.saturating_sub(1)).unwrap_or(0));
            format!("第{}部分", number.unwrap_or('一'))
        }
        (Some(number), Lang::English) => format!("Section {number}"),
        (None, Lang::Chinese) => "正文".to_owned(),
        (None, Lang::English) => "The text".to_owned(),
    }
}

fn figure(value: Option<Value>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn absolute(value: Value) -> Value {
    match value {
        Value::Count(count) => Value::Count(count.saturating_abs()),
        Value::Amount(amount) if amount.is_negative() => Value::Amount(
            crate::number::Decimal::ZERO
                .checked_sub(amount)
                .unwrap_or(amount),
        ),
        Value::Amount(_) => value,
    }
}

/// Amounts are in 万元.
fn unit(base: &Base, lang: Lang) -> &'static str {
    let money = base.plus.iter().any(|id| id.column == Column::Amount);
    if money {
        lang.pick(" 万元", " (10,000 yuan)")
    } else {
        ""
    }
}

/// A sum of cells in words.
fn sum(base: &Base, names: Names<'_>) -> String {
    let lang = names.lang;
    let (Some(first), Some(last)) = (base.plus.first(), base.plus.last()) else {
        return String::new();
    };
    if base.plus.len() == 1 && base.minus.is_empty() {
        return cell(*first, names);
    }
    let table = names.table(first.table);
    if base.plus.len() > NAMED {
        let (from, to) = (
            names.line(first.table, first.line),
            names.line(last.table, last.line),
        );
        return match lang.spoken() {
            Lang::Chinese => format!("{table}{from}到{to}各行合计"),
            Lang::English => format!("the sum of {from} to {to} of {table}"),
        };
    }
    let terms = |cells: &[CellId]| -> Vec<String> {
        cells
            .iter()
            .map(|id| names.term(&term(*id, names), *id))
            .collect()
    };
    let (plus, minus) = (strings::join(&terms(&base.plus), " + "), terms(&base.minus));
    let minus: String = minus.iter().map(|term| format!(" − {term}")).collect();
    match lang.spoken() {
        Lang::Chinese => format!("{table}{plus}{minus} 的合计"),
        Lang::English => format!("{plus}{minus} of {table}"),
    }
}

/// 表三“本年新收”总计: one cell, by short names where they tell it.
fn cell(id: CellId, names: Names<'_>) -> String {
    if id.table != Table::Requests || names.lang.spoken() == Lang::English {
        return names.cell(id);
    }
    let table = names.table(id.table);
    if id.line == Line::OutcomeTotal && id.column == Column::Total {
        return format!("{table}“（七）总计”");
    }
    let line = names.line_term(id.table, id.line);
    match id.column {
        Column::Total => format!("{table}“{line}”总计"),
        _ => format!("{table}“{line}”的{}", names.column(id)),
    }
}

/// The clause that a figure stands in.
fn clause(finding: &Finding) -> String {
    let Some(quote) = &finding.text else {
        return String::new();
    };
    let (mut front, mut part) = (String::new(), String::new());
    let mut unit = 0_u32;
    for c in quote.excerpt.chars() {
        if unit >= quote.end {
            break;
        }
        if unit >= quote.start {
            part.push(c);
        } else if matches!(
            c,
            '，' | ',' | '：' | ':' | '（' | '(' | '）' | ')' | '。' | '；'
        ) {
            front.clear();
        } else {
            front.push(c);
        }
        unit = unit.saturating_add(u32::try_from(c.len_utf16()).unwrap_or(1));
    }
    let length = front.chars().count();
    let front: String = front.chars().skip(length.saturating_sub(FRONT)).collect();
    let dots = if length > FRONT { "…" } else { "" };
    strings::single_spaced(&format!("{dots}{front}{part}"))
}

/// A cell as a term: by its line, and its column where that is not the total.
fn term(id: CellId, names: Names<'_>) -> String {
    let line = names.line_term(id.table, id.line);
    let plain = id.column == Column::Total && id.table != Table::Disputes;
    if plain {
        return line;
    }
    let column = names.column_term(id);
    match names.lang.spoken() {
        Lang::Chinese => format!("{line}{column}"),
        Lang::English => format!("{line} {column}"),
    }
}
