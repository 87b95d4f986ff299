//! Tables in web pages.

use crate::support::{document, read, sketch};
use gouji::reader::ReadErrorKind;

fn html(markup: &str) -> Vec<String> {
    // A tag in front: some of the fragments begin with text.
    sketch(&document(format!("<!doctype html>{markup}").as_bytes()))
}

#[test]
fn missing_end_tags_of_cells_and_rows() {
    let expected = ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2"];
    assert_eq!(
        html("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"),
        expected
    );
    assert_eq!(
        html("<table><tbody><tr><td><p>甲<td><p>1<tr><th>乙<td>2"),
        expected
    );
}

#[test]
fn row_span_reaches_past_the_last_row() {
    assert_eq!(
        html("<table><tr><td rowspan=9>甲<td>1<tr><td>2</table>"),
        ["grid 2", "0,0+2,1 甲", "0,1 1", "1,1 2"]
    );
}

#[test]
fn row_span_of_zero_means_to_the_end() {
    assert_eq!(
        html("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>"),
        ["grid 3", "0,0+3,1 甲", "0,1 1", "1,1 2", "2,1 3"]
    );
}

#[test]
fn row_span_stops_at_the_end_of_its_row_group() {
    assert_eq!(
        html("<table><thead><tr><td rowspan=3>甲<td>1</thead><tbody><tr><td>乙<td>2</table>"),
        ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2"]
    );
}

#[test]
fn column_span_with_junk_behind_the_number() {
    assert_eq!(
        html(
            "<table><tr><td colspan='2px'>甲<td>1<tr><td colspan=\" 2.5 \">乙<td colspan=x>2</table>"
        ),
        ["grid 2", "0,0+1,2 甲", "0,2 1", "1,0+1,2 乙", "1,2 2"]
    );
}

#[test]
fn column_span_of_zero_and_below_counts_as_one() {
    assert_eq!(
        html("<table><tr><td colspan=0>甲<td colspan=-3>乙<td>丙</table>"),
        ["grid 1", "0,0 甲", "0,1 乙", "0,2 丙"]
    );
}

#[test]
fn a_spreadsheet_writes_a_run_of_empty_cells_as_one_that_is_not_merged() {
    assert_eq!(
        html(
            "<table><tr><td>甲<td colspan=2 style='mso-ignore:colspan'>&nbsp;<td>1<tr><td>乙<td>2<td>3<td>4</table>"
        ),
        [
            "grid 2", "0,0 甲", "0,1 ", "0,2 ", "0,3 1", "1,0 乙", "1,1 2", "1,2 3", "1,3 4"
        ]
    );
}

#[test]
fn the_first_of_two_equal_attributes_counts() {
    assert_eq!(
        html("<table><tr><td COLSPAN=2 colspan=5>甲<td>1</table>"),
        ["grid 1", "0,0+1,2 甲", "0,2 1"]
    );
}

#[test]
fn header_cells_sections_and_columns() {
    assert_eq!(
        html(
            "<table><colgroup><col width=3><col></colgroup><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody><tfoot><tr><td>3</td><td>4</td></tr></tfoot></table>"
        ),
        [
            "grid 3", "0,0 甲", "0,1 乙", "1,0 1", "1,1 2", "2,0 3", "2,1 4"
        ]
    );
}

#[test]
fn a_caption_stands_in_front_of_its_table() {
    assert_eq!(
        html("<table><caption><p>表一</p>单位：件</caption><tr><td>甲<td>1</table>"),
        ["p 表一", "p 单位：件", "grid 1", "0,0 甲", "0,1 1"]
    );
    assert_eq!(
        html("<table><caption>表一<tr><td>甲<td>1</table>"),
        ["p 表一", "grid 1", "0,0 甲", "0,1 1"]
    );
}

#[test]
fn paragraphs_and_breaks_inside_a_cell_are_line_breaks() {
    assert_eq!(
        html(
            "<table><tr><td>商业<br>企业<td><p>科研</p>\n<p>机构</p><td><div>一<div>二</div></div>三</table>"
        ),
        [
            "grid 1",
            "0,0 商业\n企业",
            "0,1 科研\n机构",
            "0,2 一\n二\n三"
        ]
    );
}

#[test]
fn a_label_cut_into_runs_is_one_text() {
    assert_eq!(
        html(
            "<table><tr><td><span>2.其他法律行政</span><span><font color=red>法规</font></span><span>禁止公开<o:p></o:p></span><td><sub>1</sub><sup>2</sup></table>"
        ),
        ["grid 1", "0,0 2.其他法律行政法规禁止公开", "0,1 12"]
    );
}

