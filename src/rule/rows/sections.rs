//! What the sections must say, what a body may fill in, and what is left of templates.

use super::{PRACTICE, advice, explanation, text};
use crate::finding::Severity;
use crate::rule::{Kind, ReportCheck, Rule, Text};

const ARTICLE: Text = explanation(
    "《政府信息公开条例》第五十条",
    "Regulation on government information disclosure, article 50",
);
const CONTENTS: Text = explanation(
    "国办公开办函〔2021〕30号：第一部分对全年工作进行综述",
    "〔2021〕30号: section one is an overview of the work",
);
const SIX: Text = explanation(
    "国办公开办函〔2021〕30号所附表样第六部分的说明；国办函〔2020〕109号",
    "The note under section six of the form annexed to 〔2021〕30号; 国办函〔2020〕109号",
);
const FEE: Text = explanation(
    "表三的栏目名称；国办函〔2020〕109号",
    "The label in table three; 国办函〔2020〕109号",
);
const POWER: Text = explanation(
    "《立法法》第九十一条、第九十三条",
    "Legislation law, articles 91 and 93",
);

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "section-one-empty",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::SectionOneEmpty),
        title: text(
            "第一部分应是工作综述",
            "Section one is an overview of the work",
        ),
        basis: CONTENTS,
        what: explanation(
            "总体情况应综述全年工作。只有编制依据、统计期限、联系方式的，或者没有文字的，指出来。",
            "Section one tells of the year’s work. One with nothing but the basis of the report, its period and whom to ask is pointed out.",
        ),
        why: explanation(
            "总体情况要写主动公开、依申请公开、政府信息管理、平台建设、监督保障。",
            "Active disclosure, requests, management, platforms and supervision belong into it.",
        ),
        todo: advice(
            "补写全年工作；编制说明可以放在第一部分前面。",
            "Tell of the year’s work; the preface may stand in front of section one.",
        ),
    },
    Rule {
        code: "government-supervision",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::GovernmentSupervision),
        title: text(
            "政府的年报应写考核、评议、追责情况",
            "A government tells of assessment, review and accountability",
        ),
        basis: ARTICLE,
        what: explanation(
            "各级人民政府的报告应写工作考核、社会评议和责任追究结果。全文一个字都没有提到的，指出来。部门的报告不核对。",
            "The report of a government tells of assessment, public review and accountability. One that never mentions any of them is pointed out; departments are not judged.",
        ),
        why: explanation(
            "《条例》第五十条第四项专门对各级人民政府作了规定。",
            "Article 50 (4) asks this of governments.",
        ),
        todo: advice(
            "在总体情况的监督保障部分补写；没有追责情形的写明没有。",
            "Add it to the part on supervision; say so where there was no case.",
        ),
    },
    Rule {
        code: "section-five-empty",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::SectionFiveEmpty),
        title: text(
            "第五部分应写问题和改进",
            "Section five tells problems and improvement",
        ),
        basis: ARTICLE,
        what: explanation(
            "存在的主要问题及改进情况应有实际内容。空白、只写“无”或者只有一句话的，指出来；只写了问题或只写了改进的，提示。",
            "Section five has something to tell. Nothing, “none” and a few words are pointed out; problems without improvement, or the other way round, are a notice.",
        ),
        why: explanation(
            "这是《条例》第五十条规定的内容，写“无”等于没有报告。",
            "Article 50 prescribes it; “none” reports nothing.",
        ),
        todo: advice(
            "写出具体问题和改进办法。",
            "Tell what is not good yet and what is done about it.",
        ),
    },
    Rule {
        code: "section-six-fee",
        severity: Severity::Notice,
        kind: Kind::Report(ReportCheck::SectionSixFee),
        title: text(
            "第六部分应写信息处理费情况",
            "The fee for handling information is reported",
        ),
        basis: SIX,
        what: explanation(
            "报告应写明本年有没有收取信息处理费，收了的写明件数和金额。在别处写了也算。2020 年度及以前的不核对。",
            "The report says whether a fee for handling information was charged, and how much for how many requests. Said elsewhere it counts as well. Reports up to 2020 are not judged.",
        ),
        why: explanation(
            "表样在第六部分注明在这里报告信息处理费，没有收取也要写明。",
            "The form notes under section six that the fee is reported there, also when none was charged.",
        ),
        todo: advice(
            "加一句，写明本年度收取信息处理费的情况；没有收取的也写明。",
            "Add one sentence on the fee; say so where none was charged.",
        ),
    },
    Rule {
        code: "fee-untold",
        severity: Severity::Notice,
        kind: Kind::Report(ReportCheck::FeeUntold),
        title: text(
            "有逾期未缴费的申请，文字宜说明收费",
            "Fees that were not paid are spoken of",
        ),
        basis: FEE,
        what: explanation(
            "表三“逾期未按收费通知要求缴纳费用”一行大于 0，说明发过收费通知，文字里应当提到收费。",
            "A figure for requests closed because a fee was not paid tells that fees were asked for; the text should speak of them.",
        ),
        why: explanation(
            "数字可能填错了行，也可能漏写了收费情况。",
            "The figure may stand in the wrong line, or the fees were forgotten.",
        ),
        todo: advice(
            "核对这一行；确有其事的，在第六部分写明收费通知的件数和金额。",
            "Check the line; if it is right, tell of the fees in section six.",
        ),
    },
    Rule {
        code: "rule-making-power",
        severity: Severity::Warning,
        kind: Kind::Report(ReportCheck::RuleMakingPower),
        title: text(
            "没有规章制定权的单位，规章应为 0",
            "Only bodies that make regulations have figures for them",
        ),
        basis: POWER,
        what: explanation(
            "县级政府、乡镇、街道和地方部门没有规章制定权，表二“规章”一行应为 0。单位名称看不出类别的不核对。",
            "Counties, townships, subdistricts and local departments cannot make regulations; the line is 0. Where the name does not tell the kind of body, nothing is judged.",
        ),
        why: explanation(
            "多半是把规范性文件填进了规章一行。",
            "Mostly normative documents were put into the wrong line.",
        ),
        todo: advice(
            "核对这些文件是不是行政规范性文件，填错了行的改过来。",
            "Check whether they are normative documents and move them.",
        ),
    },
    Rule {
        code: "template-leftover",
        severity: Severity::Error,
        kind: Kind::Report(ReportCheck::TemplateLeftover),
        title: text("不应留有模板的痕迹", "Nothing of a template is left"),
        basis: PRACTICE,
        what: explanation(
            "找没有替换的 XX、××、○○，“（文字描述）”一类的填写说明，缺数字的“共公开信息条”，后面没有内容的“电话：”。",
            "Looks for placeholders, instructions to the writer, units without their number, and contact lines without content.",
        ),
        why: explanation(
            "这些是漏填，公开以后谁都看得见。",
            "They are gaps that everyone sees once the report is published.",
        ),
        todo: advice("补上缺的内容。", "Fill in what is missing."),
    },
    Rule {
        code: "doubled-words",
        severity: Severity::Notice,
        kind: Kind::Report(ReportCheck::DoubledWords),
        title: text("不宜有重复的字和标点", "No word or sign stands twice"),
        basis: PRACTICE,
        what: explanation(
            "找连在一起的“的的”“，，”“。。”等。",
            "Looks for words and signs that never stand twice.",
        ),
        why: explanation("多半是修改时没有删干净。", "Mostly left over from editing."),
        todo: advice("删去多余的字或标点。", "Delete one of them."),
    },
];
