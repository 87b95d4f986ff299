//! The state of one page, and the way to its parts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::utils::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, File, HtmlElement};

use super::display::Display;
use super::mute;
use super::phrase::{Cells, Changed};
use super::previous::Previous;
use super::text::Lang;
use crate::edition::EDITIONS;
use crate::present::view::{EditView, MuteView, OutcomeView};

/// Where the language is remembered.
const LANGUAGE_KEY: &str = "gouji-language";

/// One `<gouji-check>`.
pub(crate) struct App {
    /// The element itself.
    pub host: HtmlElement,
    /// True if the element is the whole page: it then sets the title, takes the focus and the whole window
    /// for dropping.
    pub page: bool,
    /// The language.
    pub lang: Cell<Lang>,
    /// What was put in.
    pub files: RefCell<Vec<Entry>>,
    /// Which of the files is shown.
    pub open: Cell<usize>,
    /// The edition asked for; empty for automatic.
    pub edition: RefCell<String>,
    /// Whether all findings are listed.
    pub all_findings: Cell<bool>,
    /// Size of the writing and colours.
    pub display: Cell<Display>,
    /// Whether the page is laid out for a small screen.
    pub narrow: Cell<bool>,
    /// The finding that F8 went to last.
    pub at: Cell<Option<usize>>,
    /// Counts the jobs: an answer to an older one is dropped.
    pub job: Cell<u32>,
    /// HTML pasted into the text area, while the text area still shows its text.
    pub pasted: RefCell<Option<String>>,
    /// The cell whose panel was closed with Esc.
    pub dismissed: RefCell<String>,
    /// Findings that the user has found right, oldest first.
    pub mutes: RefCell<Vec<MuteView>>,
    /// The report of the year before.
    pub previous: RefCell<Previous>,
}

/// One report that was put in.
pub(crate) struct Entry {
    /// Its name.
    pub name: String,
    /// The name of the file that it stands in.
    pub source: String,
    /// Which of the reports in the file it is; `None` as long as it is not known to hold several.
    pub report: Option<u32>,
    /// The file, until it was read.
    pub file: Option<File>,
    /// Its bytes.
    pub bytes: Option<Uint8Array>,
    /// Changes made by the user, step by step in order; a step changes one cell, or all cells of a reading adopted.
    pub edits: Vec<Vec<EditView>>,
    /// Steps taken back, last first out.
    pub undone: Vec<Vec<EditView>>,
    /// Cells that the user says are right.
    pub pins: Vec<String>,
    /// The figures as the file has them, by cell.
    pub original: Vec<(String, String)>,
    /// What came of it.
    pub progress: Progress,
}

/// How far a report is.
#[derive(Clone)]
pub(crate) enum Progress {
    /// Not looked at yet.
    Waiting,
    /// Gave no answer; the sentence says why.
    Failed(String),
    /// Answered: understood, and as it came (for the export).
    Done(Rc<OutcomeView>, JsValue),
}

impl Entry {
    /// A report of which the bytes are there.
    pub(crate) fn from_text(name: &str, text: &str) -> Self {
        Self::from_bytes(name, Uint8Array::from(text.as_bytes()))
    }

    /// A report of which these are the bytes.
    pub(crate) fn from_bytes(name: &str, bytes: Uint8Array) -> Self {
        let mut entry = Self::new(name);
        entry.bytes = Some(bytes);
        entry
    }

    /// A file, to be read in its turn.
    pub(crate) fn from_file(file: File) -> Self {
        let mut entry = Self::new(&file.name());
        entry.file = Some(file);
        entry
    }

    /// One of the reports in the same file.
    pub(crate) fn one_of(&self, report: u32) -> Self {
        let mut entry = Self::new(&self.source);
        entry.bytes = self.bytes.clone();
        entry.report = Some(report);
        entry
    }

    /// The file as a whole again.
    pub(crate) fn whole(self) -> Self {
        let mut entry = Self::new(&self.source);
        entry.bytes = self.bytes;
        entry.file = self.file;
        entry
    }

    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            source: name.to_owned(),
            report: None,
            file: None,
            bytes: None,
            edits: Vec::new(),
            undone: Vec::new(),
            pins: Vec::new(),
            original: Vec::new(),
            progress: Progress::Waiting,
        }
    }
}

