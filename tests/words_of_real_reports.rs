//! What published reports say in words, told anew in three ways beside their own figures: what is found is what is
//! known to be wrong in them, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::io::Write;
use std::path::PathBuf;

use gouji::finding::{Finding, Severity};
use rendering::{Figures, checked};
use serde_json::Value;

/// Lists that do not add up as published.
const WRONG_LISTS: [&str; 3] = [
    "binjiang-housing-2021",
    "taojiang-songmutang-2022",
    "yinchuan-urban-2024",
];

/// How many ways there are to say each claim.
const WAYS: usize = 3;

fn collection() -> Option<Vec<(String, Value)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reports/figures");
    let Ok(entries) = std::fs::read_dir(folder) else {
        // Past the test harness, which keeps the output of tests that pass.
        let _ = writeln!(
            std::io::stderr(),
            "NOT RUN: shared/reports is absent, the words of no real report were checked"
        );
        return None;
    };
    let mut collection: Vec<(String, Value)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let json = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            (name, json)
        })
        .collect();
    collection.sort_by(|a, b| a.0.cmp(&b.0));
    Some(collection)
}

/// The three ways to say one claim; `None` if nobody says it in a sentence of its own.
fn claim(reference: &str, is_other_base: bool, n: i64, year: i64) -> Option<[String; WAYS]> {
    if n == 0 && reference == "new.total" {
        return Some([
            "本年度未收到政府信息公开申请。".to_owned(),
            format!("{year}年，没有收到公民、法人和其他组织的政府信息公开申请。"),
            "全年收到政府信息公开申请0件。".to_owned(),
        ]);
    }
    let ways = match (reference, is_other_base) {
        ("new.total", false) => [
            format!("{year}年共收到政府信息公开申请{n}件。"),
            format!("全年受理政府信息公开申请{n}份，都在期限内处理。"),
            format!("本年新收政府信息公开申请{n}件，按规定登记办理。"),
        ],
        ("new.total", true) => [
            format!("{year}年共收办政府信息公开申请{n}件。"),
            format!("全年办理政府信息公开申请{n}件（含上年结转）。"),
            format!("包括上年度结转的在内，共收到政府信息公开申请{n}件。"),
        ],
        ("carried.total", _) => [
            format!("上年结转政府信息公开申请{n}件。"),
            format!("办理上年度结转的政府信息公开申请{n}件。"),
            format!("政府信息公开申请中，上一年度结转{n}件。"),
        ],
        ("r7.total", _) => [
            format!("共答复政府信息公开申请{n}件。"),
            format!("全年办结政府信息公开申请{n}件。"),
            format!("政府信息公开申请办理完毕{n}件。"),
        ],
        ("fwd.total", _) => [
            format!("结转下年度继续办理的政府信息公开申请{n}件。"),
            format!("政府信息公开申请转下年度办理{n}件。"),
            format!("截至年底，正在办理的政府信息公开申请{n}件。"),
        ],
        ("t4.review.total", _) => [
            format!("因政府信息公开被申请行政复议{n}件。"),
            format!("全年发生政府信息公开行政复议案件{n}件。"),
            format!("政府信息公开类行政复议{n}件。"),
        ],
        ("t4.lit.total", _) => [
            format!("因政府信息公开被提起行政诉讼{n}件。"),
            format!("全年发生政府信息公开行政诉讼案件{n}件。"),
            format!("政府信息公开类行政诉讼{n}起。"),
        ],
        ("t2.normative.0", _) => [
            format!("{year}年制发行政规范性文件{n}件。"),
            format!("全年印发行政规范性文件{n}件。"),
            format!("出台行政规范性文件{n}件。"),
        ],
        ("t2.normative.2", _) => [
            format!("现行有效行政规范性文件{n}件。"),
            format!("截至年底，行政规范性文件现行有效{n}件。"),
            format!("现行有效的行政规范性文件共{n}件。"),
        ],
        ("t2.licensing", _) => [
            format!("作出行政许可决定{n}件。"),
            format!("全年办理行政许可{n}件。"),
            format!("行政许可处理决定{n}件。"),
        ],
        ("t2.punish", _) => [
            format!("作出行政处罚决定{n}件。"),
            format!("全年行政处罚{n}件。"),
            format!("行政处罚处理决定{n}件。"),
        ],
        (reference, _) => outcome(reference, n)?,
    };
    Some(ways)
}

