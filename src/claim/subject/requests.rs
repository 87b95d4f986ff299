//! Numbers of requests: received, carried, answered, by result, by applicant, by the way they came.

use super::super::item::{Item, Piece};
use super::super::lexicon::Word;
use super::super::{Pick, Subject};
use super::{Look, State};
use crate::form::{Column, Line};

/// What a number counts where requests are spoken of, and whether it is called as in the form.
pub(super) fn count(
    item: &Item,
    look: &Look,
    state: &State<'_>,
    before: &[Item],
    behind: &[Item],
) -> Option<(Subject, bool)> {
    if look.loose || look.has(Word::Except) && !look.carried() && look.right.is_empty() {
        return None;
    }
    let all_carried = look.has(Word::New) && look.carried_in();
    if all_carried && item.parent.is_none() {
        return Some((Subject::Handled, false));
    }
    if look.carried_in() && !received_with_carried(look) {
        return Some((Subject::CarriedIn, look.says(Word::CarriedIn)));
    }
    if look.carried_out() {
        return Some((Subject::CarriedOut, next_year(look)));
    }
    if look.carried() && !look.says(Word::CarriedIn) {
        // 结转 alone: out of the year if it stands behind what was answered.
        let answered = in_sentence(item, before)
            .any(|other| matches!(other.subject, Some(Subject::Answered | Subject::Outcome(_))));
        return answered.then_some((Subject::CarriedOut, false));
    }
    if put_off(item, look, behind) {
        return Some((Subject::CarriedOut, false));
    }
    if closes_results(item, look, before) {
        return Some((Subject::Answered, false));
    }
    if let Some(outcome) = outcome(item, look, before, behind) {
        return Some(outcome);
    }
    if let Some(found) = applicant(item, look, state, before, behind) {
        return found;
    }
    let channels = channels(item);
    let general = channels >= 2 || look.has(Word::AndSoOn);
    if channels > 0 && !general {
        return Some((Subject::Channel, false));
    }
    if look.has(Word::Rest) {
        return rest(item, before);
    }
    received(item, look)
}

/// `33件申请因未到期限，结转下一年度办理`: the clause behind tells.
fn put_off(item: &Item, look: &Look, behind: &[Item]) -> bool {
    let verb = |word: Word| {
        matches!(
            word,
            Word::New | Word::Received | Word::Handled | Word::Answered
        )
    };
    look.right.contains(&Word::Requests)
        && !look.left.iter().copied().any(verb)
        && behind.first().is_some_and(|next| {
            next.numeral.is_none()
                && next.sentence == item.sentence
                && next.words().any(|word| word == Word::CarriedOut)
        })
}

/// A sum behind a list of results: `予以公开3件、部分公开4件、不予公开5件，合计12件`.
fn closes_results(item: &Item, look: &Look, before: &[Item]) -> bool {
    let results = || in_sentence(item, before).map(|other| &other.subject);
    look.left == [Word::Sum]
        && look.right.is_empty()
        && results()
            .filter(|subject| matches!(subject, Some(Subject::Outcome(_))))
            .count()
            >= 3
        && !results().any(|subject| matches!(subject, Some(Subject::CarriedOut)))
}

/// Whether an item stands among three results or more, which no other list of numbers has.
pub(super) fn is_result_list(item: &Item, before: &[Item], behind: &[Item]) -> bool {
    // Semicolons end sentences, and lists go on behind them.
    let near = |other: &&Item| other.sentence.abs_diff(item.sentence) <= 3;
    let result = |other: &&Item| other.numeral.is_some() && !picks_of(other).is_empty();
    let all = before.iter().chain(behind).filter(near);
    all.filter(result).count() >= 3
}

/// How many ways of coming in are named: 网络平台 is one, 网上、信函 are two.
fn channels(item: &Item) -> usize {
    let channel = |piece: &Piece| *piece == Piece::Word(Word::Channel);
    item.left
        .split(|piece| !channel(piece))
        .filter(|ways| !ways.is_empty())
        .count()
}

fn is_applicant(word: Word) -> bool {
    matches!(word, Word::Applicant(_) | Word::Organisations)
}

/// `收到申请（含上年结转）12件`
fn received_with_carried(look: &Look) -> bool {
    let verb = look
        .left
        .iter()
        .position(|word| matches!(word, Word::New | Word::Received | Word::Handled));
    let thing = look.left.iter().position(|word| *word == Word::Requests);
    let carried = look
        .left
        .iter()
        .position(|word| matches!(word, Word::CarriedIn | Word::Carry));
    matches!((verb, thing, carried), (Some(verb), Some(thing), Some(carried)) if verb < carried && thing < carried)
}

/// Whether the next year is named as the form does.
fn next_year(look: &Look) -> bool {
    look.says(Word::CarriedOut)
}

/// The items of the same sentence in front of an item.
fn in_sentence<'a>(item: &Item, before: &'a [Item]) -> impl Iterator<Item = &'a Item> + use<'a> {
    let sentence = item.sentence;
    before
        .iter()
        .rev()
        .take_while(move |other| other.sentence == sentence)
}