impl App {
    /// The state before anything was put in.
    pub(crate) fn new(host: &HtmlElement) -> Rc<Self> {
        let page = host.has_attribute("page");
        let remembered =
            storage().and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
        let asked = host.get_attribute("lang");
        // Inside another page the language is that page's business.
        let lang = if host.has_attribute("framed") {
            asked.or(remembered)
        } else {
            remembered.or(asked)
        };
        let lang = lang.unwrap_or_default();
        let mut edition = host.get_attribute("edition").unwrap_or_default();
        if EDITIONS.iter().all(|known| known.name != edition) {
            edition.clear();
        }
        let display = Display::remembered(host);
        Rc::new(Self {
            host: host.clone(),
            page,
            lang: Cell::new(Lang::from_name(&lang).unwrap_or_default()),
            files: RefCell::default(),
            open: Cell::new(0),
            edition: RefCell::new(edition),
            all_findings: Cell::new(false),
            narrow: Cell::new(display.is_narrow()),
            display: Cell::new(display),
            at: Cell::new(None),
            job: Cell::new(0),
            pasted: RefCell::default(),
            dismissed: RefCell::default(),
            mutes: RefCell::new(mute::remembered().unwrap_or_default()),
            previous: RefCell::default(),
        })
    }

    /// Changes the language and remembers it where that is allowed.
    pub(crate) fn set_lang(&self, lang: Lang) {
        self.lang.set(lang);
        if let Some(storage) = storage() {
            storage.set_item(LANGUAGE_KEY, lang.name()).ok();
        }
    }

    /// Starts a new job; the answers to all others are dropped from now on.
    pub(crate) fn new_job(&self) -> u32 {
        let job = self.job.get().wrapping_add(1);
        self.job.set(job);
        job
    }

    /// A part of the page by its `data-part`.
    pub(crate) fn part(&self, name: &str) -> Option<Element> {
        self.find(&format!("[data-part={name}]"))
    }

    /// The first element that a selector finds.
    pub(crate) fn find(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).ok().flatten()
    }

    /// The element of a value cell.
    pub(crate) fn cell(&self, id: &str) -> Option<Element> {
        self.find(&format!("[data-cell='{id}']"))
    }

    /// The element that has the focus, if it is in here.
    pub(crate) fn active(&self) -> Option<Element> {
        let active = document().active_element()?;
        self.host.contains(Some(&active)).then_some(active)
    }

    /// The id of the cell that has the focus.
    pub(crate) fn active_cell(&self) -> Option<String> {
        self.active()?.get_attribute("data-cell")
    }

    /// The outcome that is shown.
    pub(crate) fn outcome(&self) -> Option<Rc<OutcomeView>> {
        match &self.files.borrow().get(self.open.get())?.progress {
            Progress::Done(outcome, _) => Some(Rc::clone(outcome)),
            _ => None,
        }
    }

    /// The changes made to the report that is shown: cell, before, after; each cell once.
    pub(crate) fn changed(&self) -> Vec<Changed> {
        let files = self.files.borrow();
        let Some(entry) = files.get(self.open.get()) else {
            return Vec::new();
        };
        let mut out: Vec<Changed> = Vec::new();
        for edit in entry.edits.iter().flatten() {
            out.retain(|(id, _, _)| *id != edit.id);
            let original = entry.original.iter().find(|(id, _)| *id == edit.id);
            let before = original.map(|(_, raw)| raw.clone()).unwrap_or_default();
            if before != edit.raw {
                out.push((edit.id.clone(), before, edit.raw.clone()));
            }
        }
        out
    }

    /// The cells of the report shown that the user says are right.
    pub(crate) fn pins(&self) -> Vec<String> {
        let files = self.files.borrow();
        files
            .get(self.open.get())
            .map(|entry| entry.pins.clone())
            .unwrap_or_default()
    }

    /// The same changes with the labels of the cells in place of their ids.
    pub(crate) fn changed_labels(&self, outcome: &OutcomeView) -> Vec<Changed> {
        let mut out = self.changed();
        for (id, _, _) in &mut out {
            if let Some(cell) = Cells::of(outcome).get(id) {
                id.clone_from(&cell.label);
            }
        }
        out
    }

    /// Says something in the polite live region.
    pub(crate) fn status(&self, words: &str) {
        if let Some(part) = self.part("status") {
            part.set_text_content(Some(words));
        }
    }
}

/// Local storage, if the browser has it and lets us.
pub(crate) fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The element that an event came from.
pub(crate) fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element around `element` that a selector finds.
pub(crate) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}
