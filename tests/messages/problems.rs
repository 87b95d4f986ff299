//! The sentences about files that were not checked, and about what of a report was not.

use gouji::finding::{Coverage, SkipReason};
use gouji::outcome::{Contents, ReadError, ReadErrorKind};
use gouji::present::{Lang, message};

use crate::sound;

const KNOWN: &[&str] = &["", "zip", "xlsb", "word/document.xml"];
const WRONG: &[&str] = &[
    "",
    "picture",
    "program",
    "archive",
    "media",
    "database",
    "presentation",
    "compound",
    "ebook",
    "xml",
];

fn problem(kind: ReadErrorKind, part: &str, lang: Lang) -> String {
    let error = ReadError::new(kind);
    let error = if part.is_empty() {
        error
    } else {
        error.in_part(part)
    };
    message::problem(&error, lang)
}

#[test]
fn every_kind_of_problem_has_a_sentence() {
    let mut out = String::new();
    for kind in ReadErrorKind::ALL {
        let parts = match kind {
            ReadErrorKind::Unsupported => KNOWN,
            ReadErrorKind::WrongKind => WRONG,
            ReadErrorKind::Damaged => &["", "pdf"],
            ReadErrorKind::TooOld => &["word-95", "excel-95"],
            _ => &[""],
        };
        for part in parts {
            out.push_str(&format!("{} {part}\n", kind.code()));
            for lang in Lang::ALL {
                let text = problem(kind, part, lang);
                sound(&text, lang);
                out.push_str(&format!("  {text}\n"));
            }
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_damaged_part_is_named_for_whoever_mends_it() {
    let error = ReadError::new(ReadErrorKind::Damaged)
        .in_part("word/document.xml")
        .at(120);
    assert!(message::problem(&error, Lang::Chinese).contains("word/document.xml"));
    assert!(message::problem(&error, Lang::English).contains("120"));
}

#[test]
fn the_sentence_says_what_was_seen() {
    let mut out = String::new();
    for (paragraphs, grids, rows) in [(0, 0, 0), (3, 0, 0), (0, 1, 4), (3, 2, 40)] {
        for lang in Lang::ALL {
            let text = message::unrecognised(
                &Contents {
                    paragraphs,
                    grids,
                    rows,
                    attachments: Vec::new(),
                },
                lang,
            );
            sound(&text, lang);
            out.push_str(&format!("{text}\n"));
        }
    }
    for attachments in [
        vec!["年报.docx".to_owned()],
        vec!["表一.xlsx".to_owned(), "表二.xlsx".to_owned()],
    ] {
        for lang in Lang::ALL {
            let contents = Contents {
                attachments: attachments.clone(),
                ..Contents::default()
            };
            let text = message::unrecognised(&contents, lang);
            sound(&text, lang);
            out.push_str(&format!("{text}\n"));
        }
    }
    for lang in Lang::ALL {
        for kind in [
            std::io::ErrorKind::NotFound,
            std::io::ErrorKind::PermissionDenied,
        ] {
            let text = message::cannot_open(kind, "", lang);
            sound(&text, lang);
            out.push_str(&format!("{text}\n"));
        }
        sound(&message::internal(lang), lang);
        out.push_str(&format!("{}\n", message::internal(lang)));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn every_reason_for_not_checking_has_words() {
    use SkipReason::*;
    let reasons = [
        TableMissing,
        LineMissing,
        Unreadable,
        NotANumber,
        BlankTotal,
        OnlyTotal,
        AllBlank,
        YearUnknown,
        UsedForReading,
        Doubtful,
    ];
    let line = |skips| Coverage {
        code: "outcome-total",
        checked: 0,
        failed: 0,
        skips,
    };
    let mut out = String::new();
    for lang in Lang::ALL {
        assert_eq!(message::coverage(&line(Vec::new()), lang), None);
        for reason in reasons {
            out.push_str(&format!(
                "{}\n",
                message::coverage(&line(vec![(reason, 2)]), lang).unwrap()
            ));
        }
        let several = line(vec![(Unreadable, 2), (AllBlank, 1)]);
        out.push_str(&format!("{}\n", message::coverage(&several, lang).unwrap()));
    }
    insta::assert_snapshot!(out);
}
