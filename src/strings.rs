//! Finding, cutting and joining texts, by the simplest way. The standard library never takes more than linear time
//! to find and allocates once to join, for which it needs six kilobytes of the module; what is sought here are short
//! known words.

pub(crate) mod traditional;

/// Where a text begins in another; nothing is found nowhere.
pub(crate) fn position(text: &str, wanted: &str) -> Option<usize> {
    let (bytes, wanted) = (text.as_bytes(), wanted.as_bytes());
    // The byte that is looked for: Chinese characters begin with one of few, and differ in their third.
    let lead = wanted.len().checked_sub(1)?.min(2);
    let telling = *wanted.get(lead)?;
    let end = bytes.len().checked_sub(wanted.len())?.checked_add(lead)?;
    let mut from = lead;
    loop {
        let tail = bytes.get(from..=end)?;
        let found = from.saturating_add(tail.iter().position(|byte| *byte == telling)?);
        let at = found.saturating_sub(lead);
        if bytes.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        from = found.saturating_add(1);
    }
}

/// Whether a text holds another, be it of one character: `contains` of a character brings the whole search of the
/// standard library with it.
pub(crate) fn holds(text: &str, wanted: &str) -> bool {
    position(text, wanted).is_some()
}

/// Whether a character is one of those in a text. `contains` would encode it and search it as a text.
pub(crate) fn has(text: &str, wanted: char) -> bool {
    text.chars().any(|c| c == wanted)
}

/// What stands before and behind the first place of a text in another.
pub(crate) fn cut<'a>(text: &'a str, wanted: &str) -> Option<(&'a str, &'a str)> {
    let at = position(text, wanted)?;
    let behind = at.checked_add(wanted.len())?;
    Some((text.get(..at)?, text.get(behind..)?))
}

/// What stands between the places of a text in another.
pub(crate) fn split<'a>(text: &'a str, wanted: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (part, behind) = match cut(text, wanted) {
            Some((part, behind)) => (part, Some(behind)),
            None => (text, None),
        };
        rest = behind;
        Some(part)
    })
}

/// A text with another in all places of a third.
pub(crate) fn replace(text: &str, wanted: &str, by: &str) -> String {
    let mut parts = split(text, wanted);
    let mut out = String::from(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str(by);
        out.push_str(part);
    }
    out
}

/// The parts with a text between each two.
pub(crate) fn join(parts: &[impl AsRef<str>], between: &str) -> String {
    let mut out = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            out.push_str(between);
        }
        out.push_str(part.as_ref());
    }
    out
}

/// A text with single blanks for all its white space, and none at its ends.
pub(crate) fn single_spaced(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cut, holds, join, position, replace, single_spaced, split};

    /// Overlaps, repeats, ends and characters that share their first bytes.
    const TEXTS: [&str; 10] = [
        "",
        "a",
        "aab",
        "aabaab",
        "aaaa",
        "政府信息公开",
        "政务信息政府信息",
        "a\r\nb\r\r\n",
        "：；：",
        "）；）",
    ];

    #[test]
    fn finds_what_the_standard_library_finds() {
        for text in TEXTS {
            for wanted in TEXTS
                .into_iter()
                .chain(["aa", "ab", "\r\n", "政府", "信息", "：", "）"])
            {
                if wanted.is_empty() {
                    continue;
                }
                assert_eq!(
                    position(text, wanted),
                    text.find(wanted),
                    "{wanted} in {text}"
                );
                assert_eq!(
                    holds(text, wanted),
                    text.contains(wanted),
                    "{wanted} in {text}"
                );
                assert_eq!(
                    cut(text, wanted),
                    text.split_once(wanted),
                    "{wanted} in {text}"
                );
                assert!(
                    split(text, wanted).eq(text.split(wanted)),
                    "{wanted} in {text}"
                );
                assert_eq!(
                    replace(text, wanted, "-"),
                    text.replace(wanted, "-"),
                    "{wanted} in {text}"
                );
            }
        }
    }

    #[test]
    fn joins_as_the_standard_library_does() {
        for parts in [&[][..], &["甲"], &["甲", "", "b"]] {
            assert_eq!(join(parts, "、"), parts.join("、"));
            assert_eq!(join(parts, ""), parts.concat());
        }
    }

    #[test]
    fn white_space_is_folded() {
        assert_eq!(single_spaced(" 甲 \n\u{3000}乙\tc "), "甲 乙 c");
        assert_eq!(single_spaced(" \n"), "");
    }

    #[test]
    fn nothing_is_found_nowhere() {
        assert_eq!(position("a", ""), None);
        assert!(split("a", "").eq(["a"]));
    }
}
