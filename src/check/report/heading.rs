//! The six headings.

use super::fail;
use super::survey::{Survey, Words};
use crate::check::Tally;
use crate::edition::heading::{self, HEADINGS, HeadingForm, core, core_of};
use crate::finding::{ReportFault, SkipReason};
use crate::form::{Section, Table};
use crate::prose::{Role, ends_sentence};
use crate::sorted::SortedSet;
use crate::strings;

/// Characters that a heading in unknown words has at most.
const HEADING_CHARS: usize = 40;
/// What the numbered lines of table three end in; they are no headings.
const LINES: [&str; 3] = ["申请数量", "办理结果", "继续办理"];

/// The sections whose headings stand in the report in any shape: as a line of their own, glued to what stands around
/// them, without their number, or in words that nobody else used. A heading is missing only if there is none of these.
pub(super) fn seen(survey: &Survey<'_>) -> SortedSet<Section> {
    let mut seen = SortedSet::new();
    for words in &survey.words {
        if let (Role::Heading { .. }, Some(section)) = (words.passage.role, words.passage.section) {
            seen.insert(section);
        }
    }
    for form in &HEADINGS {
        let table = match form.section {
            Section::Disclosure => Some(Table::Disclosure),
            Section::Requests => Some(Table::Requests),
            Section::Disputes => Some(Table::Disputes),
            _ => None,
        };
        if table.is_some_and(|table| survey.report.table(table).heading_seen) {
            seen.insert(form.section);
        }
    }
    for words in &survey.words {
        named(words, &mut seen);
    }
    let unknown: Vec<Section> = Section::ALL
        .into_iter()
        .filter(|section| !seen.contains(section) && reworded(survey, *section).is_some())
        .collect();
    for section in unknown {
        seen.insert(section);
    }
    seen
}

/// The sections that a passage names: as a heading without its number, or with the number glued to other text.
fn named(words: &Words<'_>, seen: &mut SortedSet<Section>) {
    let folded = &words.folded;
    let known = |form: &HeadingForm| form.labels.iter().chain(form.aliases);
    if folded.len() <= HEADING_CHARS {
        let line = folded.part(0..folded.len()).iter().copied();
        let label = core_of(line.skip_while(char::is_ascii_digit));
        for form in &HEADINGS {
            if known(form).any(|official| core_of(official.chars()).eq(label.clone())) {
                seen.insert(form.section);
            }
        }
    }
    let signs = folded.part(0..folded.len()).windows(2).enumerate();
    for (at, pair) in signs {
        let [number, '、' | '.' | ',' | ':'] = pair else {
            continue;
        };
        let Some(form) = HEADINGS.iter().find(|form| form.number == *number) else {
            continue;
        };
        let behind = at.saturating_add(2);
        if known(form).any(|label| folded.begins(behind, label)) {
            seen.insert(form.section);
        }
    }
}

/// A short line with the number of a section, where that section belongs.
fn reworded<'a, 's>(survey: &'s Survey<'a>, section: Section) -> Option<&'s Words<'a>> {
    let form = heading::of(section)?;
    let before = Section::ALL
        .into_iter()
        .rfind(|other| *other < section && survey.has_heading(*other));
    survey.words.iter().find(|words| {
        let folded = &words.folded;
        let here = words.passage.section;
        !words.is_heading()
            && folded.len() <= HEADING_CHARS
            && folded.at(0) == Some(form.number)
            && matches!(folded.at(1), Some('、' | '.'))
            && (here == before || here.is_none())
            && !words.passage.text.contains(ends_sentence)
            && !folded.holds(&LINES)
    })
}

