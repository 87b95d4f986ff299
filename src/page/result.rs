//! The result: files, verdict, findings, tools, tables, coverage, from the top down.

use std::rc::Rc;

use gloo::utils::document;
use web_sys::Element;

use super::app::{App, Progress};
use super::el::{self, El, button, el, fill, text};
use super::text::{self as words, Lang};
use super::verdict::{self, Tone};
use super::{cause, coverage, findings, panel, previous, run, tables};
use crate::present::view::{OutcomeView, ReportView};
use crate::strings;

/// Builds the result anew.
pub(crate) fn render(app: &Rc<App>) {
    panel::close(app);
    cause::close(app);
    let Some(place) = app.part("result") else {
        return;
    };
    let lang = app.lang.get();
    let files = app.files.borrow();
    let Some(entry) = files.get(app.open.get()) else {
        el::show(&place, false);
        return;
    };
    let progress = entry.progress.clone();
    let name = entry.name.clone();
    drop(files);
    let mut children = Vec::new();
    children.extend(file_list(app, lang));
    match &progress {
        Progress::Waiting => {}
        Progress::Failed(reason) => children.push(problem(lang, &name, reason)),
        Progress::Done(outcome, _) => match &outcome.report {
            Some(report) => checked(app, lang, outcome, report, &mut children),
            None => {
                let reason = outcome
                    .problem
                    .as_ref()
                    .map_or("", |problem| problem.message.as_str());
                children.push(problem(lang, &name, reason));
            }
        },
    }
    let shown = !children.is_empty();
    fill(&place, children);
    el::show(&place, shown);
    if let Some(root) = app.part("root") {
        el::toggle(&root, "has-result", shown);
    }
    if app.page {
        let title = lang.say(&words::PAGE_TITLE);
        match sentence(app) {
            verdict if verdict.is_empty() => document().set_title(title),
            verdict => document().set_title(&format!("{verdict} - {title}")),
        }
    }
}

/// Builds the result anew without moving what the user looks at.
pub(crate) fn render_keeping_place(app: &Rc<App>) {
    run::keeping_place(app, || render(app));
}

/// The verdict on what is shown; empty while there is none.
pub(crate) fn sentence(app: &App) -> String {
    let lang = app.lang.get();
    match app
        .files
        .borrow()
        .get(app.open.get())
        .map(|entry| &entry.progress)
    {
        Some(Progress::Failed(_)) => lang.say(&words::VERDICT_PROBLEM).to_owned(),
        Some(Progress::Done(outcome, _)) => verdict::verdict(outcome, lang).1,
        _ => String::new(),
    }
}

/// Leads the user to the result: to the list of files if there are several.
pub(crate) fn arrive(app: &App) {
    match app.part("files") {
        Some(list) => go_to(&list),
        None => arrive_at_verdict(app),
    }
}

/// Leads the user to the verdict.
pub(crate) fn arrive_at_verdict(app: &App) {
    if let Some(verdict) = app.part("verdict") {
        go_to(&verdict);
    }
}

fn go_to(element: &Element) {
    el::focus(element);
    element.scroll_into_view_with_bool(true);
}

/// A report that was checked.
fn checked(
    app: &App,
    lang: Lang,
    outcome: &OutcomeView,
    report: &ReportView,
    children: &mut Vec<El>,
) {
    let (tone, sentence) = verdict::verdict(outcome, lang);
    let remark = verdict::remark(outcome, lang);
    let mut summary = box_of(tone).with(headline(tone, &sentence)).with(text(
        "p",
        "understood",
        &understood(app, report, lang),
    ));
    if !remark.is_empty() {
        summary = summary.with(text("p", "remark", &remark));
    }
    summary = summary.with(text(
        "p",
        "coverage-line",
        &verdict::coverage(outcome, lang),
    ));
    children.push(
        summary
            .with_all(cause::section(app, outcome, lang))
            .with_all(findings::list(app, outcome, lang)),
    );
    children.push(tools(outcome, lang));
    children.push(previous::section(app, report, lang));
    children.push(tables::section(app, outcome, report, lang));
    children.push(coverage::details(outcome, lang));
    children.extend(coverage::statements(report, lang));
    children.extend(coverage::unbound(report, lang));
}

