//! Pitfalls of PDF, each test named after the defect.

use gouji::document::{Block, Document};
use gouji::reader::ReadErrorKind;

use crate::support::pdf::{File, pages};
use crate::support::{document, grids, read};

/// Fonts: codes that are characters, the same downwards, and one that tells nothing.
fn fonts() -> Vec<Vec<u8>> {
    let descendant = "/DescendantFonts [<< /Type /Font /DW 1000 /W [1 95 500] >>]";
    ["UniGB-UCS2-H", "UniGB-UCS2-V", "Identity-H"]
        .iter()
        .map(|encoding| {
            format!("<< /Type /Font /Subtype /Type0 /Encoding /{encoding} {descendant} >>")
                .into_bytes()
        })
        .collect()
}

const RESOURCES: &str = "<< /Font << /F 3 0 R /V 4 0 R /N 5 0 R >> >>";

fn pdf(content: &str) -> Vec<u8> {
    pages(&[content], RESOURCES, &fonts())
}

fn codes(text: &str) -> String {
    text.encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect()
}

fn show(x: i32, y: i32, text: &str) -> String {
    format!("BT /F 10 Tf {x} {y} Td <{}> Tj ET\n", codes(text))
}

/// A table of one row and three cells, 60 wide and 20 high, its upper left corner at 100, 700.
const ROW: &str = "100 680 180 20 re S 160 680 m 160 700 l S 220 680 m 220 700 l S\n";

fn row(content: &str) -> Vec<String> {
    let document = document(&pdf(&format!("{ROW}{content}")));
    let grids = grids(&document);
    assert_eq!(grids.len(), 1, "one table");
    grids[0]
        .cells()
        .iter()
        .map(|cell| cell.text.clone())
        .collect()
}

fn paragraphs(document: &Document) -> Vec<&str> {
    fn paragraph(block: &Block) -> Option<&str> {
        match block {
            Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
            Block::Grid(_) => None,
        }
    }
    document.blocks.iter().filter_map(paragraph).collect()
}

fn refused(bytes: &[u8]) -> ReadErrorKind {
    read(bytes).expect_err("not readable").kind()
}

#[test]
fn signs_belong_to_the_cell_that_holds_their_middle() {
    let text = [
        show(105, 686, "规章"),
        show(165, 686, "12"),
        show(218, 686, "3"),
    ]
    .concat();
    assert_eq!(row(&text), ["规章", "12", "3"]);
}

#[test]
fn one_text_may_cross_cells() {
    let text = format!(
        "BT /F 10 Tf 105 686 Td [<{}> -5000 <{}>] TJ ET",
        codes("规章"),
        codes("12")
    );
    assert_eq!(row(&text), ["规章", "12", ""]);
}

#[test]
fn text_cut_at_the_edge_of_a_cell_is_marked() {
    let clipped = format!("q 160 680 60 20 re W n {} Q", show(190, 686, "1234567"));
    assert_eq!(row(&clipped), ["", "123456\u{fffd}", ""]);
    let whole = format!("q 160 680 60 20 re W n {} Q", show(165, 686, "1234567"));
    assert_eq!(row(&whole), ["", "1234567", ""]);
}

#[test]
fn text_outside_its_clip_is_not_there() {
    let hidden = format!("q 0 0 10 10 re W n {} Q", show(105, 686, "规章"));
    assert_eq!(row(&hidden), ["", "", ""]);
}

#[test]
fn text_that_is_not_painted_is_not_there() {
    assert_eq!(
        row(&format!("3 Tr {}", show(105, 686, "规章"))),
        ["", "", ""]
    );
}

#[test]
fn text_drawn_twice_is_there_once() {
    let twice = [show(105, 686, "11"), show(105, 686, "11")].concat();
    assert_eq!(row(&twice), ["11", "", ""]);
}

#[test]
fn text_running_downwards_is_read_downwards() {
    let content = format!(
        "100 600 40 100 re S 140 600 40 100 re S BT /V 10 Tf 120 690 Td <{}> Tj ET",
        codes("办理结果")
    );
    let document = document(&pdf(&content));
    assert_eq!(grids(&document)[0].cells()[0].text, "办理结果");
}

#[test]
fn a_line_turned_upwards_is_read_upwards() {
    let content = format!(
        "100 600 40 100 re S 140 600 40 100 re S BT /F 10 Tf 0 1 -1 0 125 610 Tm <{}> Tj ET {}",
        codes("办理结果"),
        show(145, 650, "十二件")
    );
    let document = document(&pdf(&(content + &show(50, 500, "说明文字多于转过来的文字"))));
    assert_eq!(grids(&document)[0].cells()[0].text, "办理结果");
}

