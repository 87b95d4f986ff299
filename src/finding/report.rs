//! What can be wrong with a report beyond its figures: headings, title, period, sections, words.

use crate::form::Section;

/// A fault of the report as a whole, as facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFault {
    /// Official headings that were not found, in the order of the form.
    HeadingsMissing(Vec<Section>),
    /// Headings with another number than their own, each with the number it has.
    HeadingsMisnumbered(Vec<(Section, char)>),
    /// The headings do not stand in the order of the form; this is the order they stand in.
    HeadingsMisplaced(Vec<Section>),
    /// Headings in other than the official words, each as written.
    HeadingsReworded(Vec<(Section, String)>),
    /// The title is not as titles are.
    Title(TitleFault),
    /// Years in places that must name the year of the report, and name another.
    OtherYear {
        /// The year of the report.
        year: i32,
        /// The places, each with its year, in the order of the report.
        places: Vec<(YearPlace, i32)>,
    },
    /// The period reported on is not stated.
    NoPeriod,
    /// The period stated is not the whole year.
    PartialPeriod,
    /// The day in the signature is later than any report may be published.
    Late,
    /// The notice cited is that of another edition than the year asks for.
    OtherNotice {
        /// The edition of the notice cited, as `2019`.
        found: &'static str,
        /// The edition that the year asks for.
        expected: &'static str,
        /// The year of the report.
        year: i32,
    },
    /// The reporting body is called otherwise than in the title.
    OtherBody {
        /// The body of the title.
        title: String,
        /// The body named elsewhere.
        found: String,
        /// True if it stands at the end, as the signature.
        signature: bool,
    },
    /// A list of the sections that says how many it names, and names others.
    SectionsCounted {
        /// The sections that the list lacks.
        missing: Vec<Section>,
    },
    /// A list of the sections that names one twice.
    SectionTwice(Section),
    /// Section one has no overview.
    NoOverview {
        /// True if there is nothing but what belongs into a preface.
        preface: bool,
    },
    /// Section five has nothing to say.
    NoProblems {
        /// True if nothing at all stands in it.
        blank: bool,
    },
    /// Section five tells only one of its two parts.
    HalfProblems {
        /// True if improvements are told, false if problems are.
        improvement: bool,
    },
    /// Section six does not say whether a fee was charged.
    NoFee {
        /// True if nothing at all stands in it.
        blank: bool,
    },
    /// Requests were closed for a fee that was not paid, and the text does not speak of fees.
    FeeUntold {
        /// How many requests.
        requests: i64,
    },
    /// The report of a government says nothing of assessment, public review and accountability.
    NoSupervision,
    /// A body that cannot make regulations has figures for them.
    NoRulePower(BodyKind),
    /// Something of a template was left standing.
    Leftover(Leftover),
    /// A word or sign stands twice.
    Doubled,
}

/// What is wrong with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleFault {
    /// The same year stands twice.
    YearTwice(i32),
    /// There is no year.
    NoYear,
    /// There is no body.
    NoBody,
    /// The words are not the official ones.
    Wording,
}

/// A place that names the year of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearPlace {
    /// The period reported on.
    Period,
    /// The name of the report in its preface.
    Preface,
    /// The first words of the overview.
    Overview,
}

/// What kind of body reports, where its name tells for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyKind {
    /// The government of a township or town, or a subdistrict office.
    Township,
    /// The government of a county or district, or its office.
    County,
    /// A department of a local government.
    Department,
}

/// What can be left of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leftover {
    /// A placeholder: `XX`, `××`, `○○`.
    Placeholder,
    /// An instruction to the writer: `（文字描述）`.
    Instruction,
    /// A unit without its number: `共公开信息条`.
    NoFigure,
    /// A telephone number, address or postcode that is not there.
    NoContact,
}
