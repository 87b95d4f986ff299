//! The records of a workbook: a number that says what it is, a length, that many bytes. What does not fit one record
//! goes on in the `CONTINUE` records behind it.

use crate::reader::container::integer::u16_at;
use crate::reader::error::ReadErrorKind;

/// The numbers of the records that matter here, and what they are called in the specification.
pub(super) mod kind {
    /// `FORMULA`
    pub(in super::super) const FORMULA: u16 = 0x0006;
    /// `BOF` of BIFF2
    pub(in super::super) const BEGIN_2: u16 = 0x0009;
    /// `EOF`
    pub(in super::super) const END: u16 = 0x000A;
    /// `FILEPASS`
    pub(in super::super) const PASSWORD: u16 = 0x002F;
    /// `CONTINUE`
    pub(in super::super) const CONTINUED: u16 = 0x003C;
    /// `COLINFO`
    pub(in super::super) const COLUMNS: u16 = 0x007D;
    /// `BOUNDSHEET`
    pub(in super::super) const SHEET: u16 = 0x0085;
    /// `MULRK`
    pub(in super::super) const SMALL_NUMBERS: u16 = 0x00BD;
    /// `MULBLANK`
    pub(in super::super) const BLANKS: u16 = 0x00BE;
    /// `RSTRING`
    pub(in super::super) const RICH_TEXT: u16 = 0x00D6;
    /// `XF`
    pub(in super::super) const FORMAT: u16 = 0x00E0;
    /// `MERGEDCELLS`
    pub(in super::super) const MERGED: u16 = 0x00E5;
    /// `SST`
    pub(in super::super) const SHARED_TEXTS: u16 = 0x00FC;
    /// `LABELSST`
    pub(in super::super) const SHARED_TEXT: u16 = 0x00FD;
    /// `BLANK`
    pub(in super::super) const BLANK: u16 = 0x0201;
    /// `NUMBER`
    pub(in super::super) const NUMBER: u16 = 0x0203;
    /// `LABEL`
    pub(in super::super) const TEXT: u16 = 0x0204;
    /// `BOOLERR`
    pub(in super::super) const TRUTH_OR_ERROR: u16 = 0x0205;
    /// `FORMULA` of BIFF3, which stands in some later workbooks
    pub(in super::super) const FORMULA_3: u16 = 0x0206;
    /// `STRING`
    pub(in super::super) const FORMULA_TEXT: u16 = 0x0207;
    /// `ROW`
    pub(in super::super) const ROW: u16 = 0x0208;
    /// `BOF` of BIFF3
    pub(in super::super) const BEGIN_3: u16 = 0x0209;
    /// `RK`
    pub(in super::super) const SMALL_NUMBER: u16 = 0x027E;
    /// `FORMULA` of BIFF4
    pub(in super::super) const FORMULA_4: u16 = 0x0406;
    /// `BOF` of BIFF4
    pub(in super::super) const BEGIN_4: u16 = 0x0409;
    /// `BOF` of BIFF5 and BIFF8
    pub(in super::super) const BEGIN: u16 = 0x0809;
}

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) bytes: &'a [u8],
}

/// The records of a stream from a position on.
#[derive(Debug)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    position: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], position: usize) -> Self {
        Self { stream, position }
    }

    /// The next record.
    ///
    /// # Errors
    /// `Truncated` where the stream ends: what is read here always ends with a record of its own.
    pub(super) fn next(&mut self) -> Result<Record<'a>, ReadErrorKind> {
        let (record, end) = self.peek().ok_or(ReadErrorKind::Truncated)?;
        self.position = end;
        Ok(record)
    }

    fn peek(&self) -> Option<(Record<'a>, usize)> {
        let kind = u16_at(self.stream, self.position)?;
        let length = u16_at(self.stream, self.position.checked_add(2)?)?;
        let start = self.position.checked_add(4)?;
        let end = start.checked_add(usize::from(length))?;
        let bytes = self.stream.get(start..end)?;
        Some((Record { kind, bytes }, end))
    }

    /// The bytes of a record that has just been read, and those of the records that continue it.
    pub(super) fn with_continuations(&mut self, record: &Record<'a>) -> Vec<&'a [u8]> {
        let mut pieces = vec![record.bytes];
        while let Some((record, end)) = self
            .peek()
            .filter(|(record, _)| record.kind == kind::CONTINUED)
        {
            pieces.push(record.bytes);
            self.position = end;
        }
        pieces
    }
}
