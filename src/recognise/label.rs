//! Labels of the form as writers spell them: with blanks, other brackets, other numbering, or shortened.

use crate::edition::{BlockForm, ColumnForm, LineForm, TableForm};
use crate::form::Line;
use crate::prose::folded::plain;
use crate::strings;

/// A text without white space and width, brackets and quotation marks made plain.
pub(super) fn squash(text: &str) -> String {
    let mut squashed = String::with_capacity(text.len());
    squashed.extend(text.chars().filter_map(plain));
    squashed
}

/// True for signs that say nothing in a label.
pub(super) fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '「'
            | '」'
            | '、'
            | ','
            | ';'
            | ':'
            | '。'
            | '.'
            | '('
            | ')'
            | '-'
            | '/'
            | '·'
            | '_'
            | '*'
            | '《'
            | '》'
    )
}

/// A squashed label without number, bracketed tail and punctuation.
pub(super) fn core(squashed: &str) -> String {
    let (_, rest) = strip_number(squashed);
    without_brackets(rest)
        .chars()
        .filter(|c| !is_punctuation(*c))
        .collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    // A bracket that was never closed must not eat the label.
    if out.is_empty() { text.to_owned() } else { out }
}

fn numeral(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
        )
}

/// The number in front of a squashed label and the rest: `(一)`, `一)`, `1.`, `1、`, `①`, or a bare digit.
pub(super) fn strip_number(text: &str) -> (Option<char>, &str) {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return (None, text);
    };
    if ('①'..='⑳').contains(&first) {
        let digit = u32::from(first)
            .saturating_sub(u32::from('①'))
            .saturating_add(1);
        return (char::from_digit(digit, 36), chars.as_str());
    }
    let opened = first == '(';
    let digit = if opened {
        chars.next().unwrap_or(' ')
    } else {
        first
    };
    if !numeral(digit) {
        return (None, text);
    }
    let after_digit = chars.as_str();
    match chars.next() {
        Some(')') => {
            let rest = chars.as_str();
            (Some(digit), rest.strip_prefix(['.', '、']).unwrap_or(rest))
        }
        Some('.' | '、' | ':' | ',') if !opened => (Some(digit), chars.as_str()),
        // `1属于国家秘密`: the point was lost. A Chinese numeral alone may belong to the label itself.
        Some(next) if digit.is_ascii_digit() && !next.is_ascii_digit() && !opened => {
            (Some(digit), after_digit)
        }
        _ => (None, text),
    }
}

/// The labels of one line, ready to be compared.
#[derive(Clone, Debug)]
pub(super) struct LinePattern {
    pub(super) line: Line,
    pub(super) block: &'static BlockForm,
    number: Option<char>,
    cores: Vec<Core>,
}

/// A label without number, bracketed tail and punctuation.
#[derive(Clone, Debug)]
struct Core {
    text: String,
    /// Its characters, counted.
    length: usize,
    /// A bit for each character, shared by many: what lacks one of another's bits cannot hold it.
    marks: u64,
}

impl Core {
    fn new(text: String) -> Self {
        let (mut length, mut marks) = (0_usize, 0_u64);
        for c in text.chars() {
            length = length.saturating_add(1);
            marks |= 1 << (u32::from(c) % u64::BITS);
        }
        Self {
            text,
            length,
            marks,
        }
    }

    /// Whether another stands in it.
    fn holds(&self, other: &Self) -> bool {
        other.marks & !self.marks == 0 && strings::holds(&self.text, &other.text)
    }
}

/// The labels of a table.
#[derive(Clone, Debug)]
pub(super) struct TablePattern {
    pub(super) lines: Vec<LinePattern>,
    groups: Vec<String>,
}

impl TablePattern {
    /// The labels of a table of an edition.
    pub(super) fn new(form: &TableForm) -> Self {
        let mut groups: Vec<String> = Vec::new();
        let lines = form
            .lines()
            .map(|(block, line)| {
                for group in line.groups {
                    let group = squash(group);
                    if !groups.contains(&group) {
                        groups.push(group);
                    }
                }
                LinePattern {
                    line: line.line,
                    block,
                    number: number_of(line),
                    cores: cores(line),
                }
            })
            .collect();
        Self { lines, groups }
    }

    /// The lines that a squashed label may name, each with a score: 100 and more for the label itself, less for
    /// shortened or lengthened ones.
    pub(super) fn candidates(&self, squashed: &str) -> Vec<(usize, u32)> {
        let mut text = squashed;
        let mut found = self.score_all(text);
        // `（六）其他处理 3.其他` in one cell: the group label is not part of the line's own.
        while let Some(rest) = self
            .groups
            .iter()
            .find_map(|group| text.strip_prefix(group.as_str()))
        {
            if rest.is_empty() {
                break;
            }
            for (line, score) in self.score_all(rest) {
                match found.iter_mut().find(|(known, _)| *known == line) {
                    Some((_, known)) => *known = score.max(*known),
                    None => found.push((line, score)),
                }
            }
            text = rest;
        }
        found
    }

