//! Renders figures as a report, in the layout of the form, out of the edition data alone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a test may stop at what it did not expect"
)]
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "each test file uses its own part of this module"
)]

pub mod cells;
pub mod drawn;
pub mod ofd;
pub mod pdf;
pub mod report;
pub mod sums;

use std::collections::BTreeMap;
use std::fmt::Write;

use gouji::edition::{BlockForm, Edition, Layout, TableForm};
use gouji::form::{CellId, Table};
use gouji::outcome::{Checked, Status};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};

/// Checks a document that must be a report.
pub fn checked(bytes: &[u8], name: &str) -> Checked {
    match check(bytes, name, &Options::new(&NativeDecoder)).status {
        Status::Checked(checked) => *checked,
        other => panic!("{name}: {other:?}"),
    }
}

/// Figures of a report, as typed.
#[derive(Clone, Debug)]
pub struct Figures {
    pub edition: &'static Edition,
    pub unit: String,
    pub year: i32,
    pub cells: BTreeMap<CellId, String>,
    /// Tables to render.
    pub tables: Vec<Table>,
}

/// One cell of a rendered table.
#[derive(Clone, Debug)]
pub struct Slot {
    pub text: String,
    pub columns: u32,
    pub rows: u32,
}

/// A piece of a report.
pub enum Part {
    Text(String),
    Table(Table),
}

/// What stands below a heading.
enum Content {
    Text(String),
    Table(Table),
}

impl Content {
    /// The table if it is to be rendered, else the text in its place.
    fn of(self, figures: &Figures) -> Result<Table, String> {
        match self {
            Self::Table(table) if figures.tables.contains(&table) => Ok(table),
            Self::Table(_) => Err("本节文字从略。".to_owned()),
            Self::Text(text) => Err(text),
        }
    }
}

fn slot(text: impl Into<String>, columns: usize, rows: usize) -> Slot {
    Slot {
        text: text.into(),
        columns: columns.try_into().unwrap(),
        rows: rows.try_into().unwrap(),
    }
}

impl Figures {
    /// All cells 0.
    pub fn zeros(edition: &str) -> Self {
        let edition = Edition::from_name(edition).unwrap();
        let cells = edition
            .tables
            .iter()
            .flat_map(TableForm::cells)
            .map(|(id, _)| (id, "0".to_owned()))
            .collect();
        let year = edition.last_year.unwrap_or(2024);
        Self {
            edition,
            unit: "示例市示例局".to_owned(),
            year,
            cells,
            tables: Table::ALL.to_vec(),
        }
    }

