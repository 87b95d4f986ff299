//! Where the words and the tables of a report differ, one of them is wrong: which, and how it may have come about.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use gouji::explain::{Cause, Explanation, Grade};
use gouji::outcome::Checked;
use rendering::{Figures, checked};

/// A report with a paragraph in section one.
fn report(figures: &Figures, words: &str) -> Checked {
    let text = figures
        .text()
        .replace("\n二、主动公开", &format!("{words}\n\n二、主动公开"));
    assert!(text.contains(words));
    checked(text.as_bytes(), "report")
}

/// The one explanation of a report.
fn explained(figures: &Figures, words: &str) -> Explanation {
    let explanations = report(figures, words).explanations;
    assert_eq!(explanations.len(), 1, "{words}: {explanations:?}");
    explanations.into_iter().next().unwrap()
}

/// How a text that contradicts sound tables came about.
fn slip(words: &str) -> (Cause, String, String, Option<String>) {
    let one = explained(&Figures::example("2021"), words);
    assert_eq!(one.grade, Grade::Likely, "{words}");
    assert_eq!(one.readings.len(), 1, "{words}");
    let reading = &one.readings[0];
    assert!(reading.changes.is_empty(), "{words}");
    let change = &reading.words[0];
    let source = change.source.map(|id| id.to_string());
    let (from, to) = (change.from.to_string(), change.to.to_string());
    (reading.cause, from, to, source)
}

#[test]
fn where_all_sums_hold_the_text_is_probably_wrong_and_the_cell_copied_is_named() {
    let (cause, from, to, source) = slip("全年收到政府信息公开申请46件。");
    assert_eq!((cause, &*from, &*to), (Cause::Quoted, "46", "54"));
    assert_eq!(source.as_deref(), Some("requests.new.natural_person"));
}

#[test]
fn digits_tell_how_a_figure_was_mistyped() {
    for (words, wrong, right) in [
        ("全年收到政府信息公开申请45件。", "45", "54"),
        ("全年收到政府信息公开申请544件。", "544", "54"),
        ("全年收到政府信息公开申请0件。", "0", "54"),
    ] {
        let (cause, from, to, source) = slip(words);
        assert_eq!((cause, &*from, &*to), (Cause::Misquoted, wrong, right));
        assert_eq!(source, None);
    }
}

#[test]
fn a_cell_that_no_sum_speaks_for_may_be_wrong_as_well() {
    let one = explained(&Figures::example("2021"), "全年作出行政许可决定1247件。");
    assert_eq!((one.grade, one.readings.len()), (Grade::Choose, 2));
    assert_eq!(one.readings[0].words[0].to.to_string(), "1274");
    let change = one.readings[1].changes[0];
    assert_eq!(change.id.to_string(), "disclosure.licensing.decisions");
    assert_eq!((change.from, change.to), (Some(1274), 1247));
}

/// Two figures of which one must be wrong, with nothing in the table to tell which.
fn late_change() -> Figures {
    let mut figures = Figures::example("2021");
    figures.set("requests.granted.natural_person", "21");
    figures
}

fn first(one: &Explanation) -> (String, i64) {
    let change = one.readings[0].changes[0];
    (change.id.to_string(), change.to)
}

