//! The report against that of the year before. These rules apply only where that report was given, and so only in the
//! whole engine.

use super::{LABELS, PRACTICE, explanation, text};
use crate::finding::Severity;
use crate::rule::{Kind, PreviousCheck, Rule};

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "carried-over",
        severity: Severity::Error,
        kind: Kind::Previous(PreviousCheck::CarriedOver),
        title: text(
            "上年结转与上一年年报的结转下年度一致",
            "Requests carried in are those that the year before carried out",
        ),
        basis: LABELS,
        what: explanation(
            "表三“上年结转”的总计，应等于上一年年报“结转下年度继续办理”的总计；总计相同的，再逐类比较申请人，不同的只作疑点。",
            "The total carried in equals the total that last year's report carried out; if it does, each kind of applicant is compared, and a difference is a warning.",
        ),
        why: explanation(
            "上一年没有办完的申请，就是本年要接着办的申请，两份年报说的是同一批件。",
            "What was open at the end of one year is what the next begins with: both reports count the same requests.",
        ),
        todo: explanation(
            "对照上一年公布的年报。上一年的数字后来更正过的，以更正后的为准，并在年报里说明。",
            "Compare with the report published last year; if it was corrected later, use the corrected figure and say so.",
        ),
    },
    Rule {
        code: "in-force-roll-forward",
        severity: Severity::Warning,
        kind: Kind::Previous(PreviousCheck::InForce),
        title: text(
            "现行有效件数与上一年年报衔接",
            "Documents in force follow from last year's report",
        ),
        basis: LABELS,
        what: explanation(
            "规章、行政规范性文件：本年现行有效件数应等于上一年现行有效件数加本年制发、减本年废止。两年都用 2021 年版表格的才比较。",
            "Documents in force are those of last year, more those issued, less those repealed; only where both years have the form of 2021.",
        ),
        why: explanation(
            "三个数字能从上一年推出来；对不上的，多半是漏计了废止或新制发的文件。",
            "The figure follows from last year's; a difference mostly is a document forgotten.",
        ),
        todo: explanation(
            "核对文件清单。文件到期自动失效、机构调整、清理后重新统计的，可以不改，备好说明。",
            "Check the list of documents; expiry, reorganisation and a new count after a clean-up explain a difference.",
        ),
    },
    Rule {
        code: "text-repeated",
        severity: Severity::Warning,
        kind: Kind::Previous(PreviousCheck::Repeated),
        title: text(
            "正文不与上一年年报雷同",
            "The text is not that of last year's report",
        ),
        basis: PRACTICE,
        what: explanation(
            "第一、第五部分与上一年年报逐句比较，八成以上的文字原样相同的，提醒核对。",
            "Sections one and five are compared with last year's report sentence by sentence; told where four fifths are the same, word for word.",
        ),
        why: explanation(
            "照抄上一年的年报是检查和第三方评估常提的问题，也容易留下旧的数字。",
            "Reviewers often name reports copied from the year before, and old figures survive in them.",
        ),
        todo: explanation("按本年的实际情况改写。", "Write what was so in this year."),
    },
];
