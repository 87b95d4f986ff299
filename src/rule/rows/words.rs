//! Figures of the text against the tables, and against each other.
//!
//! What each phrase may mean, and which honest reports taught so: the rule book of the project, counted over published
//! reports. A figure is an error only where the sentence calls it as the form does.

use super::{LABELS, PRACTICE, advice, explanation, text};
use crate::finding::Severity;
use crate::rule::{Kind, Rule, Text, WordsCheck};

const SAME: Text = explanation(
    "正文和表格说的是同一件事，数字不同必有一错。",
    "Text and table tell the same; if they differ, one is wrong.",
);

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "text-new-requests",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::NewRequests),
        title: text(
            "正文的收到申请数与表三一致",
            "Requests received: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说收到、新收、受理、办理多少件申请，与表三“本年新收”比较；写明含上年结转的，或者说的是办理，与新收加结转比较。",
            "What the text says was received or handled is compared with “new”, or with new and carried in where the words allow it.",
        ),
        why: SAME,
        todo: advice(
            "核对台账，把写错的一处改过来；数字包含上年结转的，写明“含上年结转”。",
            "Check the register and correct the wrong one; if those carried in are included, say so.",
        ),
    },
    Rule {
        code: "text-carried-in",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::CarriedIn),
        title: text(
            "正文的上年结转数与表三一致",
            "Carried in: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说的上年结转件数，与表三“上年结转”比较。",
            "What the text says was carried in is compared with the table.",
        ),
        why: SAME,
        todo: advice(
            "核对上年结转的件数，把写错的一处改过来。",
            "Check what was carried in and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-answered",
        severity: Severity::Warning,
        kind: Kind::Words(WordsCheck::Answered),
        title: text(
            "正文的答复办结数与表三总计一致",
            "Requests answered: text and table agree",
        ),
        basis: PRACTICE,
        what: explanation(
            "正文说答复、办结多少件，与表三（七）总计比较。“其中”后面的、只说一部分的不比较。",
            "What the text says was answered is compared with （七）. Parts of it are not.",
        ),
        why: SAME,
        todo: advice(
            "核对办理结果的总计，把写错的一处改过来；只答复了一部分的，写明是哪一部分。",
            "Check the total and correct the wrong one; if only a part is meant, say which.",
        ),
    },
    Rule {
        code: "text-carried-out",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::CarriedOut),
        title: text(
            "正文的结转下年数与表三一致",
            "Carried out: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说结转下年度、正在办理多少件，与表三“结转下年度继续办理”比较。",
            "What the text says was carried out or is still open is compared with the table.",
        ),
        why: SAME,
        todo: advice(
            "核对年底没有办完的件数，把写错的一处改过来。",
            "Check what was open at the end of the year and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-outcome",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Outcome),
        title: text(
            "正文的办理结果与表三一致",
            "Results of requests: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说予以公开、部分公开、不予公开、无法提供、不予处理、其他处理多少件，与表三相应各行的总计比较；写明具体理由的，与那一行比较。",
            "Results stated in the text are compared with their lines; a reason that is named, with its own line.",
        ),
        why: SAME,
        todo: advice(
            "核对这一类结果的件数，把写错的一处改过来。",
            "Check this kind of result and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-outcome-list",
        severity: Severity::Warning,
        kind: Kind::Words(WordsCheck::OutcomeList),
        title: text("正文各类办理结果相加等于总数", "The results listed add up"),
        basis: PRACTICE,
        what: explanation(
            "正文把办理结果逐类列出的，各类相加应等于前面写的总数。",
            "Where the text lists the results, they add up to the number in front.",
        ),
        why: explanation(
            "加不起来，不是漏了一类，就是写错了一个数。",
            "If they do not, a kind is missing or a figure is wrong.",
        ),
        todo: advice(
            "逐类核对，补上漏写的，改正写错的。",
            "Check each and add what is missing.",
        ),
    },
    Rule {
        code: "text-applicants",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Applicants),
        title: text(
            "正文的申请人类别与表三一致",
            "Applicants: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说自然人、法人或其他组织各申请多少件，与表三“本年新收”一行的各列比较。",
            "Applicants stated in the text are compared with the columns of the line of new requests.",
        ),
        why: SAME,
        todo: advice(
            "核对申请人的类别，把写错的一处改过来。",
            "Check the kinds of applicants and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-channels",
        severity: Severity::Warning,
        kind: Kind::Words(WordsCheck::Channels),
        title: text(
            "正文各申请渠道相加等于收到数",
            "The ways in which requests came add up",
        ),
        basis: PRACTICE,
        what: explanation(
            "正文把网上、信函、当面等渠道的申请逐项列出的，相加应等于收到的件数。",
            "Where the text lists the ways in which requests came, they add up to those received.",
        ),
        why: explanation(
            "表格没有渠道这一项，只能看加不加得起来。",
            "The table has no channels, so only the sum can be checked.",
        ),
        todo: advice("核对各渠道的件数。", "Check the number of each."),
    },
    Rule {
        code: "text-reconsideration",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Reconsideration),
        title: text(
            "正文的行政复议数与表四一致",
            "Reconsiderations: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说行政复议多少件，与表四行政复议的总计比较；等于总计减去尚未审结的，也可以。",
            "Compared with the total of table four, or that without the open ones.",
        ),
        why: SAME,
        todo: advice(
            "核对复议件数，把写错的一处改过来；只说已审结的，写明“已审结”。",
            "Check the cases and correct the wrong one; if only closed ones are meant, say so.",
        ),
    },
    Rule {
        code: "text-litigation",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Litigation),
        title: text(
            "正文的行政诉讼数与表四一致",
            "Lawsuits: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说行政诉讼多少件，与表四两类诉讼的总计之和比较；等于总计减去尚未审结的，也可以。",
            "Compared with both kinds of lawsuits together, or those without the open ones.",
        ),
        why: SAME,
        todo: advice(
            "核对诉讼件数，把写错的一处改过来；只说已审结的，写明“已审结”。",
            "Check the cases and correct the wrong one; if only closed ones are meant, say so.",
        ),
    },
    Rule {
        code: "text-dispute-results",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::DisputeResults),
        title: text(
            "正文的复议诉讼结果与表四一致",
            "Results of disputes: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说维持、纠正、其他结果、尚未审结多少件，与表四相应的格比较；诉讼不分类的，与两类之和比较。",
            "Results stated in the text are compared with their cells, lawsuits of both kinds together where the text does not tell them apart.",
        ),
        why: SAME,
        todo: advice(
            "核对这一类结果的件数，把写错的一处改过来。",
            "Check this kind of result and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-all-upheld",
        severity: Severity::Warning,
        kind: Kind::Words(WordsCheck::AllUpheld),
        title: text(
            "写了均获维持的，表四应没有其他结果",
            "Where all were upheld, the table has nothing else",
        ),
        basis: PRACTICE,
        what: explanation(
            "正文说复议、诉讼均获维持的，表四的纠正、其他结果、尚未审结都应为 0；说零败诉的，纠正应为 0。",
            "“All upheld” means no correction, no other result and nothing open; “none lost” means no correction.",
        ),
        why: explanation(
            "尚未审结的还没有结果，不能说都维持了。",
            "What is open has no result yet.",
        ),
        todo: advice(
            "核对结果；有尚未审结的，写明“已审结的均维持”。",
            "Check the results; if some are open, say that those closed were upheld.",
        ),
    },
    Rule {
        code: "text-documents",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Documents),
        title: text(
            "正文的规章、规范性文件数与表二一致",
            "Documents: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说制发、废止、现行有效多少件规章或规范性文件，与表二比较。只说公开、发布的，不一致时只提示。",
            "Documents made, repealed and in force are compared with table two; documents “published” give a notice only.",
        ),
        why: SAME,
        todo: advice(
            "核对文件件数，把写错的一处改过来。",
            "Check the documents and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-decisions",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Decisions),
        title: text(
            "正文的许可、处罚、强制数与表二一致",
            "Decisions: text and table agree",
        ),
        basis: LABELS,
        what: explanation(
            "正文说作出行政许可、行政处罚、行政强制多少件，与表二的处理决定数量比较。许可事项、公开的许可信息不是决定，不比较。",
            "Decisions are compared with table two; items of licensing and published notices are not decisions.",
        ),
        why: SAME,
        todo: advice(
            "核对处理决定的数量，把写错的一处改过来。",
            "Check the decisions and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-fee",
        severity: Severity::Error,
        kind: Kind::Words(WordsCheck::Fee),
        title: text("正文的收费金额与表二一致", "Fees: text and table agree"),
        basis: LABELS,
        what: explanation(
            "正文说行政事业性收费多少，折算成万元与表二比较；信息处理费不应大于行政事业性收费。",
            "Fees are compared with table two in 万元; the fee for handling information is not more than all fees.",
        ),
        why: explanation(
            "信息处理费属于行政事业性收费。",
            "The fee for handling information is one of the fees.",
        ),
        todo: advice(
            "核对金额和单位，把写错的一处改过来。",
            "Check amount and unit and correct the wrong one.",
        ),
    },
    Rule {
        code: "text-share",
        severity: Severity::Warning,
        kind: Kind::Words(WordsCheck::Share),
        title: text("占比与件数相符", "A share is what its figures give"),
        basis: PRACTICE,
        what: explanation(
            "件数后面写了占百分之几的，与件数除以总数的结果比较，四舍五入和直接舍去都可以。",
            "A share is compared with count by whole; rounding and cutting off are both right.",
        ),
        why: explanation(
            "占比算错的，多半是件数改了而占比没有改。",
            "Mostly the count was changed and the share was not.",
        ),
        todo: advice(
            "重新计算占比，或者核对件数。",
            "Calculate the share again or check the count.",
        ),
    },
    Rule {
        code: "text-growth",
        severity: Severity::Warning,
        kind: Kind::Words(WordsCheck::Growth),
        title: text("增减与两年的件数相符", "A change is what both years give"),
        basis: PRACTICE,
        what: explanation(
            "正文写了上年件数的，或者给出了上一年年报的，增减件数和百分比应与两年的件数相符。上年件数不明的，不核对。",
            "Where the text or last year's report states last year's figure, the change follows from both; otherwise it is not judged.",
        ),
        why: explanation(
            "增减幅度可以从两年的件数算出来。",
            "The change follows from the figures of both years.",
        ),
        todo: advice(
            "按两年的件数重新计算。",
            "Calculate it again from both years.",
        ),
    },
    Rule {
        code: "text-breakdown",
        severity: Severity::Notice,
        kind: Kind::Words(WordsCheck::Breakdown),
        title: text("分项相加等于总数", "The parts of a list add up"),
        basis: PRACTICE,
        what: explanation(
            "正文写“共若干条，其中甲几条、乙几条”的，把各项加起来比一比。有“余”“约”“等”的，单位不同的，不核对。",
            "Where a list names its parts in the same unit, they are added up; lists with “about” or “and so on” are not.",
        ),
        why: explanation(
            "加不起来，不是漏了一项，就是写错了一个数。",
            "If they do not add up, a part is missing or a figure is wrong.",
        ),
        todo: advice(
            "逐项核对；没有列全的，加一个“等”字。",
            "Check each part; if not all are named, say so.",
        ),
    },
];
