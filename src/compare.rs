//! The report of the year before: which one it is, of all that were given.
//!
//! A report is compared only with the one of the same body and the year right before. What a title does not tell is not
//! held against a report that was given alone.

use crate::prose::folded;
use crate::report::Report;

/// Characters of a name that may be that of a longer one.
const SHORTEST: usize = 3;

/// What a report was compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The body of the report that was given; `None` if several were given and none fits.
    pub unit: Option<String>,
    /// Its year.
    pub year: Option<i32>,
    /// Whether it is the report of the same body for the year before.
    pub fits: bool,
}

/// The reports that were given as that of the year before, and the one that is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Last<'a> {
    given: &'a [Report],
    found: Option<&'a Report>,
}

/// Whether this module compares: the one that the page begins with leaves it to the whole engine.
const COMPARES: bool = cfg!(feature = "whole");

impl<'a> Last<'a> {
    /// Looks for the report of the year before a report.
    pub fn among(report: &Report, given: &'a [Report]) -> Self {
        if !COMPARES {
            return Self::default();
        }
        Self {
            given,
            found: find(report, given),
        }
    }

    /// The report of the year before, if it is among those given.
    pub fn report(&self) -> Option<&'a Report> {
        // Said once more where it is asked for, so that the compiler leaves out what would follow.
        self.found.filter(|_| COMPARES)
    }

    /// Whether any report was given.
    pub fn is_given(&self) -> bool {
        !self.given.is_empty()
    }

    /// What to say of it; `None` if no report was given.
    pub fn compared(&self) -> Option<Compared> {
        let named = match self.given {
            [] => return None,
            [only] => Some(only),
            _ => self.report(),
        };
        Some(Compared {
            unit: named.and_then(|report| report.unit.clone()),
            year: named.and_then(|report| report.year),
            fits: self.report().is_some(),
        })
    }
}

/// The report of the year before; `None` if none of those given is it, or several might be.
fn find<'a>(report: &Report, given: &'a [Report]) -> Option<&'a Report> {
    if let Some(certain) = given.iter().find(|other| is_certain(report, other)) {
        return Some(certain);
    }
    let alone = given.len() == 1;
    let may_be = |other: &&Report| {
        let years = match (report.year, other.year) {
            (Some(_), Some(_)) => is_year_after(report, other),
            _ => alone,
        };
        let bodies = match (&report.unit, &other.unit) {
            (Some(own), Some(before)) => is_alike(&plain(own), &plain(before)),
            _ => alone,
        };
        years && bodies
    };
    let mut possible = given.iter().filter(may_be);
    possible.next().filter(|_| possible.next().is_none())
}

/// Whether body and year are told for certain: the same name, and the year right before.
pub fn is_certain(report: &Report, previous: &Report) -> bool {
    let bodies = match (&report.unit, &previous.unit) {
        (Some(own), Some(before)) => plain(own) == plain(before),
        _ => false,
    };
    bodies && is_year_after(report, previous)
}

fn is_year_after(report: &Report, previous: &Report) -> bool {
    let before = report.year.and_then(|year| year.checked_sub(1));
    before.is_some() && before == previous.year
}

/// A name without white space and width.
fn plain(name: &str) -> String {
    name.chars().filter_map(folded::plain).collect()
}

/// Whether one name is the other with a place in front. Too short a name is of any body.
fn is_alike(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() < other.len() {
        (other, one)
    } else {
        (one, other)
    };
    short.chars().count() >= SHORTEST && long.ends_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(unit: Option<&str>, year: Option<i32>) -> Report {
        Report {
            unit: unit.map(str::to_owned),
            year,
            ..Report::empty()
        }
    }

    #[test]
    fn the_report_of_the_same_body_for_the_year_before_is_found_among_many() {
        let own = report(Some("示例市示例局"), Some(2024));
        let given = [
            report(Some("示例市另一局"), Some(2023)),
            report(Some("示例市示例局"), Some(2022)),
            report(Some("示例局"), Some(2023)),
            report(None, None),
        ];
        assert!(
            !is_certain(&own, &given[2])
                && is_certain(&own, &report(Some("示例市 示例局"), Some(2023)))
        );
        // A second of a like name makes both unsure.
        let two = [given[2].clone(), report(Some("市示例局"), Some(2023))];
        assert_eq!(Last::among(&own, &two).report(), None);
        assert_eq!(Last::among(&own, &given).report(), given.get(2));
        assert!(
            Last::among(&own, &given)
                .compared()
                .is_some_and(|it| it.fits)
        );
        let [other, older, _, unknown] = &given;
        let rest = [other.clone(), older.clone(), unknown.clone()];
        assert_eq!(Last::among(&own, &rest).report(), None);
        assert_eq!(
            Last::among(&own, &rest)
                .compared()
                .map(|it| (it.unit, it.fits)),
            Some((None, false))
        );
        assert_eq!(Last::among(&own, &[]).compared(), None);
    }

    #[test]
    fn a_report_given_alone_may_lack_a_title_but_not_have_another() {
        let own = report(Some("示例局"), Some(2024));
        for (unit, year, fits) in [
            (None, None, true),
            (Some("示例局"), None, true),
            (None, Some(2023), true),
            (None, Some(2024), false),
            (Some("另一局"), Some(2023), false),
        ] {
            let given = [report(unit, year)];
            let found = Last::among(&own, &given).report();
            assert_eq!(found.is_some(), fits, "{unit:?} {year:?}");
        }
    }
}
