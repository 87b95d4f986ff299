//! Documents, decisions, fees, and lists of what was disclosed.

use super::{Template, t, when};
use crate::corpus::family::Family::*;

pub const TEMPLATES: &[Template] = &[
    when(
        Documents,
        &["edition=2021"],
        "{year}年[共|]制发行政规范性文件{made}件，废止{rep}件，现行有效{valid}件。",
    ),
    when(
        Documents,
        &["edition=2021"],
        "[本年度|全年]制定行政规范性文件{made}件。",
    ),
    when(
        Documents,
        &["edition=2021", "made>0"],
        "全年出台行政规范性文件{made}件，[并同步发布解读材料|均已在网站公开]。",
    ),
    when(
        Documents,
        &["edition=2021", "valid>0"],
        "截至年底，现行有效行政规范性文件{valid}件。",
    ),
    when(
        Documents,
        &["edition=2021", "valid>0"],
        "现行有效的行政规范性文件共{valid}[件|个|份]，本年废止{rep}[件|个]。",
    ),
    when(
        Documents,
        &["edition=2021", "rep>0"],
        "开展文件清理，废止行政规范性文件{rep}件。",
    ),
    when(
        Documents,
        &["edition=2021", "made>0"],
        "印发行政规范性文件{made}件，年内废止{rep}件。",
    ),
    t(
        Decisions,
        "[{year}年|全年]作出行政许可决定{lic}件，行政处罚决定{pen}件，行政强制{coe}件。",
    ),
    t(Decisions, "办理行政许可{lic}件、行政处罚{pen}件。"),
    t(
        Decisions,
        "行政许可处理决定{lic}件，行政处罚处理决定{pen}件，行政强制处理决定{coe}件。",
    ),
    t(
        Decisions,
        "[本年度|全年]共作出行政处罚决定{pen}件[，全部依法公示|]。",
    ),
    t(
        Decisions,
        "公开行政许可决定信息，{year}年共办理行政许可{lic}件。",
    ),
    t(Decisions, "依法实施行政强制{coe}件。"),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "[{year}年|全年]行政事业性收费{fee:万元}。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "本年行政事业性收费金额为{fee:万元}。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>0"],
        "共收取行政事业性收费{fee:元}。",
    ),
    when(
        Fee,
        &["edition=2021", "fee>5000000"],
        "行政事业性收费[总额|金额]{fee:亿元}。",
    ),
    t(
        Breakdown,
        "全年主动公开政府信息{items}条，其中网站公开{i1}条，政务微信{i2}条，政务微博{i3}条，其他渠道{i4}条。",
    ),
    t(
        Breakdown,
        "{year}年，共公开各类信息{items}条：工作动态{i1}条、通知公告{i2}条、政策文件{i3}条、人事信息{i4}条。",
    ),
    t(
        Breakdown,
        "门户网站发布信息{items}条（其中机构概况{i1}条、财政资金{i2}条、重点领域{i3}条、其他{i4}条）。",
    ),
    t(
        Breakdown,
        "主动公开信息{items}条，其中财政信息{i1}条（其中预算{~i1a}条、决算{~i1b}条），公告{i2}条，业务信息{i3}条，其他信息{i4}条。",
    ),
];