#[test]
fn source_line_ends_are_blanks_and_hard_blanks_stay() {
    assert_eq!(
        html("<table><tr><td>\n  A\n\t B&nbsp;C  \r\n<td>　全角</table>"),
        ["grid 1", "0,0 A B\u{a0}C", "0,1 　全角"]
    );
}

#[test]
fn hidden_rows_and_cells_are_not_there() {
    for hidden in [
        "style='display:none'",
        "style=\"height:0;DISPLAY : none !important;\"",
        "style='mso-hide:all'",
        "style='visibility:collapse'",
        "hidden",
        "hidden=until-found",
    ] {
        assert_eq!(
            html(&format!(
                "<table><tr><td>甲<td>1<tr {hidden}><td>旧<td>9<tr><td {hidden}>旧<td>乙<td>2</table>"
            )),
            ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2"],
            "{hidden}"
        );
    }
}

#[test]
fn an_invisible_cell_keeps_its_place_and_no_text() {
    assert_eq!(
        html("<table><tr><td>甲<td style='visibility:hidden'>9<td>1</table>"),
        ["grid 1", "0,0 甲", "0,1 ", "0,2 1"]
    );
}

#[test]
fn hidden_text_inside_a_cell_is_dropped() {
    assert_eq!(
        html(
            "<table><tr><td>甲<span style='display:none'>旧<b>9</b></span>乙<td><div style='display:none'>8<div>7</div>6</div>1<td><p hidden>5<p>2</table>"
        ),
        ["grid 1", "0,0 甲乙", "0,1 1", "0,2 2"]
    );
}

#[test]
fn hidden_text_that_is_never_closed_ends_with_its_cell() {
    assert_eq!(
        html(
            "<table><tr><td>甲<span style='display:none'>旧<td>1<tr><td><div hidden>9<td>2</table>"
        ),
        ["grid 2", "0,0 甲", "0,1 1", "1,0 ", "1,1 2"]
    );
}

#[test]
fn the_text_version_in_a_hidden_tab_of_the_page_stays() {
    assert_eq!(
        html(
            "<div class=tab>版式文件</div><div style='display:none'><p>一、总体情况</p><table><tr><td>甲<td>1</table></div>"
        ),
        ["p 版式文件", "p 一、总体情况", "grid 1", "0,0 甲", "0,1 1"]
    );
}

#[test]
fn a_hidden_table_is_not_there() {
    assert_eq!(
        html("<table style='display:none'><tr><td>旧<td>9</table><table><tr><td>甲<td>1</table>"),
        ["grid 1", "0,0 甲", "0,1 1"]
    );
}

#[test]
fn a_layout_table_around_the_page_is_no_grid() {
    assert_eq!(
        html(
            "<table><tr><td>导航</td><td><p>一、总体情况</p><table><tr><td>甲<td>1</table>五、问题</td></tr><tr><td colspan=2>版权</table>"
        ),
        [
            "p 导航",
            "p 一、总体情况",
            "grid 1",
            "0,0 甲",
            "0,1 1",
            "p 五、问题",
            "p 版权"
        ]
    );
}

#[test]
fn a_bar_of_links_does_not_make_a_layout_table_data() {
    assert_eq!(
        html(
            "<table><tr><td>一<td>二<td>三<td>四<tr><td colspan=4><table><tr><td>甲<td>1<tr><td>乙<td>2<tr><td>丙<td>3</table></table>"
        ),
        [
            "p 一", "p 二", "p 三", "p 四", "grid 3", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2",
            "2,0 丙", "2,1 3"
        ]
    );
}

#[test]
fn a_cell_that_holds_a_whole_page_is_layout() {
    let prose = "本年收到申请，依法办理。".repeat(100);
    assert_eq!(
        html(&format!(
            "<table><tr><td>导航<td><p>一、总体情况<p>{prose}</table>"
        )),
        [
            "p 导航".to_owned(),
            "p 一、总体情况".to_owned(),
            format!("p {prose}")
        ]
    );
}

#[test]
fn layout_tables_inside_layout_tables() {
    assert_eq!(
        html(
            "<table><tr><td><table><tr><td>左<td><table><tr><td>甲<td>1<tr><td>乙<td>2</table></table></td><td>右</td></tr></table>"
        ),
        [
            "p 左", "grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2", "p 右"
        ]
    );
}

#[test]
fn a_table_of_data_may_hold_a_table_in_a_cell() {
    assert_eq!(
        html(
            "<table><tr><td>规章<td>1<td>2<td><table><tr><td>3</table><tr><td>规范性文件<td>4<td>5<td>6</table>"
        ),
        [
            "grid 2",
            "0,0 规章",
            "0,1 1",
            "0,2 2",
            "0,3 3",
            "1,0 规范性文件",
            "1,1 4",
            "1,2 5",
            "1,3 6"
        ]
    );
    assert_eq!(
        html("<table><tr><td>规章<td>1<td>2<td>3<table><tr><td>a<td>b</table></table>"),
        [
            "grid 1",
            "0,0 规章",
            "0,1 1",
            "0,2 2",
            "0,3 3",
            "grid 1",
            "0,0 a",
            "0,1 b"
        ]
    );
}

