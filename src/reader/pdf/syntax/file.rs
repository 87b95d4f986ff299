//! A file: its objects, found by number, and the bytes of its streams. All that is made of it is counted.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::sorted::{SortedMap, sort_by};

use super::cipher::Cipher;
use super::filter::{Predictor, Refused, unpack};
use super::index::{Index, Place};
use super::lexer::Lexer;
use super::object::{Dict, Object, Stream};

/// References behind each other, and objects that must be read to read another one.
const REFERENCES: usize = 32;
/// Objects that are made of one file, each number and each name among them.
const OBJECTS: usize = 1_000_000;
/// Filters of one stream.
const FILTERS: usize = 8;

/// An open file.
pub(crate) struct File<'a> {
    bytes: &'a [u8],
    index: RefCell<Index>,
    /// Names the catalogue.
    trailer: RefCell<Rc<Dict>>,
    /// Objects that were read, by their place in the index; one that is being read is nothing.
    known: RefCell<Vec<Option<Object>>>,
    /// Streams of objects, unpacked, with the numbers and places of those inside.
    packed: RefCell<SortedMap<u32, Rc<Packed>>>,
    cipher: Option<Cipher>,
    is_rebuilt: Cell<bool>,
    /// Objects that are being read: the length of a stream may be an object of its own.
    depth: Cell<usize>,
    /// What may still be done: objects made, bytes unpacked, bytes searched, operators and signs.
    objects: Cell<usize>,
    unpacked: Cell<usize>,
    searched: Cell<usize>,
    steps: Cell<usize>,
    is_full: Cell<bool>,
}

/// The objects of one stream.
struct Packed {
    bytes: Vec<u8>,
    /// Number, and where it begins; by number.
    places: Vec<(u32, usize)>,
}

fn damaged() -> ReadError {
    ReadError::new(ReadErrorKind::Damaged).in_part("pdf")
}

