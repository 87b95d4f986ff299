//! The operators of a page, one after the other. Those that set what neither places nor shows a sign or a line are
//! passed over.

use std::rc::Rc;

use crate::reader::encoding::Decoder;

use super::canvas::Canvas;
use super::font::Font;
use super::matrix::{Area, Matrix, Point, negative, percent};
use super::path::Path;
use super::state::{Saved, State, number};
use super::syntax::{Content, Dict, File, Object, PageEntry, Stream};
use super::text::Text;

/// Drawings inside drawings.
const DEPTH: usize = 12;
/// Fonts of one file.
const FONTS: usize = 1_000;

/// Fonts that were read, with what each was read from: a font of many pages is read once.
pub(super) type Fonts = Vec<(Rc<Dict>, Rc<Font>)>;

/// Walks through what a page draws.
pub(super) struct Walker<'w, 'a> {
    pub(super) canvas: Canvas,
    file: &'w File<'a>,
    fonts: &'w mut Fonts,
    decoder: &'w dyn Decoder,
    /// Of the page, then of each drawing inside another one.
    resources: Vec<Rc<Dict>>,
    state: State,
    saved: Saved,
    text: Text,
    path: Path,
}

impl<'w, 'a> Walker<'w, 'a> {
    /// A walker over a page.
    pub(super) fn new(
        file: &'w File<'a>,
        fonts: &'w mut Fonts,
        decoder: &'w dyn Decoder,
        page: &PageEntry,
    ) -> Self {
        Self {
            canvas: Canvas::new(page.area),
            file,
            fonts,
            decoder,
            resources: vec![Rc::clone(&page.resources)],
            state: State::new(page.matrix, page.area),
            saved: Saved::default(),
            text: Text::default(),
            path: Path::default(),
        }
    }

    /// Carries out the operators of a stream.
    pub(super) fn run(&mut self, content: &[u8]) {
        for instruction in Content::new(content) {
            if !self.file.step() {
                return;
            }
            self.operator(instruction.operator, &instruction.operands);
        }
    }

    fn operator(&mut self, operator: &[u8], operands: &[Object]) {
        let number = |index: usize| operands.get(index).and_then(number).unwrap_or(0.0);
        let matrix = || Matrix([0, 1, 2, 3, 4, 5].map(number));
        let state = &mut self.state;
        let text = &mut self.text;
        match operator {
            b"q" => self.saved.save(state),
            b"Q" => self.saved.restore(state),
            b"cm" => state.matrix = matrix().then(state.matrix),
            b"BT" => text.begin(Matrix::IDENTITY),
            b"Tm" => text.begin(matrix()),
            b"Td" => text.next_line(number(0), number(1)),
            b"TD" => {
                state.leading = negative(number(1));
                text.next_line(number(0), number(1));
            }
            b"T*" => text.next_line(0.0, negative(state.leading)),
            b"Tf" => {
                state.size = number(1);
                if let Some(Object::Name(name)) = operands.first() {
                    let font = self.font(name);
                    self.state.font = font;
                }
            }
            b"Tc" => state.sign_spacing = number(0),
            b"Tw" => state.word_spacing = number(0),
            b"Tz" => state.stretch = percent(number(0)),
            b"TL" => state.leading = number(0),
            b"Ts" => state.rise = number(0),
            // 3 draws nothing, 7 only clips.
            b"Tr" => state.is_text_hidden = matches!(number(0), 3.0 | 7.0),
            b"Tj" | b"TJ" => self.show(operands.first()),
            b"'" => {
                text.next_line(0.0, negative(state.leading));
                self.show(operands.first());
            }
            b"\"" => {
                state.word_spacing = number(0);
                state.sign_spacing = number(1);
                text.next_line(0.0, negative(state.leading));
                self.show(operands.get(2));
            }
            b"m" => self.path.begin(state.matrix.apply(number(0), number(1))),
            b"l" => self.path.line(state.matrix.apply(number(0), number(1))),
            b"c" => self.path.curve(state.matrix.apply(number(4), number(5))),
            b"v" | b"y" => self.path.curve(state.matrix.apply(number(2), number(3))),
            b"h" => self.path.close(),
            b"re" => self.path.rectangle(state.matrix.corners(
                Point {
                    x: number(0),
                    y: number(1),
                },
                number(2),
                number(3),
            )),
            b"S" => self.paint(true, false),
            b"s" => {
                self.path.close();
                self.paint(true, false);
            }
            b"f" | b"F" | b"f*" => self.paint(false, true),
            b"B" | b"B*" => self.paint(true, true),
            b"b" | b"b*" => {
                self.path.close();
                self.paint(true, true);
            }
            b"n" => self.paint(false, false),
            b"W" | b"W*" => self.path.clips = true,
            b"g" | b"G" | b"rg" | b"RG" | b"k" | b"K" | b"sc" | b"SC" | b"scn" | b"SCN" | b"cs"
            | b"CS" => state.colour(operator, operands),
            b"BI" => self.picture(),
            b"Do" => {
                if let Some(Object::Name(name)) = operands.first() {
                    self.draw(name);
                }
            }
            _ => {}
        }
    }

