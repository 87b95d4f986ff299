//! The index of a file: which object stands where. Read as the file gives it, or made anew by looking for objects.

use std::rc::Rc;

use crate::sorted::sort_by;

use super::file::File;
use super::lexer::{Lexer, is_blank, is_regular};
use super::object::{Dict, Object};

/// Entries of the index of one file.
const ENTRIES: usize = 500_000;
/// Parts of it, each written by one change of the file.
const SECTIONS: usize = 512;
/// Ends of the index that are tried where the file is damaged.
const TRAILERS: usize = 16;
/// Bytes at the end of the file in which it says where its index is.
const TAIL: usize = 2_048;

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At a byte of the file.
    At(usize),
    /// In the stream of objects of that number.
    In(u32),
}

/// Where the objects of a file stand.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By number, each once; `None`: the object was taken away.
    entries: Vec<(u32, Option<Place>)>,
    /// What names catalogue, encryption, identity: the newest first, those that a file had before behind it.
    pub(super) trailers: Vec<Rc<Dict>>,
}

impl Index {
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.entries.iter().map(|(number, _)| *number)
    }

    /// The place of an object among all, and in the file.
    pub(super) fn find(&self, number: u32) -> Option<(usize, Place)> {
        let slot = self.entries.partition_point(|(own, _)| *own < number);
        match self.entries.get(slot) {
            Some((own, Some(place))) if *own == number => Some((slot, *place)),
            _ => None,
        }
    }

    /// Of entries for one object, the first counts.
    fn new(mut entries: Vec<(u32, Option<Place>)>, trailers: Vec<Rc<Dict>>) -> Self {
        sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
        entries.dedup_by_key(|(number, _)| *number);
        Self { entries, trailers }
    }

    /// Reads the index that the file has, the newest part first. What cannot be read of it is not there.
    pub(super) fn read(file: &File<'_>) -> Self {
        let bytes = file.bytes();
        let tail_start = bytes.len().saturating_sub(TAIL);
        let tail = bytes.get(tail_start..).unwrap_or_default();
        let word = b"startxref";
        let start = tail.windows(word.len()).rposition(|window| window == word);
        let start = start.and_then(|start| {
            let behind = tail_start.saturating_add(start).saturating_add(word.len());
            file.lexer(behind).digits()
        });
        let mut entries = Vec::new();
        let mut trailers = Vec::new();
        let mut waiting: Vec<usize> = start.into_iter().collect();
        let mut seen = Vec::new();
        while let Some(at) = waiting.pop() {
            if seen.contains(&at) || seen.len() >= SECTIONS {
                continue;
            }
            seen.push(at);
            let Some(dict) = section(file, at, &mut entries) else {
                continue;
            };
            // The part for readers that know streams only counts before what came earlier.
            let place = |name| dict.raw(name).place();
            waiting.extend(place(b"Prev"));
            waiting.extend(place(b"XRefStm"));
            trailers.push(dict);
        }
        trailers.truncate(1);
        Self::new(entries, trailers)
    }

    /// Looks for objects in the bytes of the file; of those with the same number the last counts.
    pub(super) fn scan(file: &File<'_>) -> Self {
        let bytes = file.bytes();
        let mut entries = Vec::new();
        let mut trailers = Vec::new();
        let mut at = 0_usize;
        while let Some(first) = bytes.get(at) {
            if file.is_full() || entries.len() >= ENTRIES {
                break;
            }
            if !is_regular(*first) {
                at = at.saturating_add(1);
                continue;
            }
            let rest = bytes.get(at..).unwrap_or_default();
            let mut lexer = file.lexer(at);
            if first.is_ascii_digit()
                && let Some((number, _)) = lexer.header()
            {
                entries.push((number, Some(Place::At(at))));
                lexer.skip_blank();
                let is_dict = lexer.rest().starts_with(b"<<");
                at = lexer.at;
                // The index may have been a stream.
                if is_dict && let Some(Object::Dict(dict)) = lexer.object() {
                    if is_kind(&dict, b"XRef") && dict.has(b"Root") {
                        trailers.push(dict);
                    }
                    file.account(&lexer);
                }
                continue;
            }
            if rest.starts_with(b"trailer") {
                let mut lexer = file.lexer(at.saturating_add(7));
                if let Some(Object::Dict(dict)) = lexer.object()
                    && dict.has(b"Root")
                {
                    trailers.push(dict);
                }
                file.account(&lexer);
            }
            let end = rest.iter().position(|byte| !is_regular(*byte));
            at = at.saturating_add(end.unwrap_or(rest.len()));
        }
        entries.reverse();
        trailers.reverse();
        trailers.truncate(TRAILERS);
        Self::new(entries, trailers)
    }

    /// The same with the objects that stand in streams, where none of that number stands alone.
    pub(super) fn expand(file: &File<'_>, found: &Self) -> Self {
        let mut entries = found.entries.clone();
        for (number, place) in &found.entries {
            if file.is_full() {
                break;
            }
            if let Some(Place::At(at)) = place
                && let Some(Object::Stream(stream)) = file.read_at(*at, *number)
                && is_kind(&stream.dict, b"ObjStm")
            {
                let inside = file.numbers_in(*number).into_iter();
                let room = ENTRIES.saturating_sub(entries.len());
                entries.extend(
                    inside
                        .take(room)
                        .map(|inside| (inside, Some(Place::In(*number)))),
                );
            }
        }
        let mut trailers = found.trailers.clone();
        // At last, an object that calls itself the catalogue is it.
        let root = entries.iter().rev().find(|(number, place)| {
            matches!(place, Some(Place::At(at))
                if matches!(file.read_at(*at, *number), Some(Object::Dict(dict)) if is_kind(&dict, b"Catalog")))
        });
        if let Some((number, _)) = root {
            let entry = (b"Root"[..].into(), Object::Reference(*number));
            trailers.push(Rc::new(Dict::new(vec![entry])));
        }
        Self::new(entries, trailers)
    }
}

