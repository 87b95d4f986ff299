//! A cell that is not of the form that its column asks for.

use super::names::Names;
use crate::finding::{Finding, FormatFault};
use crate::number::Kind;
use crate::present::Lang;

/// What is wrong with a figure, and what to do.
pub(super) fn fault(
    finding: &Finding,
    fault: FormatFault,
    names: Names<'_>,
) -> (String, Option<String>) {
    let Some((id, _)) = finding.cells.first() else {
        return (String::new(), None);
    };
    let lang = names.lang;
    let (cell, raw) = (names.cell(*id), names.raw(*id));
    let kind = names
        .report
        .form(id.table)
        .and_then(|form| form.column(id.line, id.column))
        .map(|form| form.kind);
    let amount = matches!(kind, Some(Kind::Amount | Kind::FreeAmount));
    let thing = if amount {
        lang.pick("金额", "an amount")
    } else {
        lang.pick("件数", "a count")
    };
    let unit = if amount {
        lang.pick(" 万元", " (10,000 yuan)")
    } else {
        ""
    };
    let value = names
        .value(*id)
        .map_or_else(String::new, |value| format!("{value}{unit}"));
    let (what, todo) = match lang.spoken() {
        Lang::Chinese => chinese(fault, &value, thing, kind),
        Lang::English => english(fault, &value, thing, kind),
    };
    let message = match lang.spoken() {
        Lang::Chinese => format!("{cell}填的是“{raw}”，{what}。"),
        Lang::English => format!("{cell} says “{raw}”: {what}."),
    };
    (message, Some(todo))
}

fn chinese(fault: FormatFault, value: &str, thing: &str, kind: Option<Kind>) -> (String, String) {
    let (what, todo) = match fault {
        FormatFault::Negative => (
            format!("{thing}不能是负数"),
            "核对后改成 0 或正数。".to_owned(),
        ),
        FormatFault::Fraction if kind == Some(Kind::Change) => (
            "增减数量应是整数，不能有小数".to_owned(),
            "核对后改成整数；减少的在前面加负号。".to_owned(),
        ),
        FormatFault::Fraction => (
            "件数应是整数，不能有小数".to_owned(),
            "核对后改成整数。".to_owned(),
        ),
        FormatFault::IdleDecimals => (
            "件数不用写小数".to_owned(),
            format!("数字没有错，写成 {value} 就可以。"),
        ),
        FormatFault::NotANumber => (
            "不是数字，没法计算".to_owned(),
            "请填数字；没有发生的填 0。".to_owned(),
        ),
        FormatFault::BlankInside => (
            format!("数字中间有空格，这里按 {value} 计算"),
            "把数字中间的空格去掉；如果是两个数写进了一格，请分开填。".to_owned(),
        ),
        FormatFault::Multiplied => (
            format!("没有写成完整的数字，这里按 {value} 计算"),
            format!("建议直接写数字 {value}。"),
        ),
        FormatFault::TooLong => (
            "数字太长，不像是真的".to_owned(),
            "看看是不是几格的数字连在了一起，分开后再填。".to_owned(),
        ),
        FormatFault::OtherUnit => (
            format!("单位和栏目的“万元”不一样，这里按 {value}计算"),
            format!("换算成万元再填；按读到的单位折算是 {value}。"),
        ),
        FormatFault::NoUnit => (
            "没有写单位，看不出是元还是万元".to_owned(),
            "在数字后面写上单位，例如“万元”。".to_owned(),
        ),
    };
    (what, todo)
}

fn english(fault: FormatFault, value: &str, thing: &str, kind: Option<Kind>) -> (String, String) {
    let (what, todo) = match fault {
        FormatFault::Negative => (
            format!("{thing} cannot be negative"),
            "Check it and enter 0 or a positive figure.".to_owned(),
        ),
        FormatFault::Fraction if kind == Some(Kind::Change) => (
            "a change is a whole number".to_owned(),
            "Enter a whole number, with a minus sign for a decrease.".to_owned(),
        ),
        FormatFault::Fraction => (
            "a count is a whole number".to_owned(),
            "Check it and enter a whole number.".to_owned(),
        ),
        FormatFault::IdleDecimals => (
            "a count needs no decimals".to_owned(),
            format!("The figure is right; {value} is enough."),
        ),
        FormatFault::NotANumber => (
            "this is no number".to_owned(),
            "Enter a number; 0 for what did not happen.".to_owned(),
        ),
        FormatFault::BlankInside => (
            format!("there is a blank inside the figure; it is taken as {value}"),
            "Remove the blank; if these are two figures, put each into its own cell.".to_owned(),
        ),
        FormatFault::Multiplied => (
            format!("the figure is not written out; it is taken as {value}"),
            format!("Better write {value}."),
        ),
        FormatFault::TooLong => (
            "the figure is too long to be true".to_owned(),
            "See whether the figures of several cells run together here.".to_owned(),
        ),
        FormatFault::OtherUnit => (
            format!("the column asks for 万元; the figure is taken as {value}"),
            format!("Convert it to 万元: {value}."),
        ),
        FormatFault::NoUnit => (
            "there is no unit, so 元 and 万元 cannot be told apart".to_owned(),
            "Add the unit behind the figure.".to_owned(),
        ),
    };
    (what, todo)
}
