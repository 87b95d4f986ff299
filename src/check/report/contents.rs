//! The list of the sections in the preface: 本报告由……六个部分组成.

use std::ops::Range;

use super::fail;
use super::survey::{Survey, Words};
use crate::check::Tally;
use crate::finding::ReportFault;
use crate::form::Section;
use crate::prose::ends_sentence;
use crate::strings;

/// How a list says that it has six members.
const SIX: [&str; 9] = [
    "六个部分",
    "六部分",
    "六个方面",
    "六方面",
    "六项内容",
    "6个部分",
    "6部分",
    "6个方面",
    "6项内容",
];
/// By which words a list names each section.
const NAMES: [(Section, &[&str]); 6] = [
    (
        Section::Overview,
        &["总体情况", "总体工作", "总体概", "概述", "基本情况", "总体"],
    ),
    (Section::Disclosure, &["主动公开"]),
    (
        Section::Requests,
        &[
            "收到和处理",
            "收到处理",
            "收到与处理",
            "收到及处理",
            "依申请",
            "公开申请",
        ],
    ),
    (Section::Disputes, &["复议", "诉讼"]),
    (Section::Problems, &["问题", "改进"]),
    (Section::Other, &["其他", "其它", "报告的事项", "报告事项"]),
];

/// Judges the first list of sections that says how many it has.
pub(super) fn run(survey: &Survey<'_>, tally: &mut Tally) {
    let Some((words, part)) = list(survey) else {
        return;
    };
    let text: String = words.folded.part(part.clone()).iter().collect();
    let members: Vec<&str> = text
        .split([',', '、', ':'])
        .map(str::trim)
        .filter(|member| member.chars().count() >= 4)
        .collect();
    let twice = members
        .iter()
        .enumerate()
        .find(|(at, member)| members.iter().take(*at).any(|other| other == *member))
        .and_then(|(_, member)| section(member));
    let named = |section: &Section| {
        NAMES
            .iter()
            .any(|(known, words)| known == section && holds(&text, words))
    };
    let missing: Vec<Section> = Section::ALL
        .into_iter()
        .filter(|section| !named(section))
        .collect();
    let fault = if let Some(section) = twice {
        ReportFault::SectionTwice(section)
    } else if missing.is_empty() {
        tally.pass();
        return;
    } else if missing.len() > 2 || missing.contains(&Section::Other) {
        // Another list, or one that breaks off with 等: nothing is wrong with either.
        return;
    } else {
        ReportFault::SectionsCounted { missing }
    };
    fail(tally, fault, Some(words.quote(part)));
}

/// From the beginning of the sentence to the number of its members.
fn list<'a, 's>(survey: &'s Survey<'a>) -> Option<(&'s Words<'a>, Range<usize>)> {
    survey.words.iter().find_map(|words| {
        let end = SIX
            .iter()
            .filter_map(|six| words.folded.find(0, six))
            .min()?;
        let start = words
            .folded
            .part(0..end)
            .iter()
            .rposition(|c| ends_sentence(*c))
            .map_or(0, |at| at.saturating_add(1));
        let sentence = words.folded.part(start..end);
        // 包括六个部分：…… counts before it names.
        let names: String = sentence.iter().collect();
        let before = NAMES
            .iter()
            .filter(|(_, words)| holds(&names, words))
            .count();
        (before >= 4).then_some((words, start..end))
    })
}

fn section(member: &str) -> Option<Section> {
    NAMES
        .iter()
        .find(|(_, words)| holds(member, words))
        .map(|(section, _)| *section)
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| strings::holds(text, word))
}
