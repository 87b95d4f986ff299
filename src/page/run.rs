//! Sends reports to the engine, one after the other, and shows what comes back.

use std::rc::Rc;

use gloo::utils::window;
use js_sys::futures::spawn_local;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::app::{App, Entry, Progress, closest};
use super::text::{self, Text};
use super::{answer, el, phrase, previous, result};
use crate::limits;
use crate::present::view::OutcomeView;

#[wasm_bindgen]
extern "C" {
    /// The client of the worker, made by `boot.js`.
    #[wasm_bindgen(catch, js_namespace = gouji, js_name = check)]
    fn engine_check(bytes: &Uint8Array, name: &str, options: &JsValue) -> Result<Promise, JsValue>;
}

/// Takes new reports in place of the old ones and checks them.
pub(crate) fn start(app: &Rc<App>, entries: Vec<Entry>) {
    if entries.is_empty() {
        return;
    }
    app.files.replace(entries);
    app.open.set(0);
    check_all(app, true);
}

/// Takes a report that did not come from the user, in place of the old ones, and checks it.
pub(crate) fn put(app: &Rc<App>, entry: Entry) {
    app.files.replace(vec![entry]);
    app.open.set(0);
    check_all(app, false);
}

/// Checks all reports (again). `arrive`: lead the user to the result.
pub(crate) fn check_all(app: &Rc<App>, arrive: bool) {
    let job = app.new_job();
    let app = Rc::clone(app);
    app.all_findings.set(false);
    app.at.set(None);
    let entries = collapsed(app.files.take());
    app.open
        .set(app.open.get().min(entries.len().saturating_sub(1)));
    app.files.replace(entries);
    result::render(&app);
    spawn_local(async move {
        let mut index = 0_usize;
        loop {
            let count = app.files.borrow().len();
            announce(&app, index, count);
            let reply = check_one(&app, index).await;
            if app.job.get() != job {
                return;
            }
            index = index.saturating_add(store(&app, index, reply));
            if index >= app.files.borrow().len() {
                break;
            }
            // With many files the list fills while the rest is still being checked.
            result::render(&app);
        }
        result::render(&app);
        app.status(&app.lang.get().fill(&text::DONE, &[&result::sentence(&app)]));
        if arrive {
            result::arrive(&app);
        }
    });
}

fn announce(app: &App, index: usize, count: usize) {
    let lang = app.lang.get();
    let name = app
        .files
        .borrow()
        .get(index)
        .map(|entry| entry.name.clone())
        .unwrap_or_default();
    let number = index.saturating_add(1).to_string();
    app.status(&match count {
        1 => lang.fill(&text::CHECKING, &[&name]),
        _ => lang.fill(&text::CHECKING_MANY, &[&number, &count.to_string(), &name]),
    });
}

/// Checks the report shown once more after a change; the view stays where it is. If there is no answer the
/// last change is taken back by `undo`.
pub(crate) fn recheck(app: &Rc<App>, said: &'static Text, undo: fn(&mut Entry)) {
    let job = app.new_job();
    let app = Rc::clone(app);
    spawn_local(async move {
        let index = app.open.get();
        let reply = check_one(&app, index).await;
        if app.job.get() != job {
            return;
        }
        let lang = app.lang.get();
        if let Reply::Failed(reason) = reply {
            if let Some(entry) = app.files.borrow_mut().get_mut(index) {
                undo(entry);
            }
            result::render_keeping_place(&app);
            app.status(&format!("{}{}", lang.say(&text::FAILED_EDIT), reason));
            return;
        }
        store(&app, index, reply);
        result::render_keeping_place(&app);
        app.status(&lang.fill(said, &[&result::sentence(&app)]));
    });
}

/// Reports of one file become that file again, to be checked in one go, unless the user has changed one of them.
fn collapsed(entries: Vec<Entry>) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    let mut entries = entries.into_iter().peekable();
    while let Some(mut first) = entries.next() {
        first.progress = Progress::Waiting;
        let mut group = vec![first];
        // The first report of a file begins a group.
        if group.iter().any(|first| first.report == Some(0)) {
            while let Some(mut next) =
                entries.next_if(|next| next.report.is_some_and(|report| report > 0))
            {
                next.progress = Progress::Waiting;
                group.push(next);
            }
            if group.iter().all(|entry| entry.edits.is_empty()) {
                out.extend(group.into_iter().next().map(Entry::whole));
                continue;
            }
        }
        out.append(&mut group);
    }
    out
}

/// Keeps what came back. A file with several reports becomes several entries; says how many.
fn store(app: &App, index: usize, reply: Reply) -> usize {
    let mut files = app.files.borrow_mut();
    let Some(entry) = files.get_mut(index) else {
        return 1;
    };
    let (outcomes, raw) = match reply {
        Reply::Failed(reason) => {
            entry.progress = Progress::Failed(reason);
            return 1;
        }
        Reply::Done(outcomes, raw) => (outcomes, raw),
    };
    let count = outcomes.len();
    if count < 2 {
        for outcome in outcomes {
            done(entry, outcome, raw.clone());
        }
        return 1;
    }
    let entries: Vec<Entry> = (0_u32..)
        .zip(outcomes)
        .map(|(report, outcome)| {
            let mut one = entry.one_of(report);
            done(&mut one, outcome, raw.clone());
            one
        })
        .collect();
    files.splice(index..=index, entries);
    count
}

fn done(entry: &mut Entry, outcome: OutcomeView, raw: JsValue) {
    if entry.edits.is_empty() {
        let cells = outcome.report.iter().flat_map(|report| &report.cells);
        entry.original = cells
            .map(|cell| (cell.id.clone(), phrase::shown(cell)))
            .collect();
    }
    entry.name.clone_from(&outcome.file.name);
    entry.progress = Progress::Done(Rc::new(outcome), raw);
}

