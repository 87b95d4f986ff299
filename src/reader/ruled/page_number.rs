//! Page numbers: lines at the edge of a page that belong to the paper, not to the report.

/// Whether a line is a page number: `3`, `- 3 -`, `第 3 页`, `第3页 共6页`, `3 / 6`.
pub(super) fn is_page_number(text: &str) -> bool {
    let mut digits = 0_usize;
    for c in text.chars() {
        match c {
            '0'..='9' | '０'..='９' => digits = digits.saturating_add(1),
            '-' | '—' | '–' | '－' | '一' | '·' | '~' | '/' | '第' | '页' | '共' | '，' | ',' =>
                {}
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    (1..=8).contains(&digits)
}
