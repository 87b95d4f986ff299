//! What both editions have in common.

use super::{BlockForm, ColumnForm, Layout, LineForm, TableForm};
use crate::form::{Column, Line, Table};
use crate::number::Kind;

/// A column of counts.
pub(super) const fn counts(
    column: Column,
    label: &'static str,
    groups: &'static [&'static str],
    aliases: &'static [&'static str],
) -> ColumnForm {
    ColumnForm {
        column,
        kind: Kind::Count,
        label,
        groups,
        aliases,
    }
}

/// A line.
pub(super) const fn line(
    line: Line,
    number: &'static str,
    label: &'static str,
    groups: &'static [&'static str],
    aliases: &'static [&'static str],
) -> LineForm {
    LineForm {
        line,
        number,
        label,
        groups,
        aliases,
    }
}

const APPLICANT: &[&str] = &["申请人情况"];
const ORGANISATION: &[&str] = &["申请人情况", "法人或其他组织"];

/// The seven columns of section three.
pub(super) const APPLICANTS: &[ColumnForm] = &[
    counts(Column::NaturalPerson, "自然人", APPLICANT, &[]),
    counts(Column::Business, "商业企业", ORGANISATION, &["企业"]),
    counts(Column::Research, "科研机构", ORGANISATION, &["科研"]),
    counts(
        Column::PublicInterest,
        "社会公益组织",
        ORGANISATION,
        &["公益组织"],
    ),
    counts(
        Column::LegalService,
        "法律服务机构",
        ORGANISATION,
        &["法律服务"],
    ),
    counts(Column::OtherOrganisation, "其他", ORGANISATION, &[]),
    counts(Column::Total, "总计", APPLICANT, &["合计"]),
];

/// The corner of section three.
pub(super) const CORNER: &str =
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

/// The outermost label of the outcomes.
pub(super) const HANDLED: &str = "三、本年度办理结果";

const IN: &[&str] = &[HANDLED];
const REFUSED: &[&str] = &[HANDLED, "（三）不予公开"];
const UNAVAILABLE: &[&str] = &[HANDLED, "（四）无法提供"];
const UNPROCESSED: &[&str] = &[HANDLED, "（五）不予处理"];

