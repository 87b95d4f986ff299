//! Explanations as lines of text: for the terminal, and for the cells of a table.

use crate::explain::Grade;
use crate::present::Lang;
use crate::present::view::{ExplanationView, ReadingView};
use crate::strings;

/// A grade in words.
pub fn grade(grade: Grade, lang: Lang) -> &'static str {
    match grade {
        Grade::Certain => lang.pick("可以确定", "certain"),
        Grade::Likely => lang.pick("很可能", "likely"),
        Grade::Choose => lang.pick("几种可能", "several readings"),
        Grade::Partial => lang.pick("部分确定", "certain in part"),
        Grade::Unknown => lang.pick("无法判断", "cannot tell"),
    }
}

/// A grade of the contract in words.
pub fn grade_named(name: &str, lang: Lang) -> &'static str {
    Grade::ALL
        .into_iter()
        .find(|known| known.name() == name)
        .map_or("", |known| grade(known, lang))
}

/// 第 1、2 条的原因：可以确定。…: what an explanation explains and how sure it is.
pub fn heading(view: &ExplanationView, lang: Lang) -> String {
    let ids: Vec<String> = view.findings.iter().map(u32::to_string).collect();
    let ids = strings::join(&ids, lang.pick("、", ", "));
    let (grade, message) = (grade_named(&view.grade, lang), &view.message);
    match lang {
        Lang::Chinese => format!("第 {ids} 条的原因：{grade}。{message}"),
        Lang::English => format!("Cause of {ids}: {grade}. {message}"),
    }
}

/// One reading in one line: its changes and why.
pub fn reading(view: &ReadingView, lang: Lang) -> String {
    let cells = view.changes.iter().map(|it| it.message.as_str());
    let words = view.words.iter().map(|it| it.message.as_str());
    let changes: Vec<&str> = cells.chain(words).collect();
    let changes = strings::join(&changes, lang.pick("；", "; "));
    let reason = &view.reason;
    match lang {
        Lang::Chinese => format!("{changes}。{reason}"),
        Lang::English => format!("{changes}. {reason}"),
    }
}

/// An explanation in one line, for the cell of a table.
pub fn brief(view: &ExplanationView, lang: Lang) -> String {
    let mut parts = vec![heading(view, lang)];
    for (number, one) in (1..).zip(&view.readings) {
        let number: u32 = number;
        parts.push(format!("({number}) {}", reading(one, lang)));
    }
    strings::join(&parts, " ")
}