fn is_kind(dict: &Dict, kind: &[u8]) -> bool {
    matches!(dict.raw(b"Type"), Object::Name(name) if **name == *kind)
}

/// Reads one part of the index and gives its trailer.
fn section(
    file: &File<'_>,
    at: usize,
    entries: &mut Vec<(u32, Option<Place>)>,
) -> Option<Rc<Dict>> {
    let mut lexer = file.lexer(at);
    if lexer.word(b"xref") {
        table(&mut lexer, entries);
        let found = lexer.word(b"trailer").then(|| lexer.object()).flatten();
        file.account(&lexer);
        return match found {
            Some(Object::Dict(dict)) => Some(dict),
            _ => None,
        };
    }
    let (number, _) = lexer.clone().header()?;
    let Some(Object::Stream(stream)) = file.read_at(at, number) else {
        return None;
    };
    let bytes = file.stream(&stream)?;
    rows(file, &stream.dict, &bytes, entries)?;
    Some(Rc::clone(&stream.dict))
}

/// The index as a table: runs of numbers, a line for each.
fn table(lexer: &mut Lexer<'_>, entries: &mut Vec<(u32, Option<Place>)>) {
    loop {
        lexer.skip_blank();
        if !lexer.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return;
        }
        let (Some(first), Some(count)) = (lexer.digits(), lexer.digits()) else {
            return;
        };
        for number in first..first.saturating_add(count) {
            let (Some(at), Some(_)) = (lexer.digits(), lexer.digits()) else {
                return;
            };
            lexer.skip_blank();
            let kind = lexer.take_while(|byte| !is_blank(byte));
            let place = match kind {
                b"n" => Some(Place::At(at)),
                b"f" => None,
                _ => return,
            };
            if let Ok(number) = u32::try_from(number) {
                if entries.len() >= ENTRIES {
                    return;
                }
                entries.push((number, place));
            }
        }
    }
}

/// The index as a stream: rows of three numbers, each of a width of its own.
fn rows(
    file: &File<'_>,
    dict: &Dict,
    bytes: &[u8],
    entries: &mut Vec<(u32, Option<Place>)>,
) -> Option<()> {
    let places = |name: &[u8]| -> Vec<usize> {
        let list = file.list(dict, name);
        list.iter().filter_map(Object::place).collect()
    };
    let widths = places(b"W");
    let [kind_width, second_width, third_width] = *widths.as_slice() else {
        return None;
    };
    let row = kind_width
        .checked_add(second_width)?
        .checked_add(third_width)?;
    if row == 0 || row > 24 {
        return None;
    }
    let mut runs = places(b"Index");
    if runs.is_empty() {
        runs = vec![0, file.get(dict, b"Size").place()?];
    }
    let mut rows = bytes.chunks_exact(row);
    for run in runs.chunks_exact(2) {
        let [first, count] = *run else { continue };
        for number in first..first.saturating_add(count) {
            let Some(row) = rows.next() else {
                return Some(());
            };
            let (kind, rest) = row.split_at_checked(kind_width)?;
            let (second, _) = rest.split_at_checked(second_width)?;
            let second = whole(second);
            let place = match if kind.is_empty() { 1 } else { whole(kind) } {
                0 => None,
                1 => Some(Place::At(second)),
                2 => Some(Place::In(u32::try_from(second).ok()?)),
                _ => continue,
            };
            if entries.len() >= ENTRIES {
                return Some(());
            }
            entries.push((u32::try_from(number).ok()?, place));
        }
    }
    Some(())
}

/// A number whose first byte weighs most.
fn whole(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |number: usize, byte| {
        number.wrapping_mul(256).wrapping_add(usize::from(*byte))
    })
}
