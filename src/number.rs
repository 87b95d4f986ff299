//! The text of a cell -> its value and its state.
//!
//! Blank, `0`, `/` and `—` are different things and stay different. Full-width digits, thousands
//! separators, notes in brackets, units and multipliers are understood; the raw text is never changed.
//! What was odd about a figure is reported as [`Oddity`], for the rules to judge.

pub(crate) mod chinese;
mod decimal;

pub use decimal::Decimal;

use crate::strings;

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number of things.
    Count(i64),
    /// An amount; in 万元 wherever the unit is known.
    Amount(Decimal),
}

impl Value {
    /// The figure as a decimal.
    pub fn decimal(self) -> Decimal {
        match self {
            Self::Count(count) => Decimal::from(count),
            Self::Amount(amount) => amount,
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            Self::Amount(amount) => write!(f, "{amount}"),
        }
    }
}

/// The state of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// A whole number.
    Count,
    /// An amount of money.
    Amount,
    /// Nothing but white space.
    Blank,
    /// A sign for "nothing" or "not applicable": `/`, `-`, `—`, `无` ...
    Dash,
    /// Something else.
    Text,
    /// A figure cut out of digits that stood glued together.
    Reconstructed,
}

impl State {
    /// The permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Amount => "amount",
            Self::Blank => "blank",
            Self::Dash => "dash",
            Self::Text => "text",
            Self::Reconstructed => "reconstructed",
        }
    }
}

/// What a column asks of its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A whole number, 0 or more.
    Count,
    /// A difference to last year: a whole number, which may be negative.
    Change,
    /// An amount of money whose unit the column names (万元).
    Amount,
    /// An amount of money in a unit of the writer's choice.
    FreeAmount,
}

/// The unit of money written in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 元
    Yuan,
    /// 万元, 10^4
    TenThousand,
    /// 亿元, 10^8
    HundredMillion,
}

/// Counts are below this. No report has so many of anything, and the sum of a whole table of them is still exact
/// for readers of the JSON, who hold numbers in doubles.
const COUNT_LIMIT: u64 = 1_000_000_000_000;

/// What is odd about the way a figure is written, though its value is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// Blanks between digits that are no thousands separators.
    BlankInside,
    /// Written with 万, 亿 or 千.
    Multiplied,
    /// Decimals that are all zero, in a whole number.
    IdleDecimals,
    /// More digits than can be held.
    TooLong,
}

/// A cell text, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The state; never [`State::Reconstructed`], which only recognition can know.
    pub state: State,
    /// The value; `None` for blank, dash and text.
    pub value: Option<Value>,
    /// The unit of money, as written in the cell.
    pub unit: Option<Unit>,
    /// What is odd about the writing.
    pub oddity: Option<Oddity>,
}

impl Reading {
    fn without_value(state: State) -> Self {
        Self {
            state,
            value: None,
            unit: None,
            oddity: None,
        }
    }
}

/// Reads the text of a cell as a column of the kind given asks for it.
///
/// Counts with a decimal part that is not zero keep it (state amount), for the rules to report.
pub fn read(raw: &str, kind: Kind) -> Reading {
    let amount = matches!(kind, Kind::Amount | Kind::FreeAmount);
    if !amount && let Some(count) = plain_count(raw) {
        return Reading {
            state: State::Count,
            value: Some(Value::Count(count)),
            unit: None,
            oddity: None,
        };
    }
    let text = normalise(raw);
    let text = text.trim();
    if text.is_empty() {
        return Reading::without_value(State::Blank);
    }
    if is_dash(text) {
        return Reading::without_value(State::Dash);
    }
    let Some(figure) = Figure::parse(text, amount) else {
        return Reading::without_value(State::Text);
    };
    let mut oddity = figure.oddity;
    if amount {
        // Everything is held in 万元 as soon as a unit is known: the column names it, or the cell does.
        let value = match figure.unit {
            Some(Unit::Yuan) => figure.number.shifted(-4),
            Some(Unit::HundredMillion) => figure.number.shifted(4),
            Some(Unit::TenThousand) | None => Some(figure.number),
        };
        return match value {
            Some(value) => Reading {
                state: State::Amount,
                value: Some(Value::Amount(value)),
                unit: figure.unit,
                oddity,
            },
            None => Reading {
                oddity: Some(Oddity::TooLong),
                ..Reading::without_value(State::Text)
            },
        };
    }
    if figure.unit.is_some() {
        return Reading::without_value(State::Text);
    }
    match figure.number.whole() {
        Some(count) if count.unsigned_abs() < COUNT_LIMIT => {
            if figure.idle_decimals {
                oddity = Some(Oddity::IdleDecimals);
            }
            Reading {
                state: State::Count,
                value: Some(Value::Count(count)),
                unit: None,
                oddity,
            }
        }
        Some(_) => Reading {
            oddity: Some(Oddity::TooLong),
            ..Reading::without_value(State::Text)
        },
        None if figure.number.decimals() == 0 => Reading {
            oddity: Some(Oddity::TooLong),
            ..Reading::without_value(State::Text)
        },
        None => Reading {
            state: State::Amount,
            value: Some(Value::Amount(figure.number)),
            unit: None,
            oddity,
        },
    }
}

/// The figure that a few plain digits are, as in most cells; `None` for all else.
pub(crate) fn plain_count(text: &str) -> Option<i64> {
    if !(1..=8).contains(&text.len()) {
        return None;
    }
    text.bytes().try_fold(0_i64, |count, byte| {
        let digit = char::from(byte).to_digit(10)?;
        count.checked_mul(10)?.checked_add(digit.into())
    })
}

