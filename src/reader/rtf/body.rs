//! Tokens to text: paragraphs, and the cells and rows that some of them end.

use crate::reader::edges::{Down, Edges, Merge, Table};
use crate::reader::encoding::Decoder;
use crate::reader::error::ReadErrorKind;
use crate::reader::flow::{Budget, Flow};

use super::charset::Charsets;
use super::state::{Destination, KEPT, SKIPPED, State};
use super::token::Token;

/// Tables inside tables at most.
const DEPTH: usize = 32;

/// What has been read so far.
pub(super) struct Body<'a> {
    decoder: &'a dyn Decoder,
    charsets: Charsets,
    state: State,
    /// What holds around the open groups.
    groups: Vec<State>,
    /// The next control word tells what the group holds, and may be one that nobody need know.
    optional: bool,
    /// The font that the table of fonts is at.
    font: i32,
    /// Signs that only readers without Unicode want.
    unwanted: i32,
    /// The main text and the text boxes that are open in it.
    stories: Vec<Story>,
    budget: Budget,
}

/// A text with tables.
#[derive(Default)]
struct Story {
    flow: Flow,
    /// What stands in boxes that are anchored in the open paragraph.
    boxes: Flow,
    tables: Vec<Table>,
    text: String,
    /// Bytes of the text that are not decoded yet, and units of UTF-16 that are half a character.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// The row that is described, of the table itself and of one inside.
    rows: [Row; 2],
}

/// The description of a row while it is read.
#[derive(Default)]
struct Row {
    edges: Edges,
    merge: Merge,
}

impl<'a> Body<'a> {
    pub(super) fn new(decoder: &'a dyn Decoder) -> Self {
        Self {
            decoder,
            charsets: Charsets::default(),
            state: State::default(),
            groups: Vec::new(),
            optional: false,
            font: 0,
            unwanted: 0,
            stories: vec![Story::default()],
            budget: Budget::default(),
        }
    }