/// The headings as they stand, each section at its last place: in front of it may be a list of contents.
fn headings<'a, 's>(survey: &'s Survey<'a>) -> Vec<(Section, Option<char>, &'s Words<'a>)> {
    let mut found: Vec<(Section, Option<char>, &Words<'_>)> = Vec::new();
    for words in &survey.words {
        if let (Role::Heading { number }, Some(section)) =
            (words.passage.role, words.passage.section)
        {
            found.retain(|(other, _, _)| *other != section);
            found.push((section, number, words));
        }
    }
    found
}

/// The sections in the order of their first headings.
fn first_order(survey: &Survey<'_>) -> Vec<Section> {
    let mut order = Vec::new();
    for words in survey.words.iter().filter(|words| words.is_heading()) {
        if let Some(section) = words.passage.section
            && !order.contains(&section)
        {
            order.push(section);
        }
    }
    order
}

/// All six headings are there.
pub(super) fn missing(survey: &Survey<'_>, tally: &mut Tally) {
    if !survey.whole {
        tally.skip(SkipReason::Fragment);
        return;
    }
    let missing = absent(survey);
    if missing.is_empty() {
        tally.pass();
    } else {
        fail(tally, ReportFault::HeadingsMissing(missing), None);
    }
}

fn absent(survey: &Survey<'_>) -> Vec<Section> {
    Section::ALL
        .into_iter()
        .filter(|section| !survey.seen.contains(section))
        .collect()
}

/// The headings are numbered by their own numbers, as far as they have any, and stand in order.
pub(super) fn order(survey: &Survey<'_>, tally: &mut Tally) {
    if !survey.whole {
        return;
    }
    let headings = headings(survey);
    if headings.len() < 2 {
        tally.skip(SkipReason::SectionMissing);
        return;
    }
    let last: Vec<Section> = headings.iter().map(|(section, _, _)| *section).collect();
    if !last.is_sorted() && !first_order(survey).is_sorted() {
        fail(tally, ReportFault::HeadingsMisplaced(last), None);
        return;
    }
    // Behind a heading that is missing all others may count on: one cause, one finding.
    if !absent(survey).is_empty() {
        tally.pass();
        return;
    }
    let wrong: Vec<(Section, char)> = HEADINGS
        .iter()
        .filter_map(|form| Some((form.section, wrong_number(survey, form)?)))
        .collect();
    match wrong.first() {
        None => tally.pass(),
        Some((first, _)) => {
            let quote = headings
                .iter()
                .find(|(section, _, _)| section == first)
                .map(|(_, _, words)| words.quote_all());
            fail(tally, ReportFault::HeadingsMisnumbered(wrong), quote);
        }
    }
}

/// The number of a heading, if it is not its own. A narrative in front of the tables may have the same headings; one
/// that is right, or lost its number, is enough.
fn wrong_number(survey: &Survey<'_>, form: &HeadingForm) -> Option<char> {
    let mut wrong = None;
    for words in &survey.words {
        match words.passage.role {
            Role::Heading { number } if words.passage.section == Some(form.section) => {
                if number.is_none_or(|number| number == form.number) {
                    return None;
                }
                wrong = number;
            }
            _ => {}
        }
    }
    wrong
}

/// The headings have the official words, but for conjunctions and signs.
pub(super) fn wording(survey: &Survey<'_>, tally: &mut Tally) {
    if !survey.whole {
        return;
    }
    let mut other = Vec::new();
    let mut quote = None;
    let headings = headings(survey);
    for form in &HEADINGS {
        let heading = headings
            .iter()
            .find(|(section, _, _)| *section == form.section)
            .map(|(_, _, words)| *words);
        let words = match heading {
            Some(words) if is_official(words, form) => continue,
            Some(words) if words.folded.len() <= HEADING_CHARS => words,
            // Other text is glued to it: what belongs to the heading cannot be told.
            Some(_) => continue,
            None => match reworded(survey, form.section) {
                Some(words) => words,
                None => continue,
            },
        };
        quote.get_or_insert_with(|| words.quote_all());
        other.push((form.section, words.passage.text.trim().to_owned()));
    }
    if other.is_empty() {
        tally.pass();
    } else {
        fail(tally, ReportFault::HeadingsReworded(other), quote);
    }
}

/// Whether a heading has the official words, alone or among others.
fn is_official(words: &Words<'_>, form: &HeadingForm) -> bool {
    let folded = &words.folded;
    let line: String = folded.part(0..folded.len()).iter().collect();
    let line = core(&line);
    form.labels
        .iter()
        .any(|label| strings::holds(&line, &core(label)))
}
