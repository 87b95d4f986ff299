//! Numbers written in Chinese characters, up to 亿.

/// Reads a number in Chinese characters at the start of a text; returns it and the rest.
///
/// A digit-by-digit spelling (`二〇二四`) is read as digits. `None` if no such number stands there.
pub(crate) fn read(text: &str) -> Option<(i64, &str)> {
    let end = text
        .char_indices()
        .find(|(_, c)| digit(*c).is_none() && unit(*c).is_none())
        .map_or(text.len(), |(at, _)| at);
    let (number, rest) = text.split_at_checked(end)?;
    if number.is_empty() {
        return None;
    }
    let value = if number.chars().all(|c| digit(c).is_some()) {
        spelled(number)?
    } else {
        composed(number)?
    };
    Some((value, rest))
}

fn digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<i64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

fn spelled(number: &str) -> Option<i64> {
    number.chars().try_fold(0i64, |value, c| {
        value.checked_mul(10)?.checked_add(digit(c)?)
    })
}

fn composed(number: &str) -> Option<i64> {
    let (mut total, mut section, mut last) = (0i64, 0i64, None);
    for c in number.chars() {
        if let Some(value) = digit(c) {
            last = Some(value);
            continue;
        }
        let size = unit(c)?;
        if size >= 10_000 {
            section = section.checked_add(last.take().unwrap_or(0))?;
            total = total.checked_add(section.checked_mul(size)?)?;
            section = 0;
        } else {
            section = section.checked_add(last.take().unwrap_or(1).checked_mul(size)?)?;
        }
    }
    total.checked_add(section)?.checked_add(last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_chinese_numbers() {
        for (text, value, rest) in [
            ("十二件", 12, "件"),
            ("二十", 20, ""),
            ("一百零五", 105, ""),
            ("三千二百", 3200, ""),
            ("两万三千", 23_000, ""),
            ("一亿零三", 100_000_003, ""),
            ("二〇二四年", 2024, "年"),
            ("零", 0, ""),
        ] {
            assert_eq!(read(text), Some((value, rest)), "{text}");
        }
        assert_eq!(read("件"), None);
        assert_eq!(read(""), None);
    }
}
