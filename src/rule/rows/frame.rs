//! What holds a report together: headings, title, year, period, notice, names.

use super::{PRACTICE, advice, explanation, text};
use crate::finding::Severity;
use crate::rule::{Kind, ReportCheck, Rule, Text};

const FORMAT: Text = explanation(
    "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号：内容不能遗漏，格式全国统一",
    "Regulation on government information disclosure, article 50; 〔2021〕30号: nothing is left out, one format for all",
);
const NOTICES: Text = explanation(
    "2019、2020 年度用国办公开办函〔2019〕60号，2021 年度起用〔2021〕30号",
    "Reports for 2019 and 2020 use 〔2019〕60号, from 2021 on 〔2021〕30号",
);

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "heading-missing",
        severity: Severity::Error,
        kind: Kind::Report(ReportCheck::HeadingMissing),
        title: text(
            "六个规定标题应齐全",
            "The six headings of the form are there",
        ),
        basis: FORMAT,
        what: explanation(
            "报告应有六个部分：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。换了说法、没有编号都算有；只放进来一部分的，不核对。",
            "The report has six sections, each with its heading. Other words and headings without numbers count as there; a part of a report is not judged.",
        ),
        why: explanation(
            "内容由《条例》第五十条规定，不能遗漏。",
            "Article 50 prescribes the contents; nothing may be left out.",
        ),
        todo: advice(
            "补上缺少的部分；没有内容也要保留标题并写明。",
            "Add the section; where there is nothing to tell, keep the heading and say so.",
        ),
    },
    Rule {
        code: "heading-order",
        severity: Severity::Error,
        kind: Kind::Report(ReportCheck::HeadingOrder),
        title: text(
            "六个标题应按一至六编号、依次排列",
            "The headings are numbered one to six and stand in order",
        ),
        basis: FORMAT,
        what: explanation(
            "六个标题的编号应是一至六，前后顺序与规定格式一致。自动编号等没有读到编号的，不核对编号。",
            "The headings carry the numbers one to six in this order. Headings without a number, as a word processor makes them, are not judged by number.",
        ),
        why: explanation(
            "格式全国统一，编号错乱会让人找不到内容。",
            "One format holds for all; readers look for section three under number three.",
        ),
        todo: advice(
            "按规定格式改正编号和顺序。",
            "Correct numbers and order after the official form.",
        ),
    },
    Rule {
        code: "heading-wording",
        severity: Severity::Notice,
        kind: Kind::Report(ReportCheck::HeadingWording),
        title: text(
            "标题用语宜与规定格式一致",
            "The headings use the official words",
        ),
        basis: FORMAT,
        what: explanation(
            "把标题与规定格式对照。只有“和”“及”、顿号不同的不算，在规定用语前后加了字的也不算。",
            "Compares headings with the official words. Conjunctions, signs and words added around them do not count.",
        ),
        why: explanation(
            "换了说法不算错，但统一格式便于查找和汇总。",
            "Other words are no mistake, but one format is easier to find and to collect.",
        ),
        todo: advice(
            "可以改成规定的用语。",
            "The official words may be used instead.",
        ),
    },
    Rule {
        code: "title-form",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::TitleForm),
        title: text(
            "标题应有单位名称和年度",
            "The title names the body and the year",
        ),
        basis: PRACTICE,
        what: explanation(
            "标题一般是“单位全称 + 年度 + 政府信息公开工作年度报告”。核对有没有单位、有没有年度、年度有没有写两遍；用语不同的只提示。没有读到标题的不核对。",
            "The title is usually the full name of the body, the year, and the official words. Looks for the body, the year, and a year written twice; other words are a notice.",
        ),
        why: explanation(
            "标题是读者和汇总系统认报告的依据。",
            "The title is what readers and registers know the report by.",
        ),
        todo: advice(
            "按“单位全称 + 年度 + 政府信息公开工作年度报告”改。",
            "Write the full name of the body, the year and the official words.",
        ),
    },
    Rule {
        code: "year-mismatch",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::YearMismatch),
        title: text(
            "标题、统计期限、正文的年度应一致",
            "Title, period and text name the same year",
        ),
        basis: PRACTICE,
        what: explanation(
            "标题的年度、统计期限的年份、“现公布……年度报告”的年份、总体情况开头的年份应相同。预算年度、上年对比等其他年份不看。",
            "The year of the title, of the period, of the name of the report in the preface, and the first words of the overview are the same. Other years, as of budgets and comparisons, are not looked at.",
        ),
        why: explanation(
            "不一致多半是沿用了上年的文字没有改。",
            "A difference mostly comes from last year’s text.",
        ),
        todo: advice(
            "核对是哪一年的报告，把写错的年份改过来。",
            "Find out which year is right and correct the others.",
        ),
    },
    Rule {
        code: "period-missing",
        severity: Severity::Notice,
        kind: Kind::Report(ReportCheck::PeriodMissing),
        title: text("应写明统计期限", "The period reported on is stated"),
        basis: PRACTICE,
        what: explanation(
            "报告里应写明数据的统计期限。各种写法都算；只放进来一部分的不核对。",
            "The report states the period of its figures, in whatever words; a part of a report is not judged.",
        ),
        why: explanation(
            "不写期限，别人不知道数字算到哪一天。",
            "Without it nobody knows up to which day the figures count.",
        ),
        todo: advice(
            "在总体情况前后加一句，写明数据统计期限为当年1月1日至12月31日。",
            "Add one sentence: the figures are for 1 January to 31 December of the year.",
        ),
    },
    Rule {
        code: "period-incomplete",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::PeriodIncomplete),
        title: text("统计期限应是全年", "The period is the whole year"),
        basis: PRACTICE,
        what: explanation(
            "统计期限应从当年1月1日到12月31日。日期不完整、读不明白的不核对。",
            "The period runs from 1 January to 31 December of one year. Dates that cannot be read in full are not judged.",
        ),
        why: explanation(
            "年度报告的数字是全年的；期限写短了，可能是笔误，也可能是数字没有统计完。",
            "The figures are those of a year; a shorter period is a slip of the pen, or the figures are not complete.",
        ),
        todo: advice(
            "核对起止日期；如果数字只统计到某一天，请补齐。",
            "Check the two dates; if the figures end earlier, complete them.",
        ),
    },
    Rule {
        code: "published-late",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::PublishedLate),
        title: text(
            "落款日期不应晚于规定的公布时间",
            "The day in the signature is not after the last day to publish",
        ),
        basis: explanation(
            "《政府信息公开条例》第四十九条",
            "Regulation on the disclosure of government information, article 49",
        ),
        what: explanation(
            "落款单独一行写了日期的，不应晚于次年3月31日。部门的期限是1月31日，从名称不能完全断定是部门还是政府，所以只指出对谁都晚的日期。",
            "A day in a line of its own at the end is not after 31 March of the next year. Departments have until 31 January; a name does not always tell which, so only what is late for all is told.",
        ),
        why: explanation(
            "县级以上政府部门应在1月31日前、县级以上地方政府应在3月31日前公布上一年度的年报。",
            "Departments publish by 31 January, governments by 31 March.",
        ),
        todo: advice(
            "核对落款日期；确实晚了的，尽快公布，不要改写日期。",
            "Check the day; if it is right, publish at once and leave it.",
        ),
    },
    Rule {
        code: "notice-mismatch",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::NoticeMismatch),
        title: text(
            "引用的格式通知应与年度相符",
            "The notice cited is the one for the year",
        ),
        basis: NOTICES,
        what: explanation(
            "报告里引用的格式通知文号，2019、2020 年度应是国办公开办函〔2019〕60号，2021 年度起应是〔2021〕30号。同时引用了正确文号的不算。",
            "Reports on 2019 and 2020 cite 〔2019〕60号, from 2021 on 〔2021〕30号. A report that cites the right one as well is right.",
        ),
        why: explanation(
            "旧文号说明文字是从以前的报告沿用的。",
            "An old number tells that the text was taken from an older report.",
        ),
        todo: advice(
            "把文号改成该年度适用的通知。",
            "Cite the notice for the year.",
        ),
    },
    Rule {
        code: "unit-mismatch",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::UnitMismatch),
        title: text(
            "标题、编制说明、落款应是同一单位",
            "Title, preface and signature name one body",
        ),
        basis: PRACTICE,
        what: explanation(
            "把标题里的单位与“现公布……年度报告”里的单位、文末落款相比。简称、加了上级地名、政府与其办公室之间不算不同。",
            "Compares the body of the title with the one in the preface and in the signature. Short names, places in front and a government’s own office are no difference.",
        ),
        why: explanation(
            "不同多半是套用了别的单位的报告。",
            "A difference mostly comes from another body’s text.",
        ),
        todo: advice("核对单位名称。", "Check the names."),
    },
    Rule {
        code: "section-count",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::SectionCount),
        title: text(
            "说有六个部分，就应列出六个",
            "A list of six sections names six",
        ),
        basis: PRACTICE,
        what: explanation(
            "编制说明里写“由……六个部分组成”的，列出的部分应是六个，并且没有重复。以“等”省略后面的不算。",
            "A preface that says the report has six sections names six, none of them twice. A list that breaks off is not judged.",
        ),
        why: explanation(
            "数目和内容对不上，多半是抄写时漏了一个。",
            "Mostly one was lost in copying.",
        ),
        todo: advice(
            "对照六个标题补齐。",
            "Complete the list after the six headings.",
        ),
    },
];
