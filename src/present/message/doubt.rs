//! What to do first where a page may have been read wrongly.

use super::names::Names;
use crate::check::is_matter_of_reading;
use crate::finding::{Facts, Finding};
use crate::form::{CellId, Table};
use crate::present::Lang;
use crate::sorted::SortedSet;

/// The advice about a finding, with what comes before it: a look at the page.
pub(super) fn advice(finding: &Finding, advice: String, names: Names<'_>) -> String {
    if !is_matter_of_reading(finding, names.report) {
        return advice;
    }
    let table = match &finding.facts {
        Facts::MissingLine { table, .. } | Facts::Unreadable { table, .. } => Some(*table),
        _ => None,
    };
    let pages = match table {
        Some(table) => pages_of(table, names),
        None => names
            .report
            .pages_in_doubt(finding.cells.iter().map(|(id, _)| *id)),
    };
    let (first, last) = (pages.first(), pages.iter().next_back());
    let page = match (names.lang.spoken(), first, last) {
        (Lang::Chinese, Some(first), Some(last)) if first == last => format!("第{first}页"),
        (Lang::Chinese, Some(first), Some(last)) => format!("第{first}页至第{last}页"),
        (Lang::Chinese, ..) => String::new(),
        (Lang::English, Some(first), Some(last)) if first == last => format!(" (page {first})"),
        (Lang::English, Some(first), Some(last)) => format!(" (pages {first} to {last})"),
        (Lang::English, ..) => String::new(),
    };
    match (
        names.lang.spoken(),
        table.is_some() || finding.cells.is_empty(),
    ) {
        (Lang::Chinese, false) => format!(
            "先对照原文{page}：这里有数字是按版面位置拼出来的，可能没有读对；读错了就在表格里改过来。确实如此，再处理：{advice}"
        ),
        (Lang::Chinese, true) => format!(
            "先对照原文{page}：表格是按版面上的线读出来的，也可能是原文有、没有读到。确实没有，再处理：{advice}"
        ),
        (Lang::English, false) => format!(
            "Compare with the original{page} first: some figure here was put together from where its digits stand and may be wrong; if so, correct it in the table. If it is right: {advice}"
        ),
        (Lang::English, true) => format!(
            "Compare with the original{page} first: the tables were read by the lines of the page, and what is missing may be there. If it is not: {advice}"
        ),
    }
}

/// The pages that a table stands on.
fn pages_of(table: Table, names: Names<'_>) -> SortedSet<u32> {
    let mut pages = SortedSet::new();
    let cells = names.report.cells.iter();
    for (_, cell) in cells.filter(|(id, _): &(&CellId, _)| id.table == table) {
        if let Some(page) = cell.origin.and_then(|origin| origin.page) {
            pages.insert(page);
        }
    }
    pages
}
