//! The output contract: what the program writes, www/schema.json and www/types.d.ts say the same.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::collections::{BTreeMap, BTreeSet};

use gouji::Options;
use gouji::outcome::Outcome;
use gouji::present::view::*;
use gouji::present::{self, Lang};
use gouji::reader::encoding::native::NativeDecoder;
use rendering::Figures;
use serde_json::{Value, json, to_value};

const SCHEMA_TEXT: &str = include_str!("../www/schema.json");
const TYPES_TEXT: &str = include_str!("../www/types.d.ts");

fn schema() -> Value {
    serde_json::from_str(SCHEMA_TEXT).unwrap()
}

fn checked(bytes: &[u8], name: &str) -> Outcome {
    gouji::check(bytes, name, &Options::new(&NativeDecoder))
}

/// One answer with every kind of outcome, over both editions and with cells of every state.
fn real_answer(lang: Lang) -> Value {
    let mut wrong = Figures::example("2021");
    wrong
        .set("requests.granted.total", "99")
        .set("requests.petition.business", "")
        .set("requests.petition.research", "/")
        .set("requests.repeated.research", "若干")
        .set("disclosure.fees.amount", "3500元");
    let mut old = Figures::example("2019");
    old.set("disclosure.licensing.change", "-99999");
    let outcomes = [
        checked(wrong.text().as_bytes(), "a.txt"),
        checked(old.html().as_bytes(), "b.html"),
        checked("只有一段话。".as_bytes(), "c.txt"),
        checked(b"%PDF-1.7\n%%EOF", "d.pdf"),
        checked(b"", "e.docx"),
    ];
    to_value(present::answer(&outcomes, lang)).unwrap()
}

#[test]
fn real_answers_follow_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for lang in Lang::ALL {
        let answer = real_answer(lang);
        let status = |at: usize| answer["outcomes"][at]["status"].clone();
        assert_eq!(
            [status(0), status(1), status(2), status(3), status(4)],
            [
                "checked",
                "checked",
                "unrecognised",
                "unreadable",
                "unreadable"
            ]
        );
        let errors: Vec<String> = validator
            .iter_errors(&answer)
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let answer = real_answer(Lang::Chinese);
    assert!(validator.is_valid(&answer));
    let spoilt = |pointer: &str, value: Value| {
        let mut answer = answer.clone();
        *answer
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer}")) = value;
        answer
    };
    for (pointer, value) in [
        ("/schema", json!("gouji/2")),
        ("/outcomes/0/status", json!("fine")),
        ("/outcomes/0/findings/0/severity", json!("fatal")),
        ("/outcomes/0/findings/0/cells/0/role", json!("middle")),
        ("/outcomes/0/findings/0/id", json!(0)),
        ("/outcomes/0/report/cells/0/state", json!("odd")),
        ("/outcomes/0/report/cells/0/value", json!(1.5)),
        ("/outcomes/0/report/cells/0/id", json!("requests.new")),
        ("/outcomes/0/report/tables/0/edition", json!("2020")),
        ("/outcomes/2/problem", json!("text")),
        ("/summary", json!({})),
    ] {
        assert!(
            !validator.is_valid(&spoilt(pointer, value)),
            "{pointer} is not looked at"
        );
    }
}

/// An answer in which every field is there.
fn full_answer() -> Value {
    let id = || "requests.new.total".to_owned();
    let text = || "x".to_owned();
    let value = || Some(ValueView::Count(1));
    let place = || TextView {
        section: Some(1),
        excerpt: text(),
        start: 0,
        end: 1,
    };
    let change = || ChangeView {
        id: id(),
        from: value(),
        to: value(),
        message: text(),
    };
    let outcome = OutcomeView {
        file: FileView {
            name: text(),
            format: Some(text()),
            bytes: 1,
        },
        status: "checked".to_owned(),
        problem: Some(ProblemView {
            code: text(),
            message: text(),
        }),
        report: Some(ReportView {
            unit: Some(text()),
            year: Some(2024),
            title: Some(text()),
            tables: ["disclosure", "requests", "disputes"]
                .map(|table| TableView {
                    table: table.to_owned(),
                    edition: Some("2021".to_owned()),
                    found: true,
                })
                .to_vec(),
            cells: vec![CellView {
                id: id(),
                label: text(),
                raw: text(),
                value: Some(ValueView::Amount("1.5".to_owned())),
                state: "amount".to_owned(),
                origin: Some(OriginView {
                    block: 0,
                    row: Some(1),
                    column: Some(2),
                    page: Some(1),
                }),
                doubtful: true,
            }],
            statements: vec![StatementView {
                text: place(),
                holds: true,
                cells: vec![id()],
            }],
            unbound: vec![TextView {
                section: Some(1),
                excerpt: text(),
                start: 0,
                end: 1,
            }],
            previous: Some(PreviousView {
                unit: Some(text()),
                year: Some(2023),
                fits: true,
            }),
        }),
        coverage: vec![CoverageView {
            code: text(),
            checked: 1,
            failed: 1,
            skipped: 1,
            reason: Some(text()),
        }],
        findings: vec![FindingView {
            id: 1,
            code: text(),
            severity: "error".to_owned(),
            title: text(),
            message: text(),
            advice: text(),
            cells: vec![FindingCellView {
                id: id(),
                role: "left".to_owned(),
            }],
            left: value(),
            right: value(),
            difference: value(),
            pages: vec![2, 3],
            key: "outcome-total:0123456789abcdef".to_owned(),
            muted: Some(MutedView { note: text() }),
            text: Some(TextView {
                section: Some(1),
                excerpt: text(),
                start: 0,
                end: 1,
            }),
        }],
        explanations: vec![ExplanationView {
            grade: "certain".to_owned(),
            findings: vec![1],
            message: text(),
            readings: vec![ReadingView {
                cause: text(),
                changes: vec![change()],
                words: vec![RewordingView {
                    finding: 1,
                    message: text(),
                }],
                reason: text(),
            }],
            agreed: vec![change()],
            misread: false,
            suspects: vec!["requests.granted".to_owned()],
        }],
    };
    to_value(present::collect(vec![outcome])).unwrap()
}

