//! Which cell is probably wrong, and why: in words that claim no more than is known.

use super::names::Names;
use crate::explain::{Cause, Change, Explanation, Grade, Reading, Rewording, Slip};
use crate::present::Lang;
use crate::report::Report;

/// What is said of an explanation as a whole.
pub fn explanation(explanation: &Explanation, lang: Lang) -> String {
    let count = explanation.readings.len();
    let single = explanation
        .readings
        .first()
        .is_some_and(|reading| reading.changes.len() == 1);
    let zh = matches!(lang.spoken(), Lang::Chinese);
    if explanation.misread {
        return lang
            .pick(
                "不成立的关系太多，这张表很可能没有读对（错行、错列或漏了一列），请先对照原文核对表格。",
                "So many relations are broken that the table was probably read wrongly: compare it with the original first.",
            )
            .to_owned();
    }
    let in_text = explanation
        .readings
        .first()
        .is_some_and(|reading| reading.changes.is_empty());
    match (explanation.grade, count) {
        (Grade::Likely, _) if in_text => lang.pick(
            "表内各项对得上，很可能是正文写错了，请对照原始台账确认。",
            "The sums of the table hold: probably the text is wrong. Confirm it with the register.",
        ),
        (_, 1) if in_text => lang.pick(
            "表内也有对不上的数，先核对表格，再看正文。",
            "The sums of the table do not all hold: look into the table first, then into the text.",
        ),
        (Grade::Certain, 0 | 1) if single => lang.pick(
            "只有改这一格，才能使有关的勾稽关系全部成立。",
            "Only a change of this cell makes all these relations hold.",
        ),
        (Grade::Certain, 0 | 1) => lang.pick(
            "只有这样改，才能使有关的勾稽关系全部成立。",
            "Only this change makes all these relations hold.",
        ),
        (Grade::Certain, _) => lang.pick(
            "几乎可以肯定是第一种情况；如果这一格是后来改过的，就是合计没有跟着改。",
            "Almost certainly the first; unless the figure was changed late and its totals did not follow.",
        ),
        (Grade::Likely, 0 | 1) => lang.pick(
            "很可能是这样，改后有关的勾稽关系全部成立，请对照原始台账确认。",
            "Probably this: all these relations then hold. Confirm it with the register.",
        ),
        (Grade::Likely, _) => lang.pick(
            "很可能是第一种情况，请对照原始台账确认。",
            "Probably the first: confirm it with the register.",
        ),
        (Grade::Choose, 0 | 1) => lang.pick(
            "这样改说得通，但不能肯定，请核对原始台账。",
            "This makes sense, but is not certain: look into the register.",
        ),
        (Grade::Choose, _) => {
            return if zh {
                format!("以下 {count} 种情况都说得通，请核对原始台账。")
            } else {
                format!("These {count} readings all make sense: look into the register.")
            };
        }
        (Grade::Partial, _) => lang.pick(
            "有多种可能，其中几处改动是共同的，其余请核对原始台账。",
            "Many readings make sense. Some changes are common to them; for the rest look into the register.",
        ),
        (Grade::Unknown, _) => lang.pick(
            "没有找到少数几处改动就能使全部关系成立的情况，可能有多处填错，请逐行核对。",
            "No few changes make all relations hold: several figures are wrong. Go through the lines one by one.",
        ),
    }
    .to_owned()
}

/// 表三“（一）予以公开”行“总计”列：12 改为 13: one change in words.
pub fn change(change: &Change, report: &Report, lang: Lang) -> String {
    let cell = Names { report, lang }.cell(change.id);
    let to = change.to;
    match (lang.spoken(), change.from) {
        (Lang::Chinese, Some(from)) => format!("{cell}：{from} 改为 {to}"),
        (Lang::Chinese, None) => format!("{cell}：空白填 {to}"),
        (Lang::English, Some(from)) => format!("{cell}: {from} to {to}"),
        (Lang::English, None) => format!("{cell}: blank to {to}"),
    }
}

/// 正文：258 改为 275: one change of the text in words.
pub fn rewording(rewording: &Rewording, lang: Lang) -> String {
    let Rewording { from, to, .. } = rewording;
    match lang.spoken() {
        Lang::Chinese => format!("正文：{from} 改为 {to}"),
        Lang::English => format!("Text: {from} to {to}"),
    }
}

/// Why a reading may be what happened.
pub fn reason(reading: &Reading, report: &Report, lang: Lang) -> String {
    if let Some(source) = reading.words.first().and_then(|it| it.source) {
        let cell = Names { report, lang }.cell(source);
        return match lang.spoken() {
            Lang::Chinese => format!("{cell}正好是这个数，可能抄错了格。"),
            Lang::English => {
                format!("{cell} has just this figure: the wrong cell may have been copied.")
            }
        };
    }
    let mut reason = cause(reading, lang).to_owned();
    if reading.witnessed {
        reason.push_str(lang.pick("正文写的也是这样。", " The text says so too."));
    }
    #[cfg(feature = "whole")]
    if reading.carried {
        reason.push_str(lang.pick(
            "上一年年报也是这个数。",
            " Last year’s report has this figure too.",
        ));
    }
    reason
}

