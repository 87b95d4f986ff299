//! Several reports in one document: the sheets of a workbook, or reports one behind the other.
//!
//! A report begins where its title or its sheet does. What counts as several reports are several tables of section three
//! with such a beginning between them; copies of one report have the same title, copies of a table none.

use super::front;
use super::laid::Laid;
use crate::document::{Block, Document};
use crate::edition::EDITIONS;
use crate::form::Table;
use crate::sorted::SortedSet;
use crate::strings;

/// A stretch of a document that is one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// The name of its sheet, where it has one.
    pub name: Option<String>,
    /// Number of its first block.
    pub first: usize,
    /// Number of the block behind its last.
    pub end: usize,
}

/// Divides a document into its reports; one division if there is but one report, or none.
pub fn divide(laid: &Laid<'_>) -> Vec<Division> {
    let document = laid.document;
    let heads = blocks_of(laid, Table::Requests);
    let mut starts = vec![0];
    if heads.len() > 1 {
        let disclosures = blocks_of(laid, Table::Disclosure);
        let beginnings = beginnings(document);
        for pair in heads.windows(2) {
            let [before, head] = pair else { continue };
            // Section two stands between the title and section three.
            let first_table = disclosures
                .iter()
                .rev()
                .find(|at| *at > before && *at < head);
            let first_table = first_table.unwrap_or(head);
            let start = beginnings
                .iter()
                .rev()
                .find(|at| *at > before && *at <= first_table);
            starts.extend(start);
        }
    }
    let ends = starts.iter().skip(1).copied();
    let ends: Vec<usize> = ends.chain([document.blocks.len()]).collect();
    starts
        .iter()
        .zip(ends)
        .map(|(first, end)| Division {
            name: name(document, *first, end),
            first: *first,
            end,
        })
        .collect()
}

/// The grids in which a table begins: those with its first line.
fn blocks_of(laid: &Laid<'_>, table: Table) -> Vec<usize> {
    let Some(form) = EDITIONS.last().and_then(|edition| edition.table(table)) else {
        return Vec::new();
    };
    let labelled = laid.labelled(form);
    let blocks: SortedSet<usize> = laid
        .rows
        .iter()
        .zip(&labelled.read)
        .filter(|(_, (lines, _))| lines.iter().any(|(line, _)| *line == 0))
        .filter_map(|(row, _)| usize::try_from(row.block).ok())
        .collect();
    blocks.iter().copied().collect()
}

/// Where a report may begin: at a sheet, or at a title of another body or year than the one before.
fn beginnings(document: &Document) -> Vec<usize> {
    let mut parts = document.parts.iter().peekable();
    let mut last = None;
    let mut beginnings = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let is_part = parts.next_if(|part| part.first == at).is_some();
        let title = match block {
            Block::Paragraph(paragraph) => {
                strings::split(&paragraph.text, "\n").find_map(front::titled)
            }
            Block::Grid(_) => None,
        };
        let is_new = title.is_some() && title != last;
        last = title.or(last);
        if is_part || is_new {
            beginnings.push(at);
        }
    }
    beginnings
}

/// The name of the sheet that a stretch begins with; of several sheets that make one report the first tells nothing.
fn name(document: &Document, first: usize, end: usize) -> Option<String> {
    let mut parts = document
        .parts
        .iter()
        .filter(|part| (first..end).contains(&part.first));
    match (parts.next(), parts.next()) {
        (Some(part), None) => Some(part.name.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Laid, divide};
    use crate::document::{Document, GridBuilder};

    fn table(document: &mut Document, rows: &[&[&str]]) {
        let mut grid = GridBuilder::new();
        for row in rows {
            grid.start_row();
            for cell in *row {
                grid.push(*cell, 1, 1, None);
            }
        }
        document.push_grid(grid.finish());
    }

    /// Title, section two and section three.
    fn report(document: &mut Document, title: &str, figure: &str) {
        document.push_paragraph(title, None);
        table(document, &[&["规章", "1", "0", figure]]);
        table(
            document,
            &[
                &[
                    "一、本年新收政府信息公开申请数量",
                    figure,
                    "0",
                    "0",
                    "0",
                    "0",
                    "0",
                    figure,
                ],
                &[
                    "二、上年结转政府信息公开申请数量",
                    "0",
                    "0",
                    "0",
                    "0",
                    "0",
                    "0",
                    "0",
                ],
            ],
        );
    }

    fn starts(document: &Document) -> Vec<usize> {
        divide(&Laid::new(document))
            .iter()
            .map(|part| part.first)
            .collect()
    }

    #[test]
    fn a_report_begins_with_its_title() {
        let mut document = Document::default();
        report(&mut document, "甲镇2024年政府信息公开工作年度报告", "1");
        document.push_paragraph("六、其他", None);
        report(&mut document, "乙镇2024年政府信息公开工作年度报告", "2");
        assert_eq!(starts(&document), [0, 4]);
        report(&mut document, "乙镇2023年政府信息公开工作年度报告", "2");
        assert_eq!(starts(&document), [0, 4, 7]);
    }

    #[test]
    fn copies_and_tables_without_a_title_are_no_reports_of_their_own() {
        let mut document = Document::default();
        report(&mut document, "甲镇2024年政府信息公开工作年度报告", "1");
        report(&mut document, "甲镇2024年政府信息公开工作年度报告", "2");
        report(&mut document, "附件", "3");
        assert_eq!(starts(&document), [0]);
    }

    #[test]
    fn sheets_are_reports_if_each_has_section_three() {
        let mut document = Document::default();
        for (name, figure) in [("甲", "1"), ("乙", "2")] {
            document.begin_part(name);
            report(&mut document, "年报", figure);
        }
        let names: Vec<_> = divide(&Laid::new(&document))
            .into_iter()
            .map(|part| part.name)
            .collect();
        assert_eq!(names, [Some("甲".to_owned()), Some("乙".to_owned())]);
    }

    #[test]
    fn the_tables_of_one_report_on_sheets_of_their_own() {
        let mut document = Document::default();
        for figure in ["1", "2"] {
            document.begin_part(format!("表二{figure}"));
            table(&mut document, &[&["规章", "1", "0", figure]]);
            document.begin_part(format!("表三{figure}"));
            table(
                &mut document,
                &[&[
                    "一、本年新收政府信息公开申请数量",
                    figure,
                    "0",
                    "0",
                    "0",
                    "0",
                    "0",
                    figure,
                ]],
            );
        }
        assert_eq!(starts(&document), [0, 2]);
    }
}
