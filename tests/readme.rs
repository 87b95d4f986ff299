//! The rule table in README.md is generated. `UPDATE_README=1 cargo test --test readme` rewrites it.
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

fn compare(file: &str, lang: Lang) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let (head, rest) = text.split_once(START).unwrap_or_else(|| {
        panic!("{file} has no line {START}: put {START} and {END} where the rule table belongs")
    });
    let (old, tail) = rest
        .split_once(END)
        .unwrap_or_else(|| panic!("{file} has {START} but no {END} behind it"));
    let new = table(lang);
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{head}{START}{new}{END}{tail}")).unwrap();
        return;
    }
    assert_eq!(
        old, new,
        "{file} is out of date: UPDATE_README=1 cargo test --test readme"
    );
}

#[test]
fn the_rule_table_is_up_to_date() {
    compare("README.md", Lang::English);
}

#[test]
fn the_chinese_rule_table_is_up_to_date() {
    compare("README.zh-CN.md", Lang::Chinese);
}
