//! Title, reporting body, year, and the section headings.

use super::label::squash;
use crate::document::{Block, Document};
use crate::form::Table;
use crate::number;
use crate::strings;

/// Paragraphs in which the title is looked for.
const FRONT: usize = 80;
/// Characters that a title has at most.
const TITLE_CHARS: usize = 90;

/// Bytes of a line that is running text, whatever the white space in it.
const LONG: usize = 1024;

/// What stands in front of a report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    pub(super) title: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) year: Option<i32>,
}

/// Reads title, body and year.
pub(super) fn read(document: &Document) -> Front {
    let lines: Vec<String> = texts(document)
        .take(FRONT)
        .map(|text| match text.len() {
            // No title, nor beside one.
            LONG.. => text.to_owned(),
            _ => strings::single_spaced(text),
        })
        .collect();
    let mut front = Front::default();
    let period = lines.iter().find_map(|line| period_year(line));
    if let Some((at, title)) = title(&lines, period) {
        let before = at
            .checked_sub(1)
            .and_then(|before| lines.get(before))
            .filter(|line| is_body(line));
        let (unit, year) = split_title(&title);
        front.unit = unit.or_else(|| before.map(|line| line.split_whitespace().collect()));
        front.year = year.or_else(|| before.and_then(|line| year_in(line)));
        front.title = Some(title);
    }
    front.year = front.year.or(period);
    front
}

/// The title and the line it begins in. Pages name reports in menus, lists and paths as well, so a line with the year
/// of the period is preferred, and then one with any year; a title too long for its line goes on in the next.
fn title(lines: &[String], period: Option<i32>) -> Option<(usize, String)> {
    let is_whole = |line: &String| is_title(line) && !is_path(line);
    let whole = lines.iter().position(is_whole);
    let of_period = |line: &String| {
        is_whole(line) && period.is_some_and(|period| year_in(line) == Some(period))
    };
    let dated = |line: &String| is_whole(line) && year_in(line).is_some();
    let told = lines
        .iter()
        .position(of_period)
        .or_else(|| lines.iter().position(dated));
    if let Some(at) = told {
        return Some((at, lines.get(at)?.clone()));
    }
    let broken = lines.windows(2).position(|pair| match pair {
        [first, second] => {
            let joined = format!("{first}{second}");
            year_in(first).is_some()
                && !is_path(first)
                && squash(&joined).ends_with("政府信息公开工作年度报告")
                && is_title(&joined)
        }
        _ => false,
    });
    match (broken, whole) {
        (Some(at), _) => {
            let second = lines.get(at.saturating_add(1))?;
            Some((at, format!("{}{second}", lines.get(at)?)))
        }
        (None, Some(at)) => Some((at, lines.get(at)?.clone())),
        (None, None) => None,
    }
}

/// The body and the year of a line that is a title.
pub(super) fn titled(line: &str) -> Option<(Option<String>, Option<i32>)> {
    let line = strings::single_spaced(line);
    (is_title(&line) && !is_path(&line)).then(|| split_title(&line))
}

/// The path of a page within its site: `首页 > 政府信息公开年报 > 部门`.
fn is_path(line: &str) -> bool {
    line.contains(['>', '/', '\\', '|', '»', '→'])
}

/// The tables whose section headings stand in the document.
pub(super) fn headings_seen(document: &Document) -> Vec<Table> {
    let mut seen = Vec::new();
    for text in texts(document) {
        if !strings::holds(text, "情") {
            continue;
        }
        let text: String = squash(text)
            .chars()
            .filter(|c| !matches!(c, '、' | ',' | '和' | '及'))
            .collect();
        for (heading, table) in HEADINGS {
            if !seen.contains(&table) && strings::holds(&text, heading) {
                seen.push(table);
            }
        }
    }
    seen
}

