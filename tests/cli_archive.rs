//! The command line given an archive of reports: every report of it is checked and named, whatever the system called it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use std::process::Output;

use assert_cmd::Command;
use rendering::Figures;
use serde_json::Value;
use support::zip::{Entry, docx, write};

fn page(unit: &str) -> String {
    let mut figures = Figures::example("2021");
    unit.clone_into(&mut figures.unit);
    figures.html()
}

/// An entry whose name is in GBK and not said to be UTF-8, as archivers of Chinese systems write it.
fn gbk(name: &str, content: &[u8]) -> Entry {
    let (bytes, _, bad) = encoding_rs::GBK.encode(name);
    assert!(!bad);
    Entry {
        name: bytes.into_owned(),
        ..Entry::deflated("", content)
    }
}

/// Three reports, one of them in an archive inside; a picture; a file behind a password; a document that is no report.
fn archive() -> Vec<u8> {
    let inner = write(&[gbk("丙镇.html", page("丙镇人民政府").as_bytes())]);
    let locked = Entry {
        flags: 1,
        ..gbk("丁镇.docx", b"x")
    };
    write(&[
        gbk("2024年报\\甲镇.html", page("甲镇人民政府").as_bytes()),
        gbk(
            "2024年报\\乙镇.html",
            page("乙镇人民政府").replace(">12<", ">13<").as_bytes(),
        ),
        gbk("2024年报\\其他.zip", &inner),
        gbk("2024年报\\照片.png", b"\x89PNG"),
        gbk("说明.docx", &docx("<w:p><w:r><w:t>说明</w:t></w:r></w:p>")),
        locked,
    ])
}

fn check(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("年报.zip"), archive()).unwrap();
    Command::cargo_bin("gouji")
        .unwrap()
        .current_dir(folder.path())
        .args(["check", "年报.zip"])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn every_report_of_an_archive_is_checked_and_named() {
    let output = check(&["--format", "json"]);
    // What was not checked counts, though the reports were.
    assert_eq!(output.status.code(), Some(2));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let told: Vec<(&str, &str, &str)> = answer["outcomes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|outcome| {
            let of = outcome["report"]["unit"].as_str();
            let problem = outcome["problem"]["code"].as_str();
            (
                outcome["file"]["name"].as_str().unwrap(),
                outcome["status"].as_str().unwrap(),
                of.or(problem).unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("年报.zip/2024年报/乙镇.html", "checked", "乙镇人民政府"),
            (
                "年报.zip/2024年报/其他.zip/丙镇.html",
                "checked",
                "丙镇人民政府"
            ),
            ("年报.zip/2024年报/甲镇.html", "checked", "甲镇人民政府"),
            ("年报.zip/丁镇.docx", "unreadable", "encrypted"),
            ("年报.zip/说明.docx", "unrecognised", "unrecognised"),
        ]
    );
    assert_eq!(answer["summary"]["checked"], 3);
}

#[test]
fn a_person_reads_the_names_and_what_to_do() {
    let output = check(&[]);
    let text = String::from_utf8(output.stdout).unwrap();
    for part in [
        "年报.zip/2024年报/甲镇.html",
        "其他.zip/丙镇.html",
        "丁镇.docx",
        "取消密码",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