fn cause(reading: &Reading, lang: Lang) -> &'static str {
    match (reading.cause, reading.changes.as_slice()) {
        (Cause::Quoted | Cause::Misquoted, _) => match reading.words.first().and_then(Rewording::slip) {
            Some(Slip::Zero) => lang.pick("正文说没有，表里有数。", "The text says none, and the table has a figure."),
            Some(Slip::Surplus) => lang.pick("表里是 0，正文却有数。", "The table has 0, and the text a figure."),
            None | Some(Slip::Other | Slip::Blank) => lang.pick(
                "正文可能用了改动以前的数，或者别处的数。",
                "The text may have an earlier figure, or that of something else.",
            ),
            Some(known) => slip(known, lang),
        },
        (Cause::Cells, [one]) => slip(one.slip(), lang),
        (Cause::Cells, _) => lang.pick("这几格各自填错。", "Each of these cells is wrong for itself."),
        (Cause::Moved, _) => lang.pick(
            "数字可能填到了旁边一格，或者相邻两格填反了。",
            "The figure may stand one cell off, or two neighbours are exchanged.",
        ),
        (Cause::Exchanged, _) => lang.pick("这两格的数字可能互相填反了。", "The two figures may be exchanged."),
        (Cause::LineSlipped, _) => lang.pick(
            "这一行的几个数字可能整体错了一列。",
            "The figures of this line may have slipped by one column.",
        ),
        (Cause::ColumnSlipped, _) => lang.pick(
            "这一列的几个数字可能整体错了一行。",
            "The figures of this column may have slipped by one line.",
        ),
        (Cause::LineEmpty, _) => lang.pick("这一行可能漏填了。", "This line may have been left empty."),
        (Cause::ColumnEmpty, _) => lang.pick("这一列可能漏填了。", "This column may have been left empty."),
        (Cause::LineMisread, _) => lang.pick(
            "这一行连同总计可能错了一列，请对照原文。",
            "This line, total included, may have been read one column off: compare it with the original.",
        ),
        (Cause::TableMisread, _) => lang.pick(
            "这几行连同总计可能都错了一列，请对照原文。",
            "These lines, totals included, may have been read one column off: compare them with the original.",
        ),
        (Cause::CountedTwice, _) => lang.pick(
            "合计与各项之和的差正好等于其中一项，这一项可能重复计算或漏算了。",
            "The difference is exactly one of the items: it may be counted twice, or left out.",
        ),
        (Cause::StaleTotals, _) => lang.pick(
            "分项改过以后，这几个合计可能没有跟着改。",
            "These totals may not have followed a change of their parts.",
        ),
        (Cause::Carried, _) => lang.pick(
            "这一格填错以后，有的合计按错的数字算了。",
            "Some totals may have been summed with the wrong figure.",
        ),
        (Cause::LateChange, _) => lang.pick(
            "这一格可能是后来改的，改得对，只是各个合计没有跟着改。",
            "The figure may have been changed late and rightly, and its totals did not follow.",
        ),
        (Cause::OutcomesResummed, _) => lang.pick(
            "“（七）总计”一行可能不是按这张表的各项相加的。",
            "The line of the total of outcomes may not have been summed from this table.",
        ),
        (Cause::AllResummed, _) => lang.pick(
            "各个合计可能都不是按这张表的分项相加的。",
            "The totals may not have been summed from this table.",
        ),
        (Cause::Glued, _) => lang.pick("相邻两格的数字可能连在了一起。", "The figures of two neighbours may stand glued together."),
        (Cause::Split, _) => lang.pick("一个数字可能被拆到了两格里。", "One figure may have been split over two cells."),
        (Cause::LineCopied, _) => lang.pick("这一行可能照抄了相邻一行。", "This line may be a copy of its neighbour."),
    }
}

fn slip(slip: Slip, lang: Lang) -> &'static str {
    match slip {
        Slip::Blank => lang.pick(
            "这一格空着，按其他数字推算。",
            "The cell is blank; told by the other figures.",
        ),
        Slip::Zero => lang.pick(
            "这一格填的是 0，可能漏填了。",
            "The cell holds a 0: the figure may have been left out.",
        ),
        Slip::Surplus => lang.pick("这一格可能本来是 0。", "The cell may have been 0."),
        Slip::DigitsExchanged => lang.pick(
            "相邻两位数字可能写颠倒了。",
            "Two neighbouring digits may be exchanged.",
        ),
        Slip::DigitDropped => lang.pick("可能漏了一位数字。", "A digit may be missing."),
        Slip::DigitAdded => lang.pick("可能多了一位数字。", "There may be a digit too many."),
        Slip::DigitReplaced => lang.pick("可能错了一位数字。", "One digit may be wrong."),
        Slip::Near => lang.pick(
            "相差很小，可能数错了，或者没有随改动更新。",
            "It is off by little: miscounted, or not brought up to date.",
        ),
        Slip::Other => lang.pick("按其他数字推算。", "Told by the other figures."),
    }
}
