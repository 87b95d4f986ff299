//! The rule tables of the readmes and the answers in their examples are generated.
//! `UPDATE_README=1 cargo test --test readme` rewrites them.
//!
//! An example is a block ` ```console ` of commands (`$ gouji ...`, and `$ echo $?` for the exit code), each with
//! what it prints below it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

use std::path::Path;

use gouji::present::Lang;
use gouji::rule::RULES;

const START: &str = "<!-- rules:start -->";
const END: &str = "<!-- rules:end -->";

fn table(lang: Lang) -> String {
    let mut out = String::from(match lang {
        Lang::Chinese => "\n| 规则 | 程度 | 核对什么 |\n|---|---|---|\n",
        Lang::English => "\n| Code | Severity | What it is |\n|---|---|---|\n",
    });
    for rule in RULES {
        let severity = match lang {
            Lang::Chinese => gouji::present::message::words::severity(rule.severity, lang),
            Lang::English => rule.severity.name(),
        };
        out.push_str(&format!(
            "| `{}` | {severity} | {} |\n",
            rule.code,
            lang.of(rule.title).replace('|', "\\|")
        ));
    }
    out.push('\n');
    out
}

fn with_table(file: &str, text: &str, lang: Lang) -> String {
    let (head, rest) = text.split_once(START).unwrap_or_else(|| {
        panic!("{file} has no line {START}: put {START} and {END} where the rule table belongs")
    });
    let (_, tail) = rest
        .split_once(END)
        .unwrap_or_else(|| panic!("{file} has {START} but no {END} behind it"));
    format!("{head}{START}{}{END}{tail}", table(lang))
}

/// The text with every command of its examples run anew.
fn with_answers(text: &str) -> String {
    let mut out = String::new();
    let mut code = None;
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside && !line.starts_with("$ ") {
            continue;
        }
        out.push_str(line);
        out.push('\n');
        match line.strip_prefix("$ ").filter(|_| inside) {
            Some("echo $?") => out.push_str(&format!("{}\n", code.unwrap())),
            Some(command) => {
                let (answer, exit) = run(command);
                out.push_str(&answer);
                code = Some(exit);
            }
            None => {}
        }
    }
    out
}

/// What a command of an example prints, without blank lines at its end, and its exit code.
fn run(command: &str) -> (String, i32) {
    let mut words = command.split(' ');
    assert_eq!(
        words.next(),
        Some("gouji"),
        "an example runs gouji: {command}"
    );
    let output = assert_cmd::Command::cargo_bin("gouji")
        .unwrap()
        .args(words)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(output.stderr, b"", "{command}");
    let printed = String::from_utf8(output.stdout).unwrap();
    (
        format!("{}\n", printed.trim_end()),
        output.status.code().unwrap(),
    )
}

fn compare(file: &str, lang: Lang) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let old = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let new = with_answers(&with_table(file, &old, lang));
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, new).unwrap();
        return;
    }
    assert_eq!(
        old, new,
        "{file} is out of date: UPDATE_README=1 cargo test --test readme"
    );
}

#[test]
fn the_english_readme_is_up_to_date() {
    compare("README.md", Lang::English);
}

#[test]
fn the_chinese_readme_is_up_to_date() {
    compare("README.zh-CN.md", Lang::Chinese);
}

#[test]
fn an_example_that_is_out_of_date_is_noticed() {
    let old = "a\n```console\n$ gouji rules\nnothing\n$ echo $?\n7\n```\n```sh\n$ gouji\n```\nb\n";
    let new = with_answers(old);
    assert!(new.starts_with("a\n```console\n$ gouji rules\nrequests-balance "));
    assert!(new.ends_with("\n$ echo $?\n0\n```\n```sh\n$ gouji\n```\nb\n"));
}