#[test]
fn the_schema_names_every_field_and_no_other() {
    let schema = schema();
    let answer = full_answer();
    assert!(
        jsonschema::is_valid(&schema, &answer),
        "{:?}",
        jsonschema::validate(&schema, &answer).err()
    );
    let mut seen = BTreeSet::new();
    compare_schema(&schema, &schema, &answer, "answer", &mut seen);
    let defined: BTreeSet<String> = schema["$defs"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    assert_eq!(seen, defined, "parts of the schema that nothing uses");
}

/// Walks a value along its schema; every object must have just the fields that the schema lists and requires.
fn compare_schema(
    root: &Value,
    schema: &Value,
    value: &Value,
    place: &str,
    seen: &mut BTreeSet<String>,
) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.strip_prefix("#/$defs/").unwrap();
        seen.insert(name.to_owned());
        return compare_schema(root, &root["$defs"][name], value, place, seen);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        // One of several, the others being null or plain values.
        for choice in choices {
            compare_schema(root, choice, value, place, seen);
        }
        return;
    }
    if let (Some(fields), Some(listed)) = (value.as_object(), schema["properties"].as_object()) {
        let written: BTreeSet<&String> = fields.keys().collect();
        assert_eq!(written, listed.keys().collect(), "properties of {place}");
        let required = schema["required"].as_array().unwrap();
        let required: BTreeSet<&str> = required.iter().map(|name| name.as_str().unwrap()).collect();
        assert_eq!(
            written,
            required
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
                .iter()
                .collect(),
            "required of {place}"
        );
        for (name, value) in fields {
            compare_schema(root, &listed[name], value, &format!("{place}.{name}"), seen);
        }
    }
    if let (Some(items), true) = (value.as_array(), schema["items"].is_object()) {
        assert!(!items.is_empty(), "{place} is empty in the sample");
        for item in items {
            compare_schema(root, &schema["items"], item, place, seen);
        }
    }
}

/// The interfaces of the type file: name -> field -> type as written. Made for that one file, whose fields
/// stand one per line.
fn interfaces() -> BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
    let mut interfaces: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    let mut open = None;
    for line in TYPES_TEXT.lines() {
        if let Some(rest) = line.strip_prefix("export interface ") {
            open = Some(rest.trim_end_matches(" {"));
        } else if line == "}" {
            open = None;
        } else if let (Some(name), Some((field, kind))) = (open, line.trim().split_once(": "))
            && !line.trim().starts_with(['/', '*'])
        {
            let fields = interfaces.entry(name).or_default();
            fields.insert(field.trim_end_matches('?'), kind.trim_end_matches(';'));
        }
    }
    interfaces
}

#[test]
fn the_types_name_every_field_and_no_other() {
    let interfaces = interfaces();
    let mut seen = BTreeSet::new();
    compare_types(&interfaces, "Answer", &full_answer(), &mut seen);
    let rules = to_value(present::rules_view(Lang::English)).unwrap();
    compare_types(&interfaces, "Rules", &rules, &mut seen);
    let options = OptionsView {
        edition: Some("2021".to_owned()),
        lang: Some("en".to_owned()),
        ignore: vec!["x".to_owned()],
        only: vec!["x".to_owned()],
        edits: vec![EditView {
            id: "x".to_owned(),
            raw: "x".to_owned(),
        }],
        mutes: vec![MuteView {
            key: "x".to_owned(),
            note: "x".to_owned(),
        }],
        report: Some(0),
        pins: vec!["x".to_owned()],
        previous: vec![1],
    };
    compare_types(
        &interfaces,
        "Options",
        &to_value(options).unwrap(),
        &mut seen,
    );
    let defined: BTreeSet<&str> = interfaces.keys().copied().collect();
    assert_eq!(seen, defined, "interfaces that nothing uses");
}

