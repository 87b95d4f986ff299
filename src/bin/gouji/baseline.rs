//! The list of findings found right: `--baseline` and `--write-baseline`.
//!
//! A JSON file that people read, edit and keep beside their reports. Only `key` and `note` are read back; the rest says
//! what the key is about. The same findings give the same file, byte by byte.

use std::path::Path;

use gouji::mute::Mutes;
use gouji::present::message::words;
use gouji::present::view::OutcomeView;
use gouji::present::{Lang, json};
use serde::{Deserialize, Serialize};

use crate::Failure;
use crate::sink::Sink;

/// The schema string of the file.
const SCHEMA: &str = "gouji-baseline/1";

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Baseline {
    schema: String,
    findings: Vec<Entry>,
}

/// One finding that was found right.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    /// What tells it from all others; see `FindingView::key`.
    key: String,
    /// Why it is right: to be filled in by whoever looked.
    #[serde(default)]
    note: String,
    /// The rest is for people.
    #[serde(default, skip_deserializing)]
    file: String,
    #[serde(default, skip_deserializing)]
    unit: Option<String>,
    #[serde(default, skip_deserializing)]
    year: Option<i32>,
    #[serde(default, skip_deserializing)]
    message: String,
}

impl Baseline {
    /// A list of nothing.
    pub(crate) fn new() -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            findings: Vec::new(),
        }
    }

    /// Adds the findings of a report, with the notes that they have.
    pub(crate) fn add(&mut self, outcome: &OutcomeView) {
        let report = outcome.report.as_ref();
        for finding in &outcome.findings {
            if self.findings.iter().any(|entry| entry.key == finding.key) {
                continue;
            }
            let note = finding.muted.as_ref().map(|muted| muted.note.clone());
            self.findings.push(Entry {
                key: finding.key.clone(),
                note: note.unwrap_or_default(),
                file: outcome.file.name.clone(),
                unit: report.and_then(|report| report.unit.clone()),
                year: report.and_then(|report| report.year),
                message: finding.message.clone(),
            });
        }
    }

    /// Writes the file.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        let mut sink = Sink::open(Some(path))?;
        sink.put(&json::pretty(self)?)?;
        sink.flush()?;
        Ok(())
    }
}

/// Reads the notes of a file, by key.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<Mutes, Failure> {
    let name = path.display().to_string();
    let wrong = |why: String| Failure::Usage(words::bad_baseline(&name, &why, lang));
    let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let baseline: Baseline =
        serde_json::from_slice(&bytes).map_err(|error| wrong(error.to_string()))?;
    if baseline.schema != SCHEMA {
        return Err(wrong(baseline.schema));
    }
    let entries = baseline.findings.into_iter();
    Ok(entries.map(|entry| (entry.key, entry.note)).collect())
}