impl<'a> File<'a> {
    /// Opens a file: reads its index, or makes one.
    ///
    /// # Errors
    /// `Damaged` without a catalogue of pages, `Encrypted` behind a password or in an unknown way, `TooLarge`.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let mut file = Self {
            bytes,
            index: RefCell::default(),
            trailer: RefCell::default(),
            known: RefCell::default(),
            packed: RefCell::default(),
            cipher: None,
            is_rebuilt: Cell::new(false),
            depth: Cell::new(0),
            objects: Cell::new(OBJECTS),
            unpacked: Cell::new(limits::INFLATED_BYTES),
            searched: Cell::new(limits::FILE_BYTES.saturating_mul(4)),
            steps: Cell::new(limits::DRAWING_STEPS),
            is_full: Cell::new(false),
        };
        file.set(Index::read(&file));
        file.enter()?;
        if file.catalogue().is_none() {
            file.rebuild();
            file.enter()?;
        }
        if file.is_full() {
            return Err(ReadError::new(ReadErrorKind::TooLarge));
        }
        match file.catalogue() {
            Some(_) => Ok(file),
            None => Err(damaged()),
        }
    }

    /// Takes the first trailer that leads to pages, and the key that it needs. If none does, the newest stays.
    fn enter(&mut self) -> Result<(), ReadError> {
        let trailers = self.index.borrow().trailers.clone();
        for trailer in &trailers {
            self.trailer.replace(Rc::clone(trailer));
            self.cipher = None;
            if let Some(encrypt) = self.dict(trailer, b"Encrypt") {
                let encrypted = || ReadError::new(ReadErrorKind::Encrypted).in_part("pdf");
                self.cipher = Some(Cipher::new(self, &encrypt, trailer).ok_or_else(encrypted)?);
                // Objects that were read without the key.
                self.forget();
            }
            if self.catalogue().is_some() {
                return Ok(());
            }
        }
        if let Some(newest) = trailers.first() {
            self.trailer.replace(Rc::clone(newest));
        }
        Ok(())
    }

    fn forget(&self) {
        let count = self.index.borrow().len();
        self.known.replace(vec![None; count]);
        self.packed.replace(SortedMap::new());
    }

    fn set(&self, index: Index) {
        self.index.replace(index);
        self.forget();
    }

    /// Makes the index anew out of what stands in the file. Once: it would be the same again.
    fn rebuild(&self) {
        if !self.is_rebuilt.replace(true) {
            let found = Index::scan(self);
            self.set(found);
            let expanded = Index::expand(self, &self.index.borrow());
            self.set(expanded);
        }
    }

    /// The catalogue, if it has pages.
    pub(super) fn catalogue(&self) -> Option<Rc<Dict>> {
        let trailer = Rc::clone(&self.trailer.borrow());
        let root = self.dict(&trailer, b"Root")?;
        self.dict(&root, b"Pages").is_some().then_some(root)
    }

    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Counts operators, signs, points. False once there were too many.
    pub(crate) fn step(&self) -> bool {
        spend(&self.steps, 1, &self.is_full)
    }

    /// Whether a cap was reached.
    pub(crate) fn is_full(&self) -> bool {
        self.is_full.get()
    }

    /// A lexer at a place, with what may still be made of objects.
    pub(super) fn lexer(&self, at: usize) -> Lexer<'a> {
        Lexer::new(self.bytes, at, self.objects.get())
    }

    /// Takes over what a lexer used up.
    pub(super) fn account(&self, lexer: &Lexer<'_>) {
        self.objects.set(lexer.left);
        if lexer.left == 0 {
            self.is_full.set(true);
        }
    }

    /// All numbers of the index.
    pub(super) fn numbers_of_objects(&self) -> Vec<u32> {
        self.index.borrow().numbers().collect()
    }

    /// The object itself, or the one it refers to.
    pub(crate) fn resolve(&self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..REFERENCES {
            match object {
                Object::Reference(number) => object = self.object(number),
                other => return other,
            }
        }
        Object::Null
    }

    /// The object of a number.
    fn object(&self, number: u32) -> Object {
        let Some((slot, place)) = self.index.borrow().find(number) else {
            return Object::Null;
        };
        let known = self.known.borrow().get(slot).cloned().flatten();
        if let Some(object) = known {
            return object;
        }
        let depth = self.depth.get();
        if depth >= REFERENCES {
            return Object::Null;
        }
        self.keep(slot, Object::Null);
        self.depth.set(depth.saturating_add(1));
        let read = match place {
            Place::At(at) => self.read_at(at, number),
            Place::In(stream) => self.read_in(stream, number),
        };
        self.depth.set(depth);
        let Some(object) = read else {
            // The index is wrong here; then perhaps in other places.
            if self.cipher.is_none() && !self.is_rebuilt.get() {
                self.rebuild();
                return self.object(number);
            }
            return Object::Null;
        };
        self.keep(slot, object.clone());
        object
    }

    fn keep(&self, slot: usize, object: Object) {
        if let Some(known) = self.known.borrow_mut().get_mut(slot) {
            *known = Some(object);
        }
    }

    /// Reads what stands at a place, if it has that number.
    pub(super) fn read_at(&self, at: usize, number: u32) -> Option<Object> {
        let mut lexer = self.lexer(at);
        let id = lexer.header().filter(|(own, _)| *own == number)?;
        let object = lexer.object().unwrap_or(Object::Null);
        self.account(&lexer);
        let object = match &self.cipher {
            Some(cipher) => cipher.texts(&object, id),
            None => object,
        };
        let (Object::Dict(dict), true) = (&object, lexer.word(b"stream")) else {
            return Some(object);
        };
        // A line ends behind the word; some end it in the old way.
        if lexer.peek() == Some(b'\r') {
            lexer.skip(1);
        }
        if lexer.peek() == Some(b'\n') {
            lexer.skip(1);
        }
        let start = lexer.at;
        Some(Object::Stream(Rc::new(Stream {
            dict: Rc::clone(dict),
            start,
            end: self.end_of_stream(dict, start),
            id,
        })))
    }

    /// Where a stream ends: where its length says if that is so, else at the word for it.
    fn end_of_stream(&self, dict: &Dict, start: usize) -> usize {
        const END: &[u8] = b"endstream";
        let length = self.get(dict, b"Length").place();
        if let Some(end) = length.and_then(|length| start.checked_add(length)) {
            let mut lexer = self.lexer(end);
            if end <= self.bytes.len() && lexer.word(END) {
                return end;
            }
        }
        // Looking for the word is what takes long: a file that needs it for every stream is refused.
        if self.is_full() {
            return start;
        }
        let data = self.bytes.get(start..).unwrap_or_default();
        let found = data.windows(END.len()).position(|window| window == END);
        let length = found.unwrap_or(data.len());
        spend(&self.searched, length, &self.is_full);
        let data = data.get(..length).unwrap_or_default();
        let data = data.strip_suffix(b"\n").unwrap_or(data);
        let data = data.strip_suffix(b"\r").unwrap_or(data);
        start.saturating_add(data.len())
    }

    /// Reads an object out of a stream of objects.
    fn read_in(&self, stream: u32, number: u32) -> Option<Object> {
        let packed = self.packed(stream)?;
        let place = packed.places.partition_point(|(own, _)| *own < number);
        let (_, at) = packed.places.get(place).filter(|(own, _)| *own == number)?;
        let mut lexer = Lexer::new(&packed.bytes, *at, self.objects.get());
        let object = lexer.object().unwrap_or(Object::Null);
        self.account(&lexer);
        Some(object)
    }

    /// The numbers of the objects in a stream of objects.
    pub(super) fn numbers_in(&self, stream: u32) -> Vec<u32> {
        let packed = self.packed(stream);
        let places = packed.iter().flat_map(|packed| &packed.places);
        places.map(|(number, _)| *number).collect()
    }

    fn packed(&self, number: u32) -> Option<Rc<Packed>> {
        let known = self.packed.borrow().get(&number).map(Rc::clone);
        if known.is_some() {
            return known;
        }
        let Object::Stream(stream) = self.object(number) else {
            return None;
        };
        let first = self.get(&stream.dict, b"First").place()?;
        let bytes = self.stream(&stream)?;
        let mut places = Vec::new();
        let mut lexer = Lexer::new(&bytes, 0, 0);
        while lexer.at < first
            && let (Some(number), Some(place)) = (lexer.digits(), lexer.digits())
        {
            if let Ok(number) = u32::try_from(number) {
                places.push((number, first.saturating_add(place)));
            }
        }
        sort_by(&mut places, |a, b| a.0.cmp(&b.0));
        let packed = Rc::new(Packed { bytes, places });
        self.packed.borrow_mut().insert(number, Rc::clone(&packed));
        Some(packed)
    }

    /// The unpacked bytes of a stream; `None` if it cannot be unpacked, or if that would be too much.
    pub(crate) fn stream(&self, stream: &Stream) -> Option<Vec<u8>> {
        if self.is_full() {
            return None;
        }
        let dict = &stream.dict;
        let filters = self.each(dict, &[b"Filter", b"F"]);
        let parameters = self.each(dict, &[b"DecodeParms", b"DP"]);
        let raw = self.bytes.get(stream.start..stream.end)?;
        let is_open = |filter: &Object| matches!(filter, Object::Name(name) if **name == *b"Crypt");
        let is_index = matches!(self.get(dict, b"Type"), Object::Name(name) if *name == *b"XRef");
        let mut bytes = match &self.cipher {
            Some(cipher) if !is_index && !filters.iter().any(is_open) => {
                cipher.stream(raw, stream.id)
            }
            _ => raw.to_vec(),
        };
        for (place, filter) in filters.iter().take(FILTERS).enumerate() {
            let Object::Name(name) = filter else { continue };
            let predictor = self.predictor(parameters.get(place));
            let limit = self.unpacked.get().min(limits::PART_BYTES);
            bytes = match unpack(name, &bytes, predictor, limit) {
                Ok(bytes) => bytes,
                Err(Refused::Unknown) => return None,
                Err(Refused::TooLarge) => {
                    self.is_full.set(true);
                    return None;
                }
            };
            if !spend(&self.unpacked, bytes.len(), &self.is_full) {
                return None;
            }
        }
        Some(bytes)
    }

    fn predictor(&self, parameters: Option<&Object>) -> Predictor {
        let empty = Dict::default();
        let dict = match parameters {
            Some(Object::Dict(dict)) => dict,
            _ => &empty,
        };
        let number = |name: &[u8], usual: usize| self.get(dict, name).place().unwrap_or(usual);
        Predictor {
            kind: number(b"Predictor", 1),
            colors: number(b"Colors", 1).clamp(1, 32),
            bits: number(b"BitsPerComponent", 8).clamp(1, 32),
            columns: number(b"Columns", 1).clamp(1, limits::PART_BYTES / 256),
            early: number(b"EarlyChange", 1) != 0,
        }
    }

    /// What stands behind the first of the names that is there: one object, or all of a list.
    fn each(&self, dict: &Dict, names: &[&[u8]]) -> Vec<Object> {
        let found = names.iter().map(|name| self.get(dict, name));
        match found
            .into_iter()
            .find(|object| !matches!(object, Object::Null))
        {
            Some(Object::Array(list)) => list.iter().map(|object| self.resolve(object)).collect(),
            Some(object) => vec![object],
            None => Vec::new(),
        }
    }

    /// What stands behind a name; nothing if nothing does.
    pub(crate) fn get(&self, dict: &Dict, name: &[u8]) -> Object {
        self.resolve(dict.raw(name))
    }

    /// A dictionary behind a name.
    pub(crate) fn dict(&self, dict: &Dict, name: &[u8]) -> Option<Rc<Dict>> {
        match self.get(dict, name) {
            Object::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// The members of a list behind a name; none if there is no list.
    pub(crate) fn list(&self, dict: &Dict, name: &[u8]) -> Vec<Object> {
        match self.get(dict, name) {
            Object::Array(list) => list.iter().map(|object| self.resolve(object)).collect(),
            _ => Vec::new(),
        }
    }

    /// A name behind a name.
    pub(crate) fn name(&self, dict: &Dict, name: &[u8]) -> Option<Rc<[u8]>> {
        match self.get(dict, name) {
            Object::Name(name) => Some(name),
            _ => None,
        }
    }

    /// A number behind a name.
    pub(crate) fn number(&self, dict: &Dict, name: &[u8]) -> Option<f64> {
        match self.get(dict, name) {
            Object::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The numbers of a list behind a name.
    pub(crate) fn numbers(&self, dict: &Dict, name: &[u8]) -> Vec<f64> {
        let number = |object: Object| match object {
            Object::Number(number) => Some(number),
            _ => None,
        };
        self.list(dict, name)
            .into_iter()
            .filter_map(number)
            .collect()
    }
}

/// Takes from what may still be done. False, and full, once it is not enough.
fn spend(left: &Cell<usize>, count: usize, is_full: &Cell<bool>) -> bool {
    match left.get().checked_sub(count) {
        Some(rest) => left.set(rest),
        None => is_full.set(true),
    }
    !is_full.get()
}
