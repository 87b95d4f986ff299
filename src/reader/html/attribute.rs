//! Attributes of a start tag, and what they say about visibility and spans.

use std::borrow::Cow;

use super::entity;

use crate::strings;

/// Walks over the attributes of a start tag. Names come as written, values with entities decoded.
#[derive(Debug)]
pub(crate) struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Attributes<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Takes characters off the front as long as they are wanted.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        taken
    }

    fn value(&mut self) -> &'a str {
        for quote in ["\"", "'"] {
            if let Some(rest) = self.rest.strip_prefix(quote) {
                let (value, rest) = strings::cut(rest, quote).unwrap_or((rest, ""));
                self.rest = rest;
                return value;
            }
        }
        self.take(|c| !c.is_ascii_whitespace())
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, Cow<'a, str>);

    fn next(&mut self) -> Option<Self::Item> {
        self.take(|c| c.is_ascii_whitespace() || c == '/' || c == '=');
        let name = self.take(|c| !c.is_ascii_whitespace() && c != '=' && c != '/');
        if name.is_empty() {
            return None;
        }
        self.take(|c| c.is_ascii_whitespace());
        let Some(rest) = self.rest.strip_prefix('=') else {
            return Some((name, Cow::Borrowed("")));
        };
        self.rest = rest;
        self.take(|c| c.is_ascii_whitespace());
        Some((name, entity::decode(self.value(), true)))
    }
}

/// How much of an element shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Visibility {
    /// All.
    #[default]
    Shown,
    /// Its place, not its content.
    Blank,
    /// Nothing.
    Gone,
}

/// The attributes that matter to a reader of text and tables.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Traits {
    pub(crate) visibility: Visibility,
    /// `u32::MAX` for "to the end".
    pub(crate) row_span: u32,
    pub(crate) column_span: u32,
    /// The spanned columns are not merged (a spreadsheet's shorthand for a run of cells).
    pub(crate) is_run: bool,
}

impl Traits {
    pub(crate) fn of(attributes: &str) -> Self {
        let mut traits = Self {
            visibility: Visibility::Shown,
            row_span: 1,
            column_span: 1,
            is_run: false,
        };
        let mut seen = [false; 4];
        for (name, value) in Attributes::new(attributes) {
            let known = ["hidden", "style", "rowspan", "colspan"]
                .iter()
                .position(|known| name.eq_ignore_ascii_case(known));
            // Of an attribute that stands twice, the first one counts.
            let Some(known) = known else { continue };
            match seen.get_mut(known) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            match known {
                0 => traits.visibility = Visibility::Gone,
                1 => traits.apply_style(&value),
                2 => {
                    traits.row_span = match leading_number(&value) {
                        Some(0) => u32::MAX,
                        number => number.unwrap_or(1),
                    }
                }
                _ => traits.column_span = leading_number(&value).unwrap_or(1).max(1),
            }
        }
        traits
    }

    fn apply_style(&mut self, style: &str) {
        let (mut display, mut visibility, mut hide) = (false, Visibility::Shown, false);
        for declaration in strings::split(style, ";") {
            let Some((name, value)) = strings::cut(declaration, ":") else {
                continue;
            };
            let name = name.trim().to_ascii_lowercase();
            let value = value.to_ascii_lowercase();
            let value = strings::split(&value, "!")
                .next()
                .unwrap_or_default()
                .trim();
            // Of a property that stands twice, the last one counts.
            match name.as_str() {
                "display" => display = value == "none",
                "mso-hide" => hide = value == "all",
                "mso-ignore" => self.is_run |= value == "colspan",
                "visibility" => {
                    visibility = match value {
                        "collapse" => Visibility::Gone,
                        "hidden" => Visibility::Blank,
                        _ => Visibility::Shown,
                    }
                }
                _ => {}
            }
        }
        let style = if display || hide {
            Visibility::Gone
        } else {
            visibility
        };
        self.visibility = self.visibility.max(style);
    }
}

/// The number at the front of a value, as browsers read spans: `2px` is 2. `None` without a digit.
fn leading_number(value: &str) -> Option<u32> {
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let value = value.strip_prefix('+').unwrap_or(value);
    let mut number: Option<u32> = None;
    for digit in value.chars().map_while(|c| c.to_digit(10)) {
        number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit));
    }
    number
}
