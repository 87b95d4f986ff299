//! How tables, lines, columns and cells are called in a sentence: by their official labels, cut to what tells
//! them apart. English sentences keep the official label and add what it means.

use crate::edition::TableForm;
use crate::form::{CellId, Line, Table};
use crate::number::{State, Value};
use crate::present::Lang;
use crate::report::Report;
use crate::strings;

/// Names in one report and one language.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// The report, for its editions and cells.
    pub(super) report: &'a Report,
    /// The language.
    pub(super) lang: Lang,
}

/// 表三; "table three".
pub(super) fn table(table: Table, lang: Lang) -> &'static str {
    match table {
        Table::Disclosure => lang.pick("表二", "Table two"),
        Table::Requests => lang.pick("表三", "Table three"),
        Table::Disputes => lang.pick("表四", "Table four"),
    }
}

impl<'a> Names<'a> {
    fn form(self, table: Table) -> Option<&'static TableForm> {
        self.report.form(table)
    }

    /// 表三.
    pub(super) fn table(self, wanted: Table) -> &'static str {
        table(wanted, self.lang)
    }

    /// 表三（收到和处理政府信息公开申请情况）: for sentences about a table as a whole.
    pub(super) fn section(self, wanted: Table) -> String {
        let heading = self.form(wanted).map_or("", |form| form.heading);
        let heading = strings::cut(heading, "、").map_or(heading, |(_, rest)| rest);
        let name = table(wanted, self.lang);
        match self.lang.spoken() {
            Lang::Chinese => format!("{name}（{heading}）"),
            Lang::English => format!("{name} (“{heading}”)"),
        }
    }

    /// “（三）1.属于国家秘密”: a line by its label.
    pub(super) fn line(self, table: Table, line: Line) -> String {
        self.quoted(&self.line_label(table, line), line.name())
    }

    /// “自然人”: a column by its label.
    pub(super) fn column(self, id: CellId) -> String {
        self.quoted(self.column_label(id), id.column.name())
    }

    fn line_label(self, table: Table, line: Line) -> String {
        let Some(form) = self.form(table).and_then(|form| form.line(line)) else {
            return line.name().to_owned();
        };
        // Numbers start anew under each group, so the group's own number goes in front.
        let group = form
            .groups
            .get(1)
            .and_then(|group| strings::cut(group, "）"));
        let group = group.map_or(String::new(), |(number, _)| format!("{number}）"));
        format!("{group}{}{}", form.number, short(form.label))
    }

    fn column_label(self, id: CellId) -> &'static str {
        self.form(id.table)
            .and_then(|form| form.column(id.line, id.column))
            .map_or(id.column.name(), |form| short(form.label))
    }

    /// 表三“（一）予以公开”一行: where a relation within a line stands.
    pub(super) fn in_line(self, table: Table, line: Line) -> String {
        let (name, line) = (self.table(table), self.line(table, line));
        match (self.lang.spoken(), table) {
            (Lang::Chinese, Table::Disputes) => format!("{name}{line}一组"),
            (Lang::Chinese, _) => format!("{name}{line}一行"),
            (Lang::English, Table::Disputes) => format!("{name}, group {line}"),
            (Lang::English, _) => format!("{name}, line {line}"),
        }
    }

    /// 表三“自然人”一列: where a relation within a column stands.
    pub(super) fn in_column(self, id: CellId) -> String {
        let name = self.table(id.table);
        let column = self.column(id);
        match self.lang.spoken() {
            Lang::Chinese => format!("{name}{column}一列"),
            Lang::English => format!("{name}, column {column}"),
        }
    }

    /// 表三“（一）予以公开”行“自然人”列: one cell.
    pub(super) fn cell(self, id: CellId) -> String {
        let name = self.table(id.table);
        let line = self.line(id.table, id.line);
        let column = self.column(id);
        match (self.lang.spoken(), id.table) {
            (Lang::Chinese, Table::Requests) => format!("{name}{line}行{column}列"),
            (Lang::Chinese, _) => format!("{name}{line}的{column}"),
            (Lang::English, _) => format!("{name}, {line}, {column}"),
        }
    }

    /// 本年新收: a line as a term of a sum.
    pub(super) fn line_term(self, table: Table, line: Line) -> String {
        match (self.lang.spoken(), line) {
            (Lang::Chinese, Line::New) => "本年新收".to_owned(),
            (Lang::Chinese, Line::CarriedIn) => "上年结转".to_owned(),
            (Lang::Chinese, Line::OutcomeTotal) => "总计".to_owned(),
            (Lang::Chinese, Line::CarriedOut) => "结转下年度".to_owned(),
            (Lang::English, Line::OutcomeTotal) => "total handled".to_owned(),
            (Lang::Chinese, _) => self.line_label(table, line),
            (Lang::English, _) => words(line.name()),
        }
    }

    /// 自然人: a column as a term of a sum.
    pub(super) fn column_term(self, id: CellId) -> String {
        match self.lang.spoken() {
            Lang::Chinese => self.column_label(id).to_owned(),
            Lang::English => words(id.column.name()),
        }
    }

    /// The text of a cell as written, cut to a length that fits a sentence.
    pub(super) fn raw(self, id: CellId) -> String {
        const LONGEST: usize = 24;
        let raw = self.report.cells.get(&id).map_or("", |cell| &cell.raw);
        let flat = strings::single_spaced(raw);
        if flat.chars().count() > LONGEST {
            let start: String = flat.chars().take(LONGEST).collect();
            format!("{start}…")
        } else {
            flat
        }
    }

    /// The value of a cell.
    pub(super) fn value(self, id: CellId) -> Option<Value> {
        self.report.cells.get(&id).and_then(|cell| cell.value)
    }

    /// A term of a sum with its figure; blanks say that they count as 0.
    pub(super) fn term(self, name: &str, id: CellId) -> String {
        let state = self.report.cells.get(&id).map(|cell| cell.state);
        match (self.value(id), state) {
            (Some(value), _) => format!("{name} {value}"),
            (None, Some(State::Dash)) => match self.lang.spoken() {
                Lang::Chinese => format!("{name}（填的是“{}”，按 0 算）", self.raw(id)),
                Lang::English => format!("{name} (“{}”, taken as 0)", self.raw(id)),
            },
            (None, _) => match self.lang.spoken() {
                Lang::Chinese => format!("{name}（空白，按 0 算）"),
                Lang::English => format!("{name} (blank, taken as 0)"),
            },
        }
    }

    fn quoted(self, label: &str, name: &str) -> String {
        // A label may hold quotation marks itself; inside marks they become single ones.
        let label = strings::replace(&strings::replace(label, "“", "‘"), "”", "’");
        match self.lang.spoken() {
            Lang::Chinese => format!("“{label}”"),
            Lang::English => format!("“{label}” ({})", words(name)),
        }
    }
}

/// A list in words: “甲”“乙”“丙”, at most `most` of them, with what follows when there are more.
pub(super) fn list(mut items: Vec<String>, most: usize, between: &str, lang: Lang) -> String {
    let cut = items.len() > most;
    items.truncate(most);
    let joined = strings::join(&items, between);
    match (cut, lang.spoken()) {
        (false, _) => joined,
        (true, Lang::Chinese) => format!("{joined}等"),
        (true, Lang::English) => format!("{joined} and others"),
    }
}

/// A permanent name in words: `natural_person` -> "natural person".
fn words(name: &str) -> String {
    strings::replace(name, "_", " ")
}

/// A label without its note in brackets and without its second half.
fn short(label: &str) -> &str {
    label
        .split(['（', '、'])
        .find(|part| !part.is_empty())
        .unwrap_or(label)
}
