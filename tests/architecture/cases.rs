//! The test of the test: small made-up sources, each breaking one arrow, and some that only look like it.

use super::source::Source;
use super::{ARROWS, breaches};

/// The arrows that a file breaks, with the lines, in a crate that has all modules.
fn broken(path: &str, text: &str) -> Vec<(usize, &'static str)> {
    let mut sources: Vec<Source> = [
        "api",
        "check",
        "document",
        "edition",
        "form",
        "number",
        "page",
        "present",
        "reader",
        "recognise",
        "report",
        "rule",
    ]
    .iter()
    .map(|module| Source::read(&format!("{module}.rs"), ""))
    .collect();
    sources.push(Source::read(path, text));
    breaches(&sources)
        .iter()
        .map(|breach| {
            let arrow = ARROWS
                .iter()
                .find(|arrow| breach.contains(arrow.name))
                .unwrap();
            let line = breach.split(':').nth(1).unwrap().parse().unwrap();
            (line, arrow.name)
        })
        .collect()
}

/// Path, source, line of the breach, arrow.
const BREACHES: &[(&str, &str, usize, &str)] = &[
    (
        "number.rs",
        "\nuse crate::form::Line;",
        2,
        "the ground uses nothing above it",
    ),
    (
        "document/grid.rs",
        "use super::super::report::Origin;",
        1,
        "the ground uses nothing above it",
    ),
    (
        "limits.rs",
        "fn f(o: &crate::Options) {}",
        1,
        "the ground uses nothing above it",
    ),
    (
        "reader/docx.rs",
        "use crate::{document::Grid, form::Table};",
        1,
        "readers know documents, not the form",
    ),
    (
        "reader.rs",
        "fn f() { super::recognise::find() }",
        1,
        "readers know documents, not the form",
    ),
    (
        "reader/html.rs",
        "use crate::check::Selection;",
        1,
        "readers know documents, not the form",
    ),
    (
        "reader/text.rs",
        "\n\nconst A: &str = \"1.属于国家秘密\";",
        3,
        "readers know no label of the form",
    ),
    (
        "reader/text.rs",
        "fn f(t: &str) -> bool { t == r#\"自然人情况：科研机构\"# }",
        1,
        "readers know no label of the form",
    ),
    (
        "form.rs",
        "use crate::document::Document;",
        1,
        "the form does not know where it was read",
    ),
    (
        "edition/y2021.rs",
        "use crate::reader::{Format};",
        1,
        "the form does not know where it was read",
    ),
    (
        "form/name.rs",
        "#[derive(serde::Serialize)]\nstruct A;",
        1,
        "the form does not know how it is written out",
    ),
    (
        "rule.rs",
        "use crate::reader;",
        1,
        "judging sees the report alone",
    ),
    (
        "check/cell.rs",
        "fn f() {\n    crate::present::message::say()\n}",
        2,
        "judging sees the report alone",
    ),
    (
        "explain/search.rs",
        "use crate::document::Block;",
        1,
        "judging sees the report alone",
    ),
    (
        "check.rs",
        "use crate::*;",
        1,
        "judging sees the report alone",
    ),
    (
        "present/csv.rs",
        "use crate::reader::ReadError;",
        1,
        "presenting needs outcomes alone",
    ),
    (
        "present.rs",
        "use super::page::text;",
        1,
        "presenting needs outcomes alone",
    ),
    (
        "present/answer.rs",
        "use wasm_bindgen::JsValue;",
        1,
        "only api and page know the browser",
    ),
    (
        "lib.rs",
        "extern crate js_sys;",
        1,
        "only api and page know the browser",
    ),
    (
        "recognise.rs",
        "fn f() { web_sys::window(); }",
        1,
        "only api and page know the browser",
    ),
    (
        "bin/gouji/main.rs",
        "use gloo::utils::window;",
        1,
        "only api and page know the browser",
    ),
    (
        "reader/encoding.rs",
        "use std::fs;",
        1,
        "the library knows no files, no surroundings, no clock, no threads",
    ),
    (
        "page/run.rs",
        "use std::{rc::Rc, time::Instant};",
        1,
        "the library knows no files, no surroundings, no clock, no threads",
    ),
    (
        "check.rs",
        "fn f() { std::thread::spawn(g); }",
        1,
        "the library knows no files, no surroundings, no clock, no threads",
    ),
    (
        "api.rs",
        "fn f() { std::env::var(\"A\").ok(); }",
        1,
        "the library knows no files, no surroundings, no clock, no threads",
    ),
    (
        "page.rs",
        "fn f() { println!(\"{}\", 1); }",
        1,
        "the library does not print",
    ),
    (
        "number.rs",
        "fn f() {\n  if true { dbg!(1); }\n}",
        2,
        "the library does not print",
    ),
    (
        "check/form.rs",
        "const A: &str = \"表格缺行。\";",
        1,
        "sentences stand in their places",
    ),
    (
        "bin/gouji/check.rs",
        "fn f() { say!(\"没有文件。\") }",
        1,
        "sentences stand in their places",
    ),
];

/// What only looks like a breach.
const INNOCENT: &[(&str, &str)] = &[
    (
        "number.rs",
        "// use crate::form::Line;\n/* println!() */\n/// std::fs\nfn f() {}",
    ),
    (
        "number.rs",
        "const A: &str = \"use crate::form; println!() std::fs\";",
    ),
    (
        "number.rs",
        "#[cfg(test)]\nmod tests {\n    use crate::form::Line;\n    fn f() { println!(); }\n}",
    ),
    (
        "number.rs",
        "#[cfg(test)]\nmod tests;\nuse crate::limits::DEPTH;",
    ),
    (
        "document/grid.rs",
        "use super::Document; use crate::{limits, sorted::SortedMap};",
    ),
    (
        "reader/html/table.rs",
        "use super::super::form; use crate::reader::form::x;",
    ),
    (
        "reader/text.rs",
        "/// 属于国家秘密\n#[cfg(test)]\nconst A: &str = \"属于国家秘密\";\nconst B: &str = \"其他\";",
    ),
    (
        "check/form.rs",
        "use super::form; use crate::report::Report; use std::collections::BTreeMap;",
    ),
    (
        "present/answer.rs",
        "use crate::outcome::{ReadError, ReadErrorKind}; fn f() { env!(\"A\"); }",
    ),
    (
        "page/el.rs",
        "use wasm_bindgen::JsValue; use web_sys::Element;",
    ),
    (
        "bin/gouji/sink.rs",
        "use std::fs::File; fn f() { println!(); }",
    ),
    ("present/message/form.rs", "const A: &str = \"表格缺行。\";"),
    ("rule/rows/sums.rs", "const A: &str = \"表格缺行。\";"),
    ("recognise/label.rs", "const A: &str = \"。\";"),
    (
        "check/form.rs",
        "fn f(c: char) -> bool { c == '。' }\n// 表格缺行。",
    ),
];

#[test]
fn every_breach_is_found_where_it_is() {
    for (path, text, line, arrow) in BREACHES {
        assert_eq!(broken(path, text), [(*line, *arrow)], "{path}: {text}");
    }
}

#[test]
fn what_only_looks_like_a_breach_is_none() {
    for (path, text) in INNOCENT {
        assert_eq!(broken(path, text), [], "{path}: {text}");
    }
}

#[test]
fn every_arrow_is_shown_to_fail() {
    for arrow in ARROWS {
        let shown = BREACHES.iter().any(|(_, _, _, name)| *name == arrow.name);
        assert!(shown, "no case breaks: {}", arrow.name);
    }
}
