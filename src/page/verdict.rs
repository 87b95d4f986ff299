//! The verdict: one sentence and its tone, from the counts of an outcome.

use super::rules;
use super::text::{self, Lang};
use crate::present::view::OutcomeView;
use crate::strings;

/// The tone of a verdict: the class of its box, and what the list of files shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Errors were found.
    Fail,
    /// Probably wrong somewhere.
    Doubt,
    /// Something could not be checked.
    Open,
    /// Everything holds.
    Pass,
}

impl Tone {
    /// The class of the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Fail => "fail",
            Self::Doubt => "doubt",
            Self::Open => "open",
            Self::Pass => "pass",
        }
    }

    /// The sign that goes with the colour.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Fail => "！",
            Self::Doubt => "？",
            Self::Open => "○",
            Self::Pass => "✓",
        }
    }
}

/// The counts behind a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Relations judged.
    pub checked: u32,
    /// Relations that do not hold, of any severity.
    pub failed: u32,
    /// Relations that could not be judged.
    pub skipped: u32,
    /// Errors that are relations of the tables.
    pub unbalanced: usize,
    /// Errors that are figures of the text.
    pub words: usize,
    /// Further errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notices.
    pub notices: usize,
    /// Findings found right, whatever they weigh.
    pub muted: usize,
}

impl Tally {
    /// Counts an outcome.
    pub(crate) fn of(outcome: &OutcomeView) -> Self {
        let mut tally = Self::default();
        for row in outcome
            .coverage
            .iter()
            .filter(|row| rules::is_relation(&row.code))
        {
            tally.checked = tally.checked.saturating_add(row.checked);
            tally.failed = tally.failed.saturating_add(row.failed);
            tally.skipped = tally.skipped.saturating_add(row.skipped);
        }
        for finding in &outcome.findings {
            let count = match (finding.severity.as_str(), finding.left.is_some()) {
                _ if finding.muted.is_some() => &mut tally.muted,
                ("error", true) if finding.text.is_some() => &mut tally.words,
                // The table balances; it is at odds with another.
                ("error", true) if rules::is_previous(&finding.code) => &mut tally.errors,
                ("error", true) => &mut tally.unbalanced,
                ("error", false) => &mut tally.errors,
                ("warning", _) => &mut tally.warnings,
                _ => &mut tally.notices,
            };
            *count = count.saturating_add(1);
        }
        tally
    }
}

/// The verdict on an outcome in one sentence.
pub(crate) fn verdict(outcome: &OutcomeView, lang: Lang) -> (Tone, String) {
    let (tone, sentence) = judged(outcome, lang);
    match Tally::of(outcome).muted {
        0 => (tone, sentence),
        muted => (
            tone,
            lang.fill(&text::VERDICT_MUTED, &[&sentence, &muted.to_string()]),
        ),
    }
}

