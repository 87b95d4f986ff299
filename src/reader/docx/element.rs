//! The elements of a main part that matter, and what their attributes say.

use crate::reader::xml;

/// An open element, as far as its end or its children care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Plain,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    TextBox,
    Paragraph,
    Run {
        hidden: bool,
    },
    RunProperties,
    Text,
    /// Alternatives of which one is read.
    Alternatives {
        satisfied: bool,
    },
    /// One of them; the amount of text before it.
    Choice {
        before: usize,
    },
}

/// Elements whose content is not part of the text as it stands: deletions, the origin of moved text,
/// formatting before a tracked change (it would look like formatting in force), phonetic guides, headers and notes.
pub(super) const SKIPPED: [&str; 18] = [
    "del",
    "moveFrom",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "rt",
    "instrText",
    // What Word 2003 puts beside the text.
    "hdr",
    "ftr",
    "footnote",
    "endnote",
    "docSuppData",
];

/// The number in the attribute `val`.
pub(super) fn number(element: &xml::Element<'_>) -> Option<u32> {
    xml::attribute(element, "val")?.trim().parse().ok()
}

/// Whether a switch is on: without a value it is.
pub(super) fn is_on(element: &xml::Element<'_>) -> bool {
    !xml::attribute(element, "val")
        .is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}

/// Whether an element is not part of the text, as its attributes tell it: tracked deletions and comments of Word 2003, and
/// the other parts of a package that is one XML file.
pub(super) fn is_apart(name: &str, element: &xml::Element<'_>) -> bool {
    match name {
        "annotation" => xml::attribute(element, "type")
            .is_some_and(|kind| matches!(kind.as_str(), "Word.Deletion" | "Word.Comment")),
        "part" => {
            xml::attribute(element, "contentType").is_some_and(|kind| !super::is_document(&kind))
        }
        _ => false,
    }
}