pub(super) const NEW: LineForm = line(
    Line::New,
    "一、",
    "本年新收政府信息公开申请数量",
    &[],
    &["本年新收政府信息公开申请", "新收政府信息公开申请数量"],
);
pub(super) const CARRIED_IN: LineForm = line(
    Line::CarriedIn,
    "二、",
    "上年结转政府信息公开申请数量",
    &[],
    &["上年结转政府信息公开申请", "上年度结转政府信息公开申请数量"],
);
pub(super) const GRANTED: LineForm = line(Line::Granted, "（一）", "予以公开", IN, &[]);
pub(super) const GRANTED_IN_PART: LineForm = line(
    Line::GrantedInPart,
    "（二）",
    "部分公开（区分处理的，只计这一情形，不计其他情形）",
    IN,
    &["部分公开"],
);
pub(super) const STATE_SECRET: LineForm = line(
    Line::StateSecret,
    "1.",
    "属于国家秘密",
    REFUSED,
    &["国家秘密"],
);
pub(super) const FORBIDDEN_BY_LAW: LineForm = line(
    Line::ForbiddenByLaw,
    "2.",
    "其他法律行政法规禁止公开",
    REFUSED,
    &["法律行政法规禁止公开"],
);
pub(super) const SECURITY_AND_STABILITY: LineForm = line(
    Line::SecurityAndStability,
    "3.",
    "危及“三安全一稳定”",
    REFUSED,
    &["三安全一稳定"],
);
pub(super) const THIRD_PARTY_RIGHTS: LineForm = line(
    Line::ThirdPartyRights,
    "4.",
    "保护第三方合法权益",
    REFUSED,
    &["第三方合法权益"],
);
pub(super) const INTERNAL_AFFAIRS: LineForm = line(
    Line::InternalAffairs,
    "5.",
    "属于三类内部事务信息",
    REFUSED,
    &["属于内部事务信息", "三类内部事务信息"],
);
pub(super) const PROCESS_INFORMATION: LineForm = line(
    Line::ProcessInformation,
    "6.",
    "属于四类过程性信息",
    REFUSED,
    &["属于过程性信息", "四类过程性信息"],
);
pub(super) const ENFORCEMENT_FILE: LineForm = line(
    Line::EnforcementFile,
    "7.",
    "属于行政执法案卷",
    REFUSED,
    &["行政执法案卷"],
);
pub(super) const ADMINISTRATIVE_QUERY: LineForm = line(
    Line::AdministrativeQuery,
    "8.",
    "属于行政查询事项",
    REFUSED,
    &["行政查询事项"],
);
pub(super) const NOT_HELD: LineForm = line(
    Line::NotHeld,
    "1.",
    "本机关不掌握相关政府信息",
    UNAVAILABLE,
    &["本机关不掌握相关信息", "不掌握相关政府信息"],
);
pub(super) const NEEDS_CREATION: LineForm = line(
    Line::NeedsCreation,
    "2.",
    "没有现成信息需要另行制作",
    UNAVAILABLE,
    &["没有现成信息"],
);
pub(super) const STILL_UNCLEAR: LineForm = line(
    Line::StillUnclear,
    "3.",
    "补正后申请内容仍不明确",
    UNAVAILABLE,
    &["补正后申请内容不明确"],
);
pub(super) const PETITION: LineForm = line(
    Line::Petition,
    "1.",
    "信访举报投诉类申请",
    UNPROCESSED,
    &["信访举报投诉类", "信访投诉举报类申请"],
);
pub(super) const REPEATED: LineForm = line(Line::Repeated, "2.", "重复申请", UNPROCESSED, &[]);
pub(super) const PUBLIC_PUBLICATION: LineForm = line(
    Line::PublicPublication,
    "3.",
    "要求提供公开出版物",
    UNPROCESSED,
    &["公开出版物"],
);
pub(super) const EXCESSIVE: LineForm = line(
    Line::Excessive,
    "4.",
    "无正当理由大量反复申请",
    UNPROCESSED,
    &["大量反复申请"],
);
pub(super) const RECONFIRMATION: LineForm = line(
    Line::Reconfirmation,
    "5.",
    "要求行政机关确认或重新出具已获取信息",
    UNPROCESSED,
    &[
        "要求确认或重新出具已获取信息",
        "重新出具已获取信息",
        "要求行政机关确认或重新出具",
    ],
);
pub(super) const OUTCOME_TOTAL: LineForm =
    line(Line::OutcomeTotal, "（七）", "总计", IN, &["合计"]);
pub(super) const CARRIED_OUT: LineForm = line(
    Line::CarriedOut,
    "四、",
    "结转下年度继续办理",
    &[],
    &[
        "结转下一年度继续办理",
        "结转下一年继续办理",
        "结转下年继续办理",
    ],
);

const RECONSIDERATION: &[&str] = &[];
const LITIGATION: &[&str] = &["行政诉讼"];

/// Section four, the same in both editions.
pub(super) const DISPUTES: TableForm = TableForm {
    table: Table::Disputes,
    heading: "四、政府信息公开行政复议、行政诉讼情况",
    corner: "",
    layout: Layout::Across,
    blocks: &[BlockForm {
        heading: "",
        columns: &[
            counts(Column::Upheld, "结果维持", &[], &["维持"]),
            counts(Column::Corrected, "结果纠正", &[], &["纠正"]),
            counts(Column::OtherResult, "其他结果", &[], &["其他"]),
            counts(Column::Pending, "尚未审结", &[], &["未审结"]),
            counts(Column::Total, "总计", &[], &["合计"]),
        ],
        lines: &[
            line(
                Line::Reconsideration,
                "",
                "行政复议",
                RECONSIDERATION,
                &["行政法复议"],
            ),
            line(
                Line::DirectSuit,
                "",
                "未经复议直接起诉",
                LITIGATION,
                &["未经复议直接诉讼", "未经复议"],
            ),
            line(
                Line::SuitAfterReconsideration,
                "",
                "复议后起诉",
                LITIGATION,
                &["复议后诉讼", "复议后提起诉讼"],
            ),
        ],
    }],
};
