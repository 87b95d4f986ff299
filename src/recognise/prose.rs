//! The words around the tables: headings, paragraphs, and lines that are neither.

use super::label::squash;
use crate::document::{Block, Document};
use crate::edition::heading::{HEADINGS, HeadingForm, core, core_of};
use crate::form::Section;
use crate::number;
use crate::prose::{Passage, Prose, Role, ends_sentence};
use crate::strings::{self, traditional};

/// Characters of a line that a copy may have broken; a shorter one ends where its writer ended it.
const BROKEN_LINE: usize = 20;
/// Characters that a heading has at most, unless what follows was glued to it.
const HEADING_CHARS: usize = 60;
/// Bytes that a heading has at least: `一.概述`.
const LEAST_BYTES: usize = 10;
/// Characters that tell how a line begins.
const BEGINNING: usize = 12;
/// Letters that a heading must have to be told with something glued behind it.
const TELLING: usize = 6;

/// Reads the words of a document.
pub(super) fn read(document: &Document) -> Prose {
    let mut writer = Writer::default();
    for (index, block) in document.blocks.iter().enumerate() {
        let block_number = u32::try_from(index).unwrap_or(u32::MAX);
        match block {
            Block::Paragraph(paragraph) => {
                for line in paragraph
                    .text
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                {
                    writer.add(line, block_number, paragraph.page);
                }
            }
            // A sentence or a heading in a cell: reports set in a frame, and notes below a table.
            Block::Grid(grid) => {
                for cell in grid.cells() {
                    let sentences = strings::holds(&cell.text, "。");
                    for line in cell.text.lines().filter(|line| !line.trim().is_empty()) {
                        if sentences || heading(line).is_some() {
                            writer.add(line, block_number, cell.page);
                        }
                    }
                }
            }
        }
    }
    writer.prose
}

/// The words of a document, line by line.
#[derive(Default)]
struct Writer {
    prose: Prose,
    section: Option<Section>,
    /// The lines of the last passage, and where its last one begins.
    lines: u32,
    last_line: usize,
}

impl Writer {
    fn add(&mut self, line: &str, block: u32, page: Option<u32>) {
        let role = match heading(line) {
            Some((found, number)) => {
                self.section = Some(found);
                Role::Heading { number }
            }
            None if is_body(line, self.section) => Role::Body,
            None => Role::Line,
        };
        let (section, lines) = (self.section, self.lines);
        if let Some(last) = self.prose.passages.last_mut() {
            let last_line = last.text.get(self.last_line..).unwrap_or_default();
            if continues(last, (last_line, lines), line, role, section, block) {
                last.text.push('\n');
                self.last_line = last.text.len();
                self.lines = lines.saturating_add(1);
                last.text.push_str(line);
                if line.contains(ends_sentence) {
                    last.role = Role::Body;
                }
                return;
            }
        }
        (self.lines, self.last_line) = (1, 0);
        self.prose.passages.push(Passage {
            role,
            section,
            text: line.to_owned(),
            block,
            page,
        });
    }
}

/// Whether a line goes on where the passage before it broke off: the next block, no sign of an end, no sign
/// of a beginning. Of the passage the last line and the number of lines are known.
fn continues(
    last: &Passage,
    (last_line, lines): (&str, u32),
    line: &str,
    role: Role,
    section: Option<Section>,
    block: u32,
) -> bool {
    let same = !matches!(role, Role::Heading { .. })
        && !matches!(last.role, Role::Heading { .. })
        && last.section == section
        && block.saturating_sub(last.block) <= lines;
    // What a table leaves behind has no comma as a rule; the first half of a sentence has one.
    let sentence = last.role == Role::Body
        || last_line.contains(['，', ','])
        || last_line.starts_with(['　', '\u{a0}']);
    // No text begins with these signs.
    let inside = line.starts_with(['，', '、', '；', '。', '）', '”']);
    let ended =
        |c: char| ends_sentence(c) || (!inside && matches!(c, '：' | ':' | '）' | ')' | '”'));
    let broken = sentence
        && last_line.chars().count() >= BROKEN_LINE
        && !last_line.trim_end().ends_with(ended);
    same && broken && !begins(line)
}