/// The verdict without what was found right.
fn judged(outcome: &OutcomeView, lang: Lang) -> (Tone, String) {
    if outcome.status != "checked" {
        return (Tone::Open, lang.say(&text::VERDICT_PROBLEM).to_owned());
    }
    let tally = Tally::of(outcome);
    let checked = tally.checked.to_string();
    let warnings = tally.warnings.to_string();
    let unbalanced = tally.unbalanced.to_string();
    let words = tally.words.to_string();
    let errors = tally.errors.to_string();
    let differs = match (tally.unbalanced, tally.words) {
        (0, 0) => None,
        (_, 0) => Some(lang.fill(&text::VERDICT_UNBALANCED, &[&unbalanced])),
        (0, _) => Some(lang.fill(&text::VERDICT_WORDS, &[&words])),
        _ => Some(lang.fill(&text::VERDICT_BOTH, &[&unbalanced, &words])),
    };
    match (differs, tally.errors) {
        (Some(differs), 0) => return (Tone::Fail, differs),
        (Some(differs), _) => {
            let sentence = lang.fill(&text::VERDICT_AND, &[&differs, &errors]);
            return (Tone::Fail, sentence);
        }
        _ => {}
    }
    match tally {
        Tally { errors: 1.., .. } => (Tone::Fail, lang.fill(&text::VERDICT_ERRORS, &[&errors])),
        Tally { checked: 0, .. } => (Tone::Open, lang.say(&text::VERDICT_NOTHING).to_owned()),
        Tally { skipped: 1.., .. } => (
            Tone::Open,
            lang.fill(&text::VERDICT_SKIPPED, &[&tally.skipped.to_string()]),
        ),
        Tally {
            failed: 0,
            warnings: 0,
            ..
        } => (Tone::Pass, lang.fill(&text::VERDICT_PASS, &[&checked])),
        Tally { failed: 0, .. } => (
            Tone::Doubt,
            lang.fill(&text::VERDICT_WARNINGS, &[&checked, &warnings]),
        ),
        Tally { warnings: 1.., .. } => (
            Tone::Doubt,
            lang.fill(&text::VERDICT_PROBABLY, &[&warnings]),
        ),
        // Someone vouches for a relation that does not hold: nothing is left to do, but it is no pass.
        Tally {
            notices: 0,
            muted: 1..,
            ..
        } => (Tone::Open, lang.say(&text::VERDICT_NOTHING_NEW).to_owned()),
        _ => (
            Tone::Pass,
            lang.fill(&text::VERDICT_NOTICES, &[&tally.notices.to_string()]),
        ),
    }
}

/// What stands below the verdict; empty if there is nothing to add.
pub(crate) fn remark(outcome: &OutcomeView, lang: Lang) -> String {
    let tally = Tally::of(outcome);
    match verdict(outcome, lang).0 {
        _ if outcome.status != "checked" => String::new(),
        Tone::Pass if outcome.findings.is_empty() => lang.say(&text::CLEAN).to_owned(),
        Tone::Pass if tally.notices == 0 => String::new(),
        Tone::Pass => lang.say(&text::CLEAN_NOTICES).to_owned(),
        Tone::Open if tally.checked > 0 && tally.failed == 0 => {
            lang.fill(&text::VERDICT_SKIPPED_REST, &[&tally.checked.to_string()])
        }
        _ => String::new(),
    }
}

