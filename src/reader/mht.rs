//! Web pages saved as one file (MHTML, RFC 2557): a mail whose parts are the page and what belongs to it.

mod transfer;

use crate::document::Document;
use crate::limits;
use crate::reader::encoding::{self, Decoder};
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::html;

/// Multiparts inside multiparts at most.
const DEPTH: usize = 8;
/// Bytes of the header lines of one part at most.
const HEADER_BYTES: usize = 64 * 1024;

/// Reads every web page of the file, in order: the page, its frames, the sheets of a workbook, each of which is a part of
/// the document. Without any, the plain text.
///
/// # Errors
/// `Damaged` without any text, `Truncated` where the page lacks its end, else as the reader of web pages.
pub(crate) fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Document, ReadError> {
    let mut pages = Vec::new();
    let mut cut = false;
    collect(bytes, DEPTH, &mut pages, &mut cut)?;
    let kind = if pages.iter().any(|page| page.is_html) {
        |page: &Page<'_>| page.is_html
    } else {
        |_: &Page<'_>| true
    };
    let mut document = Document::default();
    let mut any = false;
    for page in pages.into_iter().filter(kind) {
        any = true;
        let text = transfer::decode(page.body, &page.transfer);
        let text = encoding::decode_part(&text, page.charset.as_deref(), decoder);
        let text = match text {
            // A frame may be blank.
            Err(error) if error.kind() == ReadErrorKind::Empty => continue,
            text => text?,
        };
        if let Some(sheet) = page.sheet() {
            document.begin_part(sheet);
        }
        let read = if page.is_html {
            html::read(&text)?
        } else {
            crate::reader::text::read(&text)?
        };
        document.blocks.extend(read.blocks);
        if document.blocks.len() > limits::BLOCKS {
            return Err(ReadError::new(ReadErrorKind::TooLarge));
        }
    }
    match (any, cut) {
        (_, true) => Err(ReadError::new(ReadErrorKind::Truncated)),
        (false, false) => Err(ReadError::new(ReadErrorKind::Damaged)),
        (true, false) => Ok(document),
    }
}

/// A part that holds text.
struct Page<'a> {
    body: &'a [u8],
    is_html: bool,
    charset: Option<String>,
    transfer: String,
    location: String,
}

impl Page<'_> {
    /// The name of the sheet, if the part is one of a workbook: spreadsheets name the file of each `sheet001.htm`.
    fn sheet(&self) -> Option<&str> {
        let file = self.location.rsplit(['/', '\\']).next()?;
        let name = file.split('.').next()?;
        name.starts_with("sheet").then_some(name)
    }
}

/// Finds the parts that hold text.
fn collect<'a>(
    entity: &'a [u8],
    depth: usize,
    pages: &mut Vec<Page<'a>>,
    cut: &mut bool,
) -> Result<(), ReadError> {
    if pages.len() > limits::ZIP_ENTRIES {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    let (header, body) = split_header(entity);
    let kind = field(&header, "content-type").unwrap_or("text/plain");
    let media_type = kind.split(';').next().unwrap_or_default();
    let media_type = media_type.trim().to_ascii_lowercase();
    if media_type.starts_with("multipart/") {
        let Some(boundary) = parameter(kind, "boundary") else {
            return Err(ReadError::new(ReadErrorKind::Damaged));
        };
        let Some(depth) = depth.checked_sub(1) else {
            return Err(ReadError::new(ReadErrorKind::TooDeep));
        };
        let mut parts = Parts::new(body, &boundary);
        for part in parts.by_ref() {
            collect(part, depth, pages, cut)?;
        }
        *cut |= !parts.closed;
        return Ok(());
    }
    let is_html = matches!(media_type.as_str(), "text/html" | "application/xhtml+xml");
    if is_html || media_type == "text/plain" {
        let value = |name| {
            field(&header, name)
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase()
        };
        pages.push(Page {
            body,
            is_html,
            charset: parameter(kind, "charset").map(|label| label.to_ascii_lowercase()),
            transfer: value("content-transfer-encoding"),
            location: value("content-location"),
        });
    }
    Ok(())
}

/// The header lines, folded ones joined, and what stands behind the blank line.
fn split_header(entity: &[u8]) -> (Vec<String>, &[u8]) {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = entity;
    let mut seen = 0_usize;
    loop {
        let length = rest.iter().position(|byte| *byte == b'\n');
        let (line, behind) = match length {
            Some(length) => rest
                .split_at_checked(length.saturating_add(1))
                .unwrap_or((rest, &[])),
            None => (rest, Default::default()),
        };
        seen = seen.saturating_add(line.len());
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end();
        rest = behind;
        if text.is_empty() && (!lines.is_empty() || line.is_empty()) || seen > HEADER_BYTES {
            return (lines, rest);
        }
        match lines.last_mut() {
            Some(last) if text.starts_with([' ', '\t']) => {
                last.push(' ');
                last.push_str(text.trim_start());
            }
            _ if text.is_empty() => {}
            _ => lines.push(text.to_owned()),
        }
    }
}

/// The value of a header line.
fn field<'a>(header: &'a [String], name: &str) -> Option<&'a str> {
    header
        .iter()
        .filter_map(|line| line.split_once(':'))
        .find(|(known, _)| known.trim().eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}

/// A parameter behind the first semicolon of a value, quotes taken off.
fn parameter(value: &str, name: &str) -> Option<String> {
    value
        .split(';')
        .skip(1)
        .filter_map(|pair| pair.split_once('='))
        .find(|(known, _)| known.trim().eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim().trim_matches('"').to_owned())
        .filter(|value| !value.is_empty())
}

/// The parts between lines of dashes and a boundary.
struct Parts<'a> {
    rest: &'a [u8],
    mark: Vec<u8>,
    /// The line that ends the last part has come.
    closed: bool,
}

impl<'a> Parts<'a> {
    fn new(body: &'a [u8], boundary: &str) -> Self {
        let mut parts = Self {
            rest: body,
            mark: [b"--", boundary.as_bytes()].concat(),
            closed: false,
        };
        // What stands in front of the first line belongs to no part.
        parts.before_mark();
        parts
    }

    /// What stands in front of the next line of the boundary; all of it if there is none.
    fn before_mark(&mut self) -> &'a [u8] {
        let mut at = 0_usize;
        loop {
            let line = self.rest.get(at..).unwrap_or_default();
            if let Some(behind) = line.strip_prefix(self.mark.as_slice())
                && !line.is_empty()
                && matches!(
                    behind.first(),
                    None | Some(b'\r' | b'\n' | b'-' | b' ' | b'\t')
                )
            {
                self.closed = behind.starts_with(b"--");
                let part = self.rest.get(..at).unwrap_or_default();
                let end = behind.iter().position(|byte| *byte == b'\n');
                self.rest = match end {
                    Some(end) => behind.get(end.saturating_add(1)..).unwrap_or_default(),
                    None => &[],
                };
                return part;
            }
            match line.iter().position(|byte| *byte == b'\n') {
                Some(end) => at = at.saturating_add(end).saturating_add(1),
                None => return std::mem::take(&mut self.rest),
            }
        }
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        if self.closed || self.rest.is_empty() {
            return None;
        }
        Some(self.before_mark())
    }
}