    /// Balanced figures of a made-up body: every relation of the form holds.
    pub fn example(edition: &str) -> Self {
        let mut figures = Self::zeros(edition);
        let rows: &[(&str, [i64; 6])] = &[
            ("new", [46, 5, 0, 1, 2, 0]),
            ("carried_in", [3, 0, 0, 0, 1, 0]),
            ("granted", [18, 2, 0, 1, 1, 0]),
            ("granted_in_part", [7, 1, 0, 0, 0, 0]),
            ("third_party_rights", [2, 0, 0, 0, 0, 0]),
            ("internal_affairs", [3, 0, 0, 0, 1, 0]),
            ("not_held", [9, 1, 0, 0, 0, 0]),
            ("petition", [4, 0, 0, 0, 0, 0]),
            ("repeated", [1, 0, 0, 0, 0, 0]),
            ("other_outcome", [2, 1, 0, 0, 1, 0]),
            ("outcome_total", [46, 5, 0, 1, 3, 0]),
            ("carried_out", [3, 0, 0, 0, 0, 0]),
        ];
        for (line, values) in rows {
            let total: i64 = values.iter().sum();
            for (column, value) in APPLICANTS.iter().zip(values.iter().chain([&total])) {
                figures.set(&format!("requests.{line}.{column}"), value.to_string());
            }
        }
        for (line, values) in [
            ("reconsideration", [2, 1, 0, 1, 4]),
            ("direct_suit", [1, 0, 0, 0, 1]),
            ("suit_after_reconsideration", [0, 0, 1, 1, 2]),
        ] {
            for (column, value) in ["upheld", "corrected", "other_result", "pending", "total"]
                .iter()
                .zip(values)
            {
                figures.set(&format!("disputes.{line}.{column}"), value.to_string());
            }
        }
        let disclosure: &[(&str, &str)] = match edition {
            "2021" => &[
                ("normative_documents.issued", "6"),
                ("normative_documents.repealed", "2"),
                ("normative_documents.in_force", "41"),
                ("licensing.decisions", "1274"),
                ("penalties.decisions", "83"),
                ("coercion.decisions", "5"),
                ("fees.amount", "186.4275"),
            ],
            _ => &[
                ("normative_documents.produced", "6"),
                ("normative_documents.newly_disclosed", "6"),
                ("normative_documents.total_disclosed", "41"),
                ("licensing.previous_items", "21"),
                ("licensing.change", "-2"),
                ("licensing.decisions", "1274"),
                ("penalties.previous_items", "7"),
                ("penalties.decisions", "83"),
                ("procurement.projects", "3"),
                ("procurement.amount", "240万元"),
            ],
        };
        for (cell, value) in disclosure {
            figures.set(&format!("disclosure.{cell}"), *value);
        }
        figures
    }

    pub fn set(&mut self, id: &str, text: impl Into<String>) -> &mut Self {
        let id: CellId = id.parse().unwrap_or_else(|_| panic!("{id} is no cell"));
        let old = self.cells.insert(id, text.into());
        assert!(old.is_some(), "{id} is not in the form");
        self
    }

    pub fn get(&self, id: CellId) -> &str {
        self.cells.get(&id).map_or("", String::as_str)
    }

    fn value(&self, table: Table, line: gouji::form::Line, column: gouji::form::Column) -> String {
        self.get(CellId::new(table, line, column)).to_owned()
    }

    /// The rows of a table with their spans, as the form draws them.
    pub fn grid(&self, table: Table) -> Vec<Vec<Slot>> {
        let form = self.edition.table(table).unwrap();
        match (table, form.layout) {
            (Table::Disclosure, _) => self.disclosure(form),
            (_, Layout::Down) => self.requests(form),
            (_, Layout::Across) => self.disputes(form),
        }
    }

    fn disclosure(&self, form: &TableForm) -> Vec<Vec<Slot>> {
        let width = form
            .blocks
            .iter()
            .map(|block| block.columns.len())
            .max()
            .unwrap();
        let mut rows = Vec::new();
        for block in form.blocks {
            // The last column of a narrow block spans the rest, as in the form.
            let spans = |index: usize| {
                if index + 1 == block.columns.len() {
                    width - index
                } else {
                    1
                }
            };
            rows.push(vec![slot(block.heading, width + 1, 1)]);
            let mut head = vec![slot("信息内容", 1, 1)];
            head.extend(
                block
                    .columns
                    .iter()
                    .enumerate()
                    .map(|(at, column)| slot(column.label, spans(at), 1)),
            );
            rows.push(head);
            for line in block.lines {
                let mut row = vec![slot(line.full_label(), 1, 1)];
                row.extend(block.columns.iter().enumerate().map(|(at, column)| {
                    slot(
                        self.value(Table::Disclosure, line.line, column.column),
                        spans(at),
                        1,
                    )
                }));
                rows.push(row);
            }
        }
        rows
    }