/// What came back from the engine.
enum Reply {
    /// Nothing; the sentence says why.
    Failed(String),
    /// An outcome for each report in the file, and the answer as it came.
    Done(Vec<OutcomeView>, JsValue),
}

async fn check_one(app: &App, index: usize) -> Reply {
    let lang = app.lang.get();
    let failed = |text: &Text| Reply::Failed(lang.say(text).to_owned());
    let (name, report, file, bytes, edits, pins) = match app.files.borrow().get(index) {
        Some(entry) => (
            entry.source.clone(),
            entry.report,
            entry.file.clone(),
            entry.bytes.clone(),
            entry.edits.iter().flatten().cloned().collect::<Vec<_>>(),
            entry.pins.clone(),
        ),
        None => return failed(&text::FAILED_WORKER),
    };
    let bytes = match (bytes, file) {
        (Some(bytes), _) => bytes,
        (None, Some(file)) => {
            if let Some(sentence) = too_large(app, &file) {
                return Reply::Failed(sentence);
            }
            let Ok(buffer) = file.array_buffer().await else {
                return failed(&text::FAILED_READ);
            };
            let bytes = Uint8Array::new(&buffer);
            if let Some(entry) = app.files.borrow_mut().get_mut(index) {
                entry.bytes = Some(bytes.clone());
            }
            bytes
        }
        (None, None) => return failed(&text::FAILED_READ),
    };
    let edition = app.edition.borrow().clone();
    let mutes = app.mutes.borrow().clone();
    let options = |previous: Option<&Uint8Array>| {
        answer::options(
            &edition,
            lang.name(),
            &edits,
            &mutes,
            &pins,
            report,
            previous,
        )
    };
    let before = previous::bytes(app);
    let mut reply = ask(&bytes, &name, &options(before.as_ref())).await;
    if let Err(error) = &reply
        && says(error, "code") == "previous"
    {
        // The report itself is well.
        previous::fail(app, &says(error, "message"));
        reply = ask(&bytes, &name, &options(None)).await;
    }
    match reply {
        Ok((outcomes, raw)) => Reply::Done(outcomes, raw),
        Err(error) => failed(match says(&error, "code").as_str() {
            "deadline" => &text::FAILED_DEADLINE,
            "trap" => &text::FAILED_TRAP,
            "load" => &text::FAILED_LOAD,
            _ => &text::FAILED_WORKER,
        }),
    }
}

/// What an error says under a name; nothing if it says nothing.
fn says(error: &JsValue, name: &str) -> String {
    let said = Reflect::get(error, &JsValue::from_str(name)).unwrap_or_default();
    said.as_string().unwrap_or_default()
}

async fn ask(
    bytes: &Uint8Array,
    name: &str,
    options: &JsValue,
) -> Result<(Vec<OutcomeView>, JsValue), JsValue> {
    let raw = engine_check(bytes, name, options)?.await?;
    let outcomes = answer::outcomes(&raw);
    outcomes
        .map(|outcomes| (outcomes, raw))
        .ok_or(JsValue::NULL)
}

/// Refuses a file that the engine would refuse anyway, before all of it is read into memory.
pub(crate) fn too_large(app: &App, file: &web_sys::File) -> Option<String> {
    const MEGABYTE: u64 = 1024 * 1024;
    // A size is a whole number in a double; files beyond its range do not exist.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "see above"
    )]
    let size = file.size() as u64;
    let limit = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
    let megabytes = |bytes: u64| bytes.div_ceil(MEGABYTE).to_string();
    (size > limit).then(|| {
        app.lang
            .get()
            .fill(&text::FAILED_SIZE, &[&megabytes(size), &megabytes(limit)])
    })
}

/// Shows another of the files.
pub(crate) fn open(app: &Rc<App>, index: usize) {
    app.open.set(index);
    app.all_findings.set(false);
    app.at.set(None);
    result::render(app);
    result::arrive_at_verdict(app);
}

/// Keeps a place of the window still while `change` rebuilds what stands there.
pub(crate) fn keeping_place(app: &App, change: impl FnOnce()) {
    let top = |id: &Option<String>| {
        let cell = app.cell(id.as_deref()?)?;
        Some(cell.get_bounding_client_rect().top())
    };
    let focused = app.active_cell();
    let active = |attribute: &str| app.active()?.get_attribute(attribute);
    let action = active("data-do");
    let verdict = active("data-part").as_deref() == Some("verdict");
    let scrolled: Vec<i32> = el::all(&app.host, ".scroller")
        .iter()
        .map(web_sys::Element::scroll_left)
        .collect();
    let before = top(&focused);
    change();
    for (scroller, left) in el::all(&app.host, ".scroller").iter().zip(scrolled) {
        scroller.set_scroll_left(left);
    }
    if let Some(cell) = focused.as_deref().and_then(|id| app.cell(id)) {
        el::focus(&cell);
    } else if let Some(action) = action
        && let Some(button) = app.find(&format!("[data-do={action}]"))
        && closest(&button, "[data-part=result]").is_some()
    {
        el::focus(&button);
    } else if verdict && let Some(verdict) = app.part("verdict") {
        el::focus(&verdict);
    }
    if let (Some(before), Some(after)) = (before, top(&focused)) {
        #[expect(clippy::float_arithmetic, reason = "pixels, not figures of a report")]
        window().scroll_by_with_x_and_y(0.0, after - before);
    }
}
