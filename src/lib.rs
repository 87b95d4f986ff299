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
pub mod compare;
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

use check::{Judged, Selection};
use compare::Last;
use document::Document;
use edition::Edition;
use explain::Evidence;
use form::CellId;
use mute::Mutes;
use outcome::{Checked, Format, Outcome, Status};
use recognise::Laid;
use report::Report;
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
    /// Of a file with several reports the one to check, counted from 0; all if `None`.
    pub report: Option<u32>,
    /// Cells that the user says are right: no explanation changes them.
    pub pins: SortedSet<CellId>,
    /// Reports among which that of the year before is looked for; see [`compare`] and [`reports`].
    pub previous: Vec<Report>,
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
            report: None,
            pins: SortedSet::new(),
            previous: Vec::new(),
        }
    }
}

/// Reads, recognises and checks one file as one report. `name` is carried into the outcome and decides nothing.
///
/// Never fails: what cannot be read or recognised is an outcome too. For files that may hold several reports see
/// [`check_each`].
pub fn check(bytes: &[u8], name: &str, options: &Options<'_>) -> Outcome {
    let file = File {
        name,
        bytes: bytes.len(),
        options,
    };
    match file.read(bytes) {
        Ok((format, document)) => file.judge(format, &Laid::new(&document)),
        Err(outcome) => *outcome,
    }
}

/// Reads, recognises and checks every report of a file: of an archive each file in it, of a document each report that
/// stands in it, of a workbook each sheet that is a report of its own. The outcomes come one at a time, so that no more
/// than one report is held; each is named after the file, with the path in the archive behind `/` and the sheet or body
/// behind `#`.
///
/// There is always at least one outcome, unless [`Options::report`] asks for one that is not there. Edits apply to every
/// report that is checked.
pub fn check_each(bytes: &[u8], name: &str, options: &Options<'_>, take: &mut dyn FnMut(Outcome)) {
    let mut queue = Queue {
        wanted: options.report,
        next: 0,
        take,
    };
    #[cfg(feature = "whole")]
    if let Err(error) = reader::sniff(bytes)
        && reader::collection::is_collection(&error)
    {
        let ended = reader::collection::each(bytes, options.decoder, &mut |path, file| {
            let name = [name, "/", path].concat();
            match file {
                Ok(bytes) => queue.check(bytes, &name, options),
                Err(error) if queue.is_wanted() => (queue.take)(Outcome {
                    name,
                    bytes: 0,
                    format: None,
                    status: Status::Unreadable(error),
                }),
                Err(_) => {}
            }
        });
        if let Err(error) = ended
            && queue.is_wanted()
        {
            (queue.take)(Outcome {
                name: name.to_owned(),
                bytes: bytes.len(),
                format: None,
                status: Status::Unreadable(error),
            });
        }
        return;
    }
    queue.check(bytes, name, options);
}

/// The reports of a file, recognised and not judged: as those of the year before for [`Options::previous`].
///
/// # Errors
/// The first outcome, if none is a report. What else an archive holds is passed over.
pub fn reports(
    bytes: &[u8],
    name: &str,
    decoder: &(dyn Decoder + Sync),
) -> Result<Vec<Report>, Outcome> {
    let options = Options {
        selection: Selection::none(),
        ..Options::new(decoder)
    };
    let mut reports = Vec::new();
    let mut failed = None;
    check_each(bytes, name, &options, &mut |outcome| match outcome.status {
        Status::Checked(checked) => reports.push(checked.report),
        _ => failed = failed.take().or(Some(outcome)),
    });
    match failed {
        Some(outcome) if reports.is_empty() => Err(outcome),
        _ => Ok(reports),
    }
}

/// All outcomes of [`check_each`].
pub fn check_all(bytes: &[u8], name: &str, options: &Options<'_>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    check_each(bytes, name, options, &mut |outcome| outcomes.push(outcome));
    outcomes
}

/// Outcomes on their way out.
struct Queue<'a> {
    wanted: Option<u32>,
    /// The number of the next report.
    next: u32,
    take: &'a mut dyn FnMut(Outcome),
}

impl Queue<'_> {
    /// Counts one more report; says whether anybody asked for it.
    fn is_wanted(&mut self) -> bool {
        let number = self.next;
        self.next = number.saturating_add(1);
        self.wanted.is_none_or(|wanted| wanted == number)
    }

    /// Checks every report of one file that is no archive.
    fn check(&mut self, bytes: &[u8], name: &str, options: &Options<'_>) {
        let file = File {
            name,
            bytes: bytes.len(),
            options,
        };
        let (format, document) = match file.read(bytes) {
            Ok(read) => read,
            Err(outcome) => {
                if self.is_wanted() {
                    (self.take)(*outcome);
                }
                return;
            }
        };
        let laid = Laid::new(&document);
        let divisions = recognise::divide(&laid);
        if divisions.len() <= 1 {
            if self.is_wanted() {
                (self.take)(file.judge(format, &laid));
            }
            return;
        }
        let mut blocks = document.blocks.into_iter();
        for (number, division) in (1_u32..).zip(divisions) {
            let count = division.end.saturating_sub(division.first);
            let part = Document {
                blocks: blocks.by_ref().take(count).collect(),
                parts: Vec::new(),
                attachments: document.attachments.clone(),
            };
            if !self.is_wanted() {
                continue;
            }
            let mut outcome = file.judge(format, &Laid::new(&part));
            let mut told = division.name;
            if let Status::Checked(checked) = &mut outcome.status {
                checked.report.move_by(division.first);
                told = told.or_else(|| checked.report.unit.clone());
            }
            let told = told.unwrap_or_else(|| number.to_string());
            outcome.name = [name, "#", &told].concat();
            (self.take)(outcome);
        }
    }
}

/// A file that is being checked.
struct File<'a> {
    name: &'a str,
    bytes: usize,
    options: &'a Options<'a>,
}

impl File<'_> {
    fn outcome(&self, format: Option<Format>, status: Status) -> Outcome {
        Outcome {
            name: self.name.to_owned(),
            bytes: self.bytes,
            format,
            status,
        }
    }

    fn read(&self, bytes: &[u8]) -> Result<(Format, Document), Box<Outcome>> {
        let unreadable = |format, error| Box::new(self.outcome(format, Status::Unreadable(error)));
        let format = reader::sniff(bytes).map_err(|error| unreadable(None, error))?;
        reader::read_as(format, bytes, self.options.decoder)
            .map(|document| (format, document))
            .map_err(|error| unreadable(Some(format), error))
    }

    /// Recognises and checks a report.
    fn judge(&self, format: Format, laid: &Laid<'_>) -> Outcome {
        let Options {
            edition,
            selection,
            edits,
            mutes,
            pins,
            previous,
            ..
        } = self.options;
        let status = match recognise::recognise(laid, *edition) {
            Err(contents) => Status::Unrecognised(contents),
            Ok(mut report) => {
                for (id, raw) in edits {
                    report.overwrite(*id, raw);
                }
                let last = Last::among(&report, previous);
                let Judged {
                    findings,
                    coverage,
                    statements,
                    unbound,
                } = check::against(&report, selection, last);
                let notes = mute::notes(&findings, &report, mutes);
                let evidence = Evidence {
                    statements: &statements,
                    previous: last.report(),
                };
                let explanations = explain::explain(&report, &findings, evidence, selection, pins);
                Status::Checked(Box::new(Checked {
                    compared: last.compared(),
                    report,
                    findings,
                    coverage,
                    notes,
                    explanations,
                    statements,
                    unbound,
                }))
            }
        };
        self.outcome(Some(format), status)
    }
}
