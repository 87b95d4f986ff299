//! Numbers of every style, and what only looks like one.

use super::*;

/// All numbers of a text: value, bound, measure.
fn all(text: &str) -> Vec<(String, Bound, Measure)> {
    let folded = Folded::new(text);
    let (mut at, mut found) = (0, Vec::new());
    while at < folded.len() {
        at = match scan(&folded, at) {
            Some(Scan::Numeral(numeral)) => {
                found.push((numeral.value.to_string(), numeral.bound, numeral.measure));
                numeral.part.end
            }
            Some(Scan::Year(_, behind) | Scan::Passed(behind)) => behind.max(at + 1),
            None => at + 1,
        };
    }
    found
}

#[test]
fn numbers_of_every_style_are_read() {
    let count = Measure::Count;
    for (text, value, bound, measure) in [
        ("收到申请14096份", "14096", Bound::Exact, count('份')),
        ("收到申请14,096件", "14096", Bound::Exact, count('件')),
        (
            "收到申请1，234，567件",
            "1234567",
            Bound::Exact,
            count('件'),
        ),
        ("收到申请１４０９６件", "14096", Bound::Exact, count('件')),
        ("收到申请1\n4096 件", "14096", Bound::Exact, count('件')),
        ("收到申请1.4万件", "14000", Bound::Exact, count('件')),
        ("收到申请1.4万余件", "14000", Bound::AtLeast, count('件')),
        ("收到申请近1.4万件", "14000", Bound::About, count('件')),
        ("发布信息300余条", "300", Bound::AtLeast, count('条')),
        ("发布信息超过300条", "300", Bound::AtLeast, count('条')),
        ("发布信息不超过300条", "300", Bound::AtMost, count('条')),
        ("发布信息300条以上", "300", Bound::AtLeast, count('条')),
        ("收到申请十二件", "12", Bound::Exact, count('件')),
        ("收到申请两件", "2", Bound::Exact, count('件')),
        ("收到一千二百余件", "1200", Bound::AtLeast, count('件')),
        ("近百件", "100", Bound::About, count('件')),
        ("增长百分之五", "5", Bound::Exact, Measure::Percent),
        ("增长百分之五点二", "5.2", Bound::Exact, Measure::Percent),
        ("占４．６１％", "4.61", Bound::Exact, Measure::Percent),
        ("收费186.4275万元", "186.4275", Bound::Exact, Measure::Money),
        ("收费2,230元", "0.223", Bound::Exact, Measure::Money),
        ("收费1.2亿元", "12000", Bound::Exact, Measure::Money),
        ("部分公开67,占", "67", Bound::Exact, Measure::Bare),
    ] {
        assert_eq!(all(text), [(value.to_owned(), bound, measure)], "{text}");
    }
}

#[test]
fn dates_ordinals_and_telephones_are_no_figures() {
    for text in [
        "2024年1月1日至12月31日",
        "二〇二四年",
        "国办公开办函〔2021〕30号",
        "第二十条第（一）项",
        "电话：0517-83900001",
        "邮编：223001",
        "1.加强管理",
        "20个工作日内",
        "12345热线",
        "一是加强管理；进一步；统一",
        "2024.1.1",
        "A4纸",
        "第3期",
    ] {
        assert_eq!(all(text), [], "{text}");
    }
}

#[test]
fn lists_of_numbers_stay_apart() {
    let values: Vec<String> = all("予以公开22件，部分公开8件，100件")
        .into_iter()
        .map(|(value, ..)| value)
        .collect();
    assert_eq!(values, ["22", "8", "100"]);
}
