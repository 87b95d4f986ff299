//! The command line from outside: exit codes, formats, files, folders, standard input.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use assert_cmd::Command;
use rendering::Figures;
use serde_json::Value;
use tempfile::TempDir;

fn gouji(args: &[&str]) -> Output {
    Command::cargo_bin("gouji")
        .unwrap()
        .args(args)
        .output()
        .unwrap()
}

fn with_input(args: &[&str], input: &str) -> Output {
    Command::cargo_bin("gouji")
        .unwrap()
        .args(args)
        .write_stdin(input)
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn answer(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn good() -> String {
    Figures::example("2021").text()
}

/// Two findings of severity error.
fn wrong() -> String {
    let mut figures = Figures::example("2021");
    figures.set("requests.granted.total", "23");
    figures.text()
}

/// One finding of severity warning.
fn blank() -> String {
    let mut figures = Figures::example("2021");
    figures.set("requests.petition.research", "");
    figures.text()
}

struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn arg(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }
}

#[test]
fn exit_codes_say_what_came_of_it() {
    let folder = Folder::new(&[
        ("good.txt", good().as_bytes()),
        ("wrong.txt", wrong().as_bytes()),
        ("blank.txt", blank().as_bytes()),
        ("letter.txt", "只有一段话。".as_bytes()),
        ("empty.docx", b""),
    ]);
    let cases: [(&[&str], i32); 10] = [
        (&["good.txt"], 0),
        (&["wrong.txt"], 1),
        (&["blank.txt"], 0),
        (&["--strict", "blank.txt"], 1),
        (&["--strict", "good.txt"], 0),
        (&["letter.txt"], 2),
        (&["empty.docx"], 2),
        (&["absent.docx"], 2),
        (&["good.txt", "wrong.txt"], 1),
        // A batch that was not checked in full must not look like one that was.
        (&["wrong.txt", "letter.txt"], 2),
    ];
    for (args, expected) in cases {
        let mut command = Command::cargo_bin("gouji").unwrap();
        let output = command
            .current_dir(folder.0.path())
            .arg("check")
            .args(args)
            .output()
            .unwrap();
        assert_eq!(
            code(&output),
            expected,
            "{args:?}: {}{}",
            out(&output),
            err(&output)
        );
        assert_eq!(err(&output), "", "{args:?}");
    }
}

#[test]
fn wrong_usage_is_two() {
    for args in [
        &["check"][..],
        &["check", "--format", "xml", "-"],
        &["check", "--jobs", "0", "-"],
        &["check", "--edition", "2020", "-"],
        &["explain"],
        &["explain", "no-such-rule"],
        &["nonsense"],
        &[],
    ] {
        let output = gouji(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert_eq!(out(&output), "", "{args:?}");
        assert_ne!(err(&output), "", "{args:?}");
    }
}

#[test]
fn an_unknown_code_is_named_with_its_neighbours() {
    for option in ["--ignore", "--only"] {
        let output = with_input(
            &["check", "-", option, "outcome-total,request-balance"],
            &good(),
        );
        assert_eq!(code(&output), 2);
        assert!(
            err(&output).contains("“request-balance”") && err(&output).contains("requests-balance"),
            "{}",
            err(&output)
        );
    }
    let output = gouji(&["explain", "balance", "--lang", "en"]);
    assert!(
        err(&output).contains("did you mean requests-balance"),
        "{}",
        err(&output)
    );
    let output = gouji(&["explain", "zzzzzzzz"]);
    assert!(!err(&output).contains("是不是"), "{}", err(&output));
}

#[test]
fn rules_are_chosen() {
    let codes = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["check", "-", "--format", "json"];
        all.extend(args);
        let answer = answer(&with_input(&all, &wrong()));
        let findings = answer["outcomes"][0]["findings"]
            .as_array()
            .unwrap()
            .clone();
        findings
            .iter()
            .map(|finding| finding["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes(&[]), ["outcome-total", "applicant-total"]);
    assert_eq!(codes(&["--ignore", "outcome-total"]), ["applicant-total"]);
    assert_eq!(codes(&["--only", "outcome-total"]), ["outcome-total"]);
    assert_eq!(
        codes(&[
            "--only",
            "outcome-total,applicant-total",
            "--ignore",
            "applicant-total"
        ]),
        ["outcome-total"]
    );
    let output = with_input(
        &["check", "-", "--ignore", "outcome-total, applicant-total"],
        &wrong(),
    );
    assert_eq!(code(&output), 0, "{}", err(&output));
}

#[test]
fn standard_input_is_read() {
    let output = with_input(&["check", "-", "--format", "json"], &good());
    let answer = answer(&output);
    assert_eq!(answer["outcomes"][0]["file"]["name"], "stdin");
    assert_eq!(
        answer["outcomes"][0]["report"]["cells"]
            .as_array()
            .unwrap()
            .len(),
        200
    );
    assert_eq!(code(&output), 0);
}

#[test]
fn the_edition_can_be_fixed() {
    let output = with_input(
        &["check", "-", "--format", "json", "--edition", "2019"],
        &good(),
    );
    let answer = answer(&output);
    let tables = answer["outcomes"][0]["report"]["tables"]
        .as_array()
        .unwrap();
    assert!(
        tables.iter().any(|table| table["edition"] == "2019"),
        "{tables:?}"
    );
}

#[test]
fn one_bad_file_does_not_stop_a_folder() {
    let folder = Folder::new(&[
        ("1.txt", good().as_bytes()),
        ("2.docx", b"PK\x03\x04 broken"),
        ("3.pdf", b"%PDF-1.7\n%%EOF"),
        ("sub/4.txt", wrong().as_bytes()),
        (".hidden/5.txt", wrong().as_bytes()),
        ("~$4.docx", b"lock"),
        ("notes.json", b"{}"),
    ]);
    let output = gouji(&["check", &folder.arg(""), "--format", "json"]);
    assert_eq!(code(&output), 2);
    let answer = answer(&output);
    let seen: Vec<(String, &str)> = answer["outcomes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|outcome| {
            let name = Path::new(outcome["file"]["name"].as_str().unwrap());
            let name = name.file_name().unwrap().to_str().unwrap().to_owned();
            (name, outcome["status"].as_str().unwrap())
        })
        .collect();
    let expected = [
        ("1.txt", "checked"),
        ("2.docx", "unreadable"),
        ("3.pdf", "unreadable"),
        ("4.txt", "checked"),
    ];
    assert_eq!(
        seen,
        expected.map(|(name, status)| (name.to_owned(), status))
    );
    assert_eq!(answer["outcomes"][2]["problem"]["code"], "damaged");
    assert_eq!(answer["summary"]["errors"], 2);
}

#[test]
fn a_folder_without_reports_is_no_success() {
    let folder = Folder::new(&[("notes.json", b"{}")]);
    let output = gouji(&["check", &folder.arg("")]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("没有找到可以核对的文件"),
        "{}",
        err(&output)
    );
}

#[test]
fn a_file_named_is_read_whatever_it_is_called() {
    let folder = Folder::new(&[("report.json", good().as_bytes())]);
    assert_eq!(code(&gouji(&["check", &folder.arg("report.json")])), 0);
}

#[test]
fn the_order_is_that_of_the_input_whatever_the_jobs() {
    let files: Vec<(String, String)> = (0..40)
        .map(|number| {
            let mut figures = Figures::example("2021");
            figures.unit = format!("第{number}局");
            (format!("{:02}.txt", 39 - number), figures.text())
        })
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let folder = Folder::new(&files);
    let run = |jobs: &str| {
        out(&gouji(&[
            "check",
            &folder.arg(""),
            "--format",
            "ndjson",
            "--jobs",
            jobs,
        ]))
    };
    let one = run("1");
    assert_eq!(one, run("7"));
    let names: Vec<String> = one
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["file"]["name"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(names.len(), 40);
    assert!(names.is_sorted());
    // Given by hand, the order is the caller's.
    let output = gouji(&[
        "check",
        &folder.arg("07.txt"),
        &folder.arg("03.txt"),
        "--format",
        "ndjson",
    ]);
    let first = out(&output).lines().next().unwrap().to_owned();
    assert!(first.contains("07.txt"));
}

#[test]
fn every_format_comes_out() {
    let folder = Folder::new(&[("wrong.txt", wrong().as_bytes())]);
    let run = |format: &str| {
        let output = gouji(&["check", &folder.arg("wrong.txt"), "--format", format]);
        assert_eq!(code(&output), 1, "{format}");
        out(&output)
    };
    assert!(run("human").contains("六类申请人相加是 22，总计填的是 23，还差 1。"));
    assert_eq!(
        serde_json::from_str::<Value>(&run("json")).unwrap()["schema"],
        "gouji/1"
    );
    assert_eq!(run("ndjson").lines().count(), 1);
    assert_eq!(
        serde_json::from_str::<Value>(&run("sarif")).unwrap()["version"],
        "2.1.0"
    );
    assert_eq!(run("csv").lines().count(), 3);
}

#[test]
fn a_file_beyond_the_limit_is_refused_by_name() {
    let folder = Folder::new(&[]);
    let file = std::fs::File::create(folder.path("huge.txt")).unwrap();
    let length = u64::try_from(gouji::limits::FILE_BYTES).unwrap();
    file.set_len(length.saturating_add(1)).unwrap();
    let output = gouji(&["check", &folder.arg("huge.txt"), "--format", "json"]);
    assert_eq!(code(&output), 2);
    assert_eq!(
        answer(&output)["outcomes"][0]["problem"]["code"],
        "too-large"
    );
}

/// Two years of two bodies in folders: each report finds its own.
#[test]
fn reports_of_the_year_before_are_found_among_many() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, unit: &str, year: i32, carried: &str| {
        let mut figures = Figures::example("2021");
        figures.unit = unit.to_owned();
        figures.year = year;
        figures.set("requests.carried_out.total", carried);
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, figures.text()).unwrap();
        path.display().to_string()
    };
    let one = write("now/one.txt", "示例市甲局", 2024, "3");
    let two = write("now/two.txt", "示例市第二局", 2024, "3");
    let other = write("now/other.txt", "示例市丙局", 2024, "3");
    write("before/1.txt", "示例市甲局", 2023, "4");
    let last = write("before/2.txt", "第二局", 2023, "9");
    let before = folder.path().join("before").display().to_string();
    let run = |paths: &[&str], previous: &str| {
        let only = [
            "--only",
            "carried-over",
            "--format",
            "json",
            "--previous",
            previous,
        ];
        let args: Vec<&str> = ["check"]
            .iter()
            .chain(paths)
            .chain(&only)
            .copied()
            .collect();
        gouji(&args)
    };
    let output = run(&[&one, &two, &other], &before);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let answer = answer(&output);
    let fits = |at: usize| answer["outcomes"][at]["report"]["previous"]["fits"].as_bool();
    assert_eq!([0, 1, 2].map(fits), [Some(true), Some(true), Some(false)]);
    let found = |at: usize| {
        answer["outcomes"][at]["findings"]
            .as_array()
            .unwrap()
            .clone()
    };
    assert!(found(2).is_empty());
    assert_eq!(found(1)[0]["right"], 9);
    // The name is not quite the same.
    assert_eq!(found(1)[0]["severity"], "warning");
    // The total holds; legal services had none to carry.
    assert!(
        found(0)
            .iter()
            .all(|finding| finding["severity"] == "warning")
    );
    let skipped = &answer["outcomes"][2]["coverage"][0];
    assert_eq!(skipped["skipped"], 1);
    // The same name, and another total: an error.
    let third = write("third.txt", "示例市甲局", 2023, "9");
    assert_eq!(code(&run(&[&one], &third)), 1);
    // One file that cannot be used is wrong usage; among others it is told and passed over.
    std::fs::write(folder.path().join("before/3.txt"), "nothing").unwrap();
    let bad = folder.path().join("before/3.txt").display().to_string();
    let output = run(&[&one], &bad);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("3.txt"), "{}", err(&output));
    let output = run(&[&two], &before);
    assert_eq!(code(&output), 0);
    assert!(err(&output).contains("3.txt"), "{}", err(&output));
    assert_eq!(code(&run(&[&two], &format!("{last}.gone"))), 2);
}

#[test]
fn output_goes_to_a_file() {
    let folder = Folder::new(&[("wrong.txt", wrong().as_bytes())]);
    let target = folder.arg("list.txt");
    for _ in 0..2 {
        // The second time the list itself stands in the folder, and is no report.
        let output = gouji(&["check", &folder.arg(""), "--format", "csv", "-o", &target]);
        assert_eq!(
            (code(&output), out(&output)),
            (1, String::new()),
            "{}",
            err(&output)
        );
        assert_eq!(std::fs::read_to_string(&target).unwrap().lines().count(), 3);
    }
    let output = gouji(&[
        "check",
        &folder.arg("wrong.txt"),
        "-o",
        &folder.arg("no/such/folder.txt"),
    ]);
    assert_eq!(code(&output), 2);
    assert_ne!(err(&output), "");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let files: Vec<(String, String)> = (0..200)
        .map(|number| (format!("{number:03}.txt"), wrong()))
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let folder = Folder::new(&files);
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("gouji"))
        .args(["check", &folder.arg(""), "--format", "ndjson"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    {
        let mut reader = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert!(line.starts_with('{'));
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), err(&output)),
        (Some(1), String::new())
    );
}

