//! Sheets as a PDF file, in every way that the reader has to know.

#[allow(
    clippy::duplicate_mod,
    reason = "programs that have both parts of the test code share it"
)]
#[path = "../support/pdf.rs"]
pub mod file;

use std::collections::BTreeMap;
use std::fmt::Write;

use super::drawn::{Paper, Sheet, width};
use file::File;

/// How characters become codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// `UniGB-UCS2-H`, not embedded.
    Ucs2,
    /// `UniGB-UTF16-H`, not embedded.
    Utf16,
    /// `GBK-EUC-H`, not embedded.
    Gbk,
    /// `GBK2K-H`, not embedded.
    Gbk2k,
    /// `GBKp-EUC-H`, not embedded.
    Gbkp,
    /// `GB-EUC-H`, not embedded.
    Gb,
    /// Numbers of signs with a map.
    Mapped,
    /// Numbers of Adobe-GB1 without a map.
    Collection,
    /// Signs of an embedded TrueType program that kept its table, without a map.
    TrueType,
    /// Digits in a font with names of signs, the rest in UCS2.
    Named,
}

/// How lines are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    Stroked,
    /// One line per side, each cell its own, so that most lines stand twice.
    Lines,
    /// Thin filled areas, twice.
    Filled,
    /// Short strokes with gaps.
    Dashed,
    /// Two lines side by side.
    Double,
    /// A border as one area with another one cut out.
    Cut,
    /// Above and below cells only.
    Level,
    /// No lines at all.
    None,
}

/// How the file is made.
#[derive(Clone, Copy, Debug)]
pub struct Making {
    pub coding: Coding,
    pub rules: Rules,
    /// The page is stored lying and turned by its entry.
    pub rotate: bool,
    /// The page is drawn lying, with no entry that says so.
    pub sideways: bool,
    /// Everything is drawn by a form.
    pub form: bool,
    /// Text is drawn twice, a little apart, to look bold.
    pub twice: bool,
    /// Each sign is placed on its own.
    pub apart: bool,
    /// A character by another one, as fonts do that have one sign for both.
    pub radicals: bool,
}

impl Default for Making {
    fn default() -> Self {
        Self {
            coding: Coding::Mapped,
            rules: Rules::Stroked,
            rotate: false,
            sideways: false,
            form: false,
            twice: false,
            apart: false,
            radicals: false,
        }
    }
}

/// The file.
pub fn pdf(sheets: &[Sheet], paper: &Paper, making: Making) -> Vec<u8> {
    let mut file = File::default();
    let root = file.add("");
    let tree = file.add("");
    let mut signs = Signs::default();
    let contents: Vec<String> = sheets
        .iter()
        .map(|sheet| content(sheet, paper, making, &mut signs))
        .collect();
    let font = signs.font(&mut file, making);
    let digits = file.add(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /Widths [500 500 500 500 500 500 500 500 500 500] \
         /Encoding << /Differences [1 /zero /one /two /three /four /five /six /seven /eight /nine] >> >>",
    );
    let resources = format!("<< /Font << /F1 {font} 0 R /F2 {digits} 0 R >> >>");
    let mut pages = Vec::new();
    for content in contents {
        let (box_, rotate) = if making.rotate || making.sideways {
            let rotate = if making.rotate { " /Rotate 90" } else { "" };
            (format!("[0 0 {} {}]", paper.height, paper.width), rotate)
        } else {
            (format!("[0 0 {} {}]", paper.width, paper.height), "")
        };
        let (content, resources) = if making.form {
            let entries = format!(
                "/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Matrix [0.5 0 0 0.5 0 0] /Resources {resources}"
            );
            let form = file.stream(&entries, content.as_bytes());
            (
                "q 2 0 0 2 0 0 cm /Fm1 Do Q".to_owned(),
                format!("<< /XObject << /Fm1 {form} 0 R >> >>"),
            )
        } else {
            (content, resources.clone())
        };
        let stream = file.stream("", content.as_bytes());
        pages.push(file.add(format!(
            "<< /Type /Page /Parent {tree} 0 R /MediaBox {box_}{rotate} /Contents {stream} 0 R /Resources {resources} >>"
        )));
    }
    let kids: String = pages.iter().map(|page| format!("{page} 0 R ")).collect();
    file.objects[root - 1] = format!("<< /Type /Catalog /Pages {tree} 0 R >>").into_bytes();
    file.objects[tree - 1] =
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()).into_bytes();
    file.finish(root)
}