fn outcome(reference: &str, n: i64) -> Option<[String; WAYS]> {
    let words = match reference {
        "r1.total" => "予以公开",
        "r2.total" => "部分公开",
        "r3.total" => "不予公开",
        "r4.total" => "无法提供",
        "r5.total" => "不予处理",
        "r6.total" => "其他处理",
        _ => return None,
    };
    Some([
        format!("政府信息公开申请办理结果中，{words}{n}件。"),
        format!("答复的政府信息公开申请中，{words}的有{n}件。"),
        format!("依申请公开{words}{n}件。"),
    ])
}

/// The three ways to say a list.
fn list(about: &str, total: i64, parts: &[i64]) -> [String; WAYS] {
    let items = |between: &str| {
        let topics = [
            "机构概况",
            "工作动态",
            "通知公告",
            "政策文件",
            "财政信息",
            "人事信息",
            "规划计划",
            "重点领域",
        ];
        let items: Vec<String> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| {
                let round = if at < topics.len() { "" } else { "之二" };
                format!("{}{round}{part}条", topics[at % topics.len()])
            })
            .collect();
        items.join(between)
    };
    assert!(!about.contains("application"), "{about}");
    [
        format!("全年主动公开信息{total}条，其中{}。", items("、")),
        format!("通过各类平台公开信息{total}条，其中{}。", items("，")),
        format!("发布信息共{total}条（其中{}）。", items("、")),
    ]
}

/// The three ways to say a list about requests.
fn requests(about: &str, total: i64, parts: &[i64]) -> Option<[String; WAYS]> {
    let (a, b) = (parts[0], parts[1]);
    Some(match about {
        "applications by channel" => [
            format!("收到政府信息公开申请{total}件，其中网上申请{a}件，信函申请{b}件。"),
            format!("全年收到政府信息公开申请{total}件（网络{a}件、当面{b}件）。"),
            format!("受理政府信息公开申请{total}件，其中在线申请{a}件、邮寄申请{b}件。"),
        ],
        "applications by applicant" => [
            format!("收到政府信息公开申请{total}件，其中自然人{a}件，法人或其他组织{b}件。"),
            format!("政府信息公开申请{total}件，其中自然人申请{a}件、法人和其他组织申请{b}件。"),
            format!("受理政府信息公开申请{total}件（自然人{a}件、法人或其他组织{b}件）。"),
        ],
        "applications by state" | "flow in = out" => [
            format!("收到政府信息公开申请{total}件，办结{a}件，结转下年度{b}件。"),
            format!("受理政府信息公开申请{total}件，其中已答复{a}件，正在办理{b}件。"),
            format!("政府信息公开申请{total}件，答复{a}件，{b}件结转下年继续办理。"),
        ],
        _ => return None,
    })
}

/// The report with words of its own in section one.
fn with_words(figures: &Figures, words: &[String]) -> String {
    let words: String = words
        .iter()
        .map(|words| format!("　　{words}\n\n"))
        .collect();
    figures.text().replace(
        "\n二、主动公开政府信息情况",
        &format!("{words}\n二、主动公开政府信息情况"),
    )
}

/// What is found in the words of a report.
fn found(text: &str, name: &str) -> Vec<Finding> {
    let mut findings = checked(text.as_bytes(), name).findings;
    findings.retain(|finding| finding.code.starts_with("text-"));
    findings
}

/// The cell of a claim as collected; `None` if the collection lacks it.
fn cell(json: &Value, reference: &str) -> Option<i64> {
    let (place, column) = reference.split_once('.')?;
    let rows = &json["table3"]["rows"];
    let total = |row: &Value| {
        row.as_array()
            .and_then(|row| row.last())
            .and_then(Value::as_i64)
    };
    match place {
        "t4" => {
            let disputes = &json["table4"];
            match column {
                "review.total" => total(&disputes["review"]),
                _ => Some(
                    total(&disputes["litigation_direct"])?
                        + total(&disputes["litigation_after_review"])?,
                ),
            }
        }
        "t2" => {
            let (line, at) = column.split_once('.').unwrap_or((column, "0"));
            let line = &json["table2"][line];
            line[at.parse::<usize>().unwrap()]
                .as_i64()
                .or(line.as_i64())
        }
        _ if column != "total" => None,
        _ => match total(&rows[place]) {
            Some(total) => Some(total),
            None => {
                let members: Vec<i64> = rows
                    .as_object()?
                    .iter()
                    .filter(|(code, _)| code.starts_with(&format!("{place}_")))
                    .filter_map(|(_, row)| total(row))
                    .collect();
                (!members.is_empty()).then(|| members.iter().sum())
            }
        },
    }
}