    fn requests(&self, form: &TableForm) -> Vec<Vec<Slot>> {
        let block = &form.blocks[0];
        let mut rows = vec![
            vec![slot(form.corner, 3, 3), slot("申请人情况", 7, 1)],
            vec![
                slot("自然人", 1, 2),
                slot("法人或其他组织", 5, 1),
                slot("总计", 1, 2),
            ],
            block.columns[1..6]
                .iter()
                .map(|column| slot(column.label, 1, 1))
                .collect(),
        ];
        for (index, line) in block.lines.iter().enumerate() {
            let mut row = Vec::new();
            for (depth, group) in line.groups.iter().enumerate() {
                let before = index
                    .checked_sub(1)
                    .map(|before| block.lines[before].groups);
                if before.is_some_and(|groups| groups.get(depth) == Some(group)) {
                    continue;
                }
                let rest = &block.lines[index..];
                let rows = rest
                    .iter()
                    .take_while(|other| other.groups.get(depth) == Some(group))
                    .count();
                row.push(slot(*group, 1, rows));
            }
            row.push(slot(line.full_label(), 3 - line.groups.len(), 1));
            for column in block.columns {
                row.push(slot(
                    self.value(Table::Requests, line.line, column.column),
                    1,
                    1,
                ));
            }
            rows.push(row);
        }
        rows
    }

    fn disputes(&self, form: &TableForm) -> Vec<Vec<Slot>> {
        let block: &BlockForm = &form.blocks[0];
        let results = || block.columns.iter().map(|column| column.label);
        let mut second: Vec<Slot> = results().map(|label| slot(label, 1, 2)).collect();
        second.extend(block.lines[1..].iter().map(|line| slot(line.label, 5, 1)));
        let third = results()
            .chain(results())
            .map(|label| slot(label, 1, 1))
            .collect();
        let figures = block.lines.iter().flat_map(|line| {
            block
                .columns
                .iter()
                .map(|column| slot(self.value(Table::Disputes, line.line, column.column), 1, 1))
        });
        vec![
            vec![slot(block.lines[0].label, 5, 1), slot("行政诉讼", 10, 1)],
            second,
            third,
            figures.collect(),
        ]
    }

    pub fn title(&self) -> String {
        format!("{}{}年政府信息公开工作年度报告", self.unit, self.year)
    }

    /// Headings in order, each with what stands below it.
    fn sections(&self) -> Vec<(&'static str, Content)> {
        // No figures in the text: a fixture changes the tables, and the text must not contradict them.
        let overview = format!(
            "{year}年，{}按照《中华人民共和国政府信息公开条例》做好主动公开、依申请公开、政府信息管理、平台建设和监督保障工作。本报告所列数据的统计期限为{year}年1月1日至12月31日。",
            self.unit,
            year = self.year
        );
        let problems =
            "存在的主要问题是部分栏目更新不够及时。下一步将明确专人负责，定期检查栏目更新情况。";
        let other = "本年度没有收取政府信息公开信息处理费。";
        vec![
            ("一、总体情况", Content::Text(overview)),
            (
                "二、主动公开政府信息情况",
                Content::Table(Table::Disclosure),
            ),
            (
                "三、收到和处理政府信息公开申请情况",
                Content::Table(Table::Requests),
            ),
            (
                "四、政府信息公开行政复议、行政诉讼情况",
                Content::Table(Table::Disputes),
            ),
            (
                "五、存在的主要问题及改进情况",
                Content::Text(problems.to_owned()),
            ),
            ("六、其他需要报告的事项", Content::Text(other.to_owned())),
        ]
    }