#[test]
fn white_lines_part_nothing() {
    let content = format!(
        "{ROW} 1 G 130 680 m 130 700 l S {}",
        show(105, 686, "本年收费")
    );
    let document = document(&pdf(&content));
    assert_eq!(grids(&document)[0].cells()[0].text, "本年收费");
}

#[test]
fn lines_that_are_pictures_are_lines() {
    let content = format!(
        "100 680 180 20 re S q 1 0 0 20 160 680 cm BI /W 1 /H 1 ID x EI Q {}",
        show(105, 686, "1")
    );
    let document = document(&pdf(&content));
    assert_eq!(grids(&document)[0].cells().len(), 2);
}

#[test]
fn a_page_number_is_no_text() {
    let pages = pages(
        &[
            &(show(100, 700, "第一页") + &show(290, 30, "- 1 -")),
            &(show(100, 700, "第二页") + &show(290, 30, "2")),
        ],
        RESOURCES,
        &fonts(),
    );
    assert_eq!(paragraphs(&document(&pages)), ["第一页", "第二页"]);
}

#[test]
fn a_scan_is_told() {
    let scan = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 ID x EI Q";
    assert_eq!(refused(&pdf(scan)), ReadErrorKind::Scanned);
    let with_hidden_text = format!("{scan} 3 Tr {}", show(100, 700, "政府信息公开"));
    assert_eq!(refused(&pdf(&with_hidden_text)), ReadErrorKind::Scanned);
}

#[test]
fn outlines_are_told() {
    let outlines = "0 0 m 1 1 2 2 3 3 c f\n".repeat(500);
    assert_eq!(refused(&pdf(&outlines)), ReadErrorKind::Outlines);
}

#[test]
fn fonts_that_tell_nothing_are_told() {
    let text = "BT /N 10 Tf 100 700 Td <000100020003> Tj ET";
    assert_eq!(refused(&pdf(text)), ReadErrorKind::Glyphs);
}

#[test]
fn a_password_is_told() {
    let mut file = File::default();
    let root = file.add("<< /Type /Catalog /Pages 2 0 R >>");
    file.add("<< /Type /Pages /Count 0 /Kids [] >>");
    let lock = "00".repeat(32);
    let bytes = String::from_utf8(file.finish(root)).expect("no packed stream in it").replace(
        "/Root 1 0 R",
        &format!("/Root 1 0 R /ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{lock}> /U <{lock}> >>"),
    );
    assert_eq!(refused(bytes.as_bytes()), ReadErrorKind::Encrypted);
}

#[test]
fn what_is_no_file_is_damaged() {
    for bytes in [
        &b"%PDF-1.7"[..],
        b"%PDF-1.7\nnothing\n%%EOF",
        b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj",
    ] {
        assert_eq!(refused(bytes), ReadErrorKind::Damaged);
    }
}

#[test]
fn an_index_that_is_wrong_is_repaired() {
    let bytes = pdf(&format!("{ROW}{}", show(105, 686, "规章")));
    let text = bytes
        .windows(9)
        .position(|window| window == b"startxref")
        .expect("has an index");
    let cut = &bytes[..text];
    let document = document(cut);
    assert_eq!(grids(&document).len(), 1);
}

#[test]
fn a_drawing_that_draws_itself_ends() {
    let mut form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X 6 0 R >> >> /Length 12 >>\nstream\n".to_vec();
    form.extend(b"/X Do /X Do \nendstream");
    let mut objects = fonts();
    objects.push(form);
    let resources = "<< /Font << /F 3 0 R >> /XObject << /X 6 0 R >> >>";
    let bytes = pages(
        &[&format!("/X Do {}", show(100, 700, "正文"))],
        resources,
        &objects,
    );
    assert_eq!(paragraphs(&document(&bytes)), ["正文"]);
}

#[test]
fn packed_objects_that_never_end_are_refused() {
    let zeros = vec![b' '; gouji::limits::INFLATED_BYTES + 1];
    let mut file = File::default();
    let root = file.add("<< /Type /Catalog /Pages 2 0 R >>");
    file.stream("/Type /ObjStm /N 1 /First 4", &zeros);
    assert_eq!(refused(&file.finish(root)), ReadErrorKind::TooLarge);
}
