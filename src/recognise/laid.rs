//! The rows of a document and the lines that their labels may name. Dividing a document and reading it ask for the same.

use std::borrow::Cow;

use super::label::TablePattern;
use super::row::{Row, rows};
use crate::document::Document;
use crate::edition::{EDITIONS, TableForm};
use crate::form::Table;

/// A document, laid out for recognition.
#[derive(Debug)]
pub struct Laid<'a> {
    pub(super) document: &'a Document,
    /// All rows of all grids.
    pub(super) rows: Vec<Row<'a>>,
    /// Section three in the newest edition, which every document is looked through for.
    requests: Option<Labelled>,
}

/// The rows of a document seen as lines of one table of the form.
#[derive(Clone, Debug)]
pub(super) struct Labelled {
    form: &'static TableForm,
    pub(super) pattern: TablePattern,
    /// For each row the lines that its label may name, each with a score, and the index behind the label's last cell.
    pub(super) read: Vec<(Vec<(usize, u32)>, usize)>,
}

impl<'a> Laid<'a> {
    /// Lays a document out.
    pub fn new(document: &'a Document) -> Self {
        let rows = rows(document);
        let newest = EDITIONS.last();
        let requests = newest
            .and_then(|edition| edition.table(Table::Requests))
            .map(|form| Labelled::new(&rows, form));
        Self {
            document,
            rows,
            requests,
        }
    }

    /// The rows as lines of a table.
    pub(super) fn labelled(&self, form: &'static TableForm) -> Cow<'_, Labelled> {
        match &self.requests {
            Some(known) if std::ptr::eq(known.form, form) => Cow::Borrowed(known),
            _ => Cow::Owned(Labelled::new(&self.rows, form)),
        }
    }
}

impl Labelled {
    fn new(rows: &[Row<'_>], form: &'static TableForm) -> Self {
        let pattern = TablePattern::new(form);
        let read = rows.iter().map(|row| row.candidates(&pattern)).collect();
        Self {
            form,
            pattern,
            read,
        }
    }
}
