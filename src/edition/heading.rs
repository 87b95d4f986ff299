//! The six section headings, as data. They are the same in all editions; the wording of some changed between
//! the notices, and published reports vary it further (`tests/files` and the fixtures of the heading rules).

use crate::form::Section;

/// The heading of a section.
#[derive(Debug, PartialEq, Eq)]
pub struct HeadingForm {
    /// Which section.
    pub section: Section,
    /// The number in front of it.
    pub number: char,
    /// The official wordings without the number, the one in force first.
    pub labels: &'static [&'static str],
    /// Variants seen, without blanks, conjunctions and punctuation.
    pub aliases: &'static [&'static str],
}

/// The heading of a section.
pub fn of(section: Section) -> Option<&'static HeadingForm> {
    HEADINGS.iter().find(|form| form.section == section)
}

/// A label without the signs and conjunctions that writers vary.
pub(crate) fn core(label: &str) -> String {
    core_of(label.chars()).collect()
}

/// The same, character by character: most lines differ from a label in the first.
pub(crate) fn core_of(
    label: impl Iterator<Item = char> + Clone,
) -> impl Iterator<Item = char> + Clone {
    label.filter(|c| !matches!(c, '、' | ',' | '.' | ':' | '和' | '及' | '与'))
}

/// The headings in the order of the form.
pub const HEADINGS: [HeadingForm; 6] = [
    HeadingForm {
        section: Section::Overview,
        number: '一',
        labels: &["总体情况"],
        aliases: &[
            "工作总体推进情况",
            "总体工作情况",
            "总体概况",
            "总体情况概述",
            "概述",
            "工作总体情况",
        ],
    },
    HeadingForm {
        section: Section::Disclosure,
        number: '二',
        labels: &["主动公开政府信息情况"],
        aliases: &[
            "行政机关主动公开政府信息情况",
            "主动公开情况",
            "主动公开信息情况",
        ],
    },
    HeadingForm {
        section: Section::Requests,
        number: '三',
        labels: &["收到和处理政府信息公开申请情况"],
        aliases: &[
            "行政机关收到处理政府信息公开申请情况",
            "收到处理政府信息公开申请",
            "依申请公开情况",
            "依申请公开政府信息情况",
        ],
    },
    HeadingForm {
        section: Section::Disputes,
        number: '四',
        labels: &["政府信息公开行政复议、行政诉讼情况"],
        aliases: &[
            "因政府信息公开工作被申请行政复议提起行政诉讼情况",
            "政府信息公开行政法复议行政诉讼情况",
            "行政复议行政诉讼情况",
            "政府信息公开行政复议提起行政诉讼情况",
        ],
    },
    HeadingForm {
        section: Section::Problems,
        number: '五',
        labels: &[
            "存在的主要问题及改进情况",
            "政府信息公开工作存在的主要问题及改进情况",
        ],
        aliases: &[
            "存在问题及改进情况",
            "存在主要问题及改进情况",
            "存在的问题及改进情况",
            "存在的主要问题及改进措施",
            "主要问题及改进情况",
            "存在的主要问题改进情况",
            "政府信息公开工作存在的主要问题及改进措施",
        ],
    },
    HeadingForm {
        section: Section::Other,
        number: '六',
        labels: &["其他需要报告的事项"],
        aliases: &[
            "其他报告的事项",
            "需要报告的其他事项",
            "其他需要报告事项",
            "其他事项",
            "其他需报告的事项",
        ],
    },
];
