//! What can differ from the report of the year before.

use crate::number::Value;

/// A difference to the report of the year before, as facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviousFault {
    /// Requests carried in are not those that were carried out.
    CarriedOver,
    /// Documents in force do not follow from those of the year before.
    InForce {
        /// Those of the year before.
        before: Value,
        /// Those issued since.
        issued: Value,
        /// Those repealed since.
        repealed: Value,
    },
    /// A section, that of the quote, is that of the year before.
    Repeated {
        /// Characters in sentences that stand in both, in hundredths of all.
        share: u32,
    },
}
