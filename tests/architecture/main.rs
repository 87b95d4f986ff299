//! The layers hold: who may use whom is written down below as a table of arrows that must never be, and
//! every source file is read against it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod cases;
mod source;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gouji::edition::EDITIONS;
use source::{Item, Source};

/// Something that must never be.
struct Arrow {
    /// Names it in the message and in the cases.
    name: &'static str,
    /// Where it must never start.
    from: Start,
    /// Where it must never lead.
    to: End,
}

/// The modules that an arrow is about: the first parts of paths below `src`.
enum Start {
    These(&'static [&'static str]),
    AllBut(&'static [&'static str]),
}

/// What must not be used.
enum End {
    /// These modules of the project.
    Modules(&'static [&'static str]),
    /// Modules of the project other than these.
    ModulesBut(&'static [&'static str]),
    /// These parts of the standard library.
    Standard(&'static [&'static str]),
    /// These names, wherever they stand: other packages.
    Names(&'static [&'static str]),
    /// These macros.
    Macros(&'static [&'static str]),
    /// The labels of the form, in texts.
    Labels,
    /// Sentences: texts with a Chinese full stop.
    Sentences,
}

/// Modules that know nothing of the form and nothing of files.
const GROUND: &[&str] = &["document", "number", "limits", "sorted", "strings"];

const ARROWS: &[Arrow] = &[
    Arrow {
        name: "the ground uses nothing above it",
        from: Start::These(GROUND),
        to: End::ModulesBut(GROUND),
    },
    Arrow {
        name: "readers know documents, not the form",
        from: Start::These(&["reader"]),
        to: End::ModulesBut(&[
            "reader", "document", "number", "limits", "sorted", "strings",
        ]),
    },
    Arrow {
        name: "readers know no label of the form",
        from: Start::These(&["reader"]),
        to: End::Labels,
    },
    Arrow {
        name: "the form does not know where it was read",
        from: Start::These(&["form", "edition"]),
        to: End::Modules(&["reader", "document"]),
    },
    Arrow {
        name: "the form does not know how it is written out",
        from: Start::These(&["form", "edition"]),
        to: End::Names(&["serde", "serde_json"]),
    },
    Arrow {
        name: "judging sees the report alone",
        from: Start::These(&["rule", "check", "claim", "explain", "compare"]),
        to: End::Modules(&["reader", "document", "present", "page", "api"]),
    },
    Arrow {
        name: "presenting needs outcomes alone",
        from: Start::These(&["present"]),
        to: End::Modules(&["reader", "page", "api"]),
    },
    Arrow {
        name: "only api and page know the browser",
        from: Start::AllBut(&["api", "page"]),
        to: End::Names(&[
            "wasm_bindgen",
            "serde_wasm_bindgen",
            "js_sys",
            "web_sys",
            "gloo",
        ]),
    },
    Arrow {
        name: "the library knows no files, no surroundings, no clock, no threads",
        from: Start::AllBut(&["bin"]),
        to: End::Standard(&["fs", "env", "time", "thread", "net", "process"]),
    },
    Arrow {
        name: "the library does not print",
        from: Start::AllBut(&["bin"]),
        to: End::Macros(&["print", "println", "eprint", "eprintln", "dbg"]),
    },
    Arrow {
        name: "sentences stand in their places",
        // Beside the sentences themselves: official labels, and the signs and words that recognition knows.
        from: Start::AllBut(&["edition", "number", "recognise"]),
        to: End::Sentences,
    },
];

/// Where sentences may stand: paths below `src` and what begins with them.
const SENTENCES: &[&str] = &["present/message", "rule/rows", "page/text.rs"];

/// Lines that a source file has at most.
const LINES: usize = 450;

impl Arrow {
    fn starts_in(&self, source: &Source) -> bool {
        let spoken = SENTENCES.iter().any(|place| source.path.starts_with(place));
        let here = match self.from {
            Start::These(modules) => modules.contains(&source.module()),
            Start::AllBut(modules) => !modules.contains(&source.module()),
        };
        here && !(spoken && matches!(self.to, End::Sentences))
    }

