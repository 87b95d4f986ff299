//! What is left of a template or of editing: placeholders, instructions, numbers that are not there, words twice.

use std::ops::Range;

use super::survey::{Survey, Words};
use super::{fail, fail_with};
use crate::check::Tally;
use crate::finding::{Leftover, ReportFault};
use crate::prose::folded::Folded;
use crate::strings;

/// Instructions of the form and of local templates, behind their opening bracket.
const INSTRUCTIONS: [&str; 7] = [
    "文字描述",
    "文字说明",
    "此处填写",
    "请填写",
    "请输入",
    "填写单位",
    "模板)",
];
/// What a number must stand behind, with the unit behind the number, so that nothing else can be meant without it.
const GAPS: [(&[&str], &[char]); 4] = [
    (
        &[
            "共公开",
            "共主动公开",
            "主动公开信息",
            "公开信息",
            "政府信息",
            "发布信息",
            "各类信息",
            "动态信息",
            "共发布",
            "共计",
            "累计",
        ],
        &['条', '篇'],
    ),
    (
        &[
            "共收到",
            "共受理",
            "共计",
            "合计",
            "总计",
            "申请共",
            "申请共计",
        ],
        &['件', '份', '宗'],
    ),
    (
        &["处理费", "处理费共", "处理费共计", "处理费合计"],
        &['元', '万'],
    ),
    (&["共举办", "共召开", "共开展"], &['次', '场', '期']),
];
/// All units of them.
const UNITS: [char; 10] = ['条', '篇', '件', '份', '宗', '元', '万', '次', '场', '期'];
/// What a colon behind it needs something behind.
const CONTACTS: [&str; 6] = ["电话", "电话号码", "邮编", "邮政编码", "地址", "邮箱"];
/// Words that never stand twice, each with what makes a word of the second.
const WORDS_TWICE: [(char, &[char]); 4] = [
    ('的', &['确', '士']),
    ('和', &['气', '美', '睦', '平', '谐']),
    ('及', &['时', '其', '早', '格']),
    ('与', &['会']),
];
/// Signs that never stand twice; a third makes a row of dots of them.
const SIGNS_TWICE: [char; 4] = [',', ';', '、', '。'];

/// Nothing of a template was left standing: one finding for all places of a kind.
pub(super) fn template(survey: &Survey<'_>, tally: &mut Tally) {
    if survey.words.is_empty() {
        return;
    }
    type Find = fn(&Folded) -> Option<Range<usize>>;
    let kinds: [(Leftover, Find); 4] = [
        (Leftover::Placeholder, placeholder),
        (Leftover::Instruction, instruction),
        (Leftover::NoFigure, gap),
        (Leftover::NoContact, contact),
    ];
    for (kind, find) in kinds {
        match first(survey, find) {
            None => tally.pass(),
            Some((words, part)) => {
                let quote = words.quote(part);
                fail(tally, ReportFault::Leftover(kind), Some(quote));
            }
        }
    }
}

/// No word and no sign stands twice.
pub(super) fn doubled(survey: &Survey<'_>, tally: &mut Tally) {
    if survey.words.is_empty() {
        return;
    }
    match first(survey, twice) {
        None => tally.pass(),
        Some((words, part)) => {
            let severity = tally.rule.severity;
            let quote = words.quote(part);
            fail_with(tally, severity, ReportFault::Doubled, Some(quote), &[]);
        }
    }
}

fn first<'a, 's>(
    survey: &'s Survey<'a>,
    find: impl Fn(&Folded) -> Option<Range<usize>>,
) -> Option<(&'s Words<'a>, Range<usize>)> {
    survey
        .words
        .iter()
        .find_map(|words| Some((words, find(&words.folded)?)))
}

/// `XX`, `××`, `○○`, `20XX年`: two or more of them, and no part of an address, of a word or of a year in Chinese
/// digits.
fn placeholder(folded: &Folded) -> Option<Range<usize>> {
    let mut at = 0_usize;
    while let Some(c) = folded.at(at) {
        if !matches!(c, 'X' | 'x' | '×' | '✕' | '○' | '〇' | '◯') {
            at = at.saturating_add(1);
            continue;
        }
        let start = at;
        while folded.at(at) == Some(c) {
            at = at.saturating_add(1);
        }
        let (before, behind) = (folded.before(start), folded.at(at));
        let year = folded.ends(start, "20") && behind == Some('年');
        let free = |side: Option<char>| {
            side.is_none_or(|side| {
                !side.is_ascii_alphanumeric()
                    && !matches!(side, '/' | '.' | '-' | '_' | '@' | '○' | '〇')
                    && !strings::has("零一二三四五六七八九十", side)
            })
        };
        // Small letters are what addresses and names of files are made of.
        let sure = c != 'x' || before.is_some_and(|side| !side.is_ascii());
        if at.saturating_sub(start) >= 2 && (year || (free(before) && free(behind) && sure)) {
            return Some(start..at);
        }
    }
    None
}

