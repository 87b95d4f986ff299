//! Sections three and four: what must add up.

use super::{advice, explanation, relation, text};
use crate::finding::Severity;
use crate::form::{Column, Line, Table};
use crate::rule::{Comparison, Rule, Sides};

const OUTCOMES: &[Line] = &[
    Line::Granted,
    Line::GrantedInPart,
    Line::StateSecret,
    Line::ForbiddenByLaw,
    Line::SecurityAndStability,
    Line::ThirdPartyRights,
    Line::InternalAffairs,
    Line::ProcessInformation,
    Line::EnforcementFile,
    Line::AdministrativeQuery,
    Line::NotHeld,
    Line::NeedsCreation,
    Line::StillUnclear,
    Line::Petition,
    Line::Repeated,
    Line::PublicPublication,
    Line::Excessive,
    Line::Reconfirmation,
    Line::NotSupplemented,
    Line::FeeUnpaid,
    Line::OtherOutcome,
];

pub(super) const ROWS: &[Rule] = &[
    Rule {
        code: "requests-balance",
        severity: Severity::Error,
        kind: relation(
            Table::Requests,
            Sides::Lines {
                left: &[Line::New, Line::CarriedIn],
                right: &[Line::OutcomeTotal, Line::CarriedOut],
            },
            Comparison::Equal,
        ),
        title: text(
            "本年新收＋上年结转＝总计＋结转下年度",
            "New + carried in = total handled + carried out",
        ),
        basis: explanation(
            "表三左上角：第一项加第二项之和，等于第三项加第四项之和",
            "Corner of table three: first plus second equals third plus fourth",
        ),
        what: explanation(
            "表三每一列：“一、本年新收”加“二、上年结转”，应等于“（七）总计”加“四、结转下年度继续办理”。",
            "In each column of table three, new plus carried in equals the total handled plus carried out.",
        ),
        why: explanation(
            "收进来的申请要么办结，要么结转，不平说明至少有一个数字填错或漏填。",
            "Every request received is either concluded or carried out; if the two differ, a figure is wrong or missing.",
        ),
        todo: advice(
            "对照台账，先核这一列的四个数字，再核总计由哪些结果相加而来。",
            "Compare the four figures of this column with the register, then the outcomes that make up the total.",
        ),
    },
    Rule {
        code: "outcome-total",
        severity: Severity::Error,
        kind: relation(
            Table::Requests,
            Sides::Lines {
                left: OUTCOMES,
                right: &[Line::OutcomeTotal],
            },
            Comparison::Equal,
        ),
        title: text(
            "各项办理结果之和＝（七）总计",
            "Outcomes add up to (7) total",
        ),
        basis: explanation(
            "表三“（七）总计”栏目名称",
            "The label (7) total in table three",
        ),
        what: explanation(
            "表三每一列：（一）到（六）的每个小项相加，应等于“（七）总计”。",
            "In each column of table three, the outcomes (1) to (6) add up to (7) total.",
        ),
        why: explanation(
            "总计是上面各项的合计，不等说明某一小项或总计填错。",
            "The total sums the lines above it; if it differs, a line or the total is wrong.",
        ),
        todo: advice(
            "把这一列从（一）到（六）重新加一遍，与台账核对后改小项或改总计。",
            "Add up (1) to (6) of this column again and correct the line or the total after a look at the register.",
        ),
    },
    Rule {
        code: "applicant-total",
        severity: Severity::Error,
        kind: relation(
            Table::Requests,
            Sides::Columns {
                left: &Column::APPLICANTS,
                right: &[Column::Total],
            },
            Comparison::Equal,
        ),
        title: text(
            "六类申请人之和＝总计",
            "Six kinds of applicants add up to the total",
        ),
        basis: explanation(
            "表三“总计”列栏目名称",
            "The column label total in table three",
        ),
        what: explanation(
            "表三每一行：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他相加，应等于“总计”。",
            "In each line of table three, the six kinds of applicants add up to the total.",
        ),
        why: explanation(
            "每件申请只属于一类申请人，不等说明这一行有数字填错。",
            "Each request belongs to one kind of applicant; if the sum differs, a figure of the line is wrong.",
        ),
        todo: advice(
            "核对这一行的七个数字。",
            "Check the seven figures of the line.",
        ),
    },
    Rule {
        code: "dispute-total",
        severity: Severity::Error,
        kind: relation(
            Table::Disputes,
            Sides::Columns {
                left: &[
                    Column::Upheld,
                    Column::Corrected,
                    Column::OtherResult,
                    Column::Pending,
                ],
                right: &[Column::Total],
            },
            Comparison::Equal,
        ),
        title: text(
            "四种结果之和＝总计（复议、诉讼）",
            "Four results add up to the total (disputes)",
        ),
        basis: explanation("表四“总计”栏目名称", "The label total in table four"),
        what: explanation(
            "表四的行政复议、未经复议直接起诉、复议后起诉三组：结果维持、结果纠正、其他结果、尚未审结相加，应等于本组总计。",
            "In each of the three groups of table four, upheld, corrected, other and pending add up to the total.",
        ),
        why: explanation(
            "每件案件只有一种状态，不等说明这一组有数字填错。",
            "Each case has one state; if the sum differs, a figure of the group is wrong.",
        ),
        todo: advice(
            "核对这一组的五个数字。",
            "Check the five figures of the group.",
        ),
    },
];
