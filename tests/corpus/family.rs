//! What a sentence is about: the rows of the table that the bench prints, each with the rules that answer for it.

/// A family of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    New,
    CarriedIn,
    Answered,
    CarriedOut,
    Outcome,
    OutcomeList,
    Applicants,
    Channels,
    Reconsideration,
    Litigation,
    DisputeResults,
    AllUpheld,
    Documents,
    Decisions,
    Fee,
    Share,
    Breakdown,
    /// Right sentences that a careless reader would take for something else.
    Trap,
}

impl Family {
    pub const ALL: [Self; 18] = [
        Self::New,
        Self::CarriedIn,
        Self::Answered,
        Self::CarriedOut,
        Self::Outcome,
        Self::OutcomeList,
        Self::Applicants,
        Self::Channels,
        Self::Reconsideration,
        Self::Litigation,
        Self::DisputeResults,
        Self::AllUpheld,
        Self::Documents,
        Self::Decisions,
        Self::Fee,
        Self::Share,
        Self::Breakdown,
        Self::Trap,
    ];

    /// The words of the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new requests",
            Self::CarriedIn => "carried in",
            Self::Answered => "answered",
            Self::CarriedOut => "carried out",
            Self::Outcome => "one outcome",
            Self::OutcomeList => "list of outcomes",
            Self::Applicants => "applicants",
            Self::Channels => "channels",
            Self::Reconsideration => "reconsideration",
            Self::Litigation => "litigation",
            Self::DisputeResults => "results of disputes",
            Self::AllUpheld => "all upheld",
            Self::Documents => "documents",
            Self::Decisions => "decisions",
            Self::Fee => "fees",
            Self::Share => "shares",
            Self::Breakdown => "breakdowns",
            Self::Trap => "traps",
        }
    }

    /// The rules that may say that a figure of the family is wrong. A total in front of its list may be caught by
    /// the rule of the list.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::New => &["text-new-requests"],
            Self::CarriedIn => &["text-carried-in"],
            Self::Answered => &["text-answered"],
            Self::CarriedOut => &["text-carried-out"],
            Self::Outcome | Self::OutcomeList => &["text-outcome", "text-outcome-list"],
            Self::Applicants => &["text-applicants"],
            Self::Channels => &["text-channels"],
            Self::Reconsideration => &["text-reconsideration"],
            Self::Litigation => &["text-litigation"],
            Self::DisputeResults => &["text-dispute-results"],
            Self::AllUpheld => &["text-all-upheld"],
            Self::Documents => &["text-documents"],
            Self::Decisions => &["text-decisions"],
            Self::Fee => &["text-fee"],
            Self::Share => &["text-share"],
            Self::Breakdown => &["text-breakdown"],
            Self::Trap => &[],
        }
    }

    /// The family of a figure by its name in a template.
    pub fn of(expression: &str) -> Self {
        match expression {
            "new" | "all" => Self::New,
            "in" => Self::CarriedIn,
            "tot" | "intime" => Self::Answered,
            "out" => Self::CarriedOut,
            "nat" | "org" | "allnat" | "allorg" | "biz" | "sci" | "soc" | "law" | "orgother" => {
                Self::Applicants
            }
            "web" | "letter" | "desk" | "fax" | "allweb" | "allletter" | "alldesk" | "allfax" => {
                Self::Channels
            }
            "rev" | "rdone" => Self::Reconsideration,
            "lit" | "dir" | "post" | "litdone" => Self::Litigation,
            "rkeep" | "rfix" | "roth" | "ropen" | "lkeep" | "lfix" | "loth" | "lopen" | "dkeep"
            | "dfix" | "doth" | "dopen" | "pkeep" | "pfix" | "poth" | "popen" => {
                Self::DisputeResults
            }
            "made" | "rep" | "valid" => Self::Documents,
            "lic" | "pen" | "coe" => Self::Decisions,
            "fee" => Self::Fee,
            "items" | "i1" | "i2" | "i3" | "i4" | "i1a" | "i1b" => Self::Breakdown,
            _ if expression.contains('/') => Self::Share,
            _ => Self::Outcome,
        }
    }
}