/// True for texts that can stand in a value cell: a figure with or without unit and note, a dash, nothing.
pub fn looks_like_value(raw: &str) -> bool {
    let text = normalise(raw);
    let text = text.trim();
    text.is_empty() || is_dash(text) || Figure::parse(text, false).is_some()
}

/// The signs that writers put in place of 0 or for "not applicable".
fn is_dash(text: &str) -> bool {
    const WORDS: [&str; 4] = ["无", "空", "n/a", "不适用"];
    text.chars()
        .all(|c| matches!(c, '/' | '-' | '\\' | '*' | '~' | ' '))
        || WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Folds width, white space and the many dashes; drops invisible characters. Used for reading only.
pub fn normalise(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    text.extend(raw.chars().filter_map(fold));
    text
}

/// One character of [`normalise`]; `None` for an invisible one.
pub(crate) fn fold(c: char) -> Option<char> {
    Some(match c {
        // Nearly all characters of a report.
        '\u{4e00}'..='\u{9fff}' | '0'..='9' => c,
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => return None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{2500}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

/// A number as it stands in a cell, with what follows it.
struct Figure {
    number: Decimal,
    unit: Option<Unit>,
    oddity: Option<Oddity>,
    idle_decimals: bool,
}

impl Figure {
    /// Reads `[sign] digits [multiplier] [unit] [(note)]` from normalised text; `None` if anything else
    /// stands there. In a column of `money` a bare 万 is short for 万元; elsewhere it multiplies.
    fn parse(text: &str, money: bool) -> Option<Self> {
        let (negative, rest) = strip_sign(text);
        let (digits, rest, blank_inside) = take_digits(rest);
        let (number, idle_decimals, rest) = if digits.is_empty() {
            let (number, rest) = chinese::read(rest)?;
            (Decimal::from(number), false, rest)
        } else {
            let number = Decimal::parse(&digits)?;
            let idle = strings::holds(&digits, ".") && number.whole().is_some();
            (number, idle, rest)
        };
        let number = if negative {
            Decimal::ZERO.checked_sub(number)?
        } else {
            number
        };
        let rest = rest.trim_start();
        let (power, rest) = strip_multiplier(rest);
        let (yuan, rest) = strip_first(rest, &["元整", "元", "圆"]);
        let (_, rest) = if yuan {
            (false, rest)
        } else {
            strip_first(rest, &COUNTING_WORDS)
        };
        if !is_note(rest.trim()) {
            return None;
        }
        let (number, unit, multiplied) = match (yuan || (money && power > 0), power) {
            (true, 0) => (number, Some(Unit::Yuan), false),
            (true, 4) => (number, Some(Unit::TenThousand), false),
            (true, 8) => (number, Some(Unit::HundredMillion), false),
            (true, power) => (number.shifted(power)?, Some(Unit::Yuan), false),
            (false, 0) => (number, None, false),
            (false, power) => (number.shifted(power)?, None, true),
        };
        let oddity = if multiplied {
            Some(Oddity::Multiplied)
        } else if blank_inside {
            Some(Oddity::BlankInside)
        } else {
            None
        };
        Some(Self {
            number,
            unit,
            oddity,
            idle_decimals,
        })
    }
}

/// The counting words of the form's figures.
const COUNTING_WORDS: [&str; 14] = [
    "件次", "人次", "件", "份", "条", "个", "宗", "起", "次", "封", "项", "部", "例", "笔",
];

fn strip_sign(text: &str) -> (bool, &str) {
    for (sign, negative) in [
        ("-", true),
        ("减少", true),
        ("减", true),
        ("+", false),
        ("增加", false),
        ("增", false),
    ] {
        if let Some(rest) = text.strip_prefix(sign) {
            return (negative, rest.trim_start());
        }
    }
    (false, text)
}

fn strip_first<'a>(text: &'a str, words: &[&str]) -> (bool, &'a str) {
    for word in words {
        if let Some(rest) = text.strip_prefix(word) {
            return (true, rest.trim_start());
        }
    }
    (false, text)
}

fn strip_multiplier(text: &str) -> (i32, &str) {
    for (word, power) in [("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3)] {
        if let Some(rest) = text.strip_prefix(word) {
            return (power, rest.trim_start());
        }
    }
    (0, text)
}

/// The digits at the start of a text with separators taken out, the rest, and whether blanks stood between
/// digits otherwise than as thousands separators.
fn take_digits(text: &str) -> (String, &str, bool) {
    let mut groups: Vec<String> = vec![String::new()];
    let mut separators: Vec<char> = Vec::new();
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_ascii_digit() || (c == '.' && groups.iter().any(|group| !group.is_empty())) {
            if let Some(group) = groups.last_mut() {
                group.push(c);
            }
            end = at.saturating_add(c.len_utf8());
        } else if matches!(c, ',' | ' ' | '\'' | '、')
            && groups.last().is_some_and(|group| !group.is_empty())
        {
            if c == '、' {
                break;
            }
            let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            if next_is_digit {
                groups.push(String::new());
                separators.push(c);
            } else if c != ' ' {
                break;
            }
        } else {
            break;
        }
    }
    let rest = text.get(end..).unwrap_or("");
    let thousands = groups
        .first()
        .is_some_and(|group| (1..=3).contains(&group.len()))
        && groups.iter().skip(1).all(|group| {
            let whole = strings::split(group, ".").next().unwrap_or("");
            whole.len() == 3
        });
    let blank_inside = !separators.is_empty() && !thousands;
    (crate::strings::join(&groups, ""), rest, blank_inside)
}

/// True for nothing, or for a note in brackets up to the end.
fn is_note(rest: &str) -> bool {
    rest.is_empty()
        || rest == "。"
        || (rest.starts_with(['(', '[', '〔', '【']) && rest.ends_with([')', ']', '〕', '】']))
}

#[cfg(test)]
mod tests;
