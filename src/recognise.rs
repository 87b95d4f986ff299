//! Document and editions to report: which table is where, by labels and the run of figures, never by
//! column number.

mod across;
mod align;
mod assemble;
mod cut;
mod divide;
#[cfg(feature = "whole")]
mod doubt;
mod front;
mod grid;
mod label;
mod laid;
mod prose;
mod row;
mod stream;

use crate::document::{Block, Document};
use crate::edition::{EDITIONS, Edition};
use crate::form::Table;
use crate::outcome::Contents;
use crate::report::Report;
use assemble::Located;
use stream::Stream;

pub use divide::{Division, divide};
pub use laid::Laid;

/// Whether tables that lost their grid are put together again. The module that the page begins with leaves that
/// to the whole engine: searching labels in running text and cutting glued digits are a tenth of its bytes.
const WITHOUT_GRID: bool = cfg!(feature = "whole");

/// Finds the tables of the form in a document that was laid out. The edition of each table is told by its labels unless
/// `edition` fixes it.
///
/// # Errors
///
/// What the document holds instead, if not one table of the form is in it. In the module that the page begins
/// with also if a table is not in it as a grid that can be read.
pub fn recognise(laid: &Laid<'_>, edition: Option<&'static Edition>) -> Result<Report, Contents> {
    let document = laid.document;
    let front = front::read(document);
    let mut report = Report::empty();
    report.title = front.title;
    report.unit = front.unit;
    report.year = front.year;
    report.edition_forced = edition.is_some();
    report.prose = prose::read(document);
    let headings = front::headings_seen(document);
    let mut stream: Option<Stream> = None;
    for table in Table::ALL {
        report.table_mut(table).heading_seen = headings.contains(&table);
        let editions: Vec<&'static Edition> = match edition {
            Some(edition) => vec![edition],
            None => preferred(&report, table),
        };
        let located = in_grids(laid, table, &editions);
        let enough = located.as_ref().is_some_and(|located| {
            located.readable().saturating_mul(10) >= located.form.lines().count().saturating_mul(6)
        });
        let located = if enough {
            located
        } else if !WITHOUT_GRID {
            return Err(contents(document));
        } else {
            let stream = stream.get_or_insert_with(|| Stream::new(document));
            best(
                editions
                    .iter()
                    .filter_map(|edition| stream::find(stream, edition.table(table)?, edition)),
            )
            .into_iter()
            .chain(located)
            .max_by_key(Located::readable)
        };
        if let Some(located) = located {
            if !WITHOUT_GRID && located.is_glued() {
                return Err(contents(document));
            }
            assemble::assemble(&located, &mut report);
        }
    }
    #[cfg(feature = "whole")]
    doubt::mark(document, &mut report);
    if report.tables.iter().any(|reading| reading.found()) {
        Ok(report)
    } else {
        Err(contents(document))
    }
}

/// The editions to try, the likeliest first: section four is the same in all and follows section three.
fn preferred(report: &Report, table: Table) -> Vec<&'static Edition> {
    let first = match table {
        Table::Disputes => report.table(Table::Requests).edition,
        _ => None,
    };
    let first = first
        .or_else(|| report.year.and_then(Edition::for_year))
        .or(EDITIONS.last().copied());
    let rest = EDITIONS
        .iter()
        .rev()
        .copied()
        .filter(|edition| Some(edition.name) != first.map(|first| first.name));
    first.into_iter().chain(rest).collect()
}

fn in_grids(laid: &Laid<'_>, table: Table, editions: &[&'static Edition]) -> Option<Located> {
    let forms = editions
        .iter()
        .filter_map(|edition| Some((*edition, edition.table(table)?)));
    // Lines of section two are nearly the same in both editions; the columns tell them apart.
    let hits = |form| match table {
        Table::Disclosure => grid::header_hits(&laid.rows, form),
        _ => 1,
    };
    let mut found: Option<((usize, usize), Located)> = None;
    for (edition, form) in forms {
        let hits = hits(form);
        let most = (hits, form.lines().count());
        if hits == 0 || found.as_ref().is_some_and(|(known, _)| *known >= most) {
            continue;
        }
        let located = match table {
            Table::Disputes => across::find(laid, form, edition),
            _ => grid::find_down(laid, form, edition),
        };
        let Some(located) = located else { continue };
        let key = (hits, located.lines.len());
        if found.as_ref().is_none_or(|(known, _)| *known < key) {
            found = Some((key, located));
        }
    }
    found.map(|(_, located)| located)
}

/// The edition that knows the most rows by their labels; the likelier one of equals. Counting what is missing
/// would take a report that lacks a line of the larger form for one of the smaller.
fn best(found: impl Iterator<Item = Located>) -> Option<Located> {
    found.fold(None, |best: Option<Located>, next| match best {
        Some(best) if best.lines.len() >= next.lines.len() => Some(best),
        _ => Some(next),
    })
}

fn contents(document: &Document) -> Contents {
    let mut contents = Contents {
        attachments: document.attachments.clone(),
        ..Contents::default()
    };
    for block in &document.blocks {
        match block {
            Block::Paragraph(_) => contents.paragraphs = contents.paragraphs.saturating_add(1),
            Block::Grid(grid) => {
                contents.grids = contents.grids.saturating_add(1);
                contents.rows = contents.rows.saturating_add(grid.rows());
            }
        }
    }
    contents
}

#[cfg(test)]
mod tests;
