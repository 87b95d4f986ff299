//! The output formats as a whole, and what each format owes its readers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use gouji::Options;
use gouji::present::text::Colour;
use gouji::present::view::{AnswerView, OutcomeView};
use gouji::present::{self, Lang, csv, json, sarif, text};
use gouji::reader::encoding::native::NativeDecoder;
use rendering::Figures;
use serde_json::Value;

fn view(bytes: &[u8], name: &str, lang: Lang) -> OutcomeView {
    present::outcome_view(
        &gouji::check(bytes, name, &Options::new(&NativeDecoder)),
        lang,
    )
}

/// A report with findings of every weight, one without, and two files that were not checked.
fn answer(lang: Lang) -> AnswerView {
    let mut wrong = Figures::example("2021");
    wrong
        .set("requests.granted.total", "99")
        .set("requests.petition.research", "")
        .set("disclosure.fees.amount", "3500元");
    present::collect(vec![
        view(wrong.text().as_bytes(), "报告/一局.txt", lang),
        view(
            Figures::example("2021").text().as_bytes(),
            "=二局,\"旧\".txt",
            lang,
        ),
        view("只有一段话。".as_bytes(), "c.txt", lang),
        view(b"%PDF-1.7\n%%EOF", "d.pdf", lang),
    ])
}

fn human(lang: Lang, colour: Colour) -> String {
    let answer = answer(lang);
    let outcomes: String = answer
        .outcomes
        .iter()
        .map(|view| text::outcome(view, lang, colour))
        .collect();
    outcomes + &text::summary(&answer.summary, lang)
}

fn table(lang: Lang) -> String {
    let rows: String = answer(lang)
        .outcomes
        .iter()
        .map(|view| csv::rows(view, lang))
        .collect();
    csv::header(lang) + &rows
}

#[test]
fn text_in_chinese() {
    insta::assert_snapshot!(human(Lang::Chinese, Colour::Off));
}

#[test]
fn text_in_english() {
    insta::assert_snapshot!(human(Lang::English, Colour::Off));
}

#[test]
fn colours_change_nothing_but_colours() {
    let coloured = human(Lang::Chinese, Colour::On);
    assert!(coloured.contains('\u{1b}'));
    let mut plain = String::new();
    let mut parts = coloured.split('\u{1b}');
    plain.push_str(parts.next().unwrap());
    for part in parts {
        plain.push_str(part.split_once('m').unwrap().1);
    }
    assert_eq!(plain, human(Lang::Chinese, Colour::Off));
}

/// A file may be called anything, and a cell may hold anything.
#[test]
fn control_characters_do_not_reach_the_terminal() {
    let mut figures = Figures::example("2021");
    figures.set("requests.granted.total", "9\u{1b}[2J9");
    let html = figures.html();
    let view = view(
        html.as_bytes(),
        "a\u{1b}]0;x\u{7}\u{202e}.html",
        Lang::Chinese,
    );
    for out in [
        text::outcome(&view, Lang::Chinese, Colour::Off),
        text::cells(&view, Lang::Chinese),
    ] {
        assert!(
            !out.chars()
                .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'),
            "{out:?}"
        );
    }
}

#[test]
fn csv_in_chinese() {
    insta::assert_snapshot!(table(Lang::Chinese));
}

#[test]
fn csv_is_one_row_per_finding_and_one_per_file_without() {
    let answer = answer(Lang::English);
    let expected: usize = answer
        .outcomes
        .iter()
        .map(|view| view.findings.len().max(1))
        .sum();
    let table = table(Lang::English);
    assert!(
        table.starts_with('\u{feff}'),
        "spreadsheet programs need the mark to see UTF-8"
    );
    let rows: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(
        rows.len(),
        expected + 2,
        "heading, rows, nothing behind the last break"
    );
    assert!(
        rows.iter()
            .any(|row| row.starts_with("\"'=二局,\"\"旧\"\".txt\"")),
        "a formula, quoted"
    );
}

#[test]
fn a_negative_difference_in_csv_stays_a_number() {
    let mut figures = Figures::example("2021");
    figures.set("requests.granted.total", "99");
    let view = view(figures.text().as_bytes(), "a.txt", Lang::English);
    assert!(csv::rows(&view, Lang::English).contains(",-77,"));
}

#[test]
fn json_lines_hold_one_outcome_each() {
    let answer = answer(Lang::Chinese);
    let lines: String = answer
        .outcomes
        .iter()
        .map(|view| json::line(view).unwrap())
        .collect();
    let read: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let whole: Value = serde_json::from_str(&json::pretty(&answer).unwrap()).unwrap();
    assert_eq!(whole["outcomes"].as_array().unwrap(), &read);
}

#[test]
fn sarif_results() {
    let log: Value =
        serde_json::from_str(&sarif::log(&answer(Lang::Chinese), Lang::Chinese).unwrap()).unwrap();
    let run = &log["runs"][0];
    insta::assert_snapshot!(serde_json::to_string_pretty(&run["results"]).unwrap());
}

/// What SARIF 2.1.0 asks of a log, and what its readers need to show one.
#[test]
fn sarif_holds_together() {
    let answer = answer(Lang::English);
    let log: Value = serde_json::from_str(&sarif::log(&answer, Lang::English).unwrap()).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "Gouji");
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), gouji::rule::RULES.len());
    for rule in rules {
        for text in [
            "/shortDescription/text",
            "/fullDescription/text",
            "/help/text",
            "/help/markdown",
        ] {
            assert!(
                !rule.pointer(text).unwrap().as_str().unwrap().is_empty(),
                "{text} of {rule}"
            );
        }
        level(rule.pointer("/defaultConfiguration/level").unwrap());
    }
    let results = run["results"].as_array().unwrap();
    let findings: usize = answer.outcomes.iter().map(|view| view.findings.len()).sum();
    assert_eq!(results.len(), findings);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(
            rules[index]["id"], result["ruleId"],
            "the index points at the rule"
        );
        level(&result["level"]);
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let location = &result["locations"][0];
        uri(&location["physicalLocation"]["artifactLocation"]["uri"]);
        for cell in location["logicalLocations"].as_array().unwrap() {
            let id = cell["fullyQualifiedName"].as_str().unwrap();
            id.parse::<gouji::form::CellId>().unwrap();
            assert_ne!(cell["name"], id, "the label of the form, not the id");
        }
    }
    // Files that were not checked are not silent.
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(
        invocation["toolExecutionNotifications"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let artifacts = run["artifacts"].as_array().unwrap();
    assert_eq!(artifacts.len(), 4);
    artifacts
        .iter()
        .for_each(|artifact| uri(&artifact["location"]["uri"]));
}

fn level(level: &Value) {
    assert!(
        ["error", "warning", "note"].contains(&level.as_str().unwrap()),
        "{level}"
    );
}

fn uri(uri: &Value) {
    let uri = uri.as_str().unwrap();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
    assert!(!uri.is_empty() && uri.chars().all(plain), "{uri}");
}
