//! PDF: what its pages show, as signs and lines in places. Tables and text are made of them by `ruled`. What opens files,
//! repairs their index, decrypts (without a password) and unpacks is `syntax`; which sign goes where is told here.

mod canvas;
mod font;
mod matrix;
mod path;
mod state;
mod syntax;
mod text;
mod walk;

use crate::document::Document;
use crate::limits;
use crate::reader::drawing::Page;
use crate::reader::encoding::Decoder;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::ruled;

use canvas::Canvas;
use syntax::{Dict, File, Object};
use walk::{Fonts, Walker};

/// A scanned page may have this many signs beside the picture: its number, the name of the scanner.
const SIGNS_OF_A_SCAN: usize = 40;
/// Outlines of letters are curves; a page of text has hundreds.
const CURVES_OF_OUTLINES: usize = 200;

/// Reads a document, all pages.
///
/// # Errors
/// `Encrypted`, `Damaged`, `TooLarge`; `Scanned`, `Outlines` or `Glyphs` where pages show something that cannot be read as text.
pub(crate) fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Document, ReadError> {
    ruled::document(pages(bytes, decoder)?)
}

fn pages(bytes: &[u8], decoder: &dyn Decoder) -> Result<Vec<Page>, ReadError> {
    let too_large = || ReadError::new(ReadErrorKind::TooLarge);
    let file = File::open(bytes)?;
    let entries = syntax::pages(&file);
    if entries.len() > limits::PAGES {
        return Err(too_large());
    }
    let mut fonts = Fonts::new();
    let mut pages = Vec::new();
    let mut seen = Seen::default();
    for (number, page) in (1_u32..).zip(&entries) {
        let content = content(&file, &page.dict);
        let mut walker = Walker::new(&file, &mut fonts, decoder, page);
        walker.run(&content);
        let canvas = walker.canvas;
        seen.page(&canvas);
        pages.push(canvas.into_page(number));
        if file.is_full() {
            return Err(too_large());
        }
    }
    match seen.problem() {
        Some(kind) => Err(ReadError::new(kind).in_part("pdf")),
        None => Ok(pages),
    }
}

/// What a page draws: one stream, or several one behind the other.
fn content(file: &File<'_>, page: &Dict) -> Vec<u8> {
    let parts = match file.get(page, b"Contents") {
        stream @ Object::Stream(_) => vec![stream],
        _ => file.list(page, b"Contents"),
    };
    let mut all = Vec::new();
    for part in &parts {
        if let Object::Stream(stream) = part
            && let Some(bytes) = file.stream(stream)
        {
            all.extend(bytes);
            all.push(b'\n');
        }
    }
    all
}

/// What was seen on all pages, to tell why there is no text.
#[derive(Default)]
struct Seen {
    pages: usize,
    scans: usize,
    signs: usize,
    unknown: usize,
    curves: usize,
}

impl Seen {
    fn page(&mut self, canvas: &Canvas) {
        let is_scan = canvas.has_large_picture && canvas.glyphs.len() < SIGNS_OF_A_SCAN;
        self.pages = self.pages.saturating_add(1);
        self.scans = self.scans.saturating_add(usize::from(is_scan));
        self.signs = self.signs.saturating_add(canvas.glyphs.len());
        self.unknown = self.unknown.saturating_add(canvas.unknown);
        self.curves = self.curves.saturating_add(canvas.curves);
    }

    fn problem(&self) -> Option<ReadErrorKind> {
        let few_signs = self.signs < self.pages.saturating_mul(SIGNS_OF_A_SCAN);
        if self.pages == 0 {
            Some(ReadErrorKind::Damaged)
        } else if self.unknown > self.signs / 4 {
            Some(ReadErrorKind::Glyphs)
        } else if few_signs && self.scans > 0 {
            Some(ReadErrorKind::Scanned)
        } else if few_signs && self.curves >= CURVES_OF_OUTLINES {
            Some(ReadErrorKind::Outlines)
        } else {
            None
        }
    }
}