/// A report without a result: why, prominently.
fn problem(lang: Lang, name: &str, reason: &str) -> El {
    box_of(Tone::Open)
        .with(headline(Tone::Open, lang.say(&words::VERDICT_PROBLEM)))
        .with(text("p", "file-name", name))
        .with(text("p", "reason", reason))
}

/// The box of the verdict. It takes the focus; the alert is an element inside, since some screen readers
/// read only a part of a focused alert.
fn box_of(tone: Tone) -> El {
    el("div")
        .class(&format!("verdict {}", tone.class()))
        .attr("tabindex", "-1")
        .attr("data-part", "verdict")
}

fn headline(tone: Tone, sentence: &str) -> El {
    el("div")
        .attr("role", "alert")
        .with(el("h2").with(el::sign(tone.sign())).text(sentence))
}

/// What was understood of the report, in one line.
fn understood(app: &App, report: &ReportView, lang: Lang) -> String {
    let found = report
        .tables
        .iter()
        .filter(|table| table.found)
        .count()
        .to_string();
    let mut parts = Vec::new();
    parts.extend(report.unit.clone());
    parts.extend(
        report
            .year
            .map(|year| lang.fill(&words::UNDERSTOOD_YEAR, &[&year.to_string()])),
    );
    parts.push(lang.fill(&words::UNDERSTOOD_TABLES, &[&found]));
    parts.push(lang.fill(&words::UNDERSTOOD_CELLS, &[&report.cells.len().to_string()]));
    let chosen = app.edition.borrow();
    let mut editions: Vec<&str> = report
        .tables
        .iter()
        .filter_map(|table| table.edition.as_deref())
        .collect();
    editions.dedup();
    if !chosen.is_empty() {
        parts.push(lang.fill(&words::UNDERSTOOD_FORCED, &[&chosen]));
    } else if let [edition] = editions.as_slice() {
        parts.push(lang.fill(&words::UNDERSTOOD_EDITION, &[edition]));
    }
    strings::join(&parts, lang.say(&words::SEPARATOR))
}

/// The buttons to take the result away.
fn tools(outcome: &OutcomeView, lang: Lang) -> El {
    let copy = if outcome.findings.is_empty() {
        &words::COPY_RESULT
    } else {
        &words::COPY
    };
    el("div")
        .class("buttons tools")
        .with(button("copy", lang.say(copy)).class("main"))
        .with(button("print", lang.say(&words::PRINT)))
        .with(button("export", lang.say(&words::EXPORT)))
}

/// The list of files, if there are several.
fn file_list(app: &App, lang: Lang) -> Option<El> {
    let files = app.files.borrow();
    if files.len() < 2 {
        return None;
    }
    let rows = files.iter().enumerate().map(|(index, entry)| {
        let (tone, sentence) = match &entry.progress {
            Progress::Waiting => (None, lang.say(&words::FILES_WAITING).to_owned()),
            Progress::Failed(_) => (
                Some(Tone::Open),
                lang.say(&words::VERDICT_PROBLEM).to_owned(),
            ),
            Progress::Done(outcome, _) => {
                let (tone, sentence) = verdict::verdict(outcome, lang);
                (Some(tone), sentence)
            }
        };
        let now = index == app.open.get();
        el("li").class(tone.map_or("waiting", Tone::class)).with(
            el("button")
                .attr("type", "button")
                .attr("data-do", "open")
                .attr("data-index", &index.to_string())
                .attr_if(now, "aria-current", "true")
                .with(text("span", "name", &entry.name))
                .with(
                    el("span")
                        .class("said")
                        .with(el::sign(tone.map_or("…", Tone::sign)))
                        .text(&sentence),
                )
                .with(text(
                    "span",
                    "go",
                    lang.say(if now {
                        &words::FILES_NOW
                    } else {
                        &words::FILES_OPEN
                    }),
                )),
        )
    });
    Some(
        el("div")
            .class("files")
            .attr("tabindex", "-1")
            .attr("data-part", "files")
            .with(text("h2", "", lang.say(&words::FILES)))
            .with(el("ol").with_all(rows)),
    )
}