#[test]
fn a_text_that_agrees_with_a_reading_of_a_broken_table_stands_by_it() {
    let without = explained(&late_change(), "本机关重视公开工作。");
    assert_eq!(first(&without).0, "requests.granted.natural_person");
    // The totals are right: the text has them.
    let right = explained(&late_change(), "政府信息公开申请予以公开22件。");
    assert_eq!(first(&right).0, "requests.granted.natural_person");
    assert!(right.grade > Grade::Certain || without.grade == Grade::Certain);
    assert!(right.readings[0].witnessed || first(&right) == first(&without));
    // Someone changed the figure late: the text has the new sum, and the finding about the text is explained, too.
    let text = "政府信息公开申请予以公开25件，收到57件，答复58件。";
    let changed = report(&late_change(), text);
    let told = &changed.explanations[0];
    assert!(told.grade > Grade::Certain);
    let reading = &told.readings[0];
    assert!(reading.witnessed, "{told:?}");
    assert!(
        reading
            .changes
            .iter()
            .any(|change| { change.id.to_string() == "requests.granted.total" && change.to == 25 })
    );
    for (number, finding) in changed.findings.iter().enumerate() {
        if finding.code.starts_with("text-") && finding.severity != gouji::finding::Severity::Notice
        {
            let explained = changed
                .explanations
                .iter()
                .filter(|it| it.findings.contains(&number));
            assert_eq!(explained.count(), 1, "{finding:?}");
        }
    }
}

#[test]
fn the_text_alone_makes_nothing_certain() {
    let words = "全年收到政府信息公开申请46件，其中自然人45件。答复政府信息公开申请51件，予以公开9件，因政府信息公开引发行政复议9件。";
    for explanation in report(&Figures::example("2021"), words).explanations {
        assert_ne!(explanation.grade, Grade::Certain);
    }
    // Section four is never certain, whatever the text says.
    let mut figures = Figures::example("2021");
    figures.set("disputes.reconsideration.total", "5");
    let one = &report(&figures, "因政府信息公开引发行政复议4件。").explanations[0];
    assert!(one.grade > Grade::Likely, "{one:?}");
    assert_eq!(first(one).0, "disputes.reconsideration.total");
}

#[test]
fn about_figures_and_second_meanings_need_no_explanation() {
    for words in [
        "全年收到政府信息公开申请58件。",
        "全年收到政府信息公开申请50余件。",
        "全年收到政府信息公开申请60余件。",
    ] {
        let found = report(&Figures::example("2021"), words).explanations;
        assert_eq!(found, [], "{words}");
    }
}

/// A report checked beside last year's.
fn beside(own: &Figures, last: &Figures) -> Checked {
    let decoder = gouji::reader::encoding::native::NativeDecoder;
    let read = |figures: &Figures| gouji::reports(figures.text().as_bytes(), "", &decoder).unwrap();
    let options = gouji::Options {
        previous: read(last),
        ..gouji::Options::new(&decoder)
    };
    match gouji::check(own.text().as_bytes(), "", &options).status {
        gouji::outcome::Status::Checked(checked) => *checked,
        other => panic!("{other:?}"),
    }
}

#[test]
fn last_years_report_stands_by_the_reading_that_agrees_with_it() {
    // What was carried in is two too many in its line and in its total: new, handled and carried out could be wrong as well.
    let mut own = Figures::example("2021");
    own.set("requests.carried_in.natural_person", "5");
    own.set("requests.carried_in.total", "6");
    let mut last = Figures::example("2021");
    last.year -= 1;
    last.set("requests.carried_out.legal_service", "1");
    last.set("requests.carried_out.total", "4");
    let checked = beside(&own, &last);
    let number = checked
        .findings
        .iter()
        .position(|finding| finding.code == "carried-over")
        .unwrap();
    let one = &checked.explanations[0];
    let reading = &one.readings[0];
    assert!(reading.carried, "{one:?}");
    let changes: Vec<(String, i64)> = reading
        .changes
        .iter()
        .map(|change| (change.id.to_string(), change.to))
        .collect();
    let expected = [
        ("requests.carried_in.natural_person".to_owned(), 3),
        ("requests.carried_in.total".to_owned(), 4),
    ];
    assert_eq!(changes, expected);
    assert!(one.findings.contains(&number), "{one:?}");
    // Last year's report may be wrong, too: it makes nothing certain.
    let alone = report(&own, "");
    assert!(one.grade >= alone.explanations[0].grade || one.grade > Grade::Certain);
    // A report that agrees with last year's has nothing to explain.
    let right = beside(&Figures::example("2021"), &last);
    assert!(right.explanations.is_empty());
}
