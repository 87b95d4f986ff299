//! Every phrase family, wording trap and documented mistake that the project knows of, one row each, with words that are
//! right and words that are wrong: whoever adds one to the list must say both. Whole reports that are right and wrong
//! stand in `tests/rules`; a row names its folder.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::collections::BTreeSet;
use std::path::Path;

use gouji::finding::Severity;
use rendering::{Figures, checked};

/// What shows that a row holds.
enum Proof {
    /// Words that are right, and words of which a rule has to say that they are wrong.
    Words(
        &'static [&'static str],
        &'static [(&'static str, &'static str)],
    ),
    /// A rule with reports of its own.
    Rule(&'static str),
    /// No single file can show it.
    Outside(&'static str),
}
use Proof::{Outside, Rule, Words};

/// The families of phrases.
const FAMILIES: &[(&str, Proof)] = &[
    (
        "received",
        Words(
            &[
                "全年新收政府信息公开申请54件。",
                "本机关全年接收的政府信息公开申请含上年结转共58件。",
                "全年收办政府信息公开申请58件。",
            ],
            &[
                ("全年新收政府信息公开申请45件。", "text-new-requests"),
                ("全年收办政府信息公开申请85件。", "text-new-requests"),
            ],
        ),
    ),
    (
        "carried in",
        Words(
            &[
                "上年度结转政府信息公开申请4件。",
                "承接上年度的政府信息公开申请4件。",
            ],
            &[("上年度结转政府信息公开申请3件。", "text-carried-in")],
        ),
    ),
    (
        "answered",
        Words(
            &[
                "全年共答复政府信息公开申请55件。",
                "政府信息公开申请办理完毕55件。",
            ],
            &[("全年共答复政府信息公开申请54件。", "text-answered")],
        ),
    ),
    (
        "carried out",
        Words(
            &[
                "全年答复政府信息公开申请55件，3件结转下年度继续办理。",
                "另有3件政府信息公开申请正在办理。",
            ],
            &[(
                "全年答复政府信息公开申请55件，5件结转下年度继续办理。",
                "text-carried-out",
            )],
        ),
    ),
    (
        "granted, in part",
        Words(
            &[
                "答复的政府信息公开申请中，予以公开22件，部分公开8件。",
                "政府信息公开申请予以公开及部分公开30件。",
            ],
            &[
                (
                    "答复的政府信息公开申请中，予以公开18件，部分公开8件。",
                    "text-outcome",
                ),
                ("政府信息公开申请予以公开及部分公开22件。", "text-outcome"),
            ],
        ),
    ),
    (
        "groups of outcomes",
        Words(
            &[
                "政府信息公开申请中不予公开6件，无法提供10件，不予处理5件，其他处理4件。",
                "政府信息公开申请中因本机关不掌握相关政府信息无法提供10件。",
            ],
            &[
                (
                    "政府信息公开申请中不予公开4件，无法提供10件，不予处理5件，其他处理4件。",
                    "text-outcome",
                ),
                (
                    "政府信息公开申请中因本机关不掌握相关政府信息无法提供9件。",
                    "text-outcome",
                ),
            ],
        ),
    ),
    (
        "list of outcomes",
        Words(
            &[
                "全年答复政府信息公开申请55件，其中予以公开22件、部分公开8件、不予公开6件、无法提供10件、不予处理5件、其他处理4件。",
            ],
            &[(
                "全年答复政府信息公开申请55件，其中予以公开22件、部分公开8件、不予公开6件、无法提供10件、不予处理5件。",
                "text-outcome-list",
            )],
        ),
    ),
    (
        "applicants",
        Words(
            &["新收政府信息公开申请54件，其中自然人46件，法人或其他组织8件。"],
            &[(
                "新收政府信息公开申请54件，其中自然人44件，法人或其他组织8件。",
                "text-applicants",
            )],
        ),
    ),
    (
        "ways in",
        Words(
            &["新收政府信息公开申请54件，其中网上申请40件、信函申请12件、当面申请2件。"],
            &[(
                "新收政府信息公开申请54件，其中网上申请40件、信函申请11件、当面申请2件。",
                "text-channels",
            )],
        ),
    ),
    (
        "reconsideration",
        Words(
            &[
                "因政府信息公开引发行政复议4件。",
                "政府信息公开行政复议审结3件。",
            ],
            &[("因政府信息公开引发行政复议5件。", "text-reconsideration")],
        ),
    ),
    (
        "litigation",
        Words(
            &["因政府信息公开引发行政诉讼3件。"],
            &[("因政府信息公开引发行政诉讼8件。", "text-litigation")],
        ),
    ),
    (
        "results of disputes",
        Words(
            &[
                "因政府信息公开引发行政复议4件，结果维持2件，结果纠正1件，尚未审结1件。",
                "因政府信息公开引发行政诉讼3件，结果维持1件，其他结果1件，尚未审结1件。",
            ],
            &[(
                "因政府信息公开引发行政复议4件，结果维持3件，结果纠正1件。",
                "text-dispute-results",
            )],
        ),
    ),
    (
        "all upheld",
        Words(
            &["政府信息公开行政诉讼零败诉。"],
            &[(
                "因政府信息公开引发行政复议4件，均获维持。",
                "text-all-upheld",
            )],
        ),
    ),
    (
        "documents",
        Words(
            &[
                "全年制发行政规范性文件6件，废止2件，现行有效41件。",
                "全年出台行政规范性文件6个。",
            ],
            &[
                (
                    "全年制发行政规范性文件7件，废止2件，现行有效41件。",
                    "text-documents",
                ),
                (
                    "全年制发行政规范性文件6件，废止3件，现行有效41件。",
                    "text-documents",
                ),
            ],
        ),
    ),
    (
        "decisions",
        Words(
            &[
                "全年作出行政许可决定1274件、行政处罚决定83件、行政强制决定5件。",
                "公布行政许可事项96项。",
            ],
            &[("全年作出行政许可决定1247件。", "text-decisions")],
        ),
    ),
    (
        "fees",
        Words(
            &["行政事业性收费186.4275万元。", "行政事业性收费1864275元。"],
            &[("行政事业性收费186.4275元。", "text-fee")],
        ),
    ),
    (
        "fee for information",
        Words(
            &["收取信息处理费2950元，其中甲科420元、乙科290元、丙科1500元、丁科140元、戊科600元。"],
            &[(
                "收取信息处理费2950元，其中甲科420元、乙科290元、丙科1500元、丁科140元、戊科500元。",
                "text-breakdown",
            )],
        ),
    ),
    (
        "share",
        Words(
            &[
                "答复政府信息公开申请55件，其中部分公开8件，占14.5%。",
                "答复政府信息公开申请55件，其中部分公开8件，占14.54%。",
            ],
            &[(
                "答复政府信息公开申请55件，其中部分公开8件，占15.4%。",
                "text-share",
            )],
        ),
    ),
    (
        "growth",
        Words(
            &["新收政府信息公开申请54件，上年为50件，同比增长8%。"],
            &[(
                "新收政府信息公开申请54件，上年为50件，同比增长18%。",
                "text-growth",
            )],
        ),
    ),
    (
        "sums of lists",
        Words(
            &[
                "全年公开各类信息36条，其中动态12条、公告14条、其他10条。",
                "全年公开各类信息36条，其中动态12条、公告4条等。",
            ],
            &[(
                "全年公开各类信息36条，其中动态12条、公告14条、其他9条。",
                "text-breakdown",
            )],
        ),
    ),
];

/// What a search for numbers falls into.
const TRAPS: &[(&str, Proof)] = &[
    (
        "one verb, different bases",
        Words(
            &[
                "全年收到政府信息公开申请54件。",
                "全年办理政府信息公开申请58件。",
            ],
            &[("全年收到政府信息公开申请55件。", "text-new-requests")],
        ),
    ),
    (
        "a part after 其中",
        Words(
            &["受理政府信息公开申请54件，其中11件办结，8件主动撤销。"],
            &[(
                "受理政府信息公开申请53件，其中11件办结，8件主动撤销。",
                "text-new-requests",
            )],
        ),
    ),
    (
        "brackets in brackets",
        Words(
            &["公开部门信息5条（部门财务信息2条（其中预算1条、决算1条）、部门动态3条）。"],
            &[(
                "公开部门信息5条（部门财务信息1条（其中预算1条、决算1条）、部门动态4条）。",
                "text-breakdown",
            )],
        ),
    ),
    (
        "carried in before the replies",
        Words(
            &["办理上年度结转政府信息公开申请4件。答复55件。"],
            &[(
                "办理上年度结转政府信息公开申请4件。答复政府信息公开申请11件。",
                "text-answered",
            )],
        ),
    ),
    (
        "year of origin",
        Words(
            &["2023年度政府信息公开申请引发行政复议4件。"],
            &[(
                "2023年度政府信息公开申请引发行政复议6件。",
                "text-reconsideration",
            )],
        ),
    ),
    (
        "approximations",
        Words(
            &[
                "全年收到政府信息公开申请50余件。",
                "全年收到政府信息公开申请近60件。",
            ],
            &[("全年收到政府信息公开申请60余件。", "text-new-requests")],
        ),
    ),
    (
        "other objects",
        Words(
            &["网站发布信息46106条，办理咨询2226条、热线47件、留言248条、提案122件。"],
            &[(
                "办理咨询2226条，收到政府信息公开申请47件。",
                "text-new-requests",
            )],
        ),
    ),
    (
        "documents that were revised",
        Words(
            &["公开行政规范性文件13件（含制定5件、修改4件、废止4件）。"],
            &[("制定行政规范性文件9件，修改4件。", "text-documents")],
        ),
    ),
    (
        "decided of those received",
        Words(
            &["因政府信息公开引发行政复议4件，其中3件已作出决定。"],
            &[(
                "因政府信息公开引发行政复议4件，其中2件已作出决定。",
                "text-reconsideration",
            )],
        ),
    ),
    (
        "withdrawn",
        Words(
            &["因政府信息公开引发行政复议4件（其中申请人撤回结案1件）。"],
            &[(
                "因政府信息公开引发行政复议1件（申请人撤回结案）。",
                "text-reconsideration",
            )],
        ),
    ),
    (
        "exceptions",
        Words(
            &["政府信息公开申请除3件结转下年外均已答复。"],
            &[(
                "政府信息公开申请除2件结转下年外均已答复。",
                "text-carried-out",
            )],
        ),
    ),
    (
        "rates",
        Words(
            &["收到政府信息公开申请54件，按期办结率100%，解读比例100%。"],
            &[(
                "收到政府信息公开申请45件，按期办结率100%。",
                "text-new-requests",
            )],
        ),
    ),
    (
        "missing unit",
        Words(
            &["答复政府信息公开申请55件，其中予以公开22，占40%，部分公开8，占14.55%。"],
            &[(
                "答复政府信息公开申请55件，其中予以公开22，占40%，部分公开9，占16.36%。",
                "text-outcome",
            )],
        ),
    ),
    (
        "ways to write a number",
        Words(
            &[
                "全年收到政府信息公开申请五十四件。",
                "全年收到政府信息公开申请５４件。",
                "全年收到政府信息公开申请 5 4 件。",
            ],
            &[
                ("全年收到政府信息公开申请四十五件。", "text-new-requests"),
                ("全年收到政府信息公开申请４５件。", "text-new-requests"),
                ("全年收到政府信息公开申请 4 5 件。", "text-new-requests"),
            ],
        ),
    ),
    ("lost characters", Rule("notice-mismatch")),
    (
        "items are no decisions",
        Words(
            &["其他对外管理服务事项21项，行政处罚事项7项。"],
            &[("全年行政处罚决定7件，处罚事项7项。", "text-decisions")],
        ),
    ),
];

/// Mistakes that notices, circulars and evaluations name, the most frequent first.
const MISTAKES: &[(&str, Proof)] = &[
    ("late", Rule("published-late")),
    (
        "a cell quoted as the total",
        Words(
            &["全年收到政府信息公开申请54件。"],
            &[("全年收到政府信息公开申请46件。", "text-new-requests")],
        ),
    ),
    ("elements missing", Rule("heading-missing")),
    ("left over from another year", Rule("year-mismatch")),
    ("left over from another body", Rule("unit-mismatch")),
    ("section five empty", Rule("section-five-empty")),
    (
        "area not covered, counted twice",
        Outside("needs the reports of the area"),
    ),
    ("blank cells", Rule("blank-cell")),
    ("balance", Rule("requests-balance")),
    ("sum of outcomes", Rule("outcome-total")),
    ("sum of applicants", Rule("applicant-total")),
    ("sum of results", Rule("dispute-total")),
    ("carried over, in force", Rule("carried-over")),
    ("in force against last year", Rule("in-force-roll-forward")),
    ("copy of last year", Rule("text-repeated")),
    (
        "text against table",
        Words(
            // Those still open are left out: no mistake.
            &["政府信息公开行政复议3件。", "政府信息公开行政诉讼2件。"],
            &[
                ("政府信息公开行政复议2件。", "text-reconsideration"),
                ("政府信息公开行政诉讼1件。", "text-litigation"),
            ],
        ),
    ),
    ("edition of the form", Rule("edition-mismatch")),
    ("number of the notice", Rule("notice-mismatch")),
    ("changed after publication", Outside("needs both versions")),
    (
        "fee in 元",
        Words(
            &["行政事业性收费共计1864275元。"],
            &[("行政事业性收费共计1864275万元。", "text-fee")],
        ),
    ),
    (
        "natural persons quoted as all",
        Words(
            &["收到政府信息公开申请54件。"],
            &[("收到政府信息公开申请46件。", "text-new-requests")],
        ),
    ),
    ("19 blank totals", Rule("blank-total")),
    ("figures with decimals", Rule("count-format")),
    ("template left over", Rule("template-leftover")),
    ("title", Rule("title-form")),
    ("sections counted", Rule("section-count")),
    ("words twice", Rule("doubled-words")),
];

/// What the rules about words say of a right report with a paragraph in section one.
fn said(words: &str) -> Vec<(&'static str, Severity)> {
    let text = Figures::example("2021")
        .text()
        .replace("\n二、主动公开", &format!("{words}\n\n二、主动公开"));
    assert!(text.contains(words));
    let findings = checked(text.as_bytes(), "report").findings;
    let texts = findings
        .into_iter()
        .filter(|it| it.code.starts_with("text-"));
    texts.map(|it| (it.code, it.severity)).collect()
}

#[test]
fn every_row_has_words_that_are_right_and_words_that_are_wrong() {
    let mut wrong = Vec::new();
    for (name, proof) in FAMILIES.iter().chain(TRAPS).chain(MISTAKES) {
        match proof {
            Words(right, mistaken) => {
                assert!(!right.is_empty() && !mistaken.is_empty(), "{name}");
                for words in *right {
                    let found = said(words);
                    if found.iter().any(|(_, weight)| *weight != Severity::Notice) {
                        wrong.push(format!("{name}: {words} is right: {found:?}"));
                    }
                }
                for (words, code) in *mistaken {
                    let found = said(words);
                    // What only adds up within the text is worth a look, no more.
                    let light = *code == "text-breakdown";
                    let told = found
                        .iter()
                        .any(|(own, weight)| own == code && (light || *weight != Severity::Notice));
                    if !told {
                        wrong.push(format!("{name}: {words} is wrong by {code}: {found:?}"));
                    }
                }
            }
            Rule(code) => {
                let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("tests/rules")
                    .join(code);
                let files: Vec<String> = std::fs::read_dir(&folder)
                    .unwrap_or_else(|_| panic!("{name}: no folder for {code}"))
                    .map(|file| file.unwrap().file_name().into_string().unwrap())
                    .collect();
                for kind in ["pass-", "fail-"] {
                    assert!(
                        files.iter().any(|file| file.starts_with(kind)),
                        "{name}: {kind}"
                    );
                }
            }
            Outside(reason) => assert!(!reason.is_empty(), "{name}"),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_about_words_has_a_row() {
    let rows = FAMILIES.iter().chain(TRAPS).chain(MISTAKES);
    let told: BTreeSet<&str> = rows
        .flat_map(|(_, proof)| match proof {
            Words(_, mistaken) => mistaken.iter().map(|(_, code)| *code).collect(),
            Rule(code) => vec![*code],
            Outside(_) => Vec::new(),
        })
        .collect();
    let rules = gouji::rule::RULES.iter().map(|rule| rule.code);
    let untold: Vec<&str> = rules
        .filter(|code| code.starts_with("text-") && !told.contains(code))
        .collect();
    assert_eq!(untold, [""; 0]);
}