#[test]
fn a_table_of_one_cell_or_one_column_is_text() {
    assert_eq!(html("<table><tr><td><p>一<p>二</table>"), ["p 一", "p 二"]);
    assert_eq!(
        html("<table><tr><td>一<tr><td>二</table>"),
        ["p 一", "p 二"]
    );
}

#[test]
fn an_index_table_before_the_report_stays_apart() {
    assert_eq!(
        html("<table><tr><td>索引号<td>甲-1<tr><td>文号<td></table><h1>年度报告</h1>"),
        [
            "grid 2",
            "0,0 索引号",
            "0,1 甲-1",
            "1,0 文号",
            "1,1 ",
            "p 年度报告"
        ]
    );
}

#[test]
fn a_table_that_was_never_closed_ends_at_the_next_one() {
    assert_eq!(
        html("<table><tr><td>甲<td>1</tr><table><tr><td>乙<td>2</table>"),
        ["grid 1", "0,0 甲", "0,1 1", "grid 1", "0,0 乙", "0,1 2"]
    );
}

#[test]
fn text_between_cells_moves_in_front_of_the_table() {
    assert_eq!(
        html("<table>\n<tr>单位：件<td>甲</td>注<td>1</td></tr></table>"),
        ["p 单位：件注", "grid 1", "0,0 甲", "0,1 1"]
    );
}

#[test]
fn rows_on_the_clipboard_come_without_their_table() {
    assert_eq!(
        html("<tr><td>甲<td>1</tr><tr><td>乙<td>2</tr><p>后记"),
        ["grid 2", "0,0 甲", "0,1 1", "1,0 乙", "1,1 2", "p 后记"]
    );
    assert_eq!(html("<td>甲</td><td>1</td>"), ["grid 1", "0,0 甲", "0,1 1"]);
}

#[test]
fn stray_end_tags_do_nothing() {
    assert_eq!(
        html(
            "</td></table></tr></p></div>甲</span><table></table><table><tr></td><td>1</td></td><td>2</table>"
        ),
        ["p 甲", "grid 1", "0,0 1", "0,1 2"]
    );
}

#[test]
fn a_blank_cell_is_a_cell_with_blank_text_and_not_nought() {
    let document = document(
        "<table><tr><td>总计<td><td>&nbsp;<td><p><o:p>&nbsp;</o:p></p><td>　<td>0<td>/</table>"
            .as_bytes(),
    );
    let texts: Vec<&str> = crate::support::grids(&document)[0]
        .cells()
        .iter()
        .map(|cell| cell.text.trim())
        .collect();
    assert_eq!(texts, ["总计", "", "", "", "", "0", "/"]);
}

#[test]
fn trailing_empty_cells_are_cells() {
    assert_eq!(
        html("<table><tr><td>规章<td>1<td><td><tr></tr></table>"),
        ["grid 2", "0,0 规章", "0,1 1", "0,2 ", "0,3 "]
    );
}

#[test]
fn tables_nested_beyond_the_limit_are_refused() {
    let error = read("<table><tr><td>".repeat(300).as_bytes()).expect_err("too deep");
    assert_eq!(error.kind(), ReadErrorKind::TooDeep);
}

#[test]
fn elements_nested_deep_are_flattened() {
    let markup = format!(
        "{}甲{}",
        "<div><span>".repeat(100_000),
        "</span></div>".repeat(9)
    );
    assert_eq!(html(&markup), ["p 甲"]);
    let hidden = format!("{}甲", "<div hidden>".repeat(100_000));
    assert_eq!(html(&hidden), ["p 甲"]);
}

#[test]
fn spans_that_multiply_are_refused_soon() {
    let row = "<tr><td rowspan=60000 colspan=1000>".repeat(400);
    let markup = format!("<table>{}", row.repeat(40));
    let started = std::time::Instant::now();
    let _ = read(markup.as_bytes());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn a_million_cells_are_too_large() {
    for markup in [
        format!("<table>{}", "<td>".repeat(510_000)),
        format!("<table>{}", "<tr>".repeat(510_000)),
        "<table><td>1<td>2</table>".repeat(200_000),
        "<p>1".repeat(510_000),
    ] {
        let error = read(markup.as_bytes()).expect_err("too large");
        assert_eq!(error.kind(), ReadErrorKind::TooLarge);
    }
}
