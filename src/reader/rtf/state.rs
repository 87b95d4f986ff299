//! What a group says about its text. A group begins with what holds around it, and what it says ends with it.

/// The formatting of text, as far as it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// What the group holds.
    pub(super) place: Destination,
    pub(super) font: i32,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    /// How many signs stand behind a Unicode character for readers that know none.
    pub(super) fallback: i32,
    pub(super) in_table: bool,
    /// In how many tables the paragraph stands, if it stands in one.
    pub(super) depth: usize,
}

/// What a group holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    #[default]
    Text,
    /// The fonts of the file.
    Fonts,
    /// The edges of the rows of an inner table.
    InnerRow,
    /// The text of a box.
    TextBox,
    /// Nothing that is text.
    Skipped,
}

impl Default for State {
    fn default() -> Self {
        Self {
            place: Destination::Text,
            font: 0,
            hidden: false,
            deleted: false,
            fallback: 1,
            in_table: false,
            depth: 1,
        }
    }
}

impl State {
    pub(super) fn is_seen(&self) -> bool {
        let is_text = matches!(self.place, Destination::Text | Destination::TextBox);
        is_text && !self.hidden && !self.deleted
    }

    /// In how many tables the paragraph stands.
    pub(super) fn tables(&self) -> usize {
        if self.in_table { self.depth.max(1) } else { 0 }
    }
}

/// Groups that hold no text of the document. Others that begin with `\*` are skipped unless they are among [`KEPT`].
pub(super) const SKIPPED: [&str; 27] = [
    "annotation",
    "author",
    "bkmkend",
    "bkmkstart",
    "buptim",
    "colortbl",
    "creatim",
    "datafield",
    "fldinst",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "footnote",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "info",
    "nonesttables",
    "nonshppict",
    "pict",
    "shprslt",
    "sp",
    "stylesheet",
    "upr",
    "xe",
];

/// Groups that begin with `\*` and are read.
pub(super) const KEPT: [&str; 3] = ["shpinst", "nesttableprops", "shptxt"];
