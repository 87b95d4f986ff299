//! Every cap of the project, in one place. A cap is part of the contract with hostile input: whatever is
//! larger is refused by name (`too-large`, `too-deep` ...), never read half and never allowed to grow.

/// Bytes of one input file.
pub const FILE_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of one part after inflating (a zip entry), unless it hardly packs: then it is as large as the file is.
pub const PART_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of all inflated parts of one file together.
pub const INFLATED_BYTES: usize = 96 * 1024 * 1024;
/// Entries of one zip archive, and of each list of what its parts refer to.
pub const ZIP_ENTRIES: usize = 20_000;
/// Bytes of all files of one archive of reports together, after inflating.
pub const COLLECTION_BYTES: usize = 1024 * 1024 * 1024;
/// Files of one archive that are looked at, those in archives inside included.
pub const COLLECTION_FILES: usize = 2_000;
/// Entries of the directory of a compound file.
pub const COMPOUND_ENTRIES: usize = 20_000;
/// Bytes of text in one document: some two million characters. A text that many cells of a workbook share counts in
/// each. A report of a whole province has 100,000 characters.
pub const TEXT_BYTES: usize = 6 * 1024 * 1024;
/// Bytes of properties that are read for the paragraphs of one legacy document; shared ones count each time.
pub const PROPERTY_BYTES: usize = 64 * 1024 * 1024;
/// Cells of one grid; spans count once, not per covered slot.
pub const GRID_CELLS: usize = 100_000;
/// Rows and columns that a cell may reach; a larger span is clipped.
pub const GRID_EXTENT: u32 = 20_000;
/// Columns that one cell may span.
pub const COLUMN_SPAN: u32 = 1_000;
/// Slots that are looked at while placing the cells of one grid.
pub const GRID_STEPS: usize = 10_000_000;
/// Rows, cells and lines of one document together, before it is known which of them hold data.
pub const PIECES: usize = 150_000;
/// Blocks of one document.
pub const BLOCKS: usize = 50_000;
/// Pages or sheets of one document.
pub const PAGES: usize = 2_000;
/// Operators and signs of all pages of one drawn document together.
pub const DRAWING_STEPS: usize = 4_000_000;
/// Pairs of lines that are looked at while telling which lines of a drawn document make its tables.
pub const RULING_STEPS: usize = 30_000_000;
/// Nesting of elements in markup.
pub const DEPTH: usize = 256;
/// Characters of one paragraph or cell.
pub const TEXT_CHARS: usize = 400_000;
/// Characters of running text in which tables without a grid are searched. A report of a whole province has
/// some 100,000; what stands behind the cap is prose that no table can hide in.
pub const STREAM_CHARS: usize = 500_000;