/// Section headings, squashed and without conjunctions, with the typing errors seen.
const HEADINGS: [(&str, Table); 5] = [
    ("主动公开政府信息情况", Table::Disclosure),
    ("收到处理政府信息公开申请情况", Table::Requests),
    ("行政复议行政诉讼情况", Table::Disputes),
    ("行政法复议行政诉讼情况", Table::Disputes),
    ("行政复议提起行政诉讼情况", Table::Disputes),
];

/// Paragraphs and grid cells in document order.
fn texts(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => strings::split(&paragraph.text, "\n").collect::<Vec<_>>(),
        Block::Grid(grid) => grid.cells().iter().map(|cell| cell.text.as_str()).collect(),
    })
}

fn is_title(line: &str) -> bool {
    if line.chars().nth(TITLE_CHARS).is_some() || line.contains(['。', '；', '，', '：', ',']) {
        return false;
    }
    let text = squash(line);
    let named = [
        "年度报告",
        "工作报告",
        "工作年报",
        "年度工作报告",
        "公开年报",
    ]
    .iter()
    .any(|word| strings::holds(&text, word));
    named && strings::holds(&text, "信息公开") && !text.starts_with('(') && !is_numbered(&text)
}

/// A heading, as `一、……`; places may begin with a number as well (三门峡, 六盘水).
fn is_numbered(text: &str) -> bool {
    let mut chars = text.chars();
    let ordinal = chars
        .next()
        .is_some_and(|c| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七'));
    ordinal && matches!(chars.next(), Some('、' | '.' | ','))
}

/// A line that can be the name of a body standing above the title.
fn is_body(line: &str) -> bool {
    let text = squash(line);
    let ends = [
        "局", "委", "办", "府", "处", "院", "会", "厅", "部", "镇", "乡", "道", "室", "中心",
        "大队", "支队", "总队",
    ];
    text.chars().count() <= 40 && ends.iter().any(|end| text.ends_with(end))
}

fn split_title(title: &str) -> (Option<String>, Option<i32>) {
    let text = squash(title);
    let year = year_in(&text);
    let cut = year_position(&text)
        .or_else(|| strings::position(&text, "政府信息公开"))
        .or_else(|| strings::position(&text, "信息公开"))
        .unwrap_or(0);
    let mut unit = text.get(..cut).unwrap_or("");
    if unit.is_empty() {
        // `2024年示例市政府信息公开工作年度报告`
        unit = strings::cut(&text, "政府信息公开")
            .or_else(|| strings::cut(&text, "信息公开"))
            .and_then(|(front, _)| strings::cut(front, "年"))
            .map_or("", |(_, unit)| unit.trim_start_matches('度'));
    }
    while let Some(rest) = unit.strip_prefix("关于") {
        unit = rest;
    }
    let unit: String = unit
        .trim_matches(|c: char| matches!(c, '(' | ')' | '-' | '"' | '.' | '《'))
        .to_owned();
    (Some(unit).filter(|unit| !unit.is_empty()), year)
}

/// A year with its sign: `2024年`, `２０２４ 年度`, `二〇二四年`; a bare `2024` before 政府信息公开 as well.
pub(super) fn year_in(text: &str) -> Option<i32> {
    let text = squash(text);
    let at = year_position(&text)?;
    number(text.get(at..)?.chars().take(4).map(arabic))
}

/// The number that Arabic digits make; `None` if something else is among them.
fn number(mut digits: impl Iterator<Item = char>) -> Option<i32> {
    digits.try_fold(0_i32, |number, c| {
        let digit = i32::try_from(c.to_digit(10)?).ok()?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

fn arabic(c: char) -> char {
    match "〇一二三四五六七八九".chars().position(|digit| digit == c) {
        Some(value) => u32::try_from(value)
            .ok()
            .and_then(|value| char::from_digit(value, 10))
            .unwrap_or(c),
        None if matches!(c, '零' | '○' | 'O') => '0',
        None => c,
    }
}

fn year_position(text: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).find(|at| {
        let rest = text.get(*at..).unwrap_or("");
        let digits: String = rest.chars().take(4).map(arabic).collect();
        let behind: String = rest.chars().skip(4).take(6).collect();
        let before_is_digit = text
            .get(..*at)
            .and_then(|front| front.chars().last())
            .is_some_and(|c| c.is_ascii_digit());
        digits.len() == 4
            && digits.starts_with("20")
            && digits.chars().all(|c| c.is_ascii_digit())
            && !before_is_digit
            && (behind.starts_with('年')
                || behind.starts_with("政府信息公开")
                || behind.starts_with("信息公开"))
    })
}

/// The year of a reporting period: `2024年1月1日`.
fn period_year(line: &str) -> Option<i32> {
    // Most lines name no day of the new year.
    if !strings::holds(line, "年") {
        return None;
    }
    let text = number::normalise(line)
        .split_whitespace()
        .collect::<String>();
    let at = strings::position(&text, "年1月1日")?;
    let digits: Vec<char> = text.get(..at)?.chars().rev().take(4).collect();
    number(digits.into_iter().rev()).filter(|year| (2008..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(lines: &[&str]) -> (Option<String>, Option<i32>) {
        let mut document = Document::default();
        for line in lines {
            document.push_paragraph(*line, None);
        }
        let front = read(&document);
        (front.unit, front.year)
    }

    fn told(unit: &str, year: i32) -> (Option<String>, Option<i32>) {
        (Some(unit.to_owned()), Some(year))
    }

    #[test]
    fn titles_seen() {
        let body = "示例市示例局";
        for lines in [
            &["示例市示例局 2024 年政府信息公开工作年度报告"][..],
            &["示例市示例局２０２４年度政府信息公开工作年度报告"],
            &["首页", "示例市示例局二〇二四年政府信息公开工作年度报告"],
            &["示例市示例局", "2024年政府信息公开工作年度报告"],
            &[
                "示例市示例局政府信息公开工作年度报告",
                "（2024年度）",
                "统计期限为2024年1月1日至12月31日",
            ],
            &["关于示例市示例局2024年政府信息公开工作报告"],
            &["示例市示例局2024年政府信息公开年报"],
            &["2024年示例市示例局政府信息公开工作年度报告"],
            &["2024年示例市示例局信息公开工作年度报告"],
            &[
                "首页 / 政府信息公开 / 政府信息公开年报 / 部门",
                "政府信息公开年报",
                "示例市示例局2024年政府信息公开工作年度报告",
            ],
            &["示例市示例局2024年度政府信息", "公开工作年度报告"],
            &[
                "示例市示例局2023年政府信息公开工作年度报告",
                "示例市示例局2024年政府信息公开工作年度报告",
                "统计期限为2024年1月1日至12月31日",
            ],
        ] {
            assert_eq!(front(lines), told(body, 2024), "{lines:?}");
        }
    }

    #[test]
    fn places_that_begin_with_a_number_and_offices_are_bodies() {
        for (lines, body) in [
            (
                &["六盘市示例局2024年政府信息公开工作年度报告"][..],
                "六盘市示例局",
            ),
            (
                &["示例县人民政府办公室", "2024年政府信息公开工作年度报告"],
                "示例县人民政府办公室",
            ),
        ] {
            assert_eq!(front(lines), told(body, 2024), "{lines:?}");
        }
    }

    #[test]
    fn sentences_are_no_titles() {
        let line = "根据条例规定，现公布2024年政府信息公开工作年度报告。";
        assert_eq!(front(&[line]), (None, None));
        assert_eq!(front(&["一、总体情况"]), (None, None));
    }

    #[test]
    fn headings_with_typing_errors_and_glued_ones_are_seen() {
        let mut document = Document::default();
        document.push_paragraph(
            "四、政府信息公开行政法复议、行政诉讼情况行政复议 行政诉讼",
            None,
        );
        assert_eq!(headings_seen(&document), [Table::Disputes]);
    }
}