#[test]
fn claims_of_published_reports_agree_with_their_tables() {
    let Some(collection) = collection() else {
        return;
    };
    let mut told = 0;
    for (name, json) in &collection {
        let Some((figures, _)) = rendering::from_collection(json) else {
            continue;
        };
        let year = json["year"].as_i64().unwrap();
        for way in 0..WAYS {
            let mut words = Vec::new();
            let mut other_bases = 0;
            for each in json["claims"].as_array().into_iter().flatten() {
                let (reference, value) = (
                    each["ref"].as_str().unwrap(),
                    each["value"].as_i64().unwrap(),
                );
                let known = cell(json, reference);
                // Lines that the collection lacks stand as 0, and prove nothing unless that is what is said.
                if known.is_none() && value != 0 {
                    continue;
                }
                let is_other_base = known.is_some_and(|known| known != value);
                if let Some(ways) = claim(reference, is_other_base, value, year) {
                    other_bases += usize::from(is_other_base);
                    words.push(ways[way].clone());
                }
            }
            told += words.len();
            let findings = found(&with_words(&figures, &words), name);
            let weighty: Vec<&Finding> = findings
                .iter()
                .filter(|finding| finding.severity != Severity::Notice)
                .collect();
            assert!(weighty.is_empty(), "{name}, way {way}: {weighty:#?}");
            // Another base than the first is accepted, and a notice may say so.
            assert!(
                findings.len() <= other_bases,
                "{name}, way {way}: {findings:#?}"
            );
            if name == "suqian-city-2024" {
                for code in ["text-reconsideration", "text-litigation"] {
                    let told = findings.iter().any(|finding| finding.code == code);
                    assert!(told, "{name}, way {way}: {code} is not told");
                }
            }
        }
    }
    assert!(told >= 100, "{told} claims were told");
    println!("{told} claims told beside their tables");
}

#[test]
fn lists_of_published_reports_add_up_but_those_that_are_known() {
    let Some(collection) = collection() else {
        return;
    };
    let mut told = 0;
    for (name, json) in &collection {
        for each in json["narrative_sums"].as_array().into_iter().flatten() {
            let about = each["about"].as_str().unwrap();
            let total = each["total"].as_i64().unwrap();
            let parts: Vec<i64> = each["parts"]
                .as_array()
                .unwrap()
                .iter()
                .map(|part| part.as_i64().unwrap())
                .collect();
            if about.contains("fees") || about.contains("by outcome") || about == "applications" {
                continue;
            }
            let mut figures = Figures::zeros("2021");
            let ways = if about.contains("applications") || about.contains("flow") {
                agree(&mut figures, about, total, &parts);
                requests(about, total, &parts).unwrap()
            } else {
                list(about, total, &parts)
            };
            for words in ways {
                told += 1;
                let codes: Vec<(&str, Severity)> =
                    found(&with_words(&figures, std::slice::from_ref(&words)), name)
                        .iter()
                        .map(|finding| (finding.code, finding.severity))
                        .collect();
                if WRONG_LISTS.contains(&name.as_str()) {
                    assert_eq!(
                        codes,
                        [("text-breakdown", Severity::Notice)],
                        "{name}: {words}"
                    );
                } else {
                    assert_eq!(codes, [], "{name}: {words}");
                }
            }
        }
    }
    assert!(told >= 90, "{told} lists were told");
    println!("{told} lists told");
}

/// Sets table three as the list has it.
fn agree(figures: &mut Figures, about: &str, total: i64, parts: &[i64]) {
    let organisations = if about.contains("applicant") {
        parts[1]
    } else {
        0
    };
    let out = match about {
        "applications by state" | "flow in = out" => parts[1],
        _ => 0,
    };
    let persons = total - organisations;
    for (line, by_persons, by_organisations) in [
        ("new", persons, organisations),
        ("granted", persons - out, organisations),
        ("outcome_total", persons - out, organisations),
        ("carried_out", out, 0),
    ] {
        for (column, value) in [
            ("natural_person", by_persons),
            ("business", by_organisations),
            ("total", by_persons + by_organisations),
        ] {
            figures.set(&format!("requests.{line}.{column}"), value.to_string());
        }
    }
}