/// Requests received, handled or answered.
fn received(item: &Item, look: &Look) -> Option<(Subject, bool)> {
    let part = item.parent.is_some();
    let (new, received) = (look.has(Word::New), look.has(Word::Received));
    let (handled, answered) = (look.says(Word::Handled), look.says(Word::Answered));
    if look.unknown_behind && !look.has(Word::Requests) {
        return None;
    }
    if look.qualified || (part && look.led) {
        return None;
    }
    if answered {
        if received || (handled && !look.has(Word::Answered)) {
            return Some((Subject::Handled, false));
        }
        // A part of those received, or of those of this year, is not all that was answered.
        let of_some = new || look.has(Word::Remaining) || !look.has(Word::Answered);
        let first = part && item.notes.first;
        return (!of_some && !first).then_some((Subject::Answered, false));
    }
    if part && !new {
        return None;
    }
    if new || received {
        let carried = received_with_carried(look)
            || item
                .beside
                .iter()
                .filter_map(Piece::word)
                .any(|word| matches!(word, Word::CarriedIn | Word::Carry | Word::LastYear));
        let official = look.says(Word::Requests);
        return Some((Subject::New { carried }, official));
    }
    if handled {
        return Some((Subject::Handled, false));
    }
    // 政府信息公开申请12件
    let plain = look.says(Word::Requests) && !look.says(Word::Rate);
    plain.then_some((Subject::New { carried: false }, false))
}

/// Requests by result.
fn outcome(item: &Item, look: &Look, before: &[Item], behind: &[Item]) -> Option<(Subject, bool)> {
    let left: Vec<Pick> = picks(&look.left);
    let picked = if left.is_empty() {
        picks(&look.right)
    } else {
        left
    };
    let mut picks = picked;
    if picks.is_empty() {
        let alone = look.left.iter().all(|word| {
            matches!(
                word,
                Word::Disclosed | Word::OfWhich | Word::Sum | Word::Handled | Word::Answered
            )
        });
        let sentence = item.sentence;
        let results = |other: &Item| other.sentence == sentence && !picks_of(other).is_empty();
        let listed = before.iter().any(results) || behind.iter().any(results);
        let disclosed = look.has(Word::Disclosed) && alone && listed && !look.led;
        return disclosed.then(|| (Subject::Outcome(vec![Pick::Line(Line::Granted)]), false));
    }
    // 公开（含部分公开）
    let both = item.left.windows(2).any(|pair| {
        let [one, other] = pair else { return false };
        *one == Piece::Word(Word::Disclosed)
            && *other == Piece::Word(Word::Outcome(Line::GrantedInPart))
    });
    if both {
        picks.push(Pick::Line(Line::Granted));
    }
    let beside: Vec<Word> = item.beside.iter().filter_map(Piece::word).collect();
    let lines = |pick: &Pick| matches!(pick, Pick::Line(line) if is_granted(*line));
    if picks.iter().all(lines) {
        picks.extend(self::picks(&beside));
    }
    if look.qualified {
        return None;
    }
    // 因本机关不掌握相关政府信息，无法提供3件: the reason stands in the clause in front.
    let reason = before.last().filter(|clause| {
        clause.numeral.is_none()
            && clause.sentence == item.sentence
            && clause.words().any(|word| word == Word::Reason)
    });
    if let Some(clause) = reason {
        picks.extend(picks_of(clause));
    }
    // A named reason narrows its group.
    let reasons: Vec<Pick> = picks
        .iter()
        .copied()
        .filter(|pick| matches!(pick, Pick::Line(line) if !is_granted(*line)))
        .collect();
    let groups = picks.iter().any(|pick| matches!(pick, Pick::Group(_)));
    if groups && !reasons.is_empty() {
        picks = reasons;
    } else if look.has(Word::AndSoOn) && !groups {
        return None;
    }
    Some((Subject::Outcome(picks), true))
}

fn is_granted(line: Line) -> bool {
    matches!(line, Line::Granted | Line::GrantedInPart)
}

fn picks(words: &[Word]) -> Vec<Pick> {
    let mut picks = Vec::new();
    for word in words {
        let pick = match word {
            Word::Outcome(line) => Pick::Line(*line),
            Word::Group(line) => Pick::Group(*line),
            _ => continue,
        };
        if !picks.contains(&pick) {
            picks.push(pick);
        }
    }
    picks
}

fn picks_of(item: &Item) -> Vec<Pick> {
    let words: Vec<Word> = item
        .words()
        .chain(item.right.iter().filter_map(Piece::word))
        .collect();
    picks(&words)
}

/// Requests by applicant. Kinds that are named side by side are all applicants.
#[expect(
    clippy::option_option,
    reason = "no applicant is named, or nothing can be said of those named"
)]
fn applicant(
    item: &Item,
    look: &Look,
    state: &State<'_>,
    before: &[Item],
    behind: &[Item],
) -> Option<Option<(Subject, bool)>> {
    let columns: Vec<Option<Column>> = look
        .words()
        .filter_map(|word| match word {
            Word::Applicant(column) => Some(Some(column)),
            Word::Organisations => Some(None),
            _ => None,
        })
        .collect();
    let [column] = columns.as_slice() else {
        return None;
    };
    if look.has(Word::AndSoOn) || look.led {
        return Some(None);
    }
    // 企业 and 个人 are said of many things; beside other applicants they are columns.
    let listed = item.parent.is_some()
        || in_sentence(item, before)
            .any(|other| matches!(other.subject, Some(Subject::Applicant { .. })))
        || behind
            .iter()
            .take_while(|other| other.sentence == item.sentence)
            .filter(|other| other.numeral.is_some())
            .any(|other| other.words().any(is_applicant))
        || look.says(Word::Requests);
    if !listed {
        return Some(None);
    }
    let answered = state.answered || look.says(Word::Answered);
    let subject = Subject::Applicant {
        column: *column,
        answered,
    };
    Some(Some((subject, true)))
}

/// 其他 at the end of a list is of the kind of the list.
fn rest(item: &Item, before: &[Item]) -> Option<(Subject, bool)> {
    let last = in_sentence(item, before).find_map(|other| other.subject.clone())?;
    Some(match last {
        Subject::Channel => (Subject::Channel, false),
        Subject::Applicant {
            column: Some(_),
            answered,
        } => {
            let column = Some(Column::OtherOrganisation);
            (Subject::Applicant { column, answered }, false)
        }
        _ => return None,
    })
}
