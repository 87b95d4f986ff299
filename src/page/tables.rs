//! The three official tables, redrawn from the edition, with the figures of the report and the marks of the
//! findings.

use super::app::App;
use super::cause;
use super::coverage;
use super::el::{El, button, el, sign, text, unseen};
use super::findings::cell_anchor;
use super::marks;
use super::phrase::{self, Cells, Changed};
use super::sheet::{self, Figure, Head, Place, Row};
use super::text::{self as words, Lang, Text};
use super::verdict;
use crate::edition::{EDITIONS, Edition, TableForm};
use crate::form::Table;
use crate::present::view::{CellView, ExplanationView, OutcomeView, ReportView, TableView};

/// What the drawing of a cell needs to know.
struct Drawing<'a> {
    lang: Lang,
    outcome: &'a OutcomeView,
    cells: Cells<'a>,
    changed: Vec<Changed>,
    pins: Vec<String>,
}

/// All three tables with their heading, the undo buttons and the legend.
pub(crate) fn section(app: &App, outcome: &OutcomeView, report: &ReportView, lang: Lang) -> El {
    let drawing = Drawing {
        lang,
        outcome,
        cells: Cells::of(outcome),
        changed: app.changed(),
        pins: app.pins(),
    };
    let mut section = el("section")
        .class("tables")
        .with(text("h2", "", lang.say(&words::TABLES)))
        .with(text("p", "hint", lang.say(&words::TABLES_HINT)))
        .with(text("p", "hint keys", lang.say(&words::TABLE_KEYS)))
        .with_all(changes(app, &drawing))
        .with(legend(lang));
    for view in &report.tables {
        let table = Table::from_name(&view.table);
        // A table that was not found is named in the words of the edition that the year asks for.
        let edition = view
            .edition
            .as_deref()
            .and_then(Edition::from_name)
            .or_else(|| report.year.and_then(Edition::for_year))
            .or(EDITIONS.last().copied());
        if let Some(form) = table.and_then(|table| edition?.table(table)) {
            section = section.with(drawing.table(form, view, app.narrow.get()));
        }
    }
    section
}

/// The bar that says what was changed and takes it back; nothing while nothing was changed.
fn changes(app: &App, drawing: &Drawing<'_>) -> Option<El> {
    let files = app.files.borrow();
    let entry = files.get(app.open.get())?;
    if entry.edits.is_empty() && entry.undone.is_empty() {
        return None;
    }
    let lang = drawing.lang;
    let count = drawing.changed.len().to_string();
    let now = verdict::verdict(drawing.outcome, lang).1;
    Some(
        el("div")
            .class("changes")
            .with(text("p", "", &lang.fill(&words::EDITS, &[&count, &now])))
            .with(
                el("div")
                    .class("buttons")
                    .with(button("undo", lang.say(&words::UNDO)).attr_if(
                        entry.edits.is_empty(),
                        "disabled",
                        "",
                    ))
                    .with(button("redo", lang.say(&words::REDO)).attr_if(
                        entry.undone.is_empty(),
                        "disabled",
                        "",
                    ))
                    .with(button("reset", lang.say(&words::RESET)).attr_if(
                        entry.edits.is_empty(),
                        "disabled",
                        "",
                    )),
            ),
    )
}

fn legend(lang: Lang) -> El {
    let entry = |class: &str, shown: &str, words: &str| {
        el("li")
            .with(text("span", &format!("swatch {class}"), shown).attr("aria-hidden", "true"))
            .text(words)
    };
    let severities = ["error", "warning", "notice"]
        .map(|name| entry(name, phrase::sign(name), phrase::severity(name, lang)));
    let states: [(&str, &Text); 5] = [
        ("culprit", &words::LEGEND_CULPRIT),
        ("blank", &words::LEGEND_BLANK),
        ("rebuilt", &words::LEGEND_REBUILT),
        ("edited", &words::LEGEND_EDITED),
        ("missing", &words::LEGEND_MISSING),
    ];
    el("ul")
        .class("legend")
        .attr("aria-label", lang.say(&words::LEGEND))
        .with_all(severities)
        .with_all(states.map(|(class, text)| entry(class, "", lang.say(text))))
}