    fn score_all(&self, squashed: &str) -> Vec<(usize, u32)> {
        let (number, _) = strip_number(squashed);
        let core = Core::new(core(squashed));
        if core.length == 0 {
            return Vec::new();
        }
        let scores = self
            .lines
            .iter()
            .map(|pattern| pattern.score(&core, number));
        scores.enumerate().filter(|(_, score)| *score > 0).collect()
    }
}

impl LinePattern {
    fn score(&self, core: &Core, number: Option<char>) -> u32 {
        let mut best: u32 = 0;
        for (index, own) in self.cores.iter().enumerate() {
            let score = if own.text == core.text {
                if index == 0 { 100 } else { 95 }
            } else if own.length >= 5 && core.holds(own) {
                70
            } else if core.length >= 4 && own.holds(core) {
                60
            } else {
                0
            };
            best = best.max(score);
        }
        if best > 0 && number.is_some() && number == self.number {
            best.saturating_add(8)
        } else {
            best
        }
    }
}

fn number_of(line: &LineForm) -> Option<char> {
    line.number.chars().find(|c| numeral(*c))
}

fn cores(line: &LineForm) -> Vec<Core> {
    let labels = std::iter::once(&line.label).chain(line.aliases);
    labels
        .map(|label| Core::new(core(&squash(label))))
        .collect()
}

/// The labels of one column, ready to be compared.
#[derive(Clone, Debug)]
pub(super) struct ColumnPattern {
    cores: Vec<String>,
}

impl ColumnPattern {
    /// The labels of a column.
    pub(super) fn new(column: &ColumnForm) -> Self {
        let labels = std::iter::once(&column.label).chain(column.aliases);
        Self {
            cores: labels.map(|label| core(&squash(label))).collect(),
        }
    }

    /// True if a core text is one of the labels.
    pub(super) fn names(&self, core: &str) -> bool {
        !core.is_empty() && self.cores.iter().any(|own| own == core)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Edition;
    use crate::form::Table;

    fn best(edition: &str, label: &str) -> Option<Line> {
        let form = Edition::from_name(edition)
            .unwrap()
            .table(Table::Requests)
            .unwrap();
        let pattern = TablePattern::new(form);
        let candidates = pattern.candidates(&squash(label));
        let best = candidates
            .iter()
            .max_by_key(|(line, score)| (*score, std::cmp::Reverse(*line)))?;
        Some(pattern.lines[best.0].line)
    }

    #[test]
    fn official_labels_name_their_line() {
        for edition in crate::edition::EDITIONS {
            let form = edition.table(Table::Requests).unwrap();
            for (_, line) in form.lines() {
                assert_eq!(
                    best(edition.name, &line.full_label()),
                    Some(line.line),
                    "{}",
                    line.full_label()
                );
                assert_eq!(
                    best(edition.name, line.label),
                    Some(line.line),
                    "{}",
                    line.label
                );
            }
        }
    }

    #[test]
    fn variants_seen_in_reports() {
        for (label, line) in [
            ("(七) 总计", Line::OutcomeTotal),
            ("七）总计", Line::OutcomeTotal),
            ("（7）总计", Line::OutcomeTotal),
            ("3、危及\"三安全一稳定\"", Line::SecurityAndStability),
            ("三安全一稳定", Line::SecurityAndStability),
            ("2. 其他法律行政法规禁止公\n开", Line::ForbiddenByLaw),
            ("1.逾期不补正", Line::NotSupplemented),
            ("2.逾期不缴费", Line::FeeUnpaid),
            ("（六）其他处理 3.其他", Line::OtherOutcome),
            ("3. 其他", Line::OtherOutcome),
            ("部分公开", Line::GrantedInPart),
            (
                "（二）部分公开(区分处理的, 只计这一情形, 不计其他情形)",
                Line::GrantedInPart,
            ),
            ("三、本年度办理结果（一）予以公开", Line::Granted),
            ("①属于国家秘密", Line::StateSecret),
            ("1属于国家秘密", Line::StateSecret),
            ("5.要求确认或重新出具已获取信息", Line::Reconfirmation),
            ("四、结转下一年度继续办理", Line::CarriedOut),
            ("5. 属于内部事务信息", Line::InternalAffairs),
        ] {
            assert_eq!(best("2021", label), Some(line), "{label}");
        }
        assert_eq!(best("2019", "（六）其他处理"), Some(Line::OtherOutcome));
        for label in [
            "申请人情况",
            "（三）不予公开",
            "自然人",
            "商业企业",
            "信息内容",
            "",
        ] {
            assert_eq!(best("2021", label), None, "{label}");
        }
    }
}