#[test]
fn pipes_get_no_colours() {
    let output = with_input(&["check", "-"], &wrong());
    assert!(!out(&output).contains('\u{1b}'));
}

#[test]
fn english_is_one_option_away() {
    let output = with_input(&["check", "-", "--lang", "en"], &wrong());
    assert!(out(&output).contains("add up to 22"), "{}", out(&output));
    assert!(
        gouji(&["--lang", "en", "explain", "blank-cell"])
            .stdout
            .starts_with(b"Every value cell has a figure")
    );
}

#[test]
fn the_rules_are_listed_and_explained() {
    let list = out(&gouji(&["rules"]));
    assert_eq!(list.lines().count(), gouji::rule::RULES.len());
    let json: Value = serde_json::from_str(&out(&gouji(&["rules", "--format", "json"]))).unwrap();
    for rule in json["rules"].as_array().unwrap() {
        let output = gouji(&["explain", rule["code"].as_str().unwrap()]);
        assert_eq!(code(&output), 0);
        for field in ["title", "basis", "what", "why", "todo"] {
            assert!(
                out(&output).contains(rule[field].as_str().unwrap()),
                "{field} of {}",
                rule["code"]
            );
        }
    }
}

#[test]
fn extract_lists_the_cells() {
    let folder = Folder::new(&[
        ("wrong.txt", wrong().as_bytes()),
        ("letter.txt", "一段话。".as_bytes()),
    ]);
    let output = gouji(&["extract", &folder.arg("wrong.txt")]);
    assert_eq!(code(&output), 0, "what is wrong does not matter here");
    let text = out(&output);
    let line = text
        .lines()
        .find(|line| line.contains("requests.granted.total"))
        .unwrap();
    assert!(
        line.contains("23") && line.contains("（一）予以公开 · 总计"),
        "{line}"
    );
    let output = gouji(&["extract", &folder.arg("wrong.txt"), "--format", "json"]);
    let view = answer(&output);
    assert_eq!(view["report"]["cells"].as_array().unwrap().len(), 200);
    assert_eq!(view["findings"].as_array().unwrap().len(), 0);
    assert_eq!(code(&gouji(&["extract", &folder.arg("letter.txt")])), 2);
}
