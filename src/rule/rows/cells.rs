//! Single cells: figures, amounts, blanks.

use super::{LABELS, advice, explanation, text};
use crate::finding::Severity;
use crate::rule::{CellCheck, Kind, Rule, Text};

const EMPTY_CELLS: Text = explanation(
    "填报惯例：没有发生的填 0；官方文件未见对空白的明文规定",
    "Common practice: what did not happen is entered as 0; no official sentence on blanks was found",
);

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "count-format",
        severity: Severity::Error,
        kind: Kind::Cell(CellCheck::CountFormat),
        title: text(
            "件数应为不小于 0 的整数",
            "A count is a whole number, 0 or more",
        ),
        basis: LABELS,
        what: explanation(
            "件数格里应是 0 或正整数。负数、小数、文字会被指出；“22（其中修订16件）”这样带说明的数字可以识别，不算错。",
            "Counts must be 0 or positive whole numbers. Negative figures, fractions and words are reported; figures with a note are understood.",
        ),
        why: explanation(
            "不是整数就无法相加，勾稽关系也无法核对。",
            "Without a whole number the sums cannot be checked.",
        ),
        todo: advice(
            "改成整数；没有发生的填 0。",
            "Enter a whole number; 0 for what did not happen.",
        ),
    },
    Rule {
        code: "amount-format",
        severity: Severity::Error,
        kind: Kind::Cell(CellCheck::AmountFormat),
        title: text(
            "金额应为数字，单位与栏目一致",
            "An amount is a number in the unit of its column",
        ),
        basis: explanation(
            "表二“本年收费金额（单位：万元）”栏目名称",
            "The column label in table two: unit 10,000 yuan",
        ),
        what: explanation(
            "收费金额以万元为单位，可有小数；写成元、没有单位的采购金额、负数和文字会被指出。",
            "Fees are stated in 10,000 yuan, decimals allowed. Other units, purchases without a unit, negative figures and words are reported.",
        ),
        why: explanation(
            "单位弄错，金额会差一万倍。",
            "With the wrong unit the amount is off by a factor of 10,000.",
        ),
        todo: advice("换算成万元后填写。", "Convert to 10,000 yuan."),
    },
    Rule {
        code: "blank-total",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::BlankTotal),
        title: text(
            "分项填了数的，总计也应填数",
            "Where the parts have figures, the total has one",
        ),
        basis: LABELS,
        what: explanation(
            "分项填了数的，总计不应空白或写斜杠。空着的，按分项算出应填的数供参考；用到这个总计的其他关系不再核对。",
            "Where parts have figures, their total is not blank. If it is, the sum is proposed; other relations that use the total are not checked.",
        ),
        why: explanation(
            "总计空着，读者无法判断是漏填还是 0。",
            "A blank total cannot be told from a forgotten one.",
        ),
        todo: advice("核对后把总计补上。", "Fill in the total after checking."),
    },
    Rule {
        code: "only-total",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::OnlyTotal),
        title: text(
            "总计填了数的，分项也应填数",
            "Where the total has a figure, its parts have them",
        ),
        basis: LABELS,
        what: explanation(
            "总计大于 0 的，它的分项应当填了数。",
            "Where a total is above 0, its parts have figures.",
        ),
        why: explanation(
            "没有分项就无法核对总计。",
            "Without parts the total cannot be checked.",
        ),
        todo: advice(
            "补填各分项，没有的填 0。",
            "Fill in the parts, 0 where there is none.",
        ),
    },
    Rule {
        code: "blank-cell",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::Blank),
        title: text(
            "每个数字格都应填数，没有的填 0",
            "Every value cell has a figure, 0 where there is nothing",
        ),
        basis: EMPTY_CELLS,
        what: explanation(
            "数字格应填数。空白，或写了“/”“—”“无”的，核对时按 0 计算，但空白与 0 不是一回事，所以单独列出。",
            "A value cell has a figure. A blank or a dash counts as 0 in the sums, but blank is not 0, so it is listed.",
        ),
        why: explanation(
            "空白可能是漏填，公开后容易被追问。",
            "A blank may be a forgotten figure.",
        ),
        todo: advice("确实没有的填 0。", "Enter 0 where there is nothing."),
    },
];
