//! The operators of a page, one after the other. Those that set what neither places nor shows a sign or a line are
//! passed over.

use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Bytes};
use hayro_syntax::page::Resources;

use crate::reader::encoding::Decoder;

use super::canvas::Canvas;
use super::font::Font;
use super::matrix::{Area, Matrix, Point, negative, percent};
use super::open::Contents;
use super::path::Path;
use super::state::{Saved, State, number};
use super::text::Text;

/// Drawings inside drawings.
const DEPTH: usize = 12;

/// Fonts that were read, by their place in the file: a font of many pages is read once.
pub(super) type Fonts<'a> = Vec<(&'a [u8], Rc<Font>)>;

/// Walks through what a page draws.
pub(super) struct Walker<'w, 'a> {
    pub(super) canvas: Canvas,
    contents: &'w mut Contents,
    fonts: &'w mut Fonts<'a>,
    decoder: &'w dyn Decoder,
    /// Of the page, then of each drawing inside another one.
    resources: Vec<Resources<'a>>,
    state: State,
    saved: Saved,
    text: Text,
    path: Path,
}

impl<'w, 'a> Walker<'w, 'a> {
    /// A walker over a page of the size given, that the matrix turns into what is looked at.
    pub(super) fn new(
        contents: &'w mut Contents,
        fonts: &'w mut Fonts<'a>,
        decoder: &'w dyn Decoder,
        resources: Resources<'a>,
        matrix: Matrix,
        page: Area,
    ) -> Self {
        Self {
            canvas: Canvas::new(page),
            contents,
            fonts,
            decoder,
            resources: vec![resources],
            state: State::new(matrix, page),
            saved: Saved::default(),
            text: Text::default(),
            path: Path::default(),
        }
    }

    /// Carries out the operators of a stream.
    pub(super) fn run(&mut self, content: &[u8]) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if !self.contents.step() {
                return;
            }
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            self.operator(instruction.operator, &operands);
        }
    }

    fn operator(&mut self, operator: &[u8], operands: &[&Object<'_>]) {
        let number = |index: usize| operands.get(index).and_then(|o| number(o)).unwrap_or(0.0);
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
            b"Tj" | b"TJ" => self.show(operands.first().copied()),
            b"'" => {
                text.next_line(0.0, negative(state.leading));
                self.show(operands.first().copied());
            }
            b"\"" => {
                state.word_spacing = number(0);
                state.sign_spacing = number(1);
                text.next_line(0.0, negative(state.leading));
                self.show(operands.get(2).copied());
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
    fn show(&mut self, operand: Option<&Object<'_>>) {
        match operand {
            Some(Object::String(bytes)) => self.show_bytes(bytes),
            Some(Object::Array(parts)) => {
                for part in parts.iter::<Object<'_>>() {
                    match part {
                        Object::String(bytes) => self.show_bytes(&bytes),
                        Object::Number(number) => self.text.kern(number.as_f64(), &self.state),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        self.text.end_run();
    }

    fn show_bytes(&mut self, bytes: &Bytes<'_>) {
        let Some(font) = self.state.font.clone() else {
            self.canvas.unknown = self.canvas.unknown.saturating_add(bytes.as_bytes().len());
            return;
        };
        let mut rest = bytes.as_bytes();
        while let Some(code) = font.next(rest, self.decoder) {
            if !self.contents.step() {
                return;
            }
            rest = rest.get(code.length..).unwrap_or_default();
            self.text.show(code, &font, &self.state, &mut self.canvas);
        }
    }

    /// The font of a name, read when it is used first.
    fn font(&mut self, name: &Name<'_>) -> Option<Rc<Font>> {
        let dict = self
            .resources
            .iter()
            .rev()
            .find_map(|resources| resources.get_font(name))?;
        let place = dict.data();
        // Looking through many fonts is work, too.
        for _ in 0..self.fonts.len() / 64 {
            if !self.contents.step() {
                return None;
            }
        }
        let known = self.fonts.iter().find(|(own, _)| std::ptr::eq(*own, place));
        if let Some((_, font)) = known {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::read(&dict, self.contents));
        self.fonts.push((place, Rc::clone(&font)));
        Some(font)
    }

    /// Draws something that has a name: a drawing of its own, or a picture.
    fn draw(&mut self, name: &Name<'_>) {
        let found = self
            .resources
            .iter()
            .rev()
            .find_map(|resources| resources.get_x_object(name));
        let Some(stream) = found else { return };
        let dict = stream.dict();
        match dict.get::<Name<'_>>("Subtype") {
            Some(kind) if kind.as_ref() == b"Image" => self.picture(),
            Some(kind) if kind.as_ref() == b"Form" && self.resources.len() <= DEPTH => {
                self.draw_form(&stream);
            }
            _ => {}
        }
    }

    fn draw_form(&mut self, stream: &Stream<'a>) {
        let Some(content) = self.contents.bytes(stream) else {
            return;
        };
        let dict = stream.dict();
        let before = self.state.clone();
        let depth = self.saved.depth();
        let text = std::mem::take(&mut self.text);
        let path = std::mem::take(&mut self.path);
        if let Some(matrix) = numbers(dict, "Matrix") {
            self.state.matrix = Matrix(matrix).then(self.state.matrix);
        }
        if let Some([left, bottom, right, top]) = numbers(dict, "BBox") {
            let one = Point { x: left, y: bottom };
            let other = Point { x: right, y: top };
            let area = self.state.matrix.area(one, other);
            self.state.clip = self.state.clip.meet(area).unwrap_or(Area::NOWHERE);
        }
        // A drawing without resources of its own uses those around it.
        let resources = dict.get::<Dict<'a>>("Resources").unwrap_or_default();
        self.resources.push(Resources::new(resources));
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

/// So many numbers, or none.
fn numbers<const N: usize>(dict: &Dict<'_>, key: &str) -> Option<[f64; N]> {
    let numbers: Vec<f64> = dict.get::<Array<'_>>(key)?.iter::<f64>().collect();
    numbers.try_into().ok()
}
