//! Documents and workbooks of Office 2003 as one XML file, and packages that are one.

use crate::support::{document, read, sketch};
use gouji::reader::{Format, ReadErrorKind};

fn word(body: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\"><w:styles><w:style/></w:styles><w:body><wx:sect>{body}<w:sectPr><w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>").into_bytes()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn a_document_of_word_2003() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
    };
    let rows = [
        format!(
            "<w:tr>{}{}</w:tr>",
            cell("<w:gridSpan w:val=\"2\"/>", "甲"),
            cell("<w:vmerge w:val=\"restart\"/>", "1")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("", "乙"),
            cell("", "2"),
            cell("<w:vmerge/>", "")
        ),
    ];
    let note = "<w:p><w:r><w:t>新</w:t></w:r><aml:annotation w:type=\"Word.Deletion\"><aml:content><w:r><w:t>旧</w:t></w:r></aml:content></aml:annotation><w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:r></w:p>";
    let body = format!("{note}<w:tbl>{}</w:tbl>", rows.concat());
    let (format, document) = read(&word(&body)).expect("readable");
    assert_eq!(format, Format::WordXml);
    assert_eq!(
        sketch(&document),
        [
            "p 新",
            "grid 2",
            "0,0+1,2 甲",
            "0,2+2,1 1",
            "1,0 乙",
            "1,1 2"
        ]
    );
}

#[test]
fn a_package_that_is_one_file() {
    let part = |name: &str, kind: &str, body: &str| {
        format!(
            "<pkg:part pkg:name=\"{name}\" pkg:contentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>"
        )
    };
    let file = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"p\" xmlns:w=\"w\">{}{}{}</pkg:package>",
        part("/word/header1.xml", "header", &p("页眉")),
        part(
            "/word/document.xml",
            "document.main",
            &format!("<w:document><w:body>{}</w:body></w:document>", p("甲"))
        ),
        part("/word/footnotes.xml", "footnotes", &p("注")),
    );
    let (format, document) = read(file.as_bytes()).expect("readable");
    assert_eq!(
        (format, sketch(&document)),
        (Format::WordXml, vec!["p 甲".to_owned()])
    );
}

fn excel(sheets: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><Styles><Style ss:ID=\"s1\"><Borders><Border ss:Position=\"Left\" ss:LineStyle=\"Continuous\"/></Borders></Style></Styles>{sheets}</Workbook>").into_bytes()
}

#[test]
fn a_workbook_of_excel_2003() {
    let sheet = "<Worksheet ss:Name=\"甲&amp;乙\"><Table><Column/><Column ss:Hidden=\"1\" ss:Span=\"1\"/><Column/><Row><Cell ss:MergeAcross=\"3\"><Data ss:Type=\"String\">宽</Data></Cell><Cell><Data ss:Type=\"Number\">0.30000000000000004</Data></Cell></Row><Row ss:Index=\"2\"><Cell><ss:Data ss:Type=\"String\"><Font>规</Font><Font>章</Font></ss:Data><Comment><ss:Data>批注</ss:Data></Comment></Cell><Cell ss:Index=\"4\" ss:StyleID=\"s1\"/><Cell ss:Formula=\"=SUM(R1C1)\"><Data ss:Type=\"Number\">12</Data></Cell></Row><Row ss:Hidden=\"1\"><Cell><Data ss:Type=\"String\">旧</Data></Cell></Row><Row><Cell><Data ss:Type=\"String\">丙</Data></Cell><Cell ss:Index=\"4\" ss:Formula=\"=1&amp;2\"/></Row></Table></Worksheet>";
    let hidden = "<Worksheet ss:Name=\"旧\"><Table><Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>";
    let (format, document) = read(&excel(&[sheet, hidden].concat())).expect("readable");
    assert_eq!(format, Format::ExcelXml);
    assert_eq!(
        sketch(&document),
        [
            "grid 3",
            "0,0+1,2 宽",
            "0,2 0.3",
            "1,0 规章",
            "1,1 ",
            "1,2 12",
            "2,0 丙",
            "2,1 =1&2",
            "2,2 "
        ]
    );
    let names: Vec<&str> = document
        .parts
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    assert_eq!(names, ["甲&乙"]);
}

#[test]
fn cells_without_a_place_behind_cells_that_reach_down() {
    let text = |attributes: &str, text: &str| {
        format!("<Cell {attributes}><Data ss:Type=\"String\">{text}</Data></Cell>")
    };
    let sheet = format!(
        "<Worksheet ss:Name=\"a\"><Table><Row>{}{}{}</Row><Row>{}{}</Row><Row>{}</Row></Table></Worksheet>",
        text("ss:MergeDown=\"1\" ss:MergeAcross=\"1\"", "甲"),
        text("", "1"),
        text("ss:MergeDown=\"1\"", "乙"),
        text("", "2"),
        text("", "3"),
        text("", "丙"),
    );
    assert_eq!(
        sketch(&read(&excel(&sheet)).expect("readable").1),
        [
            "grid 2",
            "0,0+2,2 甲",
            "0,2 1",
            "0,3+2,1 乙",
            "0,4 ",
            "1,2 2",
            "1,4 3",
            "p 丙"
        ]
    );
}

#[test]
fn broken_files() {
    let deep = format!("{}{}", "<Row>".repeat(300), "</Row>".repeat(300));
    assert_eq!(
        read(&excel(&deep)).expect_err("refused").kind(),
        ReadErrorKind::TooDeep
    );
    let whole = word(&p("甲"));
    assert_eq!(
        read(&whole[..whole.len() - 60])
            .expect_err("refused")
            .kind(),
        ReadErrorKind::Truncated
    );
    let far = "<Worksheet><Table><Row ss:Index=\"4294967295\" ss:Span=\"4294967295\"><Cell ss:Index=\"4294967295\" ss:MergeAcross=\"4294967295\" ss:MergeDown=\"4294967295\"><Data ss:Type=\"Number\">1</Data></Cell><Cell/></Row><Row/></Table></Worksheet>";
    let _ = document(&excel(far));
}
