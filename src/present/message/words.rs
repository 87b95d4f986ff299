//! Words and short sentences around the findings: headings, counts, answers to wrong usage.

use crate::finding::Severity;
use crate::form::Table;
use crate::present::Lang;
use crate::present::view::{CoverageView, ReportView, SummaryView};
use crate::rule;
use crate::strings;

/// A severity in words.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("疑点", "warning"),
        Severity::Notice => lang.pick("提示", "notice"),
    }
}

/// A severity of the contract in words.
pub fn severity_named(name: &str, lang: Lang) -> &'static str {
    let all = [Severity::Error, Severity::Warning, Severity::Notice];
    all.into_iter()
        .find(|known| known.name() == name)
        .map_or("", |known| severity(known, lang))
}

/// The pages of a finding, in brackets; nothing where the format knows no pages.
pub fn pages(pages: &[u32], lang: Lang) -> String {
    let numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
    match (numbers.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Chinese) => format!("（第{}页）", strings::join(&numbers, "、")),
        (false, Lang::English) => format!(" (page {})", strings::join(&numbers, ", ")),
    }
}

/// A status of the contract in words.
pub fn status(name: &str, lang: Lang) -> &'static str {
    match name {
        "checked" => lang.pick("已核对", "checked"),
        "unrecognised" => lang.pick("没有找到年报表格", "unrecognised"),
        _ => lang.pick("读不出来", "unreadable"),
    }
}

/// 某某局，2024 年度，2021 年版表格: what report it is.
pub fn report(report: &ReportView, lang: Lang) -> String {
    let mut editions: Vec<&str> = Vec::new();
    for edition in report
        .tables
        .iter()
        .filter_map(|table| table.edition.as_deref())
    {
        if !editions.contains(&edition) {
            editions.push(edition);
        }
    }
    let mut parts = Vec::new();
    parts.push(match (&report.unit, lang) {
        (Some(unit), _) => unit.clone(),
        (None, Lang::Chinese) => "没有读到单位名称".to_owned(),
        (None, Lang::English) => "reporting body not found".to_owned(),
    });
    parts.push(match (report.year, lang) {
        (Some(year), Lang::Chinese) => format!("{year} 年度"),
        (Some(year), Lang::English) => format!("report on {year}"),
        (None, Lang::Chinese) => "没有读到年度".to_owned(),
        (None, Lang::English) => "year not found".to_owned(),
    });
    if !editions.is_empty() {
        let editions = strings::join(&editions, lang.pick("、", ", "));
        parts.push(match lang {
            Lang::Chinese => format!("{editions} 年版表格"),
            Lang::English => format!("{editions} form"),
        });
    }
    if let Some(previous) = &report.previous {
        let words = match previous.fits {
            true => lang.pick("已与上一年年报比对", "compared with last year’s report"),
            false => lang.pick(
                "没有上一年年报可比",
                "no report of last year to compare with",
            ),
        };
        parts.push(words.to_owned());
    }
    strings::join(&parts, lang.pick("，", ", "))
}

/// The verdict where nothing was found; `complete` if nothing was left out either.
pub fn nothing_found(complete: bool, lang: Lang) -> &'static str {
    if complete {
        lang.pick("没有发现问题。", "No problem was found.")
    } else {
        lang.pick(
            "核对过的地方没有发现问题。",
            "No problem was found in what could be checked.",
        )
    }
}

/// How much was checked: the relations, as a clerk counts them, and all that could not be judged.
pub fn extent(coverage: &[CoverageView], lang: Lang) -> String {
    let (mut checked, mut failed, mut skipped) = (0u32, 0u32, 0u32);
    for line in coverage {
        skipped = skipped.saturating_add(line.skipped);
        if rule::is_relation(&line.code) {
            checked = checked.saturating_add(line.checked);
            failed = failed.saturating_add(line.failed);
        }
    }
    let mut text = match lang {
        Lang::Chinese => format!("核对了 {checked} 条勾稽关系，{failed} 条不成立"),
        Lang::English => format!("{checked} relations checked, {failed} do not hold"),
    };
    text.push_str(&match (lang, skipped) {
        (Lang::Chinese, 0) => "。".to_owned(),
        (Lang::Chinese, _) => format!("；另有 {skipped} 处没能核对："),
        (Lang::English, 0) => ".".to_owned(),
        (Lang::English, _) => format!("; {skipped} places not checked:"),
    });
    text
}

/// What of one rule was not checked, and why.
pub fn not_checked(title: &str, skipped: u32, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Chinese => format!("“{title}”：{skipped} 处，{reason}"),
        Lang::English => format!("“{title}”: {skipped}, {reason}"),
    }
}

/// Nothing at all was checked of a file.
pub fn problem(message: &str, lang: Lang) -> String {
    match lang {
        Lang::Chinese => format!("没能核对。{message}"),
        Lang::English => format!("Not checked. {message}"),
    }
}

