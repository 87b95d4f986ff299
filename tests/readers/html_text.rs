//! The text of web pages.

use crate::support::{document, sketch};

fn html(markup: &str) -> Vec<String> {
    sketch(&document(format!("<!doctype html>{markup}").as_bytes()))
}

#[test]
fn blocks_and_breaks_bound_paragraphs() {
    assert_eq!(
        html(
            "<h1>年度报告</h1><div>一、总体<b>情况</b><p>甲<p>乙<br>丙<hr>丁</div>戊<ul><li>己<li>庚</ul>"
        ),
        [
            "p 年度报告",
            "p 一、总体情况",
            "p 甲",
            "p 乙",
            "p 丙",
            "p 丁",
            "p 戊",
            "p 己",
            "p 庚"
        ]
    );
}

#[test]
fn scripts_styles_and_heads_are_no_text() {
    assert_eq!(
        html(
            "<html><head><title>标题</title><style>p{}</style><script>var a='<table><td>9';</script></head><body><noscript>请启用<p>脚本</noscript><template><p>x</template>甲<select><option>1<option>2</select><svg><text>图</text></svg><svg/>乙<xml><w:View>Normal</w:View></xml></body>"
        ),
        ["p 甲乙"]
    );
}

#[test]
fn a_script_that_is_never_closed_swallows_the_rest() {
    assert_eq!(
        html("<p>甲</p><script>document.write('<p>乙</p>')"),
        ["p 甲"]
    );
}

#[test]
fn a_whole_page_inside_the_body() {
    assert_eq!(
        html(
            "<body><p>甲</p><html><head><meta charset=gb2312><title>t</title></head><body lang=ZH-CN><p>乙</p></body></html><p>丙</p></body>"
        ),
        ["p 甲", "p 乙", "p 丙"]
    );
}

#[test]
fn comments_for_one_browser_are_comments() {
    assert_eq!(
        html(
            "甲<!--[if gte mso 9]><xml><o:p>9</o:p></xml><![endif]-->乙<![if !supportLists]>丙<![endif]><!--[if !mso]><!-->丁<!--<![endif]-->"
        ),
        ["p 甲乙丙丁"]
    );
}

#[test]
fn comments_end_where_browsers_end_them() {
    assert_eq!(
        html("甲<!-->乙<!--->丙<!-- - -- > --!>丁<!---->戊"),
        ["p 甲乙丙丁戊"]
    );
    assert_eq!(html("甲<!-- 乙"), ["p 甲"]);
}

#[test]
fn entities_by_name_and_number() {
    assert_eq!(
        html(
            "&lt;1&gt;&amp;&quot;&apos;&ldquo;三安全一稳定&rdquo;&mdash;&hellip;&middot;&times;&ensp;.&#19968;&#x4E8C;&#X4e09;"
        ),
        ["p <1>&\"'“三安全一稳定”—…·×\u{2002}.一二三"]
    );
}

#[test]
fn entities_without_semicolon() {
    assert_eq!(
        html("a&nbspb&ampc&lt1&#49&#x31;&copy2024&notin"),
        ["p a\u{a0}b&c<111©2024¬in"]
    );
}

#[test]
fn ampersands_that_are_none() {
    assert_eq!(
        html("A&B & C&; &#; &#x; &unknown; &"),
        ["p A&B & C&; &#; &#x; &unknown; &"]
    );
}

#[test]
fn numbers_of_impossible_characters() {
    assert_eq!(
        html("a&#0;&#xD800;&#99999999999;&#x110000;&#151;&#x80;"),
        ["p a\u{fffd}\u{fffd}\u{fffd}\u{fffd}—€"]
    );
}

#[test]
fn angle_brackets_in_the_text_are_text() {
    assert_eq!(html("3<5 <十> a<> </> b"), ["p 3<5 <十> a<> b"]);
}

#[test]
fn attribute_values_may_hold_angle_brackets() {
    assert_eq!(
        html("<p title='a>b' data-x=\"<td>\" data-y = '1'>甲<a href=x?a&lt=1>乙"),
        ["p 甲乙"]
    );
}

#[test]
fn a_page_that_ends_inside_a_tag() {
    for end in [
        "<",
        "</",
        "</p",
        "<p class",
        "<p class=",
        "<p class='x",
        "<!",
        "<!-",
        "<!--x-",
        "<?",
        "&",
        "&#",
        "&#x",
        "&am",
    ] {
        let lines = html(&format!("<p>甲{end}"));
        assert_eq!(lines.len(), 1, "{end}");
        assert!(lines.concat().starts_with("p 甲"), "{end}");
    }
}

#[test]
fn preformatted_text_keeps_its_lines() {
    assert_eq!(html("<pre>甲\t1\n乙\t2</pre>"), ["p 甲\t1", "p 乙\t2"]);
    assert_eq!(
        html("<textarea>甲\t&lt;\r\n<td>乙</textarea>丙"),
        ["p 甲\t<", "p <td>乙", "p 丙"]
    );
}

#[test]
fn characters_outside_the_basic_plane_do_not_break_positions() {
    assert_eq!(html("<p>𠀀<b>😀</b>&amp;<i>𠮷"), ["p 𠀀😀&𠮷"]);
}

#[test]
fn the_clipboard_header_is_no_text() {
    let fragment = "<html><body>\r\n<!--StartFragment--><table><tr><td>甲<td>1</table><!--EndFragment-->\r\n页脚</body></html>";
    let clip = format!(
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\nEndFragment:0000000250\r\nSourceURL:https://example.cn/a\r\n{fragment}"
    );
    assert_eq!(
        sketch(&document(clip.as_bytes())),
        ["grid 1", "0,0 甲", "0,1 1"]
    );
}

#[test]
fn a_spreadsheet_marks_the_fragment_inside_the_table() {
    let clip = "Version:1.0\r\nStartHTML:1\r\n\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table border=0>\r\n<!--StartFragment-->\r\n <col width=72>\r\n <tr height=19>\r\n  <td x:num>1</td>\r\n  <td x:num=\"2\">2</td>\r\n </tr>\r\n<!--EndFragment-->\r\n</table></body></html>";
    assert_eq!(
        sketch(&document(clip.as_bytes())),
        ["grid 1", "0,0 1", "0,1 2"]
    );
}

#[test]
fn a_report_saved_by_a_word_processor() {
    let lines = sketch(&document(include_bytes!(
        "../files/html/word-processor.html"
    )));
    assert_eq!(
        lines,
        [
            "p 二、主动公开政府信息情况",
            "grid 3",
            "0,0+1,2 第二十条第（一）项",
            "1,0 信息内容",
            "1,1 本年制\n发件数",
            "2,0 规 章",
            "2,1 12",
            "p 一、\u{a0}说明",
        ]
    );
}
