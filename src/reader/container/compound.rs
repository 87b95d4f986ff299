//! The compound file: streams in folders, each a chain of sectors, as [MS-CFB] describes it. Only the streams of the
//! root are seen: an object embedded in a document has streams of the same names in a folder of its own.

mod directory;

use crate::reader::container::integer::{u16_at, u32_at};
use crate::reader::error::{ReadError, ReadErrorKind};

use directory::Entry;

/// The first bytes of a compound file.
pub(crate) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Sector numbers from here on stand for no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
/// Sectors of the allocation table that the header itself names.
const NAMED_IN_HEADER: usize = 109;
/// Streams below this size are cut into small sectors, which one long stream holds.
const SMALL_STREAM: usize = 4096;
const SMALL_SHIFT: u32 = 6;

/// A compound file whose directory has been read. Nothing of it is copied until a stream is asked for, and a chain
/// is never longer than the file.
#[derive(Debug)]
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    /// Sectors are of two to the power of this bytes.
    shift: u32,
    /// The sectors that hold the allocation table, in order.
    table: Vec<u32>,
    /// The streams of the root.
    streams: Vec<Entry>,
    /// Where the stream begins that holds the small sectors, and where their own allocation table does. Files without
    /// small streams may have anything here.
    small: u32,
    small_table: u32,
}