    /// Texts and tables in order, headings among the texts.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Text(self.title())];
        for (heading, content) in self.sections() {
            parts.push(Part::Text(heading.to_owned()));
            parts.push(match content.of(self) {
                Ok(table) => Part::Table(table),
                Err(text) => Part::Text(text),
            });
        }
        parts
    }

    /// The report as a web page.
    pub fn html(&self) -> String {
        let mut out = format!(
            "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>年报</title></head><body>\n<h1>{}</h1>\n",
            self.title()
        );
        for (heading, content) in self.sections() {
            writeln!(out, "<h2>{heading}</h2>").unwrap();
            match content.of(self) {
                Ok(table) => out.push_str(&self.html_table(table)),
                Err(text) => writeln!(out, "<p>{text}</p>").unwrap(),
            }
        }
        out + "</body></html>\n"
    }

    /// One table as HTML.
    pub fn html_table(&self, table: Table) -> String {
        let mut out = String::from("<table border=\"1\">\n");
        for row in self.grid(table) {
            out.push_str("<tr>");
            for slot in row {
                out.push_str("<td");
                if slot.columns > 1 {
                    write!(out, " colspan=\"{}\"", slot.columns).unwrap();
                }
                if slot.rows > 1 {
                    write!(out, " rowspan=\"{}\"", slot.rows).unwrap();
                }
                write!(out, "><p>{}</p></td>", slot.text).unwrap();
            }
            out.push_str("</tr>\n");
        }
        out + "</table>\n"
    }

    /// The report as text copied from a page: tabs, merged cells collapsed.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n\n", self.title());
        for (heading, content) in self.sections() {
            writeln!(out, "{heading}\n").unwrap();
            match content.of(self) {
                Ok(table) => {
                    for row in self.grid(table) {
                        let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
                        writeln!(out, "{}", cells.join("\t")).unwrap();
                    }
                    out.push('\n');
                }
                Err(text) => writeln!(out, "{text}\n").unwrap(),
            }
        }
        out
    }

    /// The main part of the report as a word-processing document.
    pub fn document_xml(&self) -> String {
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
        );
        let paragraph = |out: &mut String, text: &str| {
            write!(
                out,
                "<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
            )
            .unwrap();
        };
        paragraph(&mut out, &self.title());
        for (heading, content) in self.sections() {
            paragraph(&mut out, heading);
            match content.of(self) {
                Ok(table) => out.push_str(&word_table(&self.grid(table))),
                Err(text) => paragraph(&mut out, &text),
            }
        }
        out + "</w:body></w:document>"
    }
}

