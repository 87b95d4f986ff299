//! 国办公开办函〔2019〕60号: the form for reports on 2019 and 2020.

use super::shared::*;
use super::{BlockForm, ColumnForm, Edition, Layout, TableForm};
use crate::form::{Column, Line, Table};
use crate::number::Kind;

const CHANGE: ColumnForm = ColumnForm {
    column: Column::Change,
    kind: Kind::Change,
    label: "本年增/减",
    groups: &[],
    aliases: &["本年增减", "本年增", "本年减"],
};
const PREVIOUS_ITEMS: ColumnForm = counts(
    Column::PreviousItems,
    "上一年项目数量",
    &[],
    &["上年项目数量", "上一年项目数"],
);
const ITEMS: &[ColumnForm] = &[
    PREVIOUS_ITEMS,
    CHANGE,
    counts(
        Column::Decisions,
        "处理决定数量",
        &[],
        &["本年处理决定数量"],
    ),
];

/// The edition of 2019.
pub(super) const EDITION: Edition = Edition {
    name: "2019",
    notice: "国办公开办函〔2019〕60号",
    first_year: 2019,
    last_year: Some(2020),
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
                            Column::Produced,
                            "本年新制作数量",
                            &[],
                            &["本年新制作", "新制作数量"],
                        ),
                        counts(
                            Column::NewlyDisclosed,
                            "本年新公开数量",
                            &[],
                            &["本年新公开", "新公开数量"],
                        ),
                        counts(
                            Column::TotalDisclosed,
                            "对外公开总数量",
                            &[],
                            &["对外公开总数", "公开总数量"],
                        ),
                    ],
                    lines: &[
                        line(Line::Regulations, "", "规章", &[], &[]),
                        line(
                            Line::NormativeDocuments,
                            "",
                            "规范性文件",
                            &[],
                            &["行政规范性文件"],
                        ),
                    ],
                },
                BlockForm {
                    heading: "第二十条第（五）项",
                    columns: ITEMS,
                    lines: &[
                        line(Line::Licensing, "", "行政许可", &[], &[]),
                        line(
                            Line::OtherServices,
                            "",
                            "其他对外管理服务事项",
                            &[],
                            &["其他对外管理服务"],
                        ),
                    ],
                },
                BlockForm {
                    heading: "第二十条第（六）项",
                    columns: ITEMS,
                    lines: &[
                        line(Line::Penalties, "", "行政处罚", &[], &[]),
                        line(Line::Coercion, "", "行政强制", &[], &[]),
                    ],
                },
                BlockForm {
                    heading: "第二十条第（八）项",
                    columns: &[PREVIOUS_ITEMS, CHANGE],
                    lines: &[line(Line::Fees, "", "行政事业性收费", &[], &["事业性收费"])],
                },
                BlockForm {
                    heading: "第二十条第（九）项",
                    columns: &[
                        counts(Column::Projects, "采购项目数量", &[], &["采购项目数"]),
                        ColumnForm {
                            column: Column::Amount,
                            kind: Kind::FreeAmount,
                            label: "采购总金额",
                            groups: &[],
                            aliases: &["采购金额"],
                        },
                    ],
                    lines: &[line(
                        Line::Procurement,
                        "",
                        "政府集中采购",
                        &[],
                        &["集中采购"],
                    )],
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
                        Line::OtherOutcome,
                        "（六）",
                        "其他处理",
                        &[HANDLED],
                        &["其他"],
                    ),
                    OUTCOME_TOTAL,
                    CARRIED_OUT,
                ],
            }],
        },
        DISPUTES,
    ],
};
