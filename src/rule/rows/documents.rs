//! Section two: figures that hang together, though nothing is summed.

use super::{LABELS, advice, explanation, relation, text};
use crate::finding::Severity;
use crate::form::{Column, Table};
use crate::rule::{CellCheck, Comparison, Kind, Rule, Sides};

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "in-force-too-small",
        severity: Severity::Warning,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::InForce, Column::Repealed],
                right: &[Column::Issued],
            },
            Comparison::AtLeast,
        ),
        title: text(
            "现行有效件数不应少于制发减废止",
            "Documents in force are at least those issued less those repealed",
        ),
        basis: LABELS,
        what: explanation(
            "规章、行政规范性文件：现行有效件数不应小于本年制发件数减去本年废止件数。",
            "Documents in force are at least those issued this year less those repealed this year.",
        ),
        why: explanation(
            "本年制发的文件，除非又被废止，年底仍然有效。",
            "What was issued this year is still in force unless it was repealed.",
        ),
        todo: advice(
            "核对三个数字，常见原因是现行有效只填了去年的数。",
            "Check the three figures; often the number in force is last year's.",
        ),
    },
    Rule {
        code: "disclosed-total-too-small",
        severity: Severity::Warning,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::TotalDisclosed],
                right: &[Column::NewlyDisclosed],
            },
            Comparison::AtLeast,
        ),
        title: text(
            "对外公开总数量不应少于本年新公开数量（2019 年版）",
            "The total disclosed is at least the newly disclosed (2019 form)",
        ),
        basis: LABELS,
        what: explanation(
            "对外公开总数量不应小于本年新公开数量。",
            "The total disclosed is at least the number newly disclosed.",
        ),
        why: explanation(
            "总数包含本年新公开的。",
            "The total includes what was newly disclosed.",
        ),
        todo: advice("核对两个数字。", "Check both figures."),
    },
    Rule {
        code: "produced-not-disclosed",
        severity: Severity::Notice,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::Produced],
                right: &[Column::NewlyDisclosed],
            },
            Comparison::Equal,
        ),
        title: text(
            "新制作数量一般等于新公开数量（2019 年版）",
            "Produced and newly disclosed are usually equal (2019 form)",
        ),
        basis: LABELS,
        what: explanation(
            "本年新制作数量与本年新公开数量一般相同，不同的请留意。",
            "The numbers newly produced and newly disclosed are usually equal; a difference is worth a look.",
        ),
        why: explanation(
            "有的文件依法不公开，两个数可以不同；也可能是填错。",
            "Some documents are lawfully withheld, so they may differ; or a figure is wrong.",
        ),
        todo: advice("确认不是填错即可。", "Make sure that it is no slip."),
    },
    Rule {
        code: "items-below-zero",
        severity: Severity::Error,
        kind: relation(
            Table::Disclosure,
            Sides::Columns {
                left: &[Column::PreviousItems, Column::Change],
                right: &[],
            },
            Comparison::AtLeast,
        ),
        title: text(
            "上一年项目数量加增减不应小于 0（2019 年版）",
            "Items of last year plus change are not below 0 (2019 form)",
        ),
        basis: LABELS,
        what: explanation(
            "上一年项目数量加本年增/减，不应小于 0。",
            "Last year's items plus the change are 0 or more.",
        ),
        why: explanation(
            "项目不可能减到负数。",
            "There cannot be fewer than no items.",
        ),
        todo: advice(
            "核对上一年项目数量和增减的正负号。",
            "Check last year's number and the sign of the change.",
        ),
    },
    Rule {
        code: "procurement-mismatch",
        severity: Severity::Warning,
        kind: Kind::Cell(CellCheck::ZeroTogether),
        title: text(
            "采购项目与金额应同时有或同时为 0（2019 年版）",
            "Purchases: number and amount both 0 or both above 0 (2019 form)",
        ),
        basis: LABELS,
        what: explanation(
            "采购项目数量与采购总金额应当同时为 0 或同时大于 0。",
            "Number and amount of purchases are both 0 or both above 0.",
        ),
        why: explanation(
            "有项目就有金额，有金额就有项目。",
            "Where there is a purchase there is an amount.",
        ),
        todo: advice("核对两个数字。", "Check both figures."),
    },
];