    pub(super) fn take(&mut self, token: Token<'_>) -> Result<(), ReadErrorKind> {
        match token {
            Token::Open => {
                self.unwanted = 0;
                self.groups.push(self.state);
            }
            Token::Close => return self.close(),
            Token::Byte(_) if self.unwanted > 0 => {
                self.unwanted = self.unwanted.saturating_sub(1);
            }
            Token::Byte(byte) => {
                self.optional = false;
                if self.state.is_seen() {
                    self.flush_units();
                    if let Some(story) = self.stories.last_mut() {
                        story.bytes.push(byte);
                    }
                }
            }
            Token::Control(name, number) => return self.control(name, number),
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), ReadErrorKind> {
        self.flush();
        self.unwanted = 0;
        self.optional = false;
        let Some(around) = self.groups.pop() else {
            return Ok(());
        };
        let ends_box = self.state.place == Destination::TextBox
            && around.place != Destination::TextBox
            && self.stories.len() > 1;
        self.state = around;
        if ends_box && let Some(story) = self.stories.pop() {
            let contents = story.finish(&mut self.budget)?;
            if let Some(story) = self.stories.last_mut() {
                story.boxes.append(contents);
            }
        }
        Ok(())
    }

    fn control(&mut self, name: &str, number: Option<i32>) -> Result<(), ReadErrorKind> {
        if name == "*" {
            self.optional = true;
            return Ok(());
        }
        let optional = std::mem::take(&mut self.optional);
        if name != "u" {
            self.flush();
        }
        if self.state.place == Destination::Skipped {
            return Ok(());
        }
        if SKIPPED.contains(&name) || (optional && !KEPT.contains(&name)) {
            self.state.place = Destination::Skipped;
            return Ok(());
        }
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        match name {
            "fonttbl" => self.state.place = Destination::Fonts,
            "nesttableprops" => self.state.place = Destination::InnerRow,
            "shptxt" => {
                self.state = State {
                    place: Destination::TextBox,
                    ..State::default()
                };
                self.stories.push(Story::default());
            }
            "ansicpg" => self.charsets.set_file(value),
            "f" if self.state.place == Destination::Fonts => self.font = value,
            "f" => self.state.font = value,
            "fcharset" => self.charsets.set_font(self.font, value),
            "uc" => self.state.fallback = value,
            "u" => self.character(value),
            "v" => self.state.hidden = on,
            "deleted" => self.state.deleted = on,
            "plain" => {
                self.state.hidden = false;
                self.state.deleted = false;
            }
            "pard" => {
                self.state.in_table = false;
                self.state.depth = 1;
            }
            "intbl" => self.state.in_table = on,
            "itap" => {
                self.state.in_table = value > 0;
                self.state.depth = usize::try_from(value).unwrap_or(0).max(1);
            }
            "trowd" | "trleft" | "cellx" | "clmrg" | "clvmgf" | "clvmrg" => {
                self.describe(name, value);
            }
            "par" | "sect" | "page" | "column" => {
                return self.end_paragraph(self.state.tables(), |_| {});
            }
            "cell" => return self.end_paragraph(1, Table::end_cell),
            "nestcell" => return self.end_paragraph(self.state.depth.max(2), Table::end_cell),
            "row" => return self.end_row(1),
            "nestrow" => return self.end_row(self.state.depth.max(2)),
            _ => self.sign(name),
        }
        Ok(())
    }

    /// Control words that stand for a sign.
    fn sign(&mut self, name: &str) {
        let sign = match name {
            "tab" => "\t",
            "line" | "lbr" => "\n",
            "~" => "\u{a0}",
            "_" => "-",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "emspace" | "enspace" | "qmspace" => " ",
            _ => return,
        };
        if self.state.is_seen()
            && let Some(story) = self.stories.last_mut()
        {
            story.text.push_str(sign);
        }
    }

    /// A unit of UTF-16; numbers above 32,767 are written as negative ones.
    fn character(&mut self, number: i32) {
        self.flush_bytes();
        if self.state.is_seen()
            && let Some(story) = self.stories.last_mut()
            && let Ok(unit) = u16::try_from(number.rem_euclid(0x1_0000))
        {
            story.units.push(unit);
        }
        self.unwanted = self.state.fallback;
    }

    fn describe(&mut self, name: &str, value: i32) {
        let inner = usize::from(self.state.place == Destination::InnerRow);
        let Some(row) = self
            .stories
            .last_mut()
            .and_then(|story| story.rows.get_mut(inner))
        else {
            return;
        };
        if row.edges.places.is_empty() {
            row.edges.places.push(0);
        }
        match name {
            "trowd" => *row = Row::default(),
            "trleft" => {
                if let Some(left) = row.edges.places.first_mut() {
                    *left = value;
                }
            }
            "clmrg" => row.merge.left = true,
            "clvmgf" => row.merge.down = Down::Starts,
            "clvmrg" => row.merge.down = Down::Continues,
            _ if row.edges.merges.len() < crate::limits::COLUMN_SPAN as usize => {
                row.edges.places.push(value);
                row.edges.merges.push(std::mem::take(&mut row.merge));
            }
            _ => {}
        }
    }

    fn end_row(&mut self, depth: usize) -> Result<(), ReadErrorKind> {
        let inner = usize::from(depth > 1);
        let edges = self
            .stories
            .last()
            .and_then(|story| story.rows.get(inner))
            .map(|row| row.edges.clone())
            .unwrap_or_default();
        self.end_paragraph(depth, |table| table.end_row(&edges))
    }

    /// Ends a paragraph that stands in so many tables; `then` says what else ends with it.
    fn end_paragraph(
        &mut self,
        depth: usize,
        then: impl FnOnce(&mut Table),
    ) -> Result<(), ReadErrorKind> {
        self.flush();
        if depth > DEPTH {
            return Err(ReadErrorKind::TooDeep);
        }
        if !matches!(
            self.state.place,
            Destination::Text | Destination::TextBox | Destination::InnerRow
        ) {
            return Ok(());
        }
        let Some(story) = self.stories.last_mut() else {
            return Ok(());
        };
        story.end_paragraph(depth, &mut self.budget)?;
        if let Some(table) = story.tables.last_mut() {
            then(table);
        }
        Ok(())
    }

    fn flush(&mut self) {
        self.flush_bytes();
        self.flush_units();
    }

    fn flush_bytes(&mut self) {
        let Some(story) = self.stories.last_mut() else {
            return;
        };
        if !story.bytes.is_empty() {
            let text = self
                .charsets
                .decode(self.state.font, &story.bytes, self.decoder);
            story.text.push_str(&text);
            story.bytes.clear();
        }
    }

    fn flush_units(&mut self) {
        if let Some(story) = self.stories.last_mut()
            && !story.units.is_empty()
        {
            story.text.push_str(&String::from_utf16_lossy(&story.units));
            story.units.clear();
        }
    }

    pub(super) fn finish(mut self) -> Result<Flow, ReadErrorKind> {
        self.flush();
        let mut flow = Flow::default();
        for story in self.stories {
            flow.append(story.finish(&mut self.budget)?);
        }
        Ok(flow)
    }
}

impl Story {
    fn end_paragraph(&mut self, depth: usize, budget: &mut Budget) -> Result<(), ReadErrorKind> {
        budget.spend()?;
        while self.tables.len() > depth {
            self.end_table()?;
        }
        while self.tables.len() < depth {
            self.tables.push(Table::default());
        }
        let text = std::mem::take(&mut self.text);
        let boxes = std::mem::take(&mut self.boxes);
        let flow = match self.tables.last_mut() {
            Some(table) => &mut table.open,
            None => &mut self.flow,
        };
        flow.push_line(text, false)?;
        flow.append(boxes);
        Ok(())
    }

    /// Ends the innermost table.
    fn end_table(&mut self) -> Result<(), ReadErrorKind> {
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        let settled = table.settle()?;
        match self.tables.last_mut() {
            Some(outer) => {
                outer.open.append(settled);
                outer.open_holds_table = true;
            }
            None => self.flow.append(settled),
        }
        Ok(())
    }

    fn finish(mut self, budget: &mut Budget) -> Result<Flow, ReadErrorKind> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.end_paragraph(0, budget)?;
        Ok(self.flow)
    }
}