/// The operators of a page.
fn content(sheet: &Sheet, paper: &Paper, making: Making, signs: &mut Signs) -> String {
    let mut out = String::new();
    if making.rotate || making.sideways {
        // What stands upright is drawn towards the top of a lying page: it is looked at turned clockwise.
        writeln!(out, "0 1 -1 0 {} 0 cm", paper.height).unwrap();
    }
    for area in &sheet.boxes {
        let [left, bottom, right, top] = [
            area[0],
            paper.height - area[3],
            area[2],
            paper.height - area[1],
        ];
        rules(&mut out, [left, bottom, right, top], making.rules);
    }
    for line in &sheet.texts {
        let y = paper.height - line.y;
        if let Some([left, top, right, bottom]) = line.clip {
            let height = paper.height;
            writeln!(
                out,
                "q {left:.2} {:.2} {:.2} {:.2} re W n",
                height - bottom,
                right - left,
                bottom - top
            )
            .unwrap();
        }
        for offset in [0.0, 0.25].iter().take(if making.twice { 2 } else { 1 }) {
            let mut x = line.x + offset;
            for run in runs(&line.text, making) {
                let (font, codes) = signs.codes(&run, making);
                writeln!(
                    out,
                    "BT /{font} {} Tf 1 0 0 1 {x:.2} {y:.2} Tm <{codes}> Tj ET",
                    line.size
                )
                .unwrap();
                x += run.chars().map(width).sum::<f64>() * line.size;
            }
        }
        if line.clip.is_some() {
            writeln!(out, "Q").unwrap();
        }
    }
    out
}

/// A text in parts that are drawn by one operator each.
fn runs(text: &str, making: Making) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    for c in text.chars() {
        let joins = runs.last().is_some_and(|run| {
            let last = run.chars().next_back().unwrap();
            !making.apart
                && (making.coding != Coding::Named || last.is_ascii_digit() == c.is_ascii_digit())
        });
        match runs.last_mut().filter(|_| joins) {
            Some(run) => run.push(c),
            None => runs.push(c.to_string()),
        }
    }
    runs
}

fn rules(out: &mut String, [left, bottom, right, top]: [f64; 4], rules: Rules) {
    let sides = [
        [left, bottom, right, bottom],
        [left, top, right, top],
        [left, bottom, left, top],
        [right, bottom, right, top],
    ];
    match rules {
        Rules::None => {}
        Rules::Level => {
            for [a, b, c, d] in [sides[0], sides[1]] {
                writeln!(out, "{a:.2} {b:.2} m {c:.2} {d:.2} l S").unwrap();
            }
        }
        Rules::Stroked => {
            writeln!(
                out,
                "{left:.2} {bottom:.2} {:.2} {:.2} re S",
                right - left,
                top - bottom
            )
            .unwrap();
        }
        Rules::Lines => {
            for [a, b, c, d] in sides {
                writeln!(out, "{a:.2} {b:.2} m {c:.2} {d:.2} l S").unwrap();
            }
        }
        Rules::Filled => {
            for [a, b, c, d] in sides {
                writeln!(
                    out,
                    "{:.2} {:.2} {:.2} {:.2} re f",
                    a,
                    b,
                    c - a + 0.48,
                    d - b + 0.48
                )
                .unwrap();
            }
        }
        Rules::Double => {
            for [a, b, c, d] in sides {
                let (x, y) = if a == c { (1.2, 0.0) } else { (0.0, 1.2) };
                writeln!(out, "{a:.2} {b:.2} m {c:.2} {d:.2} l S").unwrap();
                writeln!(
                    out,
                    "{:.2} {:.2} m {:.2} {:.2} l S",
                    a + x,
                    b + y,
                    c + x,
                    d + y
                )
                .unwrap();
            }
        }
        Rules::Dashed => {
            for [a, b, c, d] in sides {
                let length = (c - a) + (d - b);
                let mut at = 0.0;
                while at < length {
                    let end = (at + 3.0_f64).min(length);
                    let (x, y) = ((c - a) / length, (d - b) / length);
                    writeln!(
                        out,
                        "{:.2} {:.2} m {:.2} {:.2} l S",
                        a + x * at,
                        b + y * at,
                        a + x * end,
                        b + y * end
                    )
                    .unwrap();
                    at += 4.5;
                }
            }
        }
        Rules::Cut => {
            writeln!(
                out,
                "{:.2} {:.2} {:.2} {:.2} re {left:.2} {bottom:.2} {:.2} {:.2} re f*",
                left - 0.3,
                bottom - 0.3,
                right - left + 0.6,
                top - bottom + 0.6,
                right - left,
                top - bottom
            )
            .unwrap();
        }
    }
}

/// Characters that look like a radical.
const RADICALS: [(char, char); 8] = [
    ('一', '\u{2f00}'),
    ('二', '\u{2f06}'),
    ('八', '\u{2f0b}'),
    ('人', '\u{2f08}'),
    ('大', '\u{2f24}'),
    ('行', '\u{2f8f}'),
    ('自', '\u{2f83}'),
    ('页', '\u{2eda}'),
];

/// Signs used so far, numbered from 1.
#[derive(Default)]
struct Signs {
    numbers: BTreeMap<char, u16>,
}

impl Signs {
    fn number(&mut self, c: char) -> u16 {
        let next = u16::try_from(self.numbers.len() + 1).unwrap();
        *self.numbers.entry(c).or_insert(next)
    }