/// A table of a word processor: spans as `gridSpan`, merges down as `vMerge` with continuing cells.
fn word_table(grid: &[Vec<Slot>]) -> String {
    let mut out = String::from("<w:tbl>");
    // For each column that a merged cell covers: rows still to come, and its width at its first column.
    let mut covered: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for row in grid {
        out.push_str("<w:tr>");
        let mut column = 0;
        let mut cells = row.iter();
        loop {
            if let Some((rows, width)) = covered.get_mut(&column).filter(|(rows, _)| *rows > 0) {
                *rows -= 1;
                write!(
                    out,
                    "<w:tc><w:tcPr><w:gridSpan w:val=\"{width}\"/><w:vMerge/></w:tcPr><w:p/></w:tc>"
                )
                .unwrap();
                column += *width;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            write!(
                out,
                "<w:tc><w:tcPr><w:gridSpan w:val=\"{}\"/>",
                cell.columns
            )
            .unwrap();
            if cell.rows > 1 {
                out.push_str("<w:vMerge w:val=\"restart\"/>");
                covered.insert(column, (cell.rows - 1, cell.columns));
            }
            write!(
                out,
                "</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>",
                cell.text
            )
            .unwrap();
            column += cell.columns;
        }
        out.push_str("</w:tr>");
    }
    out + "</w:tbl>"
}

/// The lines of section three under the short codes of the collected figures.
pub const SHORT: [(&str, &str); 25] = [
    ("new", "new"),
    ("carried", "carried_in"),
    ("r1", "granted"),
    ("r2", "granted_in_part"),
    ("r3_1", "state_secret"),
    ("r3_2", "forbidden_by_law"),
    ("r3_3", "security_and_stability"),
    ("r3_4", "third_party_rights"),
    ("r3_5", "internal_affairs"),
    ("r3_6", "process_information"),
    ("r3_7", "enforcement_file"),
    ("r3_8", "administrative_query"),
    ("r4_1", "not_held"),
    ("r4_2", "needs_creation"),
    ("r4_3", "still_unclear"),
    ("r5_1", "petition"),
    ("r5_2", "repeated"),
    ("r5_3", "public_publication"),
    ("r5_4", "excessive"),
    ("r5_5", "reconfirmation"),
    ("r6_1", "not_supplemented"),
    ("r6_2", "fee_unpaid"),
    ("r6_3", "other_outcome"),
    ("r7", "outcome_total"),
    ("fwd", "carried_out"),
];

/// The columns of section three in the order of the collected figures.
pub const APPLICANTS: [&str; 7] = [
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_organisation",
    "total",
];

fn typed(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Collected figures as a report; `None` for narrative entries. Lines that the collection lacks stay 0;
/// their number is returned beside.
pub fn from_collection(json: &serde_json::Value) -> Option<(Figures, bool)> {
    let mut figures = Figures::zeros(json["edition"].as_str()?);
    figures.unit = json["unit"].as_str()?.to_owned();
    figures.year = json["year"].as_i64()?.try_into().ok()?;
    let rows = json["table3"]["rows"].as_object()?;
    let complete = rows.len() == 25 || (json["edition"] == "2019" && rows.len() == 23);
    for (short, values) in rows {
        let line = SHORT.iter().find(|(code, _)| code == short)?.1;
        for (column, value) in APPLICANTS.iter().zip(values.as_array()?) {
            figures.set(&format!("requests.{line}.{column}"), typed(value));
        }
    }
    disclosure(json, &mut figures);
    if let Some(disputes) = json["table4"].as_object() {
        let names = [
            ("review", "reconsideration"),
            ("litigation_direct", "direct_suit"),
            ("litigation_after_review", "suit_after_reconsideration"),
        ];
        for (name, line) in names {
            let columns = ["upheld", "corrected", "other_result", "pending", "total"];
            for (column, value) in columns.iter().zip(disputes[name].as_array()?) {
                figures.set(&format!("disputes.{line}.{column}"), typed(value));
            }
        }
    }
    if rows.is_empty() {
        figures.tables.retain(|table| *table != Table::Requests);
    }
    if json["table4"].is_null() {
        figures.tables.retain(|table| *table != Table::Disputes);
    }
    if json["table2"]
        .as_object()
        .is_none_or(serde_json::Map::is_empty)
    {
        figures.tables.retain(|table| *table != Table::Disclosure);
    }
    (!figures.tables.is_empty()).then_some((figures, complete))
}

fn disclosure(json: &serde_json::Value, figures: &mut Figures) {
    let old = figures.edition.name == "2019";
    let documents: &[&str] = if old {
        &["produced", "newly_disclosed", "total_disclosed"]
    } else {
        &["issued", "repealed", "in_force"]
    };
    let items: &[&str] = if old {
        &["previous_items", "change", "decisions"]
    } else {
        &["decisions"]
    };
    let rows: [(&str, &str, &[&str]); 9] = [
        ("regulations", "regulations", documents),
        ("normative", "normative_documents", documents),
        ("licensing", "licensing", items),
        ("other_mgmt", "other_services", items),
        ("punish", "penalties", items),
        ("coerce", "coercion", items),
        ("fees", "fees", &["previous_items", "change"]),
        ("fees_wan", "fees", &["amount"]),
        ("procurement", "procurement", &["projects", "amount"]),
    ];
    for (name, line, columns) in rows {
        let value = &json["table2"][name];
        let values: Vec<String> = match value {
            serde_json::Value::Array(values) => values.iter().map(typed).collect(),
            serde_json::Value::Null if json["table2"].get(name).is_none() => continue,
            serde_json::Value::Null => columns.iter().map(|_| String::new()).collect(),
            single => vec![typed(single)],
        };
        for (column, value) in columns.iter().zip(values) {
            figures.set(&format!("disclosure.{line}.{column}"), value);
        }
    }
}
