//! OFD, the national format for fixed pages (GB/T 33190): a zip archive of XML parts that say where each sign and each line
//! stands, in millimetres. Tables and text are made of them by `ruled`. Signatures and seals are not looked at: what they
//! sign is read like anything else.

mod canvas;
mod fixed;
mod index;
mod page;
mod path;
mod text;

use crate::document::Document;
use crate::limits;
use crate::reader::container::zip::Archive;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::ruled;
use crate::reader::xml;
use crate::sorted::SortedMap;

use canvas::Canvas;
use index::Contents;

const ROOT: &str = "OFD.xml";
/// Where the keys of an encrypted package are kept (GM/T 0099).
const KEYS: [&str; 2] = ["Encryptions.xml", "entriesmap.dat"];
/// A scanned page may have this many signs beside the picture.
const SIGNS_OF_A_SCAN: usize = 40;
/// Outlines of letters are curves; a page of text has hundreds.
const CURVES_OF_OUTLINES: usize = 200;

/// Reads all pages of all documents in the package, in the order in which they are listed.
///
/// # Errors
/// `Truncated` or `Damaged` for a broken archive or a part that is broken or missing, `Encrypted`, `TooLarge`, `TooDeep`;
/// `Scanned` or `Outlines` where the pages show something that cannot be read as text.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package {
        archive: Archive::open(bytes)?,
        parts: SortedMap::new(),
    };
    let has = |name: &&str| package.archive.find(name).is_some();
    if let Some(keys) = KEYS.iter().find(|name| has(name)) {
        return Err(ReadError::new(ReadErrorKind::Encrypted).in_part(*keys));
    }
    let mut drawn = Drawn::default();
    let mut attachments = Vec::new();
    for root in package.within(ROOT, index::bodies)? {
        let name = package.name(ROOT, &root);
        let contents = package.within(&name, index::contents)?;
        package.draw(&name, &contents, &mut drawn)?;
        if let Some(list) = &contents.attachments {
            let list = package.name(&name, list);
            // A list that is missing lists nothing.
            if package.archive.find(&list).is_some() {
                attachments.append(&mut package.within(&list, index::attachments)?);
            }
        }
    }
    if let Some(kind) = drawn.problem() {
        return Err(ReadError::new(kind).in_part("ofd"));
    }
    let pages = drawn.pages.into_iter().map(|canvas| canvas.page);
    let mut document = ruled::document(pages.collect())?;
    document.attachments = attachments;
    Ok(document)
}

/// The parts of the archive, as far as they were asked for.
struct Package<'a> {
    archive: Archive<'a>,
    /// Templates are drawn below many pages and read from the archive once.
    parts: SortedMap<String, String>,
}

/// All that was drawn.
#[derive(Default)]
struct Drawn {
    pages: Vec<Canvas>,
    /// Elements, signs and strokes so far.
    steps: usize,
}

impl Package<'_> {
    /// What a function makes of the text of a part.
    ///
    /// # Errors
    /// `Damaged` for a part that is missing, and what the function says.
    fn within<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let in_part = |error: ReadError| error.in_part(name);
        if !self.parts.contains_key(name) {
            let part = self.archive.read(name)?;
            let part = part.ok_or(ReadError::new(ReadErrorKind::Damaged).in_part(name))?;
            self.parts
                .insert(name.to_owned(), xml::decode(part).map_err(in_part)?);
        }
        let text = self.parts.get(name).map_or("", String::as_str);
        read(text).map_err(in_part)
    }

    /// The name of the part that another one refers to: from its own folder, or from the root, which some writers mean.
    fn name(&self, from: &str, location: &str) -> String {
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let name = resolved(folder, location);
        if self.archive.find(&name).is_none() {
            let from_root = resolved("", location);
            if self.archive.find(&from_root).is_some() {
                return from_root;
            }
        }
        name
    }

    /// Draws the pages of one document.
    fn draw(
        &mut self,
        name: &str,
        contents: &Contents,
        drawn: &mut Drawn,
    ) -> Result<(), ReadError> {
        for location in &contents.pages {
            if drawn.pages.len() >= limits::PAGES {
                return Err(ReadError::new(ReadErrorKind::TooLarge));
            }
            let number = u32::try_from(drawn.pages.len().saturating_add(1)).unwrap_or(u32::MAX);
            let part = self.name(name, location);
            let mut canvas = Canvas::new(number, contents.size, drawn.steps);
            let templates = self.within(&part, |text| page::draw(text, &mut canvas))?;
            for template in templates {
                let location = contents.templates.get(&template);
                let location = location
                    .ok_or_else(|| ReadError::new(ReadErrorKind::Damaged).in_part(&*part))?;
                let template = self.name(name, location);
                // What a template says of further templates does not count.
                self.within(&template, |text| page::draw(text, &mut canvas))?;
            }
            drawn.steps = canvas.steps;
            drawn.pages.push(canvas);
        }
        Ok(())
    }
}

impl Drawn {
    /// Why there is no text, if there is none.
    fn problem(&self) -> Option<ReadErrorKind> {
        let sum = |count: fn(&Canvas) -> usize| self.pages.iter().map(count).sum::<usize>();
        let signs = sum(|canvas| canvas.page.texts.len());
        if self.pages.is_empty() {
            Some(ReadErrorKind::Damaged)
        } else if signs >= self.pages.len().saturating_mul(SIGNS_OF_A_SCAN) {
            None
        } else if self.pages.iter().any(|canvas| canvas.has_large_picture) {
            Some(ReadErrorKind::Scanned)
        } else if sum(|canvas| canvas.curves) >= CURVES_OF_OUTLINES {
            Some(ReadErrorKind::Outlines)
        } else {
            None
        }
    }
}

/// A location as seen from a folder.
fn resolved(folder: &str, location: &str) -> String {
    let location = location.trim().replace('\\', "/");
    let folder = if location.starts_with('/') {
        ""
    } else {
        folder
    };
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in location.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    crate::strings::join(&steps, "/")
}
