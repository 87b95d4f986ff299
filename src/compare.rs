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

/// The report of the year before; `None` if none of those given is it, or several might be.
pub fn previous<'a>(report: &Report, given: &'a [Report]) -> Option<&'a Report> {
    let alone = given.len() == 1;
    let of_year = |other: &&Report| match (report.year, other.year) {
        (Some(own), Some(before)) => own.checked_sub(1) == Some(before),
        _ => alone,
    };
    let same = |other: &&Report| is_certain(report, other);
    if let Some(certain) = given.iter().filter(of_year).find(same) {
        return Some(certain);
    }
    let alike = |other: &&Report| match (&report.unit, &other.unit) {
        (Some(own), Some(before)) => is_alike(&plain(own), &plain(before)),
        _ => alone,
    };
    let mut alike = given.iter().filter(of_year).filter(alike);
    alike.next().filter(|_| alike.next().is_none())
}

/// Whether body and year are told for certain: the same name, and the year right before.
pub fn is_certain(report: &Report, previous: &Report) -> bool {
    let year = |report: &Report| report.year;
    let consecutive = year(report).is_some()
        && year(report).and_then(|year| year.checked_sub(1)) == year(previous);
    match (&report.unit, &previous.unit) {
        (Some(own), Some(before)) => consecutive && plain(own) == plain(before),
        _ => false,
    }
}

/// What to say of the reports that were given; `None` if there were none.
pub fn compared(report: &Report, given: &[Report]) -> Option<Compared> {
    // The module that the page begins with is never given any.
    if cfg!(not(feature = "whole")) {
        return None;
    }
    let named = |report: &Report, fits| Compared {
        unit: report.unit.clone(),
        year: report.year,
        fits,
    };
    match (previous(report, given), given) {
        (Some(report), _) => Some(named(report, true)),
        (None, []) => None,
        (None, [only]) => Some(named(only, false)),
        (None, _) => Some(Compared {
            unit: None,
            year: None,
            fits: false,
        }),
    }
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
        assert_eq!(previous(&own, &two), None);
        assert_eq!(previous(&own, &given), given.get(2));
        assert!(compared(&own, &given).is_some_and(|it| it.fits));
        let [other, older, _, unknown] = &given;
        let rest = [other.clone(), older.clone(), unknown.clone()];
        assert_eq!(previous(&own, &rest), None);
        assert_eq!(
            compared(&own, &rest).map(|it| (it.unit, it.fits)),
            Some((None, false))
        );
        assert_eq!(compared(&own, &[]), None);
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
            assert_eq!(previous(&own, &given).is_some(), fits, "{unit:?} {year:?}");
        }
    }
}
