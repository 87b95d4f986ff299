//! PDF: what its pages show, as signs and lines in places. Tables and text are made of them by `ruled`. The
//! library below opens files, repairs their index, decrypts (without a password) and unpacks; which sign goes where is
//! told here.

mod canvas;
mod font;
mod matrix;
mod open;
mod path;
mod state;
mod text;
mod walk;

use crate::document::Document;
use crate::limits;
use crate::reader::drawing::Page;
use crate::reader::encoding::Decoder;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::ruled;

use canvas::Canvas;
use matrix::{Matrix, Point};
use open::Contents;
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
    let file = open::open(bytes)?;
    if file.pages().len() > limits::PAGES {
        return Err(too_large());
    }
    let mut contents = Contents::new();
    let mut fonts = Fonts::new();
    let mut pages = Vec::new();
    let mut seen = Seen::default();
    for (number, page) in (1_u32..).zip(file.pages().iter()) {
        let (width, height) = page.render_dimensions();
        let size = Point {
            x: f64::from(width),
            y: f64::from(height),
        };
        let area = Matrix::IDENTITY.area(Point { x: 0.0, y: 0.0 }, size);
        let matrix = Matrix(page.initial_transform(true).as_coeffs());
        let content = contents.of_page(page.raw());
        let resources = page.resources().clone();
        let mut walker = Walker::new(&mut contents, &mut fonts, decoder, resources, matrix, area);
        walker.run(&content);
        let canvas = walker.canvas;
        seen.page(&canvas);
        pages.push(canvas.into_page(number));
        if contents.is_full {
            return Err(too_large());
        }
    }
    match seen.problem() {
        Some(kind) => Err(ReadError::new(kind).in_part("pdf")),
        None => Ok(pages),
    }
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
