//! Tables and lines as a whole, and how they could be read.

use super::{advice, explanation, text};
use crate::finding::Severity;
use crate::rule::{FormCheck, Kind, Rule, Text};

const FORMAT: Text = explanation(
    "《政府信息公开条例》第五十条：全国统一格式；表样附于国办公开办函〔2019〕60号、〔2021〕30号",
    "Regulation on government information disclosure, article 50: one format for all; the forms are annexed to 〔2019〕60号 and 〔2021〕30号",
);
const READING: Text = explanation(
    "读取情况，不涉及报告内容",
    "About reading, not about the report",
);

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "missing-table",
        severity: Severity::Warning,
        kind: Kind::Form(FormCheck::MissingTable),
        title: text("三张表应齐全", "All three tables are there"),
        basis: FORMAT,
        what: explanation(
            "报告里应有表二、表三、表四。没有读到哪一张，就指出哪一张。",
            "Tables two, three and four stand in the report; one that was not found is named.",
        ),
        why: explanation(
            "表格是报告的规定内容；也可能是以图片贴入，读不出来。",
            "The tables are required; one may also have been pasted as a picture.",
        ),
        todo: advice(
            "补上表格；如果是图片，请换成真正的表格再核对。",
            "Add the table; replace a picture by a real table.",
        ),
    },
    Rule {
        code: "missing-line",
        severity: Severity::Error,
        kind: Kind::Form(FormCheck::MissingLine),
        title: text("表格各行应齐全", "All lines of the tables are there"),
        basis: FORMAT,
        what: explanation(
            "规定的每一行都应在表里。没有读到的行会逐一列出。",
            "Every line of the form stands in its table; the lines that were not found are listed.",
        ),
        why: explanation(
            "缺行会使合计无法核对。",
            "Without it the sums cannot be checked.",
        ),
        todo: advice(
            "对照官方表样补齐。",
            "Complete the table after the official form.",
        ),
    },
    Rule {
        code: "unreadable-line",
        severity: Severity::Notice,
        kind: Kind::Form(FormCheck::UnreadableLine),
        title: text(
            "每一行的数字应能分清",
            "The figures of each line can be told apart",
        ),
        basis: READING,
        what: explanation(
            "一行的数字应当一格一个，分得清楚。连成一串、不能确定每一格是多少的，不核对，只列出来。",
            "The figures of a line stand apart. A line whose figures run together and cannot be told apart for certain is not checked, only listed.",
        ),
        why: explanation(
            "复制网页时格子之间的分隔常会丢失。",
            "Copies of web pages often lose the cell boundaries.",
        ),
        todo: advice(
            "请改用原始 Word 文件，或直接在表里填上这一行的数字。",
            "Use the original document, or type the figures of the line into the table.",
        ),
    },
    Rule {
        code: "duplicate-table",
        severity: Severity::Notice,
        kind: Kind::Form(FormCheck::DuplicateTable),
        title: text("每张表应只出现一次", "Each table stands once"),
        basis: READING,
        what: explanation(
            "同一张表只应出现一次。内容不同的表出现多张时，只核对内容最全的一张。",
            "Each table stands once. Where it stands several times with other figures, only the fullest is checked.",
        ),
        why: explanation(
            "可能把两份报告放进了一个文件。",
            "Two reports may stand in one file.",
        ),
        todo: advice(
            "如果是两份报告，请分开核对。",
            "Check two reports separately.",
        ),
    },
    Rule {
        code: "edition-mismatch",
        severity: Severity::Warning,
        kind: Kind::Form(FormCheck::EditionMismatch),
        title: text(
            "表格版本应与报告年度相符",
            "The tables are of the edition that the year asks for",
        ),
        basis: explanation(
            "2019、2020 年度用国办公开办函〔2019〕60号，2021 年度起用〔2021〕30号",
            "Reports for 2019 and 2020 use 〔2019〕60号, from 2021 on 〔2021〕30号",
        ),
        what: explanation(
            "表格的栏目应与报告年度规定的版本一致：2019、2020 年度用 2019 年版，2021 年度起用 2021 年版。",
            "The labels are those of the edition for the year: the 2019 form for 2019 and 2020, the 2021 form from 2021 on.",
        ),
        why: explanation(
            "用旧表样会漏报新栏目，数据无法汇总。",
            "An old form lacks the new lines, so the figures cannot be added up.",
        ),
        todo: advice("换用该年度的表样。", "Use the form of that year."),
    },
];