impl<'a> Compound<'a> {
    /// Reads the header, the allocation table and the directory.
    ///
    /// # Errors
    /// `Truncated` where a sector lies behind the end of the file, `Damaged` where chains run in circles or the header
    /// contradicts itself, `TooLarge` above [`crate::limits::COMPOUND_ENTRIES`].
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut file = Self {
            bytes,
            shift: 9,
            table: Vec::new(),
            streams: Vec::new(),
            small: NO_SECTOR,
            small_table: NO_SECTOR,
        };
        file.open_parts().map_err(ReadError::new)?;
        Ok(file)
    }

    fn open_parts(&mut self) -> Result<(), ReadErrorKind> {
        let field = |position| u32_at(self.bytes, position).ok_or(ReadErrorKind::Truncated);
        let shift = u16_at(self.bytes, 0x1E).ok_or(ReadErrorKind::Truncated)?;
        let (directory, more) = (field(0x30)?, field(0x44)?);
        self.small_table = field(0x3C)?;
        if !self.bytes.starts_with(SIGNATURE) || (shift != 9 && shift != 12) {
            return Err(ReadErrorKind::Damaged);
        }
        self.shift = u32::from(shift);
        self.find_table(more)?;
        let directory = self.chain(directory)?;
        (self.small, self.streams) = directory::read(self, &directory)?;
        Ok(())
    }

    /// Collects the sectors of the allocation table: some stand in the header, further ones in a chain of sectors that
    /// each end with the number of the next.
    fn find_table(&mut self, more: u32) -> Result<(), ReadErrorKind> {
        for place in 0..NAMED_IN_HEADER {
            self.push_table_sector(u32_at(
                self.bytes,
                place.saturating_mul(4).saturating_add(0x4C),
            ))?;
        }
        let numbers = self.sector_bytes().saturating_sub(4) / 4;
        let (mut sector, mut steps) = (more, 0_usize);
        while sector < NO_SECTOR {
            steps = self.step(steps)?;
            let listed = self.sector(sector)?;
            for place in 0..numbers {
                self.push_table_sector(u32_at(listed, place.saturating_mul(4)))?;
            }
            sector = u32_at(listed, numbers.saturating_mul(4)).ok_or(ReadErrorKind::Truncated)?;
        }
        Ok(())
    }

    fn push_table_sector(&mut self, sector: Option<u32>) -> Result<(), ReadErrorKind> {
        let sector = sector.ok_or(ReadErrorKind::Truncated)?;
        if sector < NO_SECTOR {
            self.step(self.table.len())?;
            self.table.push(sector);
        }
        Ok(())
    }

    fn sector_bytes(&self) -> usize {
        1_usize.checked_shl(self.shift).unwrap_or(512)
    }

    /// Counts steps along a chain: one that has more sectors than the file runs in a circle.
    fn step(&self, steps: usize) -> Result<usize, ReadErrorKind> {
        if steps > self.bytes.len() >> self.shift {
            return Err(ReadErrorKind::Damaged);
        }
        Ok(steps.saturating_add(1))
    }

    /// The bytes of a sector. The last one of a file may be short.
    fn sector(&self, sector: u32) -> Result<&'a [u8], ReadErrorKind> {
        let start = usize::try_from(sector)
            .ok()
            .and_then(|sector| sector.checked_add(1)?.checked_mul(self.sector_bytes()))
            .ok_or(ReadErrorKind::Damaged)?;
        let rest = self
            .bytes
            .get(start..)
            .filter(|rest| !rest.is_empty())
            .ok_or(ReadErrorKind::Truncated)?;
        Ok(rest.get(..self.sector_bytes()).unwrap_or(rest))
    }

    /// The number behind a sector in a table that stands in the sectors of `table`.
    fn next(&self, table: &[u32], sector: u32) -> Result<u32, ReadErrorKind> {
        let place = usize::try_from(sector).map_err(|_| ReadErrorKind::Damaged)?;
        let numbers = self.sector_bytes() / 4;
        let holder = place
            .checked_div(numbers)
            .and_then(|holder| table.get(holder))
            .ok_or(ReadErrorKind::Damaged)?;
        let inside = place.checked_rem(numbers).unwrap_or(0).saturating_mul(4);
        u32_at(self.sector(*holder)?, inside).ok_or(ReadErrorKind::Truncated)
    }

    /// All sectors of a chain.
    fn chain(&self, start: u32) -> Result<Vec<u32>, ReadErrorKind> {
        let (mut sectors, mut sector) = (Vec::new(), start);
        while sector < NO_SECTOR {
            self.step(sectors.len())?;
            sectors.push(sector);
            sector = self.next(&self.table, sector)?;
        }
        Ok(sectors)
    }

    /// The names of the streams of the root.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.streams.iter().map(|entry| entry.name.as_str())
    }

    /// The bytes of the stream of this name in the root; `None` if there is none. A stream may be shorter than the
    /// directory says if its chain ends early.
    ///
    /// # Errors
    /// `Truncated` or `Damaged`, naming the stream.
    pub(crate) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(entry) = self
            .streams
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
        else {
            return Ok(None);
        };
        let size = usize::try_from(entry.size).unwrap_or(usize::MAX);
        let stream = if size < SMALL_STREAM {
            self.small_stream(entry.start, size)
        } else {
            self.stream(entry.start, size)
        };
        stream
            .map(Some)
            .map_err(|kind| ReadError::new(kind).in_part(entry.name.as_str()))
    }

    fn stream(&self, start: u32, size: usize) -> Result<Vec<u8>, ReadErrorKind> {
        if size > self.bytes.len() {
            // No chain can be that long: either the size is wrong or the rest of the file is gone.
            return Err(ReadErrorKind::Truncated);
        }
        let (mut stream, mut sector) = (Vec::with_capacity(size), start);
        while sector < NO_SECTOR && stream.len() < size {
            let bytes = self.sector(sector)?;
            let wanted = size.saturating_sub(stream.len()).min(self.sector_bytes());
            stream.extend_from_slice(bytes.get(..wanted).ok_or(ReadErrorKind::Truncated)?);
            sector = self.next(&self.table, sector)?;
        }
        Ok(stream)
    }

    fn small_stream(&self, start: u32, size: usize) -> Result<Vec<u8>, ReadErrorKind> {
        let (mut stream, mut sector) = (Vec::with_capacity(size), start);
        let (holders, table) = (self.chain(self.small)?, self.chain(self.small_table)?);
        while sector < NO_SECTOR && stream.len() < size {
            let bytes = self.small_sector(&holders, sector)?;
            let wanted = size.saturating_sub(stream.len()).min(1 << SMALL_SHIFT);
            stream.extend_from_slice(bytes.get(..wanted).ok_or(ReadErrorKind::Truncated)?);
            sector = self.next(&table, sector)?;
        }
        Ok(stream)
    }

    fn small_sector(&self, holders: &[u32], sector: u32) -> Result<&'a [u8], ReadErrorKind> {
        let start = u64::from(sector) << SMALL_SHIFT;
        let holder = usize::try_from(start >> self.shift)
            .ok()
            .and_then(|place| holders.get(place))
            .ok_or(ReadErrorKind::Damaged)?;
        let holder = self.sector(*holder)?;
        let start = usize::try_from(start)
            .ok()
            .and_then(|start| start.checked_rem(self.sector_bytes()))
            .ok_or(ReadErrorKind::Damaged)?;
        let rest = holder.get(start..).ok_or(ReadErrorKind::Truncated)?;
        Ok(rest.get(..1 << SMALL_SHIFT).unwrap_or(rest))
    }
}
