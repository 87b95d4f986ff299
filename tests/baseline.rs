//! Findings found right: listed, not counted, and back as soon as their figures change.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const SAMPLE: &str = "src/page/sample.html";

fn gouji(args: &[&str]) -> Output {
    Command::cargo_bin("gouji")
        .unwrap()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(args)
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A folder with a list of the sample's findings, each with a note.
fn list(note: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("right.json");
    let output = gouji(&["check", SAMPLE, "--write-baseline", name(&path)]);
    assert_eq!(code(&output), 1, "writing the list forgives nothing");
    let text = std::fs::read_to_string(&path).unwrap();
    let noted = text.replace("\"note\": \"\"", &format!("\"note\": \"{note}\""));
    std::fs::write(&path, noted).unwrap();
    (folder, path)
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn findings_found_right_are_listed_but_not_counted() {
    let (_folder, path) = list("台账如此");
    let run = |format: &str| {
        let args = [
            "check",
            SAMPLE,
            "--strict",
            "--baseline",
            name(&path),
            "--format",
            format,
        ];
        let output = gouji(&args);
        assert_eq!(code(&output), 0);
        out(&output)
    };
    let text = run("human");
    assert!(text.contains("✓ 已核实无误：台账如此"), "{text}");
    assert!(text.contains("另有 5 处已标为核实无误。"), "{text}");
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    let summary = &json["summary"];
    assert_eq!(
        (&summary["errors"], &summary["notices"], &summary["muted"]),
        (&Value::from(0), &Value::from(0), &Value::from(5))
    );
    let findings = json["outcomes"][0]["findings"].as_array().unwrap();
    assert!(
        findings
            .iter()
            .all(|finding| finding["muted"]["note"] == "台账如此")
    );
    assert!(run("csv").contains(",已核实无误：台账如此,"));
    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results[0]["suppressions"][0]["justification"], "台账如此");
}

#[test]
fn without_the_list_nothing_is_suppressed() {
    let sarif: Value =
        serde_json::from_slice(&gouji(&["check", SAMPLE, "-f", "sarif"]).stdout).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .all(|result| result["suppressions"] == Value::Array(Vec::new()))
    );
}

#[test]
fn the_list_is_the_same_each_time_and_keeps_its_notes() {
    let (_folder, path) = list("核过");
    let before = std::fs::read_to_string(&path).unwrap();
    let list = name(&path);
    let output = gouji(&[
        "check",
        SAMPLE,
        "--baseline",
        list,
        "--write-baseline",
        list,
    ]);
    assert_eq!(code(&output), 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn another_figure_brings_a_finding_back() {
    let (folder, path) = list("");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE);
    let sample = std::fs::read_to_string(sample).unwrap();
    // The same sums are broken, by another figure.
    let zeros = "<td>0</td>".repeat(5);
    let line = format!("四、结转下年度继续办理</td><td>1</td>{zeros}<td>");
    let changed = sample.replace(&format!("{line}2<"), &format!("{line}3<"));
    assert_ne!(changed, sample);
    let file = folder.path().join("changed.html");
    std::fs::write(&file, changed).unwrap();
    let output = gouji(&[
        "check",
        name(&file),
        "-f",
        "json",
        "--baseline",
        name(&path),
    ]);
    assert_eq!(code(&output), 1);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let muted = |code: &str| -> Vec<bool> {
        let findings = json["outcomes"][0]["findings"].as_array().unwrap();
        let own = findings.iter().filter(|finding| finding["code"] == code);
        own.map(|finding| !finding["muted"].is_null()).collect()
    };
    assert_eq!(muted("applicant-total"), [false]);
    assert_eq!(muted("requests-balance"), [false]);
    assert_eq!(muted("dispute-total"), [true], "its figures are the same");
}

#[test]
fn another_report_with_the_same_fault_is_another_finding() {
    let (folder, path) = list("");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE);
    let other = std::fs::read_to_string(sample)
        .unwrap()
        .replace("示例局", "样例局");
    let file = folder.path().join("other.html");
    std::fs::write(&file, other).unwrap();
    let output = gouji(&[
        "check",
        name(&file),
        "-f",
        "json",
        "--baseline",
        name(&path),
    ]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["summary"]["muted"], 0);
}

#[test]
fn a_file_that_is_no_list_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("none.json");
    for text in ["", "[]", "{\"schema\":\"other\",\"findings\":[]}"] {
        std::fs::write(&path, text).unwrap();
        let output = gouji(&["check", SAMPLE, "--baseline", name(&path)]);
        assert_eq!(code(&output), 2, "{text}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
    }
    let output = gouji(&["check", SAMPLE, "--baseline", "no/such/file"]);
    assert_eq!(code(&output), 2);
}
