//! How reports write numbers.

use super::random::Random;

/// A way to write the numbers of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `14096`
    Plain,
    /// `14,096`
    Grouped,
    /// `14，096`
    WideGrouped,
    /// `１４０９６`
    FullWidth,
    /// `1 4 0 9 6`, as some converters write it
    Spaced,
    /// `1.4096万`
    TenThousands,
    /// `一万四千零九十六`
    Chinese,
}

impl Style {
    pub fn random(random: &mut Random) -> Self {
        match random.between(0, 99) {
            0..45 => Self::Plain,
            45..60 => Self::Grouped,
            60..64 => Self::WideGrouped,
            64..76 => Self::FullWidth,
            76..80 => Self::Spaced,
            80..88 => Self::TenThousands,
            _ => Self::Chinese,
        }
    }

    /// A count.
    pub fn count(self, value: i64) -> String {
        match self {
            Self::Grouped => grouped(value, ","),
            Self::WideGrouped => grouped(value, "，"),
            Self::FullWidth => wide(&value.to_string()),
            Self::Spaced => spaced(&value.to_string()),
            Self::TenThousands if value >= 10_000 => format!("{}万", ten_thousands(value)),
            Self::Chinese if value == 2 => "两".to_owned(),
            // Nobody writes 零件, which are spare parts.
            Self::Chinese if value > 0 && value < 10_000 => chinese(value),
            _ => value.to_string(),
        }
    }

    /// A number with decimals, as it stands in front of its unit.
    pub fn decimal(self, text: &str) -> String {
        match self {
            Self::FullWidth => wide(text),
            Self::Grouped => match text.split_once('.') {
                Some((whole, rest)) => format!("{}.{rest}", grouped(whole.parse().unwrap(), ",")),
                None => grouped(text.parse().unwrap(), ","),
            },
            _ => text.to_owned(),
        }
    }

    /// A share in hundredths, given with its decimals.
    pub fn share(self, text: &str) -> String {
        match self {
            Self::FullWidth => format!("{}％", wide(text)),
            Self::Chinese => {
                let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
                let mut out = format!("百分之{}", chinese(whole.parse().unwrap()));
                if !rest.is_empty() {
                    out.push('点');
                    out.extend(
                        rest.chars()
                            .map(|digit| CHINESE[digit.to_digit(10).unwrap() as usize]),
                    );
                }
                out
            }
            _ => format!("{text}%"),
        }
    }
}

const CHINESE: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number below ten thousand in Chinese numerals.
fn chinese(value: i64) -> String {
    if value == 0 {
        return "零".to_owned();
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / unit % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        // 十二, not 一十二, at the beginning.
        if !(unit == 10 && digit == 1 && out.is_empty()) {
            out.push(CHINESE[digit as usize]);
        }
        out.push_str(sign);
    }
    out
}

fn grouped(value: i64, comma: &str) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(comma);
        }
        out.push(digit);
    }
    out
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(c as u32 - u32::from(b'0') + 0xFF10).unwrap(),
            '.' => '．',
            other => other,
        })
        .collect()
}

fn spaced(digits: &str) -> String {
    let digits: Vec<String> = digits.chars().map(String::from).collect();
    digits.join(" ")
}

/// A count in units of ten thousand, exactly: `1.4096`.
pub fn ten_thousands(value: i64) -> String {
    let text = format!("{}.{:04}", value / 10_000, value % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `part / whole` in hundredths with decimals: rounded half up, or cut off.
pub fn share(part: i64, whole: i64, decimals: u32, is_cut: bool) -> String {
    let scale = 10_i64.pow(decimals);
    let exact = part * 100 * scale;
    let units = if is_cut {
        exact / whole
    } else {
        (2 * exact + whole) / (2 * whole)
    };
    decimal(units, decimals)
}

/// A number of units of the last decimal as text.
pub fn decimal(units: i64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals);
    match decimals {
        0 => units.to_string(),
        _ => format!(
            "{}.{:0width$}",
            units / scale,
            units % scale,
            width = decimals as usize
        ),
    }
}