    /// The font and the codes of a text.
    fn codes(&mut self, text: &str, making: Making) -> (&'static str, String) {
        let hex = |bytes: &[u8]| {
            bytes
                .iter()
                .map(|byte| format!("{byte:02X}"))
                .collect::<String>()
        };
        let mut font = "F1";
        let codes = match making.coding {
            Coding::Named if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                font = "F2";
                text.bytes()
                    .map(|byte| format!("{:02X}", byte - b'0' + 1))
                    .collect()
            }
            Coding::Ucs2 | Coding::Utf16 | Coding::Named => text
                .encode_utf16()
                .map(|unit| format!("{unit:04X}"))
                .collect(),
            Coding::Gbk | Coding::Gbk2k | Coding::Gbkp | Coding::Gb => {
                hex(&encoding_rs::GB18030.encode(text).0)
            }
            Coding::Mapped | Coding::TrueType => text
                .chars()
                .map(|c| format!("{:04X}", self.number(c)))
                .collect(),
            Coding::Collection => text
                .chars()
                .map(|c| format!("{:04X}", collection(c)))
                .collect(),
        };
        (font, codes)
    }

    fn font(&self, file: &mut File, making: Making) -> usize {
        let coding = making.coding;
        let encoding = match coding {
            Coding::Ucs2 | Coding::Named => "UniGB-UCS2-H",
            Coding::Utf16 => "UniGB-UTF16-H",
            Coding::Gbk => "GBK-EUC-H",
            Coding::Gbk2k => "GBK2K-H",
            Coding::Gbkp => "GBKp-EUC-H",
            Coding::Gb => "GB-EUC-H",
            Coding::Mapped | Coding::Collection | Coding::TrueType => "Identity-H",
        };
        let ordering = match coding {
            Coding::Mapped | Coding::TrueType => "Identity",
            _ => "GB1",
        };
        let narrow: String = match coding {
            Coding::Mapped | Coding::TrueType => self
                .numbers
                .iter()
                .map(|(c, number)| format!("{number} [{}] ", width(*c) * 1000.0))
                .collect(),
            _ => "1 95 500 814 939 500 7716 [500]".to_owned(),
        };
        let program = if coding == Coding::TrueType {
            let program = file.stream("", &self.program());
            format!(" /FontFile2 {program} 0 R")
        } else {
            String::new()
        };
        let descriptor = file.add(format!(
            "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 \
             /Descent -141 /CapHeight 683 /StemV 91{program} >>"
        ));
        let descendant = file.add(format!(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering \
             ({ordering}) /Supplement 2 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [{narrow}] >>"
        ));
        let map = if coding == Coding::Mapped {
            let entries: String = self
                .numbers
                .iter()
                .map(|(c, number)| {
                    let radical = RADICALS.iter().find(|(own, _)| making.radicals && own == c);
                    let shown = radical.map_or(*c, |(_, radical)| *radical);
                    format!("<{number:04X}> <{:04X}>\n", u32::from(shown))
                })
                .collect();
            let map = file.stream(
                "",
                format!("1 begincodespacerange <0000> <FFFF> endcodespacerange {} beginbfchar\n{entries}endbfchar", self.numbers.len())
                    .as_bytes(),
            );
            format!(" /ToUnicode {map} 0 R")
        } else {
            String::new()
        };
        file.add(format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /{encoding} /DescendantFonts [{descendant} 0 R]{map} >>"
        ))
    }

    /// A font with nothing but the table from characters to signs, in groups.
    fn program(&self) -> Vec<u8> {
        let mut table = Vec::new();
        for (c, number) in &self.numbers {
            for value in [u32::from(*c), u32::from(*c), u32::from(*number)] {
                table.extend(value.to_be_bytes());
            }
        }
        let length = u32::try_from(table.len()).unwrap();
        let mut out = b"\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\0\0\0\0".to_vec();
        out.extend(28_u32.to_be_bytes());
        out.extend((length + 28).to_be_bytes());
        out.extend(b"\0\0\0\x01\0\x03\0\x0A\0\0\0\x0C\0\x0C\0\0");
        out.extend((length + 16).to_be_bytes());
        out.extend([0; 4]);
        out.extend((length / 12).to_be_bytes());
        out.extend(table);
        out
    }
}

/// The number of a character in Adobe-GB1, as far as reports need it.
fn collection(c: char) -> u32 {
    if c.is_ascii() {
        return u32::from(c) - 0x1F;
    }
    let text = c.to_string();
    let (bytes, _, _) = encoding_rs::GBK.encode(&text);
    let place = (u32::from(bytes[0]) - 0xA1) * 94 + u32::from(bytes[1]) - 0xA1;
    match place {
        0..94 => 96 + place,
        188..365 => 262 + place - 188,
        1410..5165 => 940 + place - 1410,
        5170..8178 => 4695 + place - 5170,
        _ => panic!("{c} is not in this part of the collection"),
    }
}
