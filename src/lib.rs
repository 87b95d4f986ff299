//! Gouji checks China's annual reports on government information disclosure.
//!
//! The way of the data is the layout:
//!
//! ```text
//! bytes -> reader -> Document -> recognise -> Report -> check -> Finding -> explain -> present -> page | command line
//! ```
//!
//! [`check()`] is the one function that sees every stage.

// A test that overflows fails by itself: tests build with overflow checks.
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

#[cfg(target_arch = "wasm32")]
pub mod api;
pub mod check;
pub mod claim;
pub mod document;
pub mod edition;
pub mod explain;
pub mod finding;
pub mod form;
pub mod limits;
pub mod mute;
pub mod number;
pub mod outcome;
#[cfg(any(all(target_arch = "wasm32", feature = "page"), test))]
pub mod page;
pub mod present;
pub mod prose;
pub mod reader;
pub mod recognise;
pub mod report;
pub mod rule;
pub mod sorted;
mod strings;

use check::Selection;
use edition::Edition;
use form::CellId;
use mute::Mutes;
use outcome::{Checked, Outcome, Status};
use sorted::SortedSet;

// What options are made of comes with them, so that whoever makes options needs no reader.
pub use reader::Decoder;

/// The allocator of the browser's modules: two-level segregated fit, in constant time as the one of the standard
/// library, and 3 KB less after gzip.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What the caller asks for.
pub struct Options<'a> {
    /// Turns bytes in Chinese encodings into text.
    pub decoder: &'a (dyn Decoder + Sync),
    /// The edition to read the tables by; told by their labels if `None`.
    pub edition: Option<&'static Edition>,
    /// Which rules to apply.
    pub selection: Selection,
    /// Cells that the user overwrote, applied in order after reading.
    pub edits: Vec<(CellId, String)>,
    /// Findings that a person has found right; they are told apart, not left out.
    pub mutes: Mutes,
    /// Cells that the user says are right: no explanation changes them.
    pub pins: SortedSet<CellId>,
}

impl<'a> Options<'a> {
    /// The defaults: edition by labels, all rules, nothing overwritten, nothing found right.
    pub fn new(decoder: &'a (dyn Decoder + Sync)) -> Self {
        Self {
            decoder,
            edition: None,
            selection: Selection::default(),
            edits: Vec::new(),
            mutes: Mutes::new(),
            pins: SortedSet::new(),
        }
    }
}

/// Reads, recognises and checks one file. `name` is carried into the outcome and decides nothing.
///
/// Never fails: what cannot be read or recognised is an outcome too.
pub fn check(bytes: &[u8], name: &str, options: &Options<'_>) -> Outcome {
    let outcome = |format, status| Outcome {
        name: name.to_owned(),
        bytes: bytes.len(),
        format,
        status,
    };
    let format = match reader::sniff(bytes) {
        Ok(format) => format,
        Err(error) => return outcome(None, Status::Unreadable(error)),
    };
    let document = match reader::read_as(format, bytes, options.decoder) {
        Ok(document) => document,
        Err(error) => return outcome(Some(format), Status::Unreadable(error)),
    };
    let status = match recognise::recognise(&document, options.edition) {
        Err(contents) => Status::Unrecognised(contents),
        Ok(mut report) => {
            for (id, raw) in &options.edits {
                report.overwrite(*id, raw);
            }
            let (findings, coverage) = check::check(&report, &options.selection);
            let notes = mute::notes(&findings, &report, &options.mutes);
            let explanations =
                explain::explain(&report, &findings, &options.selection, &options.pins);
            Status::Checked(Box::new(Checked {
                report,
                findings,
                coverage,
                notes,
                explanations,
            }))
        }
    };
    outcome(Some(format), status)
}
