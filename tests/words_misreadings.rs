//! Misreadings of reports' words that a tool of the field has been seen to make, one test each: what must be read
//! right, and what must not be compared.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;

use gouji::finding::Severity;
use rendering::{Figures, checked};

/// A finding about words: its rule, weight, and the two sides.
type Found = (&'static str, Severity, Option<String>, Option<String>);

/// What the rules about words say of a report with a paragraph in section one.
fn said(figures: &Figures, words: &str) -> Vec<Found> {
    let text = figures
        .text()
        .replace("\n二、主动公开", &format!("{words}\n\n二、主动公开"));
    assert!(text.contains(words));
    checked(text.as_bytes(), "report")
        .findings
        .into_iter()
        .filter(|finding| finding.code.starts_with("text-"))
        .map(|finding| {
            let side = |value: Option<gouji::number::Value>| value.map(|value| value.to_string());
            (
                finding.code,
                finding.severity,
                side(finding.left),
                side(finding.right),
            )
        })
        .collect()
}

/// A balanced report on so many new requests, all of them granted.
fn granted(new: i64) -> Figures {
    let mut figures = Figures::zeros("2021");
    for line in ["new", "granted", "outcome_total"] {
        for column in ["natural_person", "total"] {
            figures.set(&format!("requests.{line}.{column}"), new.to_string());
        }
    }
    figures
}

/// Nothing is said of what is right, and what is wrong is found with the number that stands there.
#[track_caller]
fn reads(words: &str, number: &str, right: i64, wrong: i64) {
    let figures = granted(right);
    assert_eq!(said(&figures, words), [], "{words} is right");
    let found = said(&granted(wrong), words);
    let number = Some(number.to_owned());
    assert!(
        found
            .iter()
            .any(|(code, weight, left, right)| *code == "text-new-requests"
                && *weight != Severity::Notice
                && (*left == number || *right == number)),
        "{words} beside {wrong}: {found:?}"
    );
}

#[test]
fn every_counting_word_counts() {
    for word in ["件", "份", "条", "个", "宗", "起", "件次", "封"] {
        let words = format!("全年共收到政府信息公开申请14096{word}。");
        reads(&words, "14096", 14_096, 14_069);
    }
}

#[test]
fn a_number_in_ten_thousands_is_read_whole() {
    reads("全年共收到政府信息公开申请1.4万件。", "14000", 14_000, 1);
    reads(
        "全年共收到政府信息公开申请1.4096万件。",
        "14096",
        14_096,
        14_069,
    );
    // Rounded to the digits that it has.
    assert!(
        said(&granted(14_012), "全年共收到政府信息公开申请1.4万件。")
            .iter()
            .all(|(_, weight, ..)| *weight == Severity::Notice)
    );
}

#[test]
fn full_width_digits_are_read() {
    reads(
        "全年共收到政府信息公开申请１４０９６件。",
        "14096",
        14_096,
        96,
    );
    reads(
        "全年共收到政府信息公开申请１４，０９６件。",
        "14096",
        14_096,
        96,
    );
}

#[test]
fn a_comma_between_thousands_does_not_cut_a_number() {
    // 14,096 beside a table that says 96 is wrong; so is 96 beside a table that says 14096.
    reads("全年共收到政府信息公开申请14,096件。", "14096", 14_096, 96);
    reads("全年共收到政府信息公开申请96件。", "96", 96, 14_096);
}

#[test]
fn accepted_is_another_word_for_received() {
    for verb in ["受理", "收到", "接收", "接到", "新收"] {
        let words = format!("全年{verb}政府信息公开申请12件。");
        reads(&words, "12", 12, 21);
    }
    reads("全年受理12件政府信息公开申请。", "12", 12, 21);
}

#[test]
fn nothing_received_is_the_number_0() {
    for words in [
        "本年度未收到政府信息公开申请。",
        "本年度没有收到政府信息公开申请。",
        "本年度未收到公民、法人或其他组织提出的政府信息公开申请。",
        "本年度收到政府信息公开申请0件。",
    ] {
        reads(words, "0", 0, 3);
    }
}

#[test]
fn other_things_that_people_hand_in_are_no_requests() {
    for words in [
        "全年接受群众咨询226件，答复226件。",
        "政民互动平台收到留言248条，办结248条。",
        "受理12345热线47件，按期办结率100%。",
        "收到政协提案122件、人大代表建议31件，均已办结并答复。",
        "办理群众来信19封，受理信访事项6件。",
        "全年受理行政许可申请905件，办结903件。",
        "收到依申请公开业务咨询33件。",
        "网站发布信息4610条，阅读量12万次。",
    ] {
        assert_eq!(said(&Figures::example("2021"), words), [], "{words}");
    }
}

#[test]
fn reconsideration_is_compared_whatever_follows_on_the_line() {
    // Four cases of reconsideration: 2 upheld, 1 corrected, 1 pending.
    let figures = Figures::example("2021");
    for rest in [
        "，其中尚未审结1件",
        "，结果维持2件",
        "（结果维持2件、结果纠正1件、尚未审结1件）",
        "，尚未审结1件",
    ] {
        let right = format!("因政府信息公开被申请行政复议4件{rest}。");
        assert_eq!(said(&figures, &right), [], "{right}");
        let wrong = format!("因政府信息公开被申请行政复议9件{rest}。");
        let found = said(&figures, &wrong);
        assert!(
            found
                .iter()
                .any(|(code, weight, ..)| *code == "text-reconsideration"
                    && *weight != Severity::Notice),
            "{wrong}: {found:?}"
        );
    }
}

#[test]
fn received_is_never_compared_with_outcomes_and_carried_out() {
    // 54 new, 4 carried in: 55 handled, 3 carried out. A balance that is broken is the table's fault alone.
    let mut figures = Figures::example("2021");
    assert_eq!(said(&figures, "全年共收到政府信息公开申请54件。"), []);
    for column in ["natural_person", "total"] {
        figures.set(&format!("requests.carried_out.{column}"), "13");
    }
    assert_eq!(said(&figures, "全年共收到政府信息公开申请54件。"), []);
    // 55 + 13: equal to what went out, and wrong all the same.
    let found = said(&figures, "全年共收到政府信息公开申请68件。");
    assert!(
        found
            .iter()
            .any(|(code, weight, ..)| *code == "text-new-requests" && *weight != Severity::Notice),
        "{found:?}"
    );
}

#[test]
fn fees_of_all_kinds_do_not_ask_for_a_word_about_the_fee_for_information() {
    let codes = |amount: &str, six: &str| -> Vec<&'static str> {
        let mut figures = Figures::example("2021");
        figures.set("disclosure.fees.amount", amount);
        let text = figures
            .text()
            .replace("本年度没有收取政府信息公开信息处理费。", six);
        let checked = checked(text.as_bytes(), "report");
        checked
            .findings
            .iter()
            .map(|finding| finding.code)
            .collect()
    };
    for six in [
        "本年度没有收取政府信息公开信息处理费。",
        "本年度无其他需要报告的事项。",
    ] {
        assert_eq!(codes("0", six), codes("59237.2449", six), "{six}");
    }
    assert!(codes("59237.2449", "本年度没有收取政府信息公开信息处理费。").is_empty());
}
