//! The reporting body is the same in title, preface and signature.
//!
//! Bodies are called by short names, by the place alone, or with the government in front; only names that cannot be
//! the same body are told.

use super::fail;
use super::survey::{Survey, Words};
use crate::check::Tally;
use crate::finding::{ReportFault, SkipReason};
use crate::form::Section;
use crate::prose::folded::Folded;
use crate::strings;

/// Endings of the names of bodies.
const ENDINGS: [&str; 16] = [
    "局",
    "委",
    "委员会",
    "办公室",
    "办公厅",
    "人民政府",
    "办事处",
    "街道",
    "厅",
    "镇",
    "乡",
    "中心",
    "大队",
    "支队",
    "总队",
    "管委会",
];
/// Characters of a name at most.
const NAME: usize = 30;
/// Passages at the end in which a signature is looked for.
const TAIL: usize = 6;
/// What stands in front of a name in a preface.
const LEADS: [&str; 14] = [
    "现向社会公开",
    "现向社会公布",
    "向社会公布",
    "向社会公开",
    "现予公布",
    "现公布",
    "现公开",
    "现发布",
    "现编制",
    "编制了",
    "编制",
    "公布",
    "发布",
    "现将",
];

/// Compares the names.
pub(super) fn run(survey: &Survey<'_>, tally: &mut Tally) {
    let Some(unit) = survey.report.unit.as_deref() else {
        tally.skip(SkipReason::TitleMissing);
        return;
    };
    let others = [in_preface(survey), signature(survey)];
    if others.iter().all(Option::is_none) {
        return;
    }
    let other = others.into_iter().flatten().find(|(_, name, _)| {
        let name: String = name.iter().collect();
        differ(unit, &name)
    });
    match other {
        None => tally.pass(),
        Some((words, name, signature)) => {
            let found: String = name.iter().collect();
            let quote = words
                .folded
                .find(0, &found)
                .map(|at| words.quote(at..at.saturating_add(name.len())));
            let title = unit.to_owned();
            let fault = ReportFault::OtherBody {
                title,
                found,
                signature,
            };
            fail(tally, fault, quote);
        }
    }
}

/// A name, the passage it stands in, and whether it is the signature.
type Named<'a, 's> = (&'s Words<'a>, &'s [char], bool);

/// Whether a text ends as names of bodies do.
pub(super) fn ends_as_body(text: &[char]) -> bool {
    ENDINGS.iter().any(|end| {
        let mut tail = text.iter().rev();
        end.chars().rev().all(|c| tail.next() == Some(&c))
    })
}

/// `现公布示例市示例局2024年政府信息公开工作年度报告`: what stands between the verb and the year.
fn in_preface<'a, 's>(survey: &'s Survey<'a>) -> Option<Named<'a, 's>> {
    let first = survey.section(Section::Overview).take(1);
    survey.front().chain(first).find_map(|words| {
        let folded = &words.folded;
        (0..folded.len()).find_map(|at| {
            let (_, behind) = folded.year(at)?;
            let own = ["政府信息公开工作年度报告", "度政府信息公开工作年度报告"]
                .iter()
                .any(|name| folded.begins(behind, name));
            let start = own.then(|| lead(folded, at))??;
            let name = folded.part(start..at);
            (name.len() >= 3 && ends_as_body(name)).then_some((words, name, false))
        })
    })
}

/// Where the name begins that ends at a place: behind the verb in front of it.
fn lead(folded: &Folded, end: usize) -> Option<usize> {
    (end.saturating_sub(NAME)..end)
        .rev()
        .find(|start| LEADS.iter().any(|lead| folded.ends(*start, lead)))
}

/// A line with the name of a body beside a line with a date, at the end.
fn signature<'a, 's>(survey: &'s Survey<'a>) -> Option<Named<'a, 's>> {
    let tail = survey.words.len().saturating_sub(TAIL);
    let last = survey.words.get(tail..).unwrap_or(&[]);
    last.windows(2).find_map(|pair| {
        let [name, date] = pair else { return None };
        let chars = name.folded.part(0..name.folded.len());
        let named = chars.len() <= NAME && chars.len() >= 3 && ends_as_body(chars);
        let dated = date.folded.len() <= 11
            && date.folded.year(0).is_some()
            && date.folded.before(date.folded.len()) == Some('日');
        (named && dated && !name.is_heading()).then_some((name, chars, true))
    })
}

/// Whether two names surely are of different bodies: of different places of one rank, or of departments that have not
/// one character in common. A government and its office report for each other.
fn differ(one: &str, other: &str) -> bool {
    let (one, other) = (parts(one), parts(other));
    let places_differ = one.places.iter().any(|place| {
        let rank = place.chars().last();
        let same_rank = |known: &&String| known.chars().last() == rank;
        other
            .places
            .iter()
            .find(same_rank)
            .is_some_and(|known| !within(place, known) && !within(known, place))
    });
    let both = !one.work.is_empty() && !other.work.is_empty();
    let works_differ = both && !one.work.chars().any(|c| strings::has(&other.work, c));
    places_differ || works_differ
}

/// A name, taken apart.
struct Parts {
    /// The places with more than their rank: `示例市`, `示例区`.
    places: Vec<String>,
    /// What it works on: `教育` of `教育局`; nothing for governments.
    work: String,
}

fn parts(name: &str) -> Parts {
    let mut places = Vec::new();
    let mut rest = name;
    while let Some((at, rank)) = rest
        .char_indices()
        .find(|(_, c)| matches!(c, '省' | '市' | '县' | '区' | '旗' | '镇' | '乡'))
    {
        let behind = at.saturating_add(rank.len_utf8());
        let (place, after) = rest.split_at_checked(behind).unwrap_or((rest, ""));
        // 市场监督, 乡村振兴, 区域: no place ends here.
        if after.starts_with(['场', '村', '域', '容', '政']) {
            break;
        }
        if place.chars().count() > 2 {
            places.push(place.to_owned());
        }
        rest = after;
    }
    let mut work = rest.to_owned();
    let general = [
        "人民政府",
        "政府",
        "办公室",
        "办公厅",
        "办事处",
        "街道",
        "委员会",
        "管委会",
    ];
    for word in general {
        work = strings::replace(&work, word, "");
    }
    let work = work.trim_end_matches(['局', '委', '厅', '办', '队', '大', '支', '总']);
    Parts {
        places,
        work: work.to_owned(),
    }
}

/// Whether all characters of one text stand in another, in their order.
fn within(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_body_do_not_differ() {
        for (one, other) in [
            ("示例市教育局", "市教育局"),
            ("岭南县教育体育局", "县教体局"),
            ("岭南县教育体育局", "岭南县教体局"),
            ("江东市发展和改革委员会", "江东市发改委"),
            ("示例省人民政府外事办公室", "省外事办"),
            ("示例路街道", "示例路街道办事处"),
            ("榆树镇", "榆树镇人民政府"),
            ("江东市", "江东市人民政府办公厅"),
            ("江东市", "市政府办公室"),
            ("江东市市场监督管理局", "江东市市监局"),
            ("江东市岭南区教育局", "岭南区教育局"),
        ] {
            assert!(!differ(one, other), "{one} {other}");
            assert!(!differ(other, one), "{other} {one}");
        }
    }

    #[test]
    fn names_of_other_bodies_differ() {
        for (one, other) in [
            ("江东市教育局", "江东市统计局"),
            ("江东市教育局", "岭南市教育局"),
            ("岭南区统计局", "海东区统计局"),
        ] {
            assert!(differ(one, other), "{one} {other}");
        }
    }
}
