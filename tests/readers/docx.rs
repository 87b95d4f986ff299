//! Word processing documents.

use crate::support::zip::{Entry, docx, docx_of_part, write};
use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn body(markup: &str) -> Vec<String> {
    sketch(&document(&docx(markup)))
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell: properties, then text.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn tbl(rows: &[String]) -> String {
    format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>",
        rows.concat()
    )
}

const SPAN2: &str = r#"<w:gridSpan w:val="2"/>"#;
const RESTART: &str = r#"<w:vMerge w:val="restart"/>"#;

#[test]
fn paragraphs_and_tables_in_order() {
    let markup = [p("一"), tbl(&[tr(&[tc("", "甲"), tc("", "1")])]), p("二")].concat();
    assert_eq!(body(&markup), ["p 一", "grid 1", "0,0 甲", "0,1 1", "p 二"]);
}

#[test]
fn vertical_merge_without_value_continues() {
    let rows = [
        tr(&[tc(RESTART, "甲"), tc("", "1")]),
        tr(&[tc("<w:vMerge/>", ""), tc("", "2")]),
        tr(&[tc(r#"<w:vMerge w:val="continue"/>"#, ""), tc("", "3")]),
        tr(&[tc(RESTART, "乙"), tc("", "4")]),
        tr(&[tc("<w:vMerge/>", "不显示"), tc("", "5")]),
    ];
    assert_eq!(
        body(&tbl(&rows)),
        [
            "grid 5",
            "0,0+3,1 甲",
            "0,1 1",
            "1,1 2",
            "2,1 3",
            "3,0+2,1 乙",
            "3,1 4",
            "4,1 5"
        ]
    );
}

#[test]
fn horizontal_span_together_with_vertical_merge() {
    let rows = [
        tr(&[
            tc("", "a"),
            tc(&format!("{SPAN2}{RESTART}"), "甲"),
            tc("", "1"),
        ]),
        tr(&[
            tc("", "b"),
            tc(&format!("{SPAN2}<w:vMerge/>"), ""),
            tc("", "2"),
        ]),
    ];
    assert_eq!(
        body(&tbl(&rows)),
        ["grid 2", "0,0 a", "0,1+2,2 甲", "0,3 1", "1,0 b", "1,3 2"]
    );
}

#[test]
fn a_merge_that_continues_nothing_is_a_cell() {
    let rows = [
        tr(&[tc(&format!("{SPAN2}{RESTART}"), "甲"), tc("", "1")]),
        tr(&[tc("<w:vMerge/>", "乙"), tc("", "2"), tc("<w:vMerge/>", "3")]),
    ];
    assert_eq!(
        body(&tbl(&rows)),
        ["grid 2", "0,0+1,2 甲", "0,2 1", "1,0 乙", "1,1 2", "1,2 3"]
    );
}

#[test]
fn legacy_horizontal_merge() {
    let rows = [tr(&[
        tc(r#"<w:hMerge w:val="restart"/>"#, "甲"),
        tc("<w:hMerge/>", ""),
        tc(r#"<w:hMerge w:val="continue"/>"#, ""),
        tc("", "1"),
    ])];
    assert_eq!(body(&tbl(&rows)), ["grid 1", "0,0+1,3 甲", "0,3 1"]);
}

#[test]
fn slots_left_out_before_and_after_a_row() {
    let rows = [
        tr(&[tc("", "a"), tc("", "b"), tc("", "c")]),
        format!(
            r#"<w:tr><w:trPr><w:gridBefore w:val="2"/><w:wBefore w:w="9" w:type="dxa"/></w:trPr>{}</w:tr>"#,
            tc("", "1")
        ),
        format!(
            r#"<w:tr><w:trPr><w:gridAfter w:val="2"/></w:trPr>{}</w:tr>"#,
            tc("", "2")
        ),
    ];
    assert_eq!(
        body(&tbl(&rows)),
        ["grid 3", "0,0 a", "0,1 b", "0,2 c", "1,2 1", "2,0 2"]
    );
}

#[test]
fn content_controls_around_blocks_rows_cells_and_runs() {
    let sdt = |inner: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )
    };
    let run = sdt("<w:r><w:t>1</w:t></w:r>");
    let cell = format!("<w:tc><w:p>{run}</w:p></w:tc>");
    let table = tbl(&[
        sdt(&tr(&[tc("", "甲"), sdt(&cell)])),
        tr(&[sdt(&tc("", "乙")), tc("", "2")]),
    ]);
    assert_eq!(
        body(&[sdt(&p("一")), sdt(&table)].concat()),
        ["p 一", "grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]
    );
}

#[test]
fn deletions_are_gone_and_insertions_stay() {
    let markup = "<w:p><w:r><w:t>1</w:t></w:r><w:del><w:r><w:delText>2</w:delText><w:t>3</w:t></w:r></w:del><w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>5</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>6</w:t></w:r></w:moveTo></w:p>";
    assert_eq!(body(markup), ["p 146"]);
}

#[test]
fn a_deleted_row_is_gone_and_a_hidden_one_too() {
    let rows = [
        tr(&[tc("", "甲"), tc("", "1")]),
        format!(
            "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{}</w:tr>",
            tc("", "旧")
        ),
        format!("<w:tr><w:trPr><w:hidden/></w:trPr>{}</w:tr>", tc("", "旧")),
        format!(
            "<w:tr><w:trPr><w:ins w:id=\"2\"/><w:hidden w:val=\"0\"/></w:trPr>{}{}</w:tr>",
            tc("", "乙"),
            tc("", "2")
        ),
    ];
    assert_eq!(
        body(&tbl(&rows)),
        ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]
    );
}

#[test]
fn formatting_before_a_tracked_change_is_not_in_force() {
    let change =
        "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr></w:tcPrChange>";
    let run = "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>1</w:t></w:r></w:p>";
    let rows = [tr(&[tc(change, "甲"), format!("<w:tc>{run}</w:tc>")])];
    assert_eq!(body(&tbl(&rows)), ["grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn hidden_text_is_gone() {
    let markup = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>旧</w:t><w:tab/></w:r><w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t>新</w:t></w:r></w:p>";
    assert_eq!(body(markup), ["p 新"]);
}

#[test]
fn of_alternatives_only_the_choice_counts() {
    let boxed = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let markup = format!(
        "<w:p><w:r><w:t>锚</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>点</w:t></w:r></w:p>",
        boxed("框"),
        boxed("框")
    );
    assert_eq!(body(&markup), ["p 锚点", "p 框"]);
}

#[test]
fn without_text_in_the_choice_the_fallback_counts() {
    let markup = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        p("框")
    );
    assert_eq!(body(&markup), ["p 框"]);
}

#[test]
fn a_table_in_a_text_box_follows_its_paragraph() {
    let markup = format!(
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}{}</w:txbxContent></v:textbox></w:pict></w:r><w:r><w:t>锚</w:t></w:r></w:p>",
        p("框"),
        tbl(&[tr(&[tc("", "甲"), tc("", "1")])])
    );
    assert_eq!(body(&markup), ["p 锚", "p 框", "grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn tabs_breaks_and_hyphens_in_runs() {
    let markup = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t xml:space=\"preserve\"> 1</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>3</w:t><w:noBreakHyphen/><w:sym w:font=\"x\" w:char=\"F0A8\"/><w:t>4</w:t></w:r></w:p>";
    assert_eq!(body(markup), ["p 甲\t 1\n乙\n3-4"]);
}

#[test]
fn several_paragraphs_in_a_cell_are_lines() {
    let rows = [tr(&[
        format!("<w:tc>{}<w:p/>{}</w:tc>", p("商业"), p("企业")),
        tc("", "1"),
    ])];
    assert_eq!(body(&tbl(&rows)), ["grid 1", "0,0 商业\n企业", "0,1 1"]);
}

#[test]
fn field_codes_are_no_text_and_results_are() {
    let markup = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"DATE\"><w:r><w:t>年</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>";
    assert_eq!(body(markup), ["p 12年链"]);
}

#[test]
fn references_inside_text() {
    assert_eq!(
        body(&p(
            "&lt;1&gt;&amp;&#19968;&#x4E8C;&quot;<![CDATA[<三>]]>&unknown;A & B"
        )),
        ["p <1>&一二\"<三>A & B"]
    );
}

#[test]
fn a_table_inside_a_cell_of_a_layout_table() {
    let inner = tbl(&[tr(&[tc("", "甲"), tc("", "1")])]);
    let rows = [tr(&[
        format!("<w:tc>{}{inner}{}</w:tc>", p("上"), p("下")),
        tc("", "右"),
    ])];
    assert_eq!(
        body(&tbl(&rows)),
        ["p 上", "grid 1", "0,0 甲", "0,1 1", "p 下", "p 右"]
    );
}

#[test]
fn one_table_split_by_hand_is_two_grids() {
    let one = tbl(&[tr(&[tc("", "甲"), tc("", "1")])]);
    let two = tbl(&[tr(&[tc("", "乙"), tc("", "2")])]);
    assert_eq!(
        body(&[one, p(""), two].concat()),
        ["grid 1", "0,0 甲", "0,1 1", "grid 1", "0,0 乙", "0,1 2"]
    );
}

#[test]
fn phonetic_guides_are_no_text() {
    let markup = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>gui</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>规</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>";
    assert_eq!(body(markup), ["p 规"]);
}

#[test]
fn the_strict_namespace_and_other_prefixes() {
    let part = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:tbl><x:tr><x:tc><x:tcPr><x:gridSpan x:val=\"2\"/></x:tcPr><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:tc><x:tc><x:p><x:r><x:t>1</x:t></x:r></x:p></x:tc></x:tr></x:tbl></x:body></x:document>";
    assert_eq!(
        sketch(&document(&docx_of_part(part.as_bytes()))),
        ["grid 1", "0,0+1,2 甲", "0,2 1"]
    );
    let default = part.replace("x:", "").replace(":x=", "=");
    assert_eq!(
        sketch(&document(&docx_of_part(default.as_bytes()))),
        ["grid 1", "0,0+1,2 甲", "0,2 1"]
    );
}

#[test]
fn the_main_part_in_utf_16_and_with_a_mark() {
    let part = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>";
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(part.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(sketch(&document(&docx_of_part(&wide))), ["p 甲"]);
    assert_eq!(
        sketch(&document(&docx_of_part(
            format!("\u{feff}{part}").as_bytes()
        ))),
        ["p 甲"]
    );
}

fn elsewhere(types: &str, relationships: &str, name: &str) -> Vec<u8> {
    let part = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>";
    write(&[
        Entry::stored("[Content_Types].xml", types.as_bytes()),
        Entry::stored("_rels/.rels", relationships.as_bytes()),
        Entry::stored(name, part.as_bytes()),
    ])
}

const MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

#[test]
fn the_main_part_under_another_name() {
    let types = format!(
        "<Types><Override PartName=\"/word/document2.xml\" ContentType=\"{MAIN}\"/></Types>"
    );
    let relation = "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    assert_eq!(
        sketch(&document(&elsewhere(
            &types,
            relation,
            "word/document2.xml"
        ))),
        ["p 甲"]
    );
    assert_eq!(
        sketch(&document(&elsewhere(
            &types,
            "<broken",
            "word\\document2.xml"
        ))),
        ["p 甲"]
    );
    assert_eq!(
        sketch(&document(&elsewhere(
            "<Types/>",
            "<Relationships/>",
            "word/document.xml"
        ))),
        ["p 甲"]
    );
}

#[test]
fn a_document_without_its_main_part_is_damaged() {
    let types = format!(
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}\"/></Types>"
    );
    let error =
        read(&elsewhere(&types, "<Relationships/>", "word/styles.xml")).expect_err("no part");
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
    assert_eq!(error.part(), Some("word/document.xml"));
    assert_eq!(error.format(), Some(Format::Docx));
}

#[test]
fn broken_markup_names_part_and_position() {
    let error = read(&docx("<w:p><w:r></w:p></w:r>")).expect_err("broken");
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
    assert_eq!(error.part(), Some("word/document.xml"));
    assert!(error.position().is_some_and(|position| position > 100));
}

#[test]
fn bytes_that_are_no_text_are_damaged() {
    let error =
        read(&docx_of_part(b"<w:document>\xFF\xC0\x80abc</w:document>")).expect_err("broken");
    assert_eq!(error.kind(), ReadErrorKind::Damaged);
    assert_eq!(error.position(), Some(12));
}

#[test]
fn a_part_cut_in_the_middle_is_truncated() {
    let part = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>";
    let start = part.find("<w:body").expect("body");
    for end in (start..part.len()).filter(|end| part.is_char_boundary(*end)) {
        let error = read(&docx_of_part(&part.as_bytes()[..end])).expect_err("cut");
        assert_eq!(error.kind(), ReadErrorKind::Truncated, "cut at {end}");
        assert_eq!(error.part(), Some("word/document.xml"));
    }
}

#[test]
fn an_empty_part_is_damaged() {
    assert_eq!(
        read(&docx_of_part(b"")).expect_err("empty").kind(),
        ReadErrorKind::Damaged
    );
}

#[test]
fn a_document_without_text_is_a_document_without_blocks() {
    assert!(document(&docx("<w:p/>")).blocks.is_empty());
}

#[test]
fn markup_nested_beyond_the_limit_is_refused() {
    for (open, close) in [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt>", "</w:sdt>"),
        ("<w:del>", "</w:del>"),
    ] {
        let markup = format!("{}{}", open.repeat(2000), close.repeat(2000));
        let error = read(&docx(&markup)).expect_err("deep");
        assert_eq!(error.kind(), ReadErrorKind::TooDeep);
        assert_eq!(error.part(), Some("word/document.xml"));
    }
}

#[test]
fn rows_and_cells_out_of_place_do_no_harm() {
    let markup = format!(
        "{}{}<w:tbl>{}</w:tbl><w:tbl><w:tr><w:tr>{}</w:tr></w:tr></w:tbl>",
        tr(&[tc("", "甲")]),
        tc("", "乙"),
        tc("", "丙"),
        tc("", "丁")
    );
    assert_eq!(body(&markup), ["p 甲", "p 乙", "p 丙", "p 丁"]);
}

#[test]
fn a_million_cells_are_too_large() {
    let error = read(&docx(&format!(
        "<w:tbl>{}</w:tbl>",
        "<w:tr><w:tc/></w:tr>".repeat(260_000)
    )))
    .expect_err("large");
    assert_eq!(error.kind(), ReadErrorKind::TooLarge);
}

#[test]
fn a_span_of_millions_is_clipped() {
    let rows = [tr(&[
        tc("<w:gridSpan w:val=\"4000000000\"/>", "甲"),
        tc("", "1"),
    ])];
    assert_eq!(body(&tbl(&rows)), ["grid 1", "0,0+1,1000 甲", "0,1000 1"]);
}
