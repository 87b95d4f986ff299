//! The form itself: tables, lines, columns, and [`CellId`], the key that everything uses.
//!
//! Ids are public and permanent: `requests.granted.natural_person`. Labels are not here but in the
//! editions, which are data.

mod name;

use std::fmt;
use std::str::FromStr;

use crate::strings;

/// One of the three official tables, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Section two: information disclosed on the body's own initiative.
    Disclosure,
    /// Section three: requests received and handled.
    Requests,
    /// Section four: administrative reconsideration and litigation.
    Disputes,
}

impl Table {
    /// The tables in the order of the form.
    pub const ALL: [Self; 3] = [Self::Disclosure, Self::Requests, Self::Disputes];

    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Disclosure => "disclosure",
            Self::Requests => "requests",
            Self::Disputes => "disputes",
        }
    }

    /// The table of a permanent name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.name() == name)
    }
}

/// One of the six official sections of a report, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// 一: the year in general.
    Overview,
    /// 二: information disclosed on the body's own initiative.
    Disclosure,
    /// 三: requests received and handled.
    Requests,
    /// 四: administrative reconsideration and litigation.
    Disputes,
    /// 五: problems and improvement.
    Problems,
    /// 六: other matters.
    Other,
}

impl Section {
    /// The sections in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::Disclosure,
        Self::Requests,
        Self::Disputes,
        Self::Problems,
        Self::Other,
    ];

    /// The number of the section in the form, from 1.
    pub fn number(self) -> u32 {
        match self {
            Self::Overview => 1,
            Self::Disclosure => 2,
            Self::Requests => 3,
            Self::Disputes => 4,
            Self::Problems => 5,
            Self::Other => 6,
        }
    }
}

/// A line of a table, over all editions, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each line is named after its official label, which stands in the editions"
)]
pub enum Line {
    // disclosure
    Regulations,
    NormativeDocuments,
    Licensing,
    OtherServices,
    Penalties,
    Coercion,
    Fees,
    Procurement,
    // requests
    New,
    CarriedIn,
    Granted,
    GrantedInPart,
    StateSecret,
    ForbiddenByLaw,
    SecurityAndStability,
    ThirdPartyRights,
    InternalAffairs,
    ProcessInformation,
    EnforcementFile,
    AdministrativeQuery,
    NotHeld,
    NeedsCreation,
    StillUnclear,
    Petition,
    Repeated,
    PublicPublication,
    Excessive,
    Reconfirmation,
    NotSupplemented,
    FeeUnpaid,
    OtherOutcome,
    OutcomeTotal,
    CarriedOut,
    // disputes
    Reconsideration,
    DirectSuit,
    SuitAfterReconsideration,
}

/// A column of a table, over all editions, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each column is named after its official label, which stands in the editions"
)]
pub enum Column {
    // disclosure 2021
    Issued,
    Repealed,
    InForce,
    // disclosure 2019
    Produced,
    NewlyDisclosed,
    TotalDisclosed,
    PreviousItems,
    Change,
    // disclosure, both
    Decisions,
    Projects,
    Amount,
    // requests
    NaturalPerson,
    Business,
    Research,
    PublicInterest,
    LegalService,
    OtherOrganisation,
    // disputes
    Upheld,
    Corrected,
    OtherResult,
    Pending,
    // requests and disputes
    Total,
}

/// The public, permanent name of one cell of the form: `table.line.column`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellId {
    /// The table.
    pub table: Table,
    /// The line.
    pub line: Line,
    /// The column.
    pub column: Column,
}

impl CellId {
    /// The id of a line and a column of a table.
    pub fn new(table: Table, line: Line, column: Column) -> Self {
        Self {
            table,
            line,
            column,
        }
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}.{}.{}",
            self.table.name(),
            self.line.name(),
            self.column.name()
        )
    }
}

/// A text that is not the id of a cell of any edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCell;

impl FromStr for CellId {
    type Err = UnknownCell;

    /// Reads `table.line.column`. Whether the edition at hand has that cell is another question.
    fn from_str(text: &str) -> Result<Self, UnknownCell> {
        let mut parts = strings::split(text, ".");
        let (Some(table), Some(line), Some(column), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(UnknownCell);
        };
        Ok(Self {
            table: Table::from_name(table).ok_or(UnknownCell)?,
            line: Line::from_name(line).ok_or(UnknownCell)?,
            column: Column::from_name(column).ok_or(UnknownCell)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_read_back() {
        let mut seen = std::collections::BTreeSet::new();
        for line in Line::ALL {
            assert!(seen.insert(line.name()), "{} stands twice", line.name());
            assert_eq!(Line::from_name(line.name()), Some(line));
        }
        let mut seen = std::collections::BTreeSet::new();
        for column in Column::ALL {
            assert!(seen.insert(column.name()), "{} stands twice", column.name());
            assert_eq!(Column::from_name(column.name()), Some(column));
        }
    }

    #[test]
    fn an_id_reads_back() {
        let id = CellId::new(Table::Requests, Line::Granted, Column::NaturalPerson);
        assert_eq!(id.to_string(), "requests.granted.natural_person");
        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in [
            "",
            "requests",
            "requests.new",
            "requests.new.total.x",
            "a.new.total",
            "requests.x.total",
        ] {
            assert_eq!(wrong.parse::<CellId>(), Err(UnknownCell), "{wrong}");
        }
    }
}