impl Drawing<'_> {
    fn table(&self, form: &TableForm, view: &TableView, narrow: bool) -> El {
        let lang = self.lang;
        let heading_id = format!("gj-{}", view.table);
        let heading = text("h3", "", form.heading)
            .attr("id", &heading_id)
            .attr("lang", "zh-CN");
        let block = el("div").class("official").with(heading);
        if !view.found {
            return block.with(text("p", "absent", lang.say(&words::TABLE_MISSING)));
        }
        let edition = view.edition.as_deref().unwrap_or_default();
        let mut note = lang.fill(&words::TABLE_EDITION, &[edition]);
        // Nothing is said where nothing was found: not every table without a finding was checked.
        let count = marks::count_in(self.outcome, &view.table);
        if count > 0 {
            note.push_str(lang.say(&words::SEPARATOR));
            note.push_str(&lang.fill(&words::TABLE_COUNT, &[&count.to_string()]));
        }
        let sheet = sheet::lay_out(form, narrow);
        let mut stop = true;
        let mut table = el("table")
            .class(if sheet.lines_down { "down" } else { "across" })
            .attr("role", "grid")
            .attr("lang", "zh-CN")
            .attr("data-table", &view.table)
            .with(
                el("caption")
                    .with(text("span", "unseen", form.heading))
                    .with(text("span", "", &note).attr("lang", lang.name())),
            );
        if !sheet.head.is_empty() {
            table = table
                .with(el("thead").with_all(sheet.head.iter().map(|row| self.row(row, &mut stop))));
        }
        for body in &sheet.bodies {
            table =
                table.with(el("tbody").with_all(body.iter().map(|row| self.row(row, &mut stop))));
        }
        let label = lang.fill(&words::TABLE_REGION, &[form.heading]);
        block.with(
            el("div")
                .class("scroller")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", &label)
                .with(table),
        )
    }

    fn row(&self, row: &Row, stop: &mut bool) -> El {
        el("tr").with_all(row.iter().map(|place| match place {
            Place::Head(head) => heading(head),
            // The first figure is the stop of the Tab key; the arrow keys move it (`keys.rs`).
            Place::Figure(figure) => self.figure(figure, std::mem::take(stop)),
        }))
    }

    fn figure(&self, figure: &Figure, stop: bool) -> El {
        let id = figure.id.to_string();
        let cell = self.cells.get(&id);
        let mark = marks::mark(self.outcome, &id);
        let changed = self.changed.iter().find(|(changed, _, _)| *changed == id);
        let mut class = String::from("figure");
        let mut add = |name: &str| {
            class.push(' ');
            class.push_str(name);
        };
        add(match cell.map(|cell| cell.state.as_str()) {
            None => "missing",
            Some("blank") => "blank",
            Some("dash") => "dash",
            Some("reconstructed") => "rebuilt",
            Some("text") => "words",
            Some(_) => "plain",
        });
        if let Some(mark) = mark {
            add(mark.severity);
            if mark.faint {
                add("faint");
            }
        }
        if changed.is_some() {
            add("edited");
        }
        let sure = |(cause, _): (&ExplanationView, _)| {
            matches!(cause.grade.as_str(), "certain" | "likely")
        };
        if cause::proposals(self.outcome, &id).any(sure) {
            add("culprit");
        }
        if self.pins.contains(&id) {
            add("pinned");
        }
        let mut td = el("td")
            .class(&class)
            .attr("id", &cell_anchor(&id))
            .attr("data-cell", &id)
            .attr("headers", &figure.headers)
            .attr("tabindex", if stop { "0" } else { "-1" })
            .attr_if(figure.columns > 1, "colspan", &figure.columns.to_string());
        let stated = |report| coverage::stating(report, &id).next().is_some();
        if self.outcome.report.as_ref().is_some_and(stated) {
            td = td.attr("data-said", "");
        }
        if let Some(mark) = mark {
            td = td
                .attr("data-marked", "")
                .with(sign(phrase::sign(mark.severity)))
                .with(unseen(&format!(
                    "{} ",
                    phrase::severity(mark.severity, self.lang)
                )));
        }
        td.with_all(self.content(cell))
            .with_all(changed.map(|(_, before, _)| self.before(before)))
    }

    /// The text of a cell as written, and what a screen reader needs to hear about it.
    fn content(&self, cell: Option<&CellView>) -> Vec<El> {
        let say = |text: &Text| unseen(self.lang.say(text));
        let Some(cell) = cell else {
            return vec![say(&words::CELL_MISSING)];
        };
        if cell.state == "blank" {
            return vec![say(&words::CELL_BLANK)];
        }
        let words = phrase::shown(cell);
        let mut shown = text("span", "raw", &words);
        let value = cell.value.as_ref().map(phrase::figure);
        if words != cell.raw.trim() {
            shown = shown.attr(
                "title",
                &self.lang.fill(&words::CELL_WRITTEN, &[cell.raw.trim()]),
            );
        } else if let Some(value) = value.filter(|value| *value != words) {
            shown = shown.attr("title", &self.lang.fill(&words::CELL_READ_AS, &[&value]));
        }
        let mut out = vec![shown];
        match cell.state.as_str() {
            "dash" => out.push(say(&words::CELL_DASH)),
            "text" => out.push(say(&words::CELL_TEXT)),
            "reconstructed" => out.push(say(&words::CELL_REBUILT)),
            _ => {}
        }
        out
    }

    /// What stood in a changed cell before.
    fn before(&self, before: &str) -> El {
        let before = match before.trim() {
            "" => self.lang.say(&words::CELL_BLANK),
            before => before,
        };
        el("span")
            .class("before")
            .with(
                text(
                    "span",
                    "",
                    &self.lang.fill(&words::CELL_EDITED_SHORT, &[before]),
                )
                .attr("aria-hidden", "true"),
            )
            .with(unseen(&self.lang.fill(&words::CELL_EDITED, &[before])))
    }
}

fn heading(head: &Head) -> El {
    let tag = if head.text.is_empty() { "td" } else { "th" };
    let number = |count: usize| count.to_string();
    text(tag, head.class, &head.text)
        .attr_if(!head.text.is_empty(), "scope", head.scope)
        .attr_if(!head.id.is_empty(), "id", &head.id)
        .attr_if(head.rows > 1, "rowspan", &number(head.rows))
        .attr_if(head.columns > 1, "colspan", &number(head.columns))
}
