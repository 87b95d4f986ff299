//! A tiny writer of Word 97 documents: pieces, pages of properties, rows.

use super::compound::{Node, write};

/// A paragraph: its runs, the sign at its end, and its properties.
#[derive(Clone, Default)]
pub(crate) struct Paragraph {
    /// Texts, each with the properties of its characters.
    pub(crate) runs: Vec<(String, Vec<u8>)>,
    pub(crate) mark: u16,
    pub(crate) properties: Vec<u8>,
    /// What the piece of the paragraph says of all of it.
    pub(crate) modifier: u16,
}

/// How the text lies in the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Layout {
    /// In one piece of characters of two bytes.
    Whole,
    /// A piece for each paragraph, one byte for each character where that is enough.
    Compressed,
    /// A piece for each paragraph, the last of them first, as after saving fast.
    Backwards,
}

/// How the properties of paragraphs are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Form {
    /// As short as can be.
    Plain,
    /// With the length in a byte of its own, as WPS does.
    Pairs,
    /// In the stream for what is too long for a page.
    Elsewhere,
}

pub(crate) fn paragraph(text: &str) -> Paragraph {
    Paragraph {
        runs: vec![(text.to_owned(), Vec::new())],
        mark: 0x0D,
        ..Paragraph::default()
    }
}

/// A property with one byte.
pub(crate) fn flag(code: u16, value: u8) -> Vec<u8> {
    [&code.to_le_bytes()[..], &[value]].concat()
}

/// The last paragraph of a cell.
pub(crate) fn cell(text: &str) -> Paragraph {
    Paragraph {
        mark: 0x07,
        properties: flag(0x2416, 1),
        ..paragraph(text)
    }
}

/// How the cells of a row are merged: flags of each cell.
pub(crate) const LEFT: u16 = 2;
pub(crate) const STARTS: u16 = 0x60;
pub(crate) const CONTINUES: u16 = 0x20;

/// The definition of a row.
pub(crate) fn definition(edges: &[i16], flags: &[u16]) -> Vec<u8> {
    let cells = edges.len() - 1;
    let mut row = vec![cells as u8];
    row.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
    for cell in 0..cells {
        let mut format = [0; 20];
        format[..2].copy_from_slice(&flags.get(cell).copied().unwrap_or(0).to_le_bytes());
        row.extend(format);
    }
    let mut out = 0xD608_u16.to_le_bytes().to_vec();
    out.extend((row.len() as u16 + 1).to_le_bytes());
    out.extend(row);
    out
}

/// The end of a row.
pub(crate) fn row_end(edges: &[i16], flags: &[u16]) -> Paragraph {
    Paragraph {
        properties: [flag(0x2416, 1), flag(0x2417, 1), definition(edges, flags)].concat(),
        ..cell("")
    }
}

/// A row of cells as wide as given.
pub(crate) fn row(texts: &[&str], edges: &[i16], flags: &[u16]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = texts.iter().map(|text| cell(text)).collect();
    paragraphs.push(row_end(edges, flags));
    paragraphs
}

/// The streams of a document.
pub(crate) struct Streams {
    pub(crate) text: Vec<u8>,
    pub(crate) table: Vec<u8>,
    pub(crate) data: Vec<u8>,
}

impl Streams {
    /// The document in its container.
    pub(crate) fn contain(self) -> Vec<u8> {
        write(&[
            Node::Stream("WordDocument", self.text),
            Node::Stream("1Table", self.table),
            Node::Stream("Data", self.data),
        ])
    }
}

/// A document in the plainest form.
pub(crate) fn document(paragraphs: &[Paragraph]) -> Vec<u8> {
    streams(paragraphs, Layout::Whole, Form::Plain, &[]).contain()
}

const TEXT: usize = 0x400;

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

fn set(bytes: &mut [u8], position: usize, value: u32) {
    bytes[position..position + 4].copy_from_slice(&value.to_le_bytes());
}