/// An instruction up to its closing bracket.
fn instruction(folded: &Folded) -> Option<Range<usize>> {
    folded.all("(").find_map(|at| {
        let behind = at.saturating_add(1);
        let word = INSTRUCTIONS
            .iter()
            .find(|word| folded.begins(behind, word))?;
        let end = behind.saturating_add(word.chars().count());
        let closed = folded.find(end.saturating_sub(1), ")");
        Some(at..closed.map_or(end, |close| close.saturating_add(1)))
    })
}

/// `全年共主动公开条，`: a unit right behind what is counted, and the end of the clause right behind the unit, since
/// units begin many words (条例, 件数, 次要).
fn gap(folded: &Folded) -> Option<Range<usize>> {
    (1..folded.len()).find_map(|at| {
        let next = at.saturating_add(1);
        let closed = match folded.at(next)? {
            ',' | '。' | ';' | '、' => true,
            '其' => folded.begins(next, "其中"),
            _ => false,
        };
        let unit = folded.at(at)?;
        if !closed || !UNITS.contains(&unit) {
            return None;
        }
        let blank = folded.ends(at, "__");
        let counted = GAPS.iter().any(|(words, units)| {
            units.contains(&unit) && (blank || words.iter().any(|word| folded.ends(at, word)))
        });
        counted.then(|| at.saturating_sub(4)..next)
    })
}

/// `电话：）`: a colon, and right behind it the end of the clause.
fn contact(folded: &Folded) -> Option<Range<usize>> {
    folded.all(":").find_map(|colon| {
        let behind = colon.saturating_add(1);
        let ended = matches!(folded.at(behind)?, ')' | ',' | ';' | '。');
        let word = CONTACTS
            .iter()
            .find(|word| ended && folded.ends(colon, word))?;
        Some(colon.saturating_sub(word.chars().count())..behind)
    })
}

fn twice(folded: &Folded) -> Option<Range<usize>> {
    (1..folded.len()).find_map(|at| {
        let c = folded.at(at)?;
        let start = at.checked_sub(1)?;
        let behind = at.saturating_add(1);
        if folded.at(start) != Some(c) {
            return None;
        }
        let sign = SIGNS_TWICE.contains(&c)
            && folded.at(behind) != Some(c)
            && folded.before(start) != Some(c);
        let word = WORDS_TWICE.iter().any(|(word, next)| {
            *word == c
                && !folded
                    .at(behind)
                    .is_some_and(|next_c| next.contains(&next_c))
        });
        (sign || word).then_some(start..behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(find: fn(&Folded) -> Option<Range<usize>>, text: &str) -> Option<String> {
        let folded = Folded::new(text);
        find(&folded).map(|part| folded.part(part).iter().collect())
    }

    #[test]
    fn placeholders_are_told_from_addresses_and_years() {
        for text in [
            "XX市示例局",
            "收到申请××件",
            "○○局",
            "20XX年",
            "ＸＸ局",
            "某xx局",
        ] {
            assert!(found(placeholder, text).is_some(), "{text}");
        }
        for text in [
            "http://www.example.gov.cn/xxgk/xx/index.html",
            "xxgk@example.cn",
            "二○○九年",
            "二〇〇八年",
            "7×24小时",
            "X光机",
            "XXL",
        ] {
            assert_eq!(found(placeholder, text), None, "{text}");
        }
    }

    #[test]
    fn every_unit_is_looked_for() {
        let units = GAPS.iter().flat_map(|(_, units)| *units);
        assert!(units.clone().all(|unit| UNITS.contains(unit)));
        assert_eq!(units.count(), UNITS.len());
    }

    #[test]
    fn gaps_are_told_from_words_that_begin_like_units() {
        for text in [
            "全年共主动公开条，其中",
            "共收到件，全部答复。",
            "收取信息处理费元。",
            "共公开____条，",
        ] {
            assert!(found(gap, text).is_some(), "{text}");
        }
        for text in [
            "根据政府信息条例，",
            "收到依申请公开件12件，",
            "共受理件数12，",
            "主动公开信息12条，",
            "共召开次数3，",
        ] {
            assert_eq!(found(gap, text), None, "{text}");
        }
        assert!(found(contact, "（电话：）").is_some());
        assert_eq!(found(contact, "联系电话：0000-000000。"), None);
        assert_eq!(found(contact, "联系电话："), None);
    }

    #[test]
    fn words_that_may_stand_twice() {
        assert!(found(twice, "公开的的信息").is_some());
        assert!(found(twice, "及时，，全面").is_some());
        for text in ["的的确确", "和和气气", "等等。。。", "及其及时"] {
            assert_eq!(found(twice, text), None, "{text}");
        }
    }
}
