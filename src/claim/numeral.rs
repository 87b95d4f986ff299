//! Numbers as they stand in running text: `14096份`, `14,096件`, `1.4万余件`, `十二件`, `百分之五`, `12.5万元`.
//!
//! Dates, ordinals, numbers of documents and telephones are no figures and are passed over.

use std::ops::Range;

use crate::number::{Decimal, chinese};
use crate::prose::folded::Folded;

/// How a figure binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// As written.
    Exact,
    /// 约, 近, 左右: near to what is written.
    About,
    /// 余, 超过, 以上: what is written or more.
    AtLeast,
    /// 不足, 以下: what is written or less.
    AtMost,
}

/// What a figure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Things, by the first character of the counting word.
    Count(char),
    /// No unit is written.
    Bare,
    /// A share: the value is in hundredths.
    Percent,
    /// 个百分点
    Points,
    /// Money: the value is in 万元.
    Money,
}

/// A number in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Where it stands with its unit, in characters of the folded text.
    pub(crate) part: Range<usize>,
    /// The value.
    pub(crate) value: Decimal,
    /// One unit of the last digit written: 1000 in `1.4万`.
    pub(crate) step: Decimal,
    /// How it binds.
    pub(crate) bound: Bound,
    /// What it counts in.
    pub(crate) measure: Measure,
    /// Whether it is a small number in characters, as of `三个方面`, which mostly counts nothing of the report.
    pub(crate) small: bool,
}

/// What stands at a place.
pub(crate) enum Scan {
    /// A number.
    Numeral(Numeral),
    /// A year and the place behind its sign.
    Year(i32, usize),
    /// Digits that are no figure, up to a place.
    Passed(usize),
}