fn compare_types<'a>(
    interfaces: &BTreeMap<&'a str, BTreeMap<&'a str, &'a str>>,
    name: &'a str,
    value: &Value,
    seen: &mut BTreeSet<&'a str>,
) {
    let (Some(fields), Some(listed)) = (value.as_object(), interfaces.get(name)) else {
        panic!("{name} is no interface, or {value} no object");
    };
    seen.insert(name);
    let written: Vec<&str> = fields.keys().map(String::as_str).collect();
    let listed_names: Vec<&str> = listed.keys().copied().collect();
    let sorted = |mut names: Vec<&str>| -> Vec<String> {
        names.sort_unstable();
        names.into_iter().map(str::to_owned).collect()
    };
    assert_eq!(sorted(written), sorted(listed_names), "fields of {name}");
    for (field, value) in fields {
        let kind = match listed.get(field.as_str()).copied().unwrap() {
            // Bytes are numbers to serde.
            "Uint8Array" => "number[]",
            kind => kind,
        };
        let plain = kind.trim_end_matches(" | null").trim_end_matches("[]");
        // The sample must not let a field pass by being empty.
        assert!(
            !value.is_null() && value != &json!([]),
            "{name}.{field} is empty in the sample"
        );
        assert_eq!(value.is_array(), kind.contains("[]"), "{name}.{field}");
        if interfaces.contains_key(plain) {
            let items = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            for item in items {
                compare_types(interfaces, plain, item, seen);
            }
        } else {
            let first = if value.is_array() { &value[0] } else { value };
            let fits = match plain {
                "string" => first.is_string(),
                "number" => first.is_number(),
                "boolean" => first.is_boolean(),
                "Value" => first.is_string() || first.is_number(),
                // Names out of a fixed list.
                _ => first.is_string(),
            };
            assert!(fits, "{name}.{field} is {first}, not {kind}");
        }
    }
}

#[test]
fn every_problem_code_is_described() {
    use gouji::outcome::ReadErrorKind;
    let codes = ReadErrorKind::ALL.map(ReadErrorKind::code);
    for code in codes
        .iter()
        .chain(&["unrecognised", "cannot-open", "internal"])
    {
        assert!(
            TYPES_TEXT.contains(&format!("\"{code}\"")),
            "{code} is not in types.d.ts"
        );
    }
}

/// The names out of fixed lists are the same in the program, in the schema and in the types.
#[test]
fn the_fixed_names_are_the_same_everywhere() {
    use gouji::finding::{Role, Severity};
    use gouji::form::Table;
    use gouji::number::State;
    let schema = schema();
    let listed = |pointer: &str| -> Vec<String> {
        let list = schema
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{pointer}"));
        list.as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    let typed = |name: &str| -> Vec<String> {
        let head = format!("export type {name} = ");
        let line = TYPES_TEXT
            .lines()
            .find_map(|line| line.strip_prefix(&head))
            .unwrap();
        line.trim_end_matches(';')
            .split(" | ")
            .map(|part| part.trim_matches('"').to_owned())
            .collect()
    };
    let same = |names: &[&str], pointer: &str, name: &str| {
        assert_eq!(listed(pointer), names, "{pointer}");
        assert_eq!(typed(name), names, "{name}");
    };
    let severities = [Severity::Error, Severity::Warning, Severity::Notice].map(Severity::name);
    same(
        &severities,
        "/$defs/finding/properties/severity/enum",
        "Severity",
    );
    let roles = [Role::Left, Role::Right, Role::Subject].map(Role::name);
    same(&roles, "/$defs/findingCell/properties/role/enum", "Role");
    same(
        &Table::ALL.map(Table::name),
        "/$defs/table/properties/table/enum",
        "TableName",
    );
    let states = [
        State::Count,
        State::Amount,
        State::Blank,
        State::Dash,
        State::Text,
        State::Reconstructed,
    ];
    same(
        &states.map(State::name),
        "/$defs/cell/properties/state/enum",
        "State",
    );
    same(
        &["checked", "unrecognised", "unreadable"],
        "/$defs/outcome/properties/status/enum",
        "Status",
    );
    let grades = ["certain", "likely", "choose", "partial", "unknown"];
    same(&grades, "/$defs/explanation/properties/grade/enum", "Grade");
}

#[test]
fn the_answer_is_the_same_every_time() {
    assert_eq!(
        real_answer(Lang::Chinese).to_string(),
        real_answer(Lang::Chinese).to_string()
    );
}

#[test]
fn the_summary_counts_what_the_outcomes_say() {
    let answer = real_answer(Lang::English);
    let outcomes = answer["outcomes"].as_array().unwrap();
    let count = |severity: &str| {
        let findings = outcomes
            .iter()
            .flat_map(|outcome| outcome["findings"].as_array().unwrap());
        json!(
            findings
                .filter(|finding| finding["severity"] == severity)
                .count()
        )
    };
    let summary = &answer["summary"];
    assert_eq!(summary["files"], 5);
    assert_eq!(
        [
            &summary["checked"],
            &summary["unrecognised"],
            &summary["unreadable"]
        ],
        [2, 1, 2]
    );
    assert_eq!(summary["errors"], count("error"));
    assert_eq!(summary["warnings"], count("warning"));
    assert_eq!(summary["notices"], count("notice"));
    assert!(summary["errors"].as_u64().unwrap() > 0);
}