    /// What of an item the arrow forbids, if it does.
    fn forbids<'a>(&self, item: &'a Item, modules: &BTreeSet<String>) -> Option<&'a str> {
        let hit = match (&self.to, item) {
            (End::Modules(never), Item::Own(name)) => name == "*" || never.contains(&name.as_str()),
            (End::ModulesBut(allowed), Item::Own(name)) => {
                // Types of the crate itself (`crate::Options`) carry every stage with them.
                let own = modules.contains(name) || name.starts_with(char::is_uppercase);
                name == "*" || (own && !allowed.contains(&name.as_str()))
            }
            (End::Standard(never), Item::Standard(name))
            | (End::Names(never), Item::Name(name))
            | (End::Macros(never), Item::Macro(name)) => never.contains(&name.as_str()),
            (End::Labels, Item::Text(text)) => labels().iter().any(|label| text.contains(label)),
            (End::Sentences, Item::Text(text)) => text.contains('。'),
            _ => false,
        };
        let (Item::Name(text)
        | Item::Own(text)
        | Item::Standard(text)
        | Item::Macro(text)
        | Item::Text(text)) = item;
        hit.then_some(text)
    }
}

/// The labels of lines and columns in all editions that are long enough to be nothing else.
fn labels() -> BTreeSet<&'static str> {
    let forms = EDITIONS.iter().flat_map(|edition| &edition.tables);
    let blocks = forms.flat_map(|form| form.blocks);
    let labels = blocks.flat_map(|block| {
        let lines = block.lines.iter().map(|line| line.label);
        lines.chain(block.columns.iter().map(|column| column.label))
    });
    labels.filter(|label| label.chars().count() >= 4).collect()
}

/// Every breach of every arrow, as `path:line: arrow: what`.
fn breaches(sources: &[Source]) -> Vec<String> {
    let modules: BTreeSet<String> = sources.iter().map(|s| s.module().to_owned()).collect();
    let mut found = Vec::new();
    for source in sources {
        for arrow in ARROWS.iter().filter(|arrow| arrow.starts_in(source)) {
            for (line, item) in &source.items {
                if let Some(what) = arrow.forbids(item, &modules) {
                    found.push(format!(
                        "src/{}:{line}: {}: {what}",
                        source.path, arrow.name
                    ));
                }
            }
        }
    }
    found
}

/// The source files with their paths below `src`, tests left out.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.extension() {
                _ if path.is_dir() => open.push(path),
                Some(extension) if extension == "rs" => paths.push(path),
                _ => {}
            }
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy();
        (
            name.replace('\\', "/"),
            std::fs::read_to_string(&path).unwrap(),
        )
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn no_arrow_is_broken() {
    let sources: Vec<Source> = files()
        .iter()
        .filter(|(path, _)| !is_test(path))
        .map(|(path, text)| Source::read(path, text))
        .collect();
    assert!(sources.len() > 100, "only {} files read", sources.len());
    let found = breaches(&sources);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Files that are only built for tests.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs")
}

#[test]
fn files_named_tests_are_built_for_tests_only() {
    for (path, text) in files() {
        let items = Source::read(&path, &text).items;
        let names: Vec<&Item> = items.iter().map(|(_, item)| item).collect();
        let declared = [Item::Name("mod".to_owned()), Item::Name("tests".to_owned())];
        let open = names
            .windows(2)
            .any(|pair| *pair == [&declared[0], &declared[1]]);
        assert!(!open, "src/{path}: mod tests without #[cfg(test)]");
    }
}

#[test]
fn every_module_of_an_arrow_exists() {
    let modules: BTreeSet<String> = files()
        .iter()
        .map(|(path, _)| Source::read(path, "").module().to_owned())
        .collect();
    for arrow in ARROWS {
        let (Start::These(from) | Start::AllBut(from)) = arrow.from;
        let to = match arrow.to {
            End::Modules(to) | End::ModulesBut(to) => to,
            _ => &[],
        };
        for module in from.iter().chain(to) {
            assert!(
                modules.contains(*module),
                "{}: no module {module}",
                arrow.name
            );
        }
    }
}

#[test]
fn files_are_of_a_length_that_can_be_read() {
    let long: Vec<String> = files()
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(path, lines)| format!("src/{path}: {lines} lines, at most {LINES}"))
        .collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

/// The row of `ARCHITECTURE.md` about each module names the files in its folder.
#[test]
fn the_map_names_every_module() {
    let map = include_str!("../../ARCHITECTURE.md");
    let row = |module: &str| {
        let head = format!("| `{module}` |");
        map.lines().find(|line| line.starts_with(&head))
    };
    let mut missing = Vec::new();
    for (path, _) in files().iter().filter(|(path, _)| !is_test(path)) {
        let source = Source::read(path, "");
        let Some(row) = row(source.module()) else {
            missing.push(source.module().to_owned());
            continue;
        };
        let parts: Vec<&str> = path.split('/').collect();
        if let [module, file] = parts.as_slice() {
            let name = file.trim_end_matches(".rs");
            if !row.contains(&format!("`{name}`")) {
                missing.push(format!("{module}::{name}"));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "not on the map of ARCHITECTURE.md: {missing:?}"
    );
}
