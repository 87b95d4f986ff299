//! The permanent names of lines and columns. Never renamed, never reused.

use super::{Column, Line};

impl Line {
    /// All lines of all editions, in the order of the form.
    pub const ALL: [Self; 36] = [
        Self::Regulations,
        Self::NormativeDocuments,
        Self::Licensing,
        Self::OtherServices,
        Self::Penalties,
        Self::Coercion,
        Self::Fees,
        Self::Procurement,
        Self::New,
        Self::CarriedIn,
        Self::Granted,
        Self::GrantedInPart,
        Self::StateSecret,
        Self::ForbiddenByLaw,
        Self::SecurityAndStability,
        Self::ThirdPartyRights,
        Self::InternalAffairs,
        Self::ProcessInformation,
        Self::EnforcementFile,
        Self::AdministrativeQuery,
        Self::NotHeld,
        Self::NeedsCreation,
        Self::StillUnclear,
        Self::Petition,
        Self::Repeated,
        Self::PublicPublication,
        Self::Excessive,
        Self::Reconfirmation,
        Self::NotSupplemented,
        Self::FeeUnpaid,
        Self::OtherOutcome,
        Self::OutcomeTotal,
        Self::CarriedOut,
        Self::Reconsideration,
        Self::DirectSuit,
        Self::SuitAfterReconsideration,
    ];

    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regulations => "regulations",
            Self::NormativeDocuments => "normative_documents",
            Self::Licensing => "licensing",
            Self::OtherServices => "other_services",
            Self::Penalties => "penalties",
            Self::Coercion => "coercion",
            Self::Fees => "fees",
            Self::Procurement => "procurement",
            Self::New => "new",
            Self::CarriedIn => "carried_in",
            Self::Granted => "granted",
            Self::GrantedInPart => "granted_in_part",
            Self::StateSecret => "state_secret",
            Self::ForbiddenByLaw => "forbidden_by_law",
            Self::SecurityAndStability => "security_and_stability",
            Self::ThirdPartyRights => "third_party_rights",
            Self::InternalAffairs => "internal_affairs",
            Self::ProcessInformation => "process_information",
            Self::EnforcementFile => "enforcement_file",
            Self::AdministrativeQuery => "administrative_query",
            Self::NotHeld => "not_held",
            Self::NeedsCreation => "needs_creation",
            Self::StillUnclear => "still_unclear",
            Self::Petition => "petition",
            Self::Repeated => "repeated",
            Self::PublicPublication => "public_publication",
            Self::Excessive => "excessive",
            Self::Reconfirmation => "reconfirmation",
            Self::NotSupplemented => "not_supplemented",
            Self::FeeUnpaid => "fee_unpaid",
            Self::OtherOutcome => "other_outcome",
            Self::OutcomeTotal => "outcome_total",
            Self::CarriedOut => "carried_out",
            Self::Reconsideration => "reconsideration",
            Self::DirectSuit => "direct_suit",
            Self::SuitAfterReconsideration => "suit_after_reconsideration",
        }
    }

    /// The line of a permanent name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|line| line.name() == name)
    }
}

impl Column {
    /// The six kinds of applicants.
    pub const APPLICANTS: [Self; 6] = [
        Self::NaturalPerson,
        Self::Business,
        Self::Research,
        Self::PublicInterest,
        Self::LegalService,
        Self::OtherOrganisation,
    ];

    /// All columns of all editions, in the order of the form.
    pub const ALL: [Self; 22] = [
        Self::Issued,
        Self::Repealed,
        Self::InForce,
        Self::Produced,
        Self::NewlyDisclosed,
        Self::TotalDisclosed,
        Self::PreviousItems,
        Self::Change,
        Self::Decisions,
        Self::Projects,
        Self::Amount,
        Self::NaturalPerson,
        Self::Business,
        Self::Research,
        Self::PublicInterest,
        Self::LegalService,
        Self::OtherOrganisation,
        Self::Upheld,
        Self::Corrected,
        Self::OtherResult,
        Self::Pending,
        Self::Total,
    ];

    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Repealed => "repealed",
            Self::InForce => "in_force",
            Self::Produced => "produced",
            Self::NewlyDisclosed => "newly_disclosed",
            Self::TotalDisclosed => "total_disclosed",
            Self::PreviousItems => "previous_items",
            Self::Change => "change",
            Self::Decisions => "decisions",
            Self::Projects => "projects",
            Self::Amount => "amount",
            Self::NaturalPerson => "natural_person",
            Self::Business => "business",
            Self::Research => "research",
            Self::PublicInterest => "public_interest",
            Self::LegalService => "legal_service",
            Self::OtherOrganisation => "other_organisation",
            Self::Upheld => "upheld",
            Self::Corrected => "corrected",
            Self::OtherResult => "other_result",
            Self::Pending => "pending",
            Self::Total => "total",
        }
    }

    /// The column of a permanent name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|column| column.name() == name)
    }
}