/// Counting words, the longer first.
const COUNTING: [&str; 38] = [
    "件次", "人次", "场次", "期次", "万字", "件", "份", "条", "个", "宗", "起", "次", "封", "例",
    "笔", "项", "部", "人", "名", "位", "篇", "期", "场", "家", "张", "户", "批", "字", "通", "类",
    "册", "卷", "幅", "栏", "本", "处", "所", "单",
];
/// Signs behind digits that make them part of a date, an ordinal or a name.
const NO_FIGURE: [&str; 20] = [
    "年",
    "月",
    "日",
    "号",
    "时",
    "点",
    "秒",
    "天",
    "周",
    "季",
    "届",
    "级",
    "小时",
    "分钟",
    "个工作日",
    "个月",
    "个小时",
    "个自然日",
    "工作日",
    "热线",
];
/// Words in front of a number that bound it.
const BEFORE: [(&str, Bound); 16] = [
    ("约", Bound::About),
    ("大概", Bound::About),
    ("近", Bound::About),
    ("接近", Bound::About),
    ("超", Bound::AtLeast),
    ("超过", Bound::AtLeast),
    ("超出", Bound::AtLeast),
    ("逾", Bound::AtLeast),
    ("突破", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("不足", Bound::AtMost),
    ("不到", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("至多", Bound::AtMost),
];
/// Words behind a number that bound it.
const BEHIND: [(&str, Bound); 5] = [
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
];
/// Characters in front of a number in words that is part of another word: 第一, 每一, 统一.
const NO_COUNT: [char; 18] = [
    '第', '每', '同', '任', '某', '统', '唯', '进', '逐', '之', '其', '这', '该', '那', '数', '几',
    '上', '另',
];
/// What the signs of [`NO_FIGURE`] begin with; things are counted in others.
const NO_FIGURE_BEGINS: [char; 17] = [
    '年', '月', '日', '号', '时', '点', '秒', '天', '周', '季', '届', '级', '小', '分', '个', '工',
    '热',
];
/// What the words of [`BEFORE`] end in; nearly all numbers stand behind another character.
const BEFORE_ENDS: [char; 13] = [
    '约', '概', '近', '超', '过', '出', '逾', '破', '于', '少', '足', '到', '多',
];
/// Digits that a number without a unit has at most; longer ones are telephones and codes.
const BARE_DIGITS: usize = 5;

/// Reads the number that begins at a place; `None` if there is none.
pub(crate) fn scan(text: &Folded, place: usize) -> Option<Scan> {
    let first = text.at(place)?;
    // Here most characters leave.
    if !first.is_ascii_digit() && first != '○' && !is_numeral(first) {
        return None;
    }
    if let Some((year, behind)) = text.year(place) {
        return Some(Scan::Year(year, behind));
    }
    if let Some(behind) = after(text, place, &["百分之"]) {
        return percent_in_words(text, place, behind);
    }
    if first.is_ascii_digit() {
        return Some(digits(text, place));
    }
    in_words(text, place)
}

/// Where the text goes on behind one of the words.
fn after(text: &Folded, place: usize, words: &[&str]) -> Option<usize> {
    let word = words.iter().find(|word| text.begins(place, word))?;
    place.checked_add(word.chars().count())
}

fn digits(text: &Folded, place: usize) -> Scan {
    let mut written = String::new();
    let mut at = place;
    let is_digit = |at: usize| text.at(at).is_some_and(|c| c.is_ascii_digit());
    // Thousands: one to three digits, then groups of three.
    while is_digit(at) {
        written.extend(text.at(at));
        at = at.saturating_add(1);
        if matches!(text.at(at), Some(',' | '\''))
            && (1..=3).contains(&written.len())
            && group(text, at)
        {
            while matches!(text.at(at), Some(',' | '\'')) && group(text, at) {
                written.extend(text.part(at.saturating_add(1)..at.saturating_add(4)));
                at = at.saturating_add(4);
            }
        }
    }
    let whole_digits = written.len();
    if text.at(at) == Some('.') && is_digit(at.saturating_add(1)) {
        written.push('.');
        at = at.saturating_add(1);
        while is_digit(at) {
            written.extend(text.at(at));
            at = at.saturating_add(1);
        }
    }
    let chained =
        matches!(text.at(at), Some('.' | '-' | '/' | '~' | ':')) && is_digit(at.saturating_add(1));
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let before = place.checked_sub(1).and_then(|before| text.at(before));
    let ordinal = matches!(before, Some('第' | '-' | '/' | '~' | '_')) || letter(before);
    let enumerates = matches!(before, None | Some('。' | ';' | ':' | '('))
        && matches!(text.at(at), Some('、' | '.' | ')'));
    if chained || ordinal || enumerates || letter(text.at(at)) {
        let mut end = at;
        while text
            .at(end)
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/' | '~' | ':'))
        {
            end = end.saturating_add(1);
        }
        return Scan::Passed(end.max(at));
    }
    let Some(value) = Decimal::parse(&written) else {
        return Scan::Passed(at);
    };
    match finish(text, place..at, value, decimals(&written)) {
        Some(numeral) if numeral.measure != Measure::Bare || whole_digits <= BARE_DIGITS => {
            Scan::Numeral(numeral)
        }
        _ => Scan::Passed(at),
    }
}

fn decimals(written: &str) -> u32 {
    let behind = crate::strings::cut(written, ".").map_or(0, |(_, behind)| behind.len());
    u32::try_from(behind).unwrap_or(u32::MAX)
}

/// A sign and exactly three digits.
fn group(text: &Folded, at: usize) -> bool {
    let digit = |ahead: usize| {
        text.at(at.saturating_add(ahead))
            .is_some_and(|c| c.is_ascii_digit())
    };
    digit(1) && digit(2) && digit(3) && !digit(4)
}

/// `百分之五`, `百分之4.61`
fn percent_in_words(text: &Folded, place: usize, behind: usize) -> Option<Scan> {
    let (value, end, decimals) = plain(text, behind)?;
    Some(Scan::Numeral(Numeral {
        part: place..end,
        value,
        step: step(decimals, 0)?,
        bound: bound_before(text, place),
        measure: Measure::Percent,
        small: false,
    }))
}

/// A plain number in digits or in characters; value, place behind, decimals.
fn plain(text: &Folded, place: usize) -> Option<(Decimal, usize, u32)> {
    let mut at = place;
    let run: String = text
        .part(place..place.saturating_add(12))
        .iter()
        .take_while(|c| c.is_ascii_digit() || **c == '.')
        .collect();
    if !run.is_empty() {
        at = at.saturating_add(run.chars().count());
        return Some((Decimal::parse(&run)?, at, decimals(&run)));
    }
    let run = characters(text, place);
    let (whole, _) = chinese::read(&run)?;
    at = at.saturating_add(run.chars().count());
    if text.at(at) != Some('点') {
        return Some((Decimal::from(whole), at, 0));
    }
    let part = characters(text, at.saturating_add(1));
    let (digits, _) = chinese::read(&part)?;
    let length = u32::try_from(part.chars().count()).ok()?;
    let behind = Decimal::new(i128::from(digits), length)?;
    let end = at.saturating_add(1).saturating_add(part.chars().count());
    Some((Decimal::from(whole).checked_add(behind)?, end, length))
}

/// The characters of a number written in words at a place.
fn characters(text: &Folded, place: usize) -> String {
    text.part(place..place.saturating_add(16))
        .iter()
        .take_while(|c| is_numeral(**c))
        .collect()
}

/// A character that numbers are written with in words.
fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}

/// `十二件`, `一千二百余条`. Characters count only with a counting word: 一 stands everywhere.
fn in_words(text: &Folded, place: usize) -> Option<Scan> {
    let run = characters(text, place);
    let first = run.chars().next()?;
    if matches!(first, '万' | '亿' | '千') {
        return None;
    }
    let before = place.checked_sub(1).and_then(|before| text.at(before));
    let end = place.saturating_add(run.chars().count());
    if before.is_some_and(|c| NO_COUNT.contains(&c)) {
        return Some(Scan::Passed(end));
    }
    let (value, _) = chinese::read(&run)?;
    let Some(numeral) = finish(text, place..end, Decimal::from(value), 0) else {
        return Some(Scan::Passed(end));
    };
    if matches!(numeral.measure, Measure::Bare) {
        return Some(Scan::Passed(end));
    }
    Some(Scan::Numeral(Numeral {
        small: value < 10,
        ..numeral
    }))
}

/// Reads multiplier, unit and bound behind the digits; `None` if they are part of a date or a name.
fn finish(text: &Folded, digits: Range<usize>, value: Decimal, decimals: u32) -> Option<Numeral> {
    let next = text.at(digits.end);
    if next.is_some_and(|c| NO_FIGURE_BEGINS.contains(&c))
        && after(text, digits.end, &NO_FIGURE).is_some()
    {
        return None;
    }
    let mut bound = bound_before(text, digits.start);
    if next.is_none_or(|c| matches!(c, ',' | '。' | '、' | ';' | '(' | ')')) {
        return Some(Numeral {
            part: digits,
            value,
            step: step(decimals, 0)?,
            bound,
            measure: Measure::Bare,
            small: false,
        });
    }
    let mut at = digits.end;
    let mut power = 0;
    let more = |at: &mut usize, bound: &mut Bound| {
        if let Some(behind) = after(text, *at, &["余", "多", "来"]) {
            *at = behind;
            *bound = Bound::AtLeast;
        }
    };
    more(&mut at, &mut bound);
    if !text.begins(at, "万字") {
        for (word, size) in [("亿", 8), ("万", 4), ("千", 3), ("百", 2)] {
            if let Some(behind) = after(text, at, &[word]) {
                (at, power) = (behind, size);
                break;
            }
        }
    }
    more(&mut at, &mut bound);
    let mut value = value.shifted(power)?;
    let mut step = step(decimals, power)?;
    let (measure, behind) = if let Some(behind) = after(text, at, &["%", "个百分点"]) {
        let points = text.begins(at, "个");
        (
            if points {
                Measure::Points
            } else {
                Measure::Percent
            },
            behind,
        )
    } else if let Some(behind) = after(text, at, &["元", "圆"]) {
        value = value.shifted(-4)?;
        step = step.shifted(-4)?;
        (Measure::Money, behind)
    } else if let Some(behind) = counting(text, at) {
        (Measure::Count(text.at(at)?), behind)
    } else {
        (Measure::Bare, at)
    };
    let mut end = behind;
    more(&mut end, &mut bound);
    if let Some((word, behind)) = BEHIND.iter().find(|(word, _)| text.begins(end, word)) {
        end = end.saturating_add(word.chars().count());
        bound = *behind;
    }
    Some(Numeral {
        part: digits.start..end,
        value,
        step,
        bound,
        measure,
        small: false,
    })
}

/// The place behind a counting word; 件 is by far the most frequent.
fn counting(text: &Folded, at: usize) -> Option<usize> {
    let next = at.saturating_add(1);
    if text.at(at)? == '件' && text.at(next) != Some('次') {
        return Some(next);
    }
    after(text, at, &COUNTING)
}

fn step(decimals: u32, power: i32) -> Option<Decimal> {
    Decimal::new(1, decimals)?.shifted(power)
}

/// The bound that stands in front of a number.
fn bound_before(text: &Folded, place: usize) -> Bound {
    let near = text.before(place);
    if !near.is_some_and(|c| BEFORE_ENDS.contains(&c)) {
        return Bound::Exact;
    }
    let words = BEFORE.iter().rev();
    words
        .filter(|(word, _)| text.ends(place, word))
        .max_by_key(|(word, _)| word.len())
        .map_or(Bound::Exact, |(_, bound)| *bound)
}

#[cfg(test)]
mod tests;