/// Writes the streams; `modifiers` are properties that pieces point at.
pub(crate) fn streams(
    paragraphs: &[Paragraph],
    layout: Layout,
    form: Form,
    modifiers: &[Vec<u8>],
) -> Streams {
    let mut text = vec![0; TEXT];
    let mut pieces = Vec::new();
    let mut paragraph_runs: Vec<(usize, usize, Vec<u8>)> = Vec::new();
    let mut character_runs: Vec<(usize, usize, Vec<u8>)> = Vec::new();
    let mut data = vec![0xEE; 10];
    let mut order: Vec<usize> = (0..paragraphs.len()).collect();
    if layout == Layout::Backwards {
        order.reverse();
    }
    for number in order {
        let paragraph = &paragraphs[number];
        let narrow =
            layout != Layout::Whole && paragraph.runs.iter().all(|(text, _)| text.is_ascii());
        let start = text.len();
        let mut count = 1;
        for (run, properties) in &paragraph.runs {
            let from = text.len();
            for unit in units(run) {
                count += 1;
                text.extend(&unit.to_le_bytes()[..if narrow { 1 } else { 2 }]);
            }
            character_runs.push((from, text.len(), properties.clone()));
        }
        let from = text.len();
        text.extend(&paragraph.mark.to_le_bytes()[..if narrow { 1 } else { 2 }]);
        character_runs.push((from, text.len(), Vec::new()));
        let end = text.len();
        let mut properties = paragraph.properties.clone();
        if form == Form::Elsewhere && !properties.is_empty() {
            let mut out = 0x6646_u16.to_le_bytes().to_vec();
            out.extend((data.len() as u32).to_le_bytes());
            data.extend((properties.len() as u16).to_le_bytes());
            data.extend(&properties);
            properties = out;
        }
        paragraph_runs.push((start, end, properties));
        pieces.push((number, count, start, narrow, paragraph.modifier));
        if text.len() % 2 == 1 {
            text.push(0);
        }
    }
    pieces.sort();
    let length: u32 = pieces.iter().map(|piece| piece.1).sum();
    text.resize(text.len().next_multiple_of(512), 0);
    let mut table = vec![0xDD; 6];
    character_runs.retain(|(start, end, _)| start < end);
    let characters = pages(&mut text, &character_runs, false, form);
    let paragraph_pages = pages(&mut text, &paragraph_runs, true, form);
    let mut place = |bytes: &[u8]| {
        let start = table.len();
        table.extend(bytes);
        (start as u32, bytes.len() as u32)
    };
    let characters = place(&characters);
    let paragraph_pages = place(&paragraph_pages);
    let mut list = Vec::new();
    for modifier in modifiers {
        list.push(1);
        list.extend((modifier.len() as u16).to_le_bytes());
        list.extend(modifier);
    }
    if layout == Layout::Whole {
        // All in one, unless a piece says something.
        let mut joined: Vec<(usize, u32, usize, bool, u16)> = Vec::new();
        for piece in pieces {
            match joined.last_mut() {
                Some(last) if last.4 == piece.4 => last.1 += piece.1,
                _ => joined.push(piece),
            }
        }
        pieces = joined;
    }
    list.push(2);
    list.extend((pieces.len() as u32 * 12 + 4).to_le_bytes());
    let mut first = 0;
    list.extend(0_u32.to_le_bytes());
    for piece in &pieces {
        first += piece.1;
        list.extend(first.to_le_bytes());
    }
    for (_, _, start, narrow, modifier) in &pieces {
        let start = *start as u32;
        let packed = if *narrow {
            (start * 2) | 0x4000_0000
        } else {
            start
        };
        list.extend([0, 0]);
        list.extend(packed.to_le_bytes());
        list.extend(modifier.to_le_bytes());
    }
    let pieces = place(&list);
    text[..2].copy_from_slice(&0xA5EC_u16.to_le_bytes());
    text[2..4].copy_from_slice(&0x00C1_u16.to_le_bytes());
    text[0x0A..0x0C].copy_from_slice(&0x0200_u16.to_le_bytes());
    set(&mut text, 0x4C, length);
    for (position, (start, length)) in [
        (0xFA, characters),
        (0x102, paragraph_pages),
        (0x1A2, pieces),
    ] {
        set(&mut text, position, start);
        set(&mut text, position + 4, length);
    }
    Streams { text, table, data }
}

/// Writes pages of properties behind the text; gives the table of their places.
fn pages(
    text: &mut Vec<u8>,
    runs: &[(usize, usize, Vec<u8>)],
    of_paragraphs: bool,
    form: Form,
) -> Vec<u8> {
    let mut runs = runs.to_vec();
    runs.sort();
    let (mut places, mut numbers) = (Vec::new(), Vec::new());
    let step = if of_paragraphs { 13 } else { 1 };
    let mut rest = runs.as_slice();
    let mut last = 0;
    while !rest.is_empty() {
        let mut page = vec![0; 512];
        let packed: Vec<Vec<u8>> = rest
            .iter()
            .take(20)
            .map(|run| pack(&run.2, of_paragraphs, form))
            .collect();
        let mut count = 0;
        let mut used = 4;
        while count < packed.len() && used + 4 + step + packed[count].len() + 1 < 510 {
            used += 4 + step + packed[count].len() + 1;
            count += 1;
        }
        assert!(count > 0, "properties too long for a page");
        let mut end = 510;
        for (number, (start, _, _)) in rest[..count].iter().enumerate() {
            set(&mut page, number * 4, *start as u32);
            if packed[number].is_empty() {
                continue;
            }
            end = (end - packed[number].len()) & !1;
            page[end..end + packed[number].len()].copy_from_slice(&packed[number]);
            page[(count + 1) * 4 + number * step] = (end / 2) as u8;
        }
        last = rest[count - 1].1;
        let next = rest.get(count).map_or(last, |run| run.0);
        set(&mut page, count * 4, next as u32);
        page[511] = count as u8;
        places.extend((rest[0].0 as u32).to_le_bytes());
        numbers.extend(((text.len() / 512) as u32).to_le_bytes());
        text.extend(page);
        rest = &rest[count..];
    }
    places.extend((last as u32).to_le_bytes());
    [places, numbers].concat()
}

fn pack(properties: &[u8], of_paragraphs: bool, form: Form) -> Vec<u8> {
    if !of_paragraphs {
        return if properties.is_empty() {
            Vec::new()
        } else {
            [&[properties.len() as u8][..], properties].concat()
        };
    }
    // The style in front.
    let mut bytes = [&[0, 0][..], properties].concat();
    if form == Form::Pairs {
        if bytes.len() % 2 == 1 {
            bytes.push(0);
        }
        return [&[0, (bytes.len() / 2) as u8][..], &bytes].concat();
    }
    if bytes.len() % 2 == 0 {
        bytes.push(0);
    }
    [&[bytes.len().div_ceil(2) as u8][..], &bytes].concat()
}
