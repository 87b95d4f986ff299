//! 国办公开办函〔2021〕30号: the form in force, for reports on 2021 and later.

use super::shared::*;
use super::{BlockForm, ColumnForm, Edition, Layout, TableForm};
use crate::form::{Column, Line, Table};
use crate::number::Kind;

const OTHER: &[&str] = &[HANDLED, "（六）其他处理"];
const DECISIONS: &[ColumnForm] = &[counts(
    Column::Decisions,
    "本年处理决定数量",
    &[],
    &["处理决定数量"],
)];

/// The edition of 2021.
pub(super) const EDITION: Edition = Edition {
    name: "2021",
    notice: "国办公开办函〔2021〕30号",
    first_year: 2021,
    last_year: None,
    tables: [
        TableForm {
            table: Table::Disclosure,
            heading: "二、主动公开政府信息情况",
            corner: "信息内容",
            layout: Layout::Down,
            blocks: &[
                BlockForm {
                    heading: "第二十条第（一）项",
                    columns: &[
                        counts(
                            Column::Issued,
                            "本年制发件数",
                            &[],
                            &["制发件数", "本年制发数量"],
                        ),
                        counts(
                            Column::Repealed,
                            "本年废止件数",
                            &[],
                            &["废止件数", "本年废止数量"],
                        ),
                        counts(
                            Column::InForce,
                            "现行有效件数",
                            &[],
                            &["现行有效件", "现行有效数量", "现行有效"],
                        ),
                    ],
                    lines: &[
                        line(Line::Regulations, "", "规章", &[], &[]),
                        line(
                            Line::NormativeDocuments,
                            "",
                            "行政规范性文件",
                            &[],
                            &["规范性文件"],
                        ),
                    ],
                },
                BlockForm {
                    heading: "第二十条第（五）项",
                    columns: DECISIONS,
                    lines: &[line(Line::Licensing, "", "行政许可", &[], &[])],
                },
                BlockForm {
                    heading: "第二十条第（六）项",
                    columns: DECISIONS,
                    lines: &[
                        line(Line::Penalties, "", "行政处罚", &[], &[]),
                        line(Line::Coercion, "", "行政强制", &[], &[]),
                    ],
                },
                BlockForm {
                    heading: "第二十条第（八）项",
                    columns: &[ColumnForm {
                        column: Column::Amount,
                        kind: Kind::Amount,
                        label: "本年收费金额（单位：万元）",
                        groups: &[],
                        aliases: &["本年收费金额"],
                    }],
                    lines: &[line(Line::Fees, "", "行政事业性收费", &[], &["事业性收费"])],
                },
            ],
        },
        TableForm {
            table: Table::Requests,
            heading: "三、收到和处理政府信息公开申请情况",
            corner: CORNER,
            layout: Layout::Down,
            blocks: &[BlockForm {
                heading: "",
                columns: APPLICANTS,
                lines: &[
                    NEW,
                    CARRIED_IN,
                    GRANTED,
                    GRANTED_IN_PART,
                    STATE_SECRET,
                    FORBIDDEN_BY_LAW,
                    SECURITY_AND_STABILITY,
                    THIRD_PARTY_RIGHTS,
                    INTERNAL_AFFAIRS,
                    PROCESS_INFORMATION,
                    ENFORCEMENT_FILE,
                    ADMINISTRATIVE_QUERY,
                    NOT_HELD,
                    NEEDS_CREATION,
                    STILL_UNCLEAR,
                    PETITION,
                    REPEATED,
                    PUBLIC_PUBLICATION,
                    EXCESSIVE,
                    RECONFIRMATION,
                    line(
                        Line::NotSupplemented,
                        "1.",
                        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                        OTHER,
                        &["申请人无正当理由逾期不补正", "逾期不补正"],
                    ),
                    line(
                        Line::FeeUnpaid,
                        "2.",
                        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                        OTHER,
                        &[
                            "申请人逾期未按收费通知要求缴纳费用",
                            "逾期未按收费通知要求缴纳费用",
                            "逾期不缴费",
                            "逾期未缴费",
                        ],
                    ),
                    line(Line::OtherOutcome, "3.", "其他", OTHER, &[]),
                    OUTCOME_TOTAL,
                    CARRIED_OUT,
                ],
            }],
        },
        DISPUTES,
    ],
};