/// The coverage of the relations in one sentence, with the reasons for what was left out.
pub(crate) fn coverage(outcome: &OutcomeView, lang: Lang) -> String {
    let tally = Tally::of(outcome);
    let checked = tally.checked.to_string();
    if tally.skipped == 0 {
        return lang.fill(&text::COVERAGE_ALL, &[&checked]);
    }
    let mut reasons: Vec<&str> = Vec::new();
    for row in outcome
        .coverage
        .iter()
        .filter(|row| row.skipped > 0 && rules::is_relation(&row.code))
    {
        if let Some(reason) = row.reason.as_deref()
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    }
    let skipped = tally.skipped.to_string();
    lang.fill(
        &text::COVERAGE_SKIPPED,
        &[
            &checked,
            &skipped,
            &strings::join(&reasons, lang.say(&text::SEPARATOR)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::view::{
        CoverageView, FileView, FindingView, MutedView, TextView, ValueView,
    };

    fn outcome(coverage: &[(u32, u32, u32)], findings: &[(&str, bool)]) -> OutcomeView {
        let finding = |(severity, relation): &(&str, bool)| FindingView {
            id: 1,
            code: "outcome-total".to_owned(),
            severity: (*severity).to_owned(),
            title: String::new(),
            message: String::new(),
            advice: String::new(),
            cells: Vec::new(),
            left: relation.then_some(ValueView::Count(1)),
            right: None,
            difference: None,
            text: None,
            pages: Vec::new(),
            key: String::new(),
            muted: None,
        };
        let row = |(checked, failed, skipped): &(u32, u32, u32)| CoverageView {
            code: "outcome-total".to_owned(),
            checked: *checked,
            failed: *failed,
            skipped: *skipped,
            reason: (*skipped > 0).then(|| "总计空白".to_owned()),
        };
        OutcomeView {
            file: FileView {
                name: "a".to_owned(),
                format: None,
                bytes: 1,
            },
            status: "checked".to_owned(),
            problem: None,
            report: None,
            coverage: coverage.iter().map(row).collect(),
            findings: findings.iter().map(finding).collect(),
            explanations: Vec::new(),
        }
    }

    fn zh(outcome: &OutcomeView) -> (Tone, String) {
        verdict(outcome, Lang::Chinese)
    }

    #[test]
    fn all_relations_judged_and_true_is_the_only_way_to_pass() {
        let (tone, sentence) = zh(&outcome(&[(42, 0, 0)], &[]));
        assert_eq!(
            (tone, sentence.as_str()),
            (Tone::Pass, "通过：42 条勾稽关系全部成立")
        );
    }

    #[test]
    fn not_checked_is_never_shown_as_passed() {
        let some = outcome(&[(40, 0, 2)], &[]);
        assert_eq!(zh(&some), (Tone::Open, "有 2 项无法核对".to_owned()));
        assert_eq!(
            coverage(&some, Lang::Chinese),
            "40 条勾稽关系已核对，2 条无法核对：总计空白"
        );
        assert_eq!(zh(&outcome(&[], &[])).0, Tone::Open);
        let mut problem = outcome(&[], &[]);
        problem.status = "unreadable".to_owned();
        assert_eq!(zh(&problem).0, Tone::Open);
    }

    #[test]
    fn broken_relations_and_other_errors_are_counted_apart() {
        let one = zh(&outcome(
            &[(42, 2, 0)],
            &[
                ("error", true),
                ("error", true),
                ("error", false),
                ("notice", false),
            ],
        ));
        assert_eq!(
            one,
            (Tone::Fail, "发现 2 处不平衡，另有 1 处错误".to_owned())
        );
        assert_eq!(
            zh(&outcome(&[(42, 0, 0)], &[("error", false)])).1,
            "发现 1 处错误"
        );
    }

    #[test]
    fn what_the_text_says_is_counted_apart_from_the_sums_of_the_tables() {
        let mut one = outcome(&[(42, 1, 0)], &[("error", true), ("error", true)]);
        one.findings[1].text = Some(TextView {
            section: Some(1),
            excerpt: "收到申请12件".to_owned(),
            start: 4,
            end: 7,
        });
        assert_eq!(zh(&one).1, "发现表内 1 处不平衡，正文 1 处与表不一致");
        one.findings.remove(0);
        assert_eq!(zh(&one).1, "发现正文 1 处与表不一致");
        one.findings
            .extend(outcome(&[], &[("error", false)]).findings);
        assert_eq!(zh(&one).1, "发现正文 1 处与表不一致，另有 1 处错误");
    }

    #[test]
    fn what_was_found_right_is_counted_apart_and_never_makes_a_broken_relation_pass() {
        let mut one = outcome(&[(42, 2, 0)], &[("error", true), ("error", true)]);
        one.findings[0].muted = Some(MutedView {
            note: String::new(),
        });
        assert_eq!(
            zh(&one),
            (
                Tone::Fail,
                "发现 1 处不平衡，另有 1 条已标为核实无误".to_owned()
            )
        );
        one.findings.remove(1);
        let (tone, sentence) = zh(&one);
        assert_eq!(
            (tone, sentence.as_str()),
            (Tone::Open, "没有其他问题，另有 1 条已标为核实无误")
        );
    }

    #[test]
    fn a_relation_that_is_only_probably_wrong_is_not_said_to_hold() {
        let (tone, sentence) = zh(&outcome(&[(42, 1, 0)], &[("warning", true)]));
        assert_eq!(
            (tone, sentence.as_str()),
            (Tone::Doubt, "发现 1 处很可能有误")
        );
        let (tone, sentence) = zh(&outcome(&[(42, 1, 0)], &[("notice", true)]));
        assert_eq!(
            (tone, sentence.as_str()),
            (Tone::Pass, "没有发现错误，有 1 处提示")
        );
    }
}
