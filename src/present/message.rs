//! Every sentence of the product, in Chinese as a clerk speaks and in English.
//!
//! The facts come from the checks, the labels from the edition of the form, the general advice from the
//! registry. Nothing else in the library holds a sentence; the page has its own table of words.

pub mod cause;
mod coverage;
#[cfg(feature = "whole")]
mod doubt;
mod explanation;
mod figure;
mod form;
mod missing;
mod names;
#[cfg(feature = "whole")]
mod previous;
mod problem;
mod relation;
mod report;
mod said;
pub mod words;

pub use coverage::coverage;
pub use explanation::{change, explanation, reason, rewording};
pub use problem::{cannot_open, internal, problem, unrecognised};

use super::Lang;
use crate::finding::{Facts, Finding};
use crate::report::Report;
use crate::rule;
use names::Names;

/// What is said of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What is wrong, with the figures.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// What is said of a finding in a report.
pub fn finding(finding: &Finding, report: &Report, lang: Lang) -> Sentences {
    let names = Names { report, lang };
    let (message, advice) = match &finding.facts {
        Facts::Unequal => (relation::unequal(finding, names), None),
        Facts::TooSmall => (relation::too_small(finding, names), None),
        Facts::ZeroBeside => (relation::zero_beside(finding, names), None),
        Facts::BlankTotal { sum } => missing::blank_total(finding, *sum, names),
        Facts::NoFigure { table, whole, dash } => {
            missing::no_figure(finding, *table, *whole, *dash, names)
        }

        Facts::OnlyTotal => (missing::only_total(finding, names), None),
        Facts::Format(fault) => figure::fault(finding, *fault, names),
        Facts::MissingTable { table } => form::missing_table(finding.severity, *table, names),
        Facts::MissingLine { table, lines } => (form::missing_line(*table, lines, names), None),
        Facts::Unreadable { table, lines } => (form::unreadable(*table, lines, names), None),
        Facts::DuplicateTable { table, copies } => (form::duplicate(*table, *copies, names), None),
        Facts::Edition {
            table,
            found,
            expected,
            year,
        } => form::edition(*table, found, expected, *year, names),
        Facts::Report(fault) => report::fault(finding, fault, names),
        Facts::Words(fault) => said::fault(finding, fault, names),
        #[cfg(feature = "whole")]
        Facts::Previous(fault) => (previous::fault(finding, fault, names), None),
        #[cfg(not(feature = "whole"))]
        Facts::Previous(_) => (String::new(), None),
    };
    let general = || rule::find(finding.code).map(|rule| lang.of(rule.todo).to_owned());
    let advice = advice.or_else(general).unwrap_or_default();
    #[cfg(feature = "whole")]
    let advice = doubt::advice(finding, advice, names);
    Sentences { message, advice }
}