    fn paint(&mut self, stroke: bool, fill: bool) {
        self.path
            .paint(stroke, fill, &mut self.state, &mut self.canvas);
    }

    /// Shows a text, or a list of texts and of moves between them.
    fn show(&mut self, operand: Option<&Object>) {
        match operand {
            Some(Object::Text(bytes)) => self.show_bytes(bytes),
            Some(Object::Array(parts)) => {
                for part in parts.iter() {
                    match part {
                        Object::Text(bytes) => self.show_bytes(bytes),
                        Object::Number(number) => self.text.kern(*number, &self.state),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        self.text.end_run();
    }

    fn show_bytes(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            self.canvas.unknown = self.canvas.unknown.saturating_add(bytes.len());
            return;
        };
        let mut rest = bytes;
        while let Some(code) = font.next(rest, self.decoder) {
            if !self.file.step() {
                return;
            }
            rest = rest.get(code.length..).unwrap_or_default();
            self.text.show(code, &font, &self.state, &mut self.canvas);
        }
    }

    /// What a name stands for among the resources of a kind.
    fn resource(&self, kind: &[u8], name: &[u8]) -> Option<Object> {
        let resources = self.resources.iter().rev();
        let mut found = resources.filter_map(|resources| {
            let named = self.file.dict(resources, kind)?;
            named.has(name).then(|| self.file.get(&named, name))
        });
        found.next()
    }

    /// The font of a name, read when it is used first.
    fn font(&mut self, name: &[u8]) -> Option<Rc<Font>> {
        let Some(Object::Dict(dict)) = self.resource(b"Font", name) else {
            return None;
        };
        // Looking through many fonts is work, too.
        for _ in 0..self.fonts.len() / 64 {
            if !self.file.step() {
                return None;
            }
        }
        let known = self.fonts.iter().find(|(own, _)| Rc::ptr_eq(own, &dict));
        if let Some((_, font)) = known {
            return Some(Rc::clone(font));
        }
        if self.fonts.len() >= FONTS {
            return None;
        }
        let font = Rc::new(Font::read(&dict, self.file));
        self.fonts.push((dict, Rc::clone(&font)));
        Some(font)
    }

    /// Draws something that has a name: a drawing of its own, or a picture.
    fn draw(&mut self, name: &[u8]) {
        let Some(Object::Stream(stream)) = self.resource(b"XObject", name) else {
            return;
        };
        let kind = self.file.name(&stream.dict, b"Subtype");
        match kind.as_deref() {
            Some(b"Image") => self.picture(),
            Some(b"Form") if self.resources.len() <= DEPTH => self.draw_form(&stream),
            _ => {}
        }
    }

    fn draw_form(&mut self, stream: &Stream) {
        let Some(content) = self.file.stream(stream) else {
            return;
        };
        let dict = &stream.dict;
        let before = self.state.clone();
        let depth = self.saved.depth();
        let text = std::mem::take(&mut self.text);
        let path = std::mem::take(&mut self.path);
        if let Ok(matrix) = self.file.numbers(dict, b"Matrix").try_into() {
            self.state.matrix = Matrix(matrix).then(self.state.matrix);
        }
        if let [left, bottom, right, top] = *self.file.numbers(dict, b"BBox") {
            let one = Point { x: left, y: bottom };
            let other = Point { x: right, y: top };
            let area = self.state.matrix.area(one, other);
            self.state.clip = self.state.clip.meet(area).unwrap_or(Area::NOWHERE);
        }
        // A drawing without resources of its own uses those around it.
        let resources = self.file.dict(dict, b"Resources");
        self.resources.push(resources.unwrap_or_default());
        self.run(&content);
        self.resources.pop();
        self.saved.cut(depth);
        self.state = before;
        self.text = text.after(&self.text);
        self.path = path;
    }

    /// A picture fills the unit square; some writers draw their lines as pictures.
    fn picture(&mut self) {
        let origin = Point { x: 0.0, y: 0.0 };
        let area = self.state.matrix.area(origin, Point { x: 1.0, y: 1.0 });
        self.canvas.picture(area, self.state.clip);
    }
}
