//! The sentences of findings about figures that the text asserts.

use gouji::form::Section;
use gouji::prose::{Passage, Role};

use crate::{findings, said, set, zeros};

/// Cells that all cases share.
const CELLS: [(&str, &str); 22] = [
    ("requests.new.natural_person", "46"),
    ("requests.new.business", "8"),
    ("requests.new.total", "54"),
    ("requests.carried_in.total", "4"),
    ("requests.granted.natural_person", "18"),
    ("requests.granted.total", "22"),
    ("requests.granted_in_part.total", "8"),
    ("requests.internal_affairs.total", "6"),
    ("requests.not_held.total", "10"),
    ("requests.outcome_total.total", "55"),
    ("requests.carried_out.total", "3"),
    ("disputes.reconsideration.total", "4"),
    ("disputes.reconsideration.upheld", "2"),
    ("disputes.reconsideration.corrected", "1"),
    ("disputes.reconsideration.pending", "1"),
    ("disputes.direct_suit.total", "1"),
    ("disputes.suit_after_reconsideration.total", "2"),
    ("disclosure.normative_documents.issued", "6"),
    ("disclosure.normative_documents.in_force", "41"),
    ("disclosure.licensing.decisions", "1274"),
    ("disclosure.penalties.decisions", "83"),
    ("disclosure.fees.amount", "186.4275"),
];

/// The code and the sentence that breaks its rule.
const CASES: [(&str, &str); 29] = [
    ("text-new-requests", "收到政府信息公开申请45件。"),
    ("text-new-requests", "收到政府信息公开申请46件。"),
    ("text-new-requests", "收到政府信息公开申请58件。"),
    ("text-new-requests", "收办政府信息公开申请54件。"),
    ("text-new-requests", "收到政府信息公开申请60余件。"),
    ("text-new-requests", "本年度未收到政府信息公开申请。"),
    ("text-carried-in", "上年结转政府信息公开申请3件。"),
    ("text-answered", "答复政府信息公开申请53件。"),
    (
        "text-carried-out",
        "政府信息公开申请结转下年度继续办理5件。",
    ),
    ("text-outcome", "政府信息公开申请中，予以公开18件。"),
    (
        "text-outcome",
        "政府信息公开申请中，予以公开及部分公开33件。",
    ),
    ("text-outcome", "政府信息公开申请中，不予公开9件。"),
    (
        "text-outcome-list",
        "答复政府信息公开申请55件，其中予以公开22件，部分公开8件，不予公开6件，无法提供10件。",
    ),
    (
        "text-applicants",
        "收到政府信息公开申请54件，其中自然人44件，法人或其他组织8件。",
    ),
    (
        "text-channels",
        "收到政府信息公开申请54件，其中网上申请40件，信函申请10件。",
    ),
    ("text-reconsideration", "因政府信息公开被申请行政复议6件。"),
    ("text-reconsideration", "因政府信息公开被申请行政复议3件。"),
    ("text-litigation", "因政府信息公开被提起行政诉讼9件。"),
    (
        "text-dispute-results",
        "政府信息公开行政复议4件，其中维持3件。",
    ),
    ("text-all-upheld", "政府信息公开行政复议4件，均获维持。"),
    ("text-all-upheld", "政府信息公开行政复议4件，零纠错。"),
    ("text-documents", "制发行政规范性文件9件。"),
    ("text-documents", "公开行政规范性文件9件。"),
    ("text-decisions", "作出行政许可决定1247件。"),
    ("text-fee", "行政事业性收费168.43万元。"),
    ("text-fee", "收取信息处理费200万元。"),
    (
        "text-share",
        "答复政府信息公开申请55件，其中部分公开8件，占16.54%。",
    ),
    (
        "text-growth",
        "收到政府信息公开申请54件，较上年的50件增长12%。",
    ),
    (
        "text-breakdown",
        "发布信息502条，其中动态类300条，政策类120条，其他92条。",
    ),
];

#[test]
fn figures_of_the_text() {
    let mut report = zeros("2021");
    set(&mut report, &CELLS);
    report.year = Some(2024);
    let mut out = String::new();
    for (code, text) in CASES {
        report.prose.passages = vec![Passage {
            role: Role::Body,
            section: Some(Section::Overview),
            text: text.to_owned(),
            block: 0,
            page: None,
        }];
        let found = findings(&report, code);
        assert_eq!(found.len(), 1, "{code}: {text}");
        out.push_str(&format!("{text} [{code}, {}]\n", found[0].severity.name()));
        out.push_str(&said(&found[0], &report));
        out.push('\n');
    }
    insta::assert_snapshot!(out);
}
