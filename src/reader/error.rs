//! Why a file could not be read. Facts only; the sentences stand in `present/message.rs`.

use crate::reader::Format;

/// A reading error: what kind, in which part of the file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    kind: ReadErrorKind,
    format: Option<Format>,
    part: Option<String>,
    position: Option<u64>,
}

/// The kinds of reading errors. Each has a permanent code and its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The file has no bytes, or nothing but white space.
    Empty,
    /// The file ends in the middle.
    Truncated,
    /// The file is protected with a password.
    Encrypted,
    /// The bytes are of a kind that no reader takes (a picture, a program ...).
    WrongKind,
    /// The kind is known but this version cannot read it yet (PDF, OFD ...).
    Unsupported,
    /// The file is of an office suite before 1997, whose formats were others.
    TooOld,
    /// The file contradicts its own format.
    Damaged,
    /// A cap on bytes, cells or entries was reached.
    TooLarge,
    /// Markup is nested deeper than any real document.
    TooDeep,
    /// The text is in an encoding that could not be told or decoded.
    Encoding,
    /// The pages are pictures: a scan.
    Scanned,
    /// The letters are drawn as shapes.
    Outlines,
    /// The signs of a font cannot be told: it says neither which characters they are nor what they are called.
    Glyphs,
}

impl ReadErrorKind {
    /// All kinds, in the order of their codes in the documentation.
    pub const ALL: [Self; 13] = [
        Self::Empty,
        Self::Truncated,
        Self::Encrypted,
        Self::WrongKind,
        Self::Unsupported,
        Self::TooOld,
        Self::Damaged,
        Self::TooLarge,
        Self::TooDeep,
        Self::Encoding,
        Self::Scanned,
        Self::Outlines,
        Self::Glyphs,
    ];

    /// The permanent code, kebab-case, as it stands in `problem.code` of the output.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::Encrypted => "encrypted",
            Self::WrongKind => "wrong-kind",
            Self::Unsupported => "unsupported",
            Self::TooOld => "too-old",
            Self::Damaged => "damaged",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::Encoding => "encoding",
            Self::Scanned => "scanned",
            Self::Outlines => "outlines",
            Self::Glyphs => "glyphs",
        }
    }
}

impl ReadError {
    /// An error of a kind, place unknown.
    pub fn new(kind: ReadErrorKind) -> Self {
        Self {
            kind,
            format: None,
            part: None,
            position: None,
        }
    }

    /// The same error, of a file whose format is known.
    #[must_use]
    pub fn of_format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// The same error, naming the part of the file (a zip entry, a stream).
    #[must_use]
    pub fn in_part(mut self, part: impl Into<String>) -> Self {
        self.part = Some(part.into());
        self
    }

    /// The same error at a byte position of the part, from 0.
    #[must_use]
    pub fn at(mut self, position: u64) -> Self {
        self.position = Some(position);
        self
    }

    /// The kind.
    pub fn kind(&self) -> ReadErrorKind {
        self.kind
    }

    /// The format of the file, if the first bytes told one.
    pub fn format(&self) -> Option<Format> {
        self.format
    }

    /// The part of the file, if one is to blame. For `wrong-kind`, `unsupported` and `too-old`: the kind of file
    /// (see [`sniff`](fn@crate::reader::sniff)).
    pub fn part(&self) -> Option<&str> {
        self.part.as_deref()
    }

    /// The byte position in the part, from 0, if known.
    pub fn position(&self) -> Option<u64> {
        self.position
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind.code())?;
        if let Some(part) = &self.part {
            write!(f, " in {part}")?;
        }
        if let Some(position) = self.position {
            write!(f, " at byte {position}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadError {}