/// Whether a line begins something: an indent, a number, a list sign.
fn begins(line: &str) -> bool {
    if line.starts_with(['　', '\u{a0}']) || line.starts_with("  ") {
        return true;
    }
    let text = squash(&beginning(line));
    let mut chars = text.chars();
    match chars.next() {
        Some('(') => chars
            .next()
            .is_some_and(|c| is_ordinal(c) || c.is_ascii_digit()),
        Some('●' | '•' | '■' | '◆' | '第') => true,
        Some(c) if is_ordinal(c) => matches!(chars.next(), Some('是' | '、' | '.')),
        Some(c) if c.is_ascii_digit() => {
            matches!(chars.find(|c| !c.is_ascii_digit()), Some('、' | ')'))
        }
        _ => false,
    }
}

/// Whether a line is running text. Sections two to four, and what stands in front of the first heading, hold
/// titles and what tables leave behind; there only a sentence is text.
fn is_body(line: &str, section: Option<Section>) -> bool {
    match section {
        Some(Section::Overview | Section::Problems | Section::Other) => true,
        _ => line.contains(ends_sentence),
    }
}

fn is_ordinal(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

/// The section that a line is the heading of, and its number as written.
pub(super) fn heading(line: &str) -> Option<(Section, Option<char>)> {
    // Most lines are no headings; their length and first characters tell, before anything is folded.
    if line.len() < LEAST_BYTES {
        return None;
    }
    let front = line.trim_start();
    let mut first = front.chars().filter(|c| !c.is_whitespace()).take(4);
    let ordinal = first.clone().any(is_ordinal);
    if !(ordinal && numbered(&squash(&beginning(front))).0.is_some()) {
        let long = front.chars().nth(HEADING_CHARS).is_some();
        if long || !first.next().is_some_and(may_begin) {
            return None;
        }
    }
    let text = squash(front);
    let (number, label) = numbered(&text);
    let label = core(label);
    let form = HEADINGS
        .iter()
        .find(|form| names(form, &label, number.is_some()))?;
    Some((form.section, number))
}

/// The first characters of a line, without white space.
fn beginning(line: &str) -> String {
    let chars = line.chars().filter(|c| !c.is_whitespace());
    chars.take(BEGINNING).collect()
}

/// Whether a heading without a number may begin with a character: with its official words, or with a sign that labels are
/// compared without.
fn may_begin(c: char) -> bool {
    let Some(plain) = number::fold(c) else {
        return true;
    };
    let plain = traditional::simplified(plain);
    let mut official = HEADINGS.iter().flat_map(|form| form.labels);
    core_of(std::iter::once(plain)).next().is_none()
        || official.any(|label| label.starts_with(plain))
}

/// A number in front of a heading, and the rest. A stray character in front of the number is passed over
/// (`l六、`), `第一部分` counts as `一`.
fn numbered(text: &str) -> (Option<char>, &str) {
    let text = text.strip_prefix('第').unwrap_or(text);
    let mut chars = text.char_indices().peekable();
    let mut passed = 0_usize;
    while let Some((_, c)) = chars.next() {
        if is_ordinal(c) {
            let rest = |at: usize| text.get(at..).unwrap_or_default();
            if let Some((at, sign)) = chars.peek().copied() {
                if matches!(sign, '、' | '.' | ',' | ':') {
                    return (Some(c), rest(at.saturating_add(sign.len_utf8())));
                }
                if let Some(label) = rest(at).strip_prefix("部分") {
                    return (Some(c), label);
                }
            }
            return (None, text);
        }
        passed = passed.saturating_add(1);
        if passed > 1 || !c.is_ascii_alphanumeric() {
            break;
        }
    }
    (None, text)
}

/// Whether a label names a section: exactly, or, behind a number and if it tells enough, with something
/// glued to it. Without a number only the official wording counts.
fn names(form: &HeadingForm, label: &str, is_numbered: bool) -> bool {
    let is = |known: &&str| core_of(known.chars()).eq(label.chars());
    if !is_numbered {
        return form.labels.iter().any(is);
    }
    form.labels.iter().chain(form.aliases).any(|known| {
        is(known) || {
            let known = core(known);
            known.chars().count() >= TELLING
                && (label.starts_with(&known)
                    || (label.chars().count() <= HEADING_CHARS && strings::holds(label, &known)))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(lines: &[&str]) -> Vec<(Option<u32>, Role, String)> {
        let mut document = Document::default();
        for line in lines {
            document.push_paragraph(*line, None);
        }
        read(&document)
            .passages
            .into_iter()
            .map(|passage| {
                (
                    passage.section.map(Section::number),
                    passage.role,
                    passage.text,
                )
            })
            .collect()
    }

    #[test]
    fn headings_seen_in_published_reports_name_their_section() {
        for (line, section, number) in [
            ("一、总体情况", 1, Some('一')),
            ("一.总体情况", 1, Some('一')),
            (" 一 、 总 体 情 况", 1, Some('一')),
            ("一、工作总体推进情况", 1, Some('一')),
            ("总体情况", 1, None),
            ("二、行政机关主动公开政府信息情况", 2, Some('二')),
            (
                "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数",
                2,
                Some('二'),
            ),
            ("三、收到和处理政府信息公开申请情况", 3, Some('三')),
            (
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                4,
                Some('四'),
            ),
            ("四、政府信息公开行政复议及行政诉讼情况", 4, Some('四')),
            (
                "五、政府信息公开工作存在的主要问题及改进情况",
                5,
                Some('五'),
            ),
            ("五、存在问题及改进情况", 5, Some('五')),
            ("l六、其他需要报告的事项", 6, Some('六')),
            ("七、其他需要报告的事项", 6, Some('七')),
            ("第六部分 其他需要报告的事项", 6, Some('六')),
        ] {
            let found = heading(line).map(|(section, number)| (section.number(), number));
            assert_eq!(found, Some((section, number)), "{line}");
        }
    }

    #[test]
    fn lines_that_only_look_like_headings() {
        for line in [
            "（一）主动公开政府信息情况",
            "一、本年新收政府信息公开申请数量",
            "三、本年度办理结果",
            "二是主动公开政府信息情况良好。",
            "1.主动公开政府信息情况",
            "其他事项",
            "第一部分",
            "",
        ] {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    #[test]
    fn lines_broken_by_a_copy_are_one_passage() {
        let text = prose(&[
            "一、总体情况",
            "　　示例市示例局本年度收到政府信息公开申请一共1",
            "03件，全部按期答复。",
            "　　二是加强管理。",
            "六、其他需要报告的事项",
            "无",
        ]);
        let bodies: Vec<&str> = text
            .iter()
            .filter(|(_, role, _)| *role == Role::Body)
            .map(|(_, _, text)| text.as_str())
            .collect();
        assert_eq!(
            bodies,
            [
                "　　示例市示例局本年度收到政府信息公开申请一共1\n03件，全部按期答复。",
                "　　二是加强管理。",
                "无"
            ]
        );
        assert_eq!(text.last().unwrap().0, Some(6));
    }

    #[test]
    fn what_a_table_leaves_behind_is_no_text() {
        let text = prose(&[
            "三、收到和处理政府信息公开申请情况",
            "自然人",
            "一、本年新收政府信息公开申请数量15130000154",
            "本年度未收到涉企申请。",
        ]);
        let roles: Vec<Role> = text.into_iter().map(|(_, role, _)| role).collect();
        assert_eq!(
            roles,
            [
                Role::Heading {
                    number: Some('三')
                },
                Role::Line,
                Role::Line,
                Role::Body
            ]
        );
    }
}