/// The last line of a run over several files.
pub fn summary(summary: &SummaryView, lang: Lang) -> String {
    let SummaryView {
        files,
        checked,
        errors,
        warnings,
        notices,
        muted,
        ..
    } = *summary;
    let muted = match muted {
        0 => String::new(),
        count => {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            format!("{}{}", lang.pick("", " "), count_found_right(count, lang))
        }
    };
    let not_checked = summary.unreadable.saturating_add(summary.unrecognised);
    match lang {
        Lang::Chinese => format!(
            "共 {files} 个文件：核对了 {checked} 个，没能核对 {not_checked} 个。错误 {errors} 处，疑点 {warnings} 处，提示 {notices} 处。{muted}"
        ),
        Lang::English => format!(
            "Files: {files} ({checked} checked, {not_checked} not checked). Errors: {errors}, warnings: {warnings}, notices: {notices}.{muted}"
        ),
    }
}

/// A finding that a person has found right, with the note.
pub fn found_right(note: &str, lang: Lang) -> String {
    match (lang, note.trim()) {
        (Lang::Chinese, "") => "已核实无误".to_owned(),
        (Lang::Chinese, note) => format!("已核实无误：{note}"),
        (Lang::English, "") => "found right".to_owned(),
        (Lang::English, note) => format!("found right: {note}"),
    }
}

/// How many findings were found right; they are listed all the same.
pub fn count_found_right(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Chinese => format!("另有 {count} 处已标为核实无误。"),
        Lang::English => format!("Further findings marked as found right: {count}."),
    }
}

/// A file of findings found right that cannot be used.
pub fn bad_baseline(name: &str, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Chinese => format!("{name} 不是可以使用的核实清单：{why}"),
        Lang::English => format!("{name} is no list of findings found right: {why}"),
    }
}

/// The columns of the list of findings as a table.
pub fn csv_columns(lang: Lang) -> [&'static str; 16] {
    lang.pick(
        [
            "文件",
            "单位",
            "年度",
            "结果",
            "程度",
            "规则",
            "标题",
            "问题",
            "怎么办",
            "格子",
            "左边",
            "右边",
            "相差",
            "序号",
            "已核实无误",
            "可能的原因",
        ],
        [
            "file",
            "unit",
            "year",
            "status",
            "severity",
            "code",
            "title",
            "message",
            "advice",
            "cells",
            "left",
            "right",
            "difference",
            "id",
            "muted",
            "explanation",
        ],
    )
}

/// The heading of a table's cells.
pub fn table_heading(name: &str, edition: Option<&str>, lang: Lang) -> String {
    let table = Table::from_name(name).map_or("", |table| super::names::table(table, lang));
    match (lang, edition) {
        (Lang::Chinese, Some(edition)) => format!("{table}（{edition} 年版）"),
        (Lang::Chinese, None) => format!("{table}：没有读到"),
        (Lang::English, Some(edition)) => format!("{table} ({edition} form)"),
        (Lang::English, None) => format!("{table}: not found"),
    }
}

/// The state of a cell in words.
pub fn state(name: &str, lang: Lang) -> &'static str {
    match name {
        "blank" => lang.pick("空白", "blank"),
        "dash" => lang.pick("没有数字", "no figure"),
        "text" => lang.pick("不是数字", "no number"),
        "reconstructed" => lang.pick("从连写的数字中分出", "cut out of glued figures"),
        _ => "",
    }
}

/// The headings of a rule's explanation: basis, what, why, what to do.
pub fn rule_headings(lang: Lang) -> [&'static str; 4] {
    lang.pick(
        ["依据", "核对什么", "为什么", "怎么办"],
        ["Basis", "What is checked", "Why it matters", "What to do"],
    )
}

/// A code that no rule has, with codes that were perhaps meant.
pub fn unknown_code(code: &str, near: &[&str], lang: Lang) -> String {
    let near = strings::join(near, lang.pick("、", ", "));
    match (lang, near.is_empty()) {
        (Lang::Chinese, true) => format!("没有“{code}”这条规则。用 gouji rules 查看全部规则。"),
        (Lang::Chinese, false) => {
            format!("没有“{code}”这条规则。您要找的是不是：{near}？用 gouji rules 查看全部规则。")
        }
        (Lang::English, true) => format!("there is no rule “{code}”; see gouji rules"),
        (Lang::English, false) => {
            format!("there is no rule “{code}”; did you mean {near}? See gouji rules")
        }
    }
}

/// An id that no cell has.
pub fn unknown_cell(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Chinese => format!("没有“{id}”这个格子。用 gouji extract 文件 查看格子的名称。"),
        Lang::English => {
            format!("there is no cell “{id}”; gouji extract FILE lists the names of cells")
        }
    }
}

/// The paths given hold no file of a kind that could be a report.
pub fn no_files(lang: Lang) -> &'static str {
    lang.pick(
        "没有找到可以核对的文件。",
        "no file of a kind that could be a report was found",
    )
}
