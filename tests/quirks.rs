//! The structural quirks of real reports, one test each, on made-up figures.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

mod rendering;
mod support;

use gouji::finding::Severity;
use gouji::form::{CellId, Table};
use gouji::number::State;
use gouji::outcome::Checked;
use rendering::{Figures, Slot};

fn checked(document: &str) -> Checked {
    rendering::checked(document.as_bytes(), "quirk")
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// All figures are read as typed, and nothing is found.
fn reads_clean(figures: &Figures, document: &str) -> Checked {
    let checked = checked(document);
    same_values(figures, &checked);
    assert_eq!(
        codes(&checked),
        Vec::<&str>::new(),
        "{:?}\n{document}",
        checked.findings
    );
    checked
}

fn same_values(figures: &Figures, checked: &Checked) {
    for (id, raw) in figures
        .cells
        .iter()
        .filter(|(id, _)| figures.tables.contains(&id.table))
    {
        let cell = checked
            .report
            .cells
            .get(id)
            .unwrap_or_else(|| panic!("{id} was not read"));
        assert_eq!(
            cell.value.map(|value| value.to_string()),
            gouji::number::read(raw, gouji::number::Kind::FreeAmount)
                .value
                .map(|value| value.to_string()),
            "{id}: {cell:?}"
        );
    }
}

fn tables(figures: &Figures, render: impl Fn(&Figures, Table) -> String) -> String {
    figures
        .tables
        .iter()
        .map(|table| render(figures, *table))
        .collect::<Vec<_>>()
        .join("\n")
}

fn value(checked: &Checked, id: &str) -> Option<String> {
    let id: CellId = id.parse().unwrap();
    checked
        .report
        .cells
        .get(&id)
        .and_then(|cell| cell.value)
        .map(|value| value.to_string())
}

/// Labels and figures without any separator; rows of the form only.
fn glued(figures: &Figures, table: Table, between: &str) -> String {
    let rows = figures.grid(table);
    let cells: Vec<String> = rows
        .iter()
        .flatten()
        .map(|slot| slot.text.clone())
        .collect();
    cells.join(between)
}

#[test]
fn quirk_01_cells_of_a_row_glued() {
    let figures = Figures::example("2021");
    let document = format!(
        "二、主动公开政府信息情况{}",
        tables(&figures, |figures, table| glued(figures, table, ""))
    );
    let checked = checked(&document);
    for (id, raw) in figures
        .cells
        .iter()
        .filter(|(id, _)| id.table != Table::Disclosure)
    {
        let cell = checked.report.cells.get(id).unwrap();
        assert_eq!(cell.state, State::Reconstructed, "{id}");
        assert_eq!(cell.value.unwrap().to_string(), *raw, "{id}");
    }
    // 6241 in section two cannot be told apart and is said to be so; nothing is called wrong.
    assert_eq!(codes(&checked), ["unreadable-line"]);
    let skipped: usize = checked.coverage.iter().map(|line| line.skips.len()).sum();
    assert!(
        skipped > 0,
        "sums that were used for cutting are not checked"
    );
}

#[test]
fn quirk_02_glued_with_stray_blanks() {
    let mut figures = Figures::example("2021");
    figures.tables = vec![Table::Requests];
    let document = tables(&figures, |figures, table| glued(figures, table, ""))
        .replace("（一）予以公开18201 1022", "x");
    let document = document.replace("（一）予以公开182011022", "（一）予以公开 18 201 10 22");
    let checked = checked(&document);
    same_values(&figures, &checked);
}

#[test]
fn quirk_03_number_of_the_next_label_glued_to_the_last_cell() {
    let mut figures = Figures::example("2021");
    figures.tables = vec![Table::Requests];
    let document = glued(&figures, Table::Requests, "");
    assert!(document.contains("0000000"));
    assert!(document.contains("00000002.其他法律行政法规禁止公开"));
    same_values(&figures, &checked(&document));
}

#[test]
fn quirk_03_number_with_another_sign() {
    let mut figures = Figures::example("2021");
    figures.tables = vec![Table::Requests];
    let document = glued(&figures, Table::Requests, "")
        .replace("2.其他法律", "2、其他法律")
        .replace("3.其他", "3．其他");
    same_values(&figures, &checked(&document));
}

#[test]
fn quirk_04_blank_in_five_columns() {
    let mut figures = Figures::zeros("2021");
    for id in figures.cells.keys().copied().collect::<Vec<_>>() {
        if id.table == Table::Requests && !["natural_person", "total"].contains(&id.column.name()) {
            figures.set(&id.to_string(), "");
        }
    }
    for filler in [
        "",
        "&nbsp;",
        "<o:p></o:p>",
        "<span>&nbsp;<o:p></o:p></span>",
        "\u{3000}",
    ] {
        let document = figures.html().replace("<p></p>", filler);
        let checked = checked(&document);
        assert_eq!(codes(&checked), ["blank-cell"], "{filler:?}");
        assert_eq!(checked.findings[0].cells.len(), 125, "{filler:?}");
    }
}

#[test]
fn quirk_05_total_column_blank() {
    let mut figures = Figures::example("2019");
    for line in figures
        .edition
        .table(Table::Requests)
        .unwrap()
        .lines()
        .map(|(_, line)| line.line.name())
    {
        if !["new", "carried_in", "outcome_total", "carried_out"].contains(&line) {
            figures.set(&format!("requests.{line}.total"), "");
        }
    }
    for document in [figures.html(), figures.text()] {
        let checked = checked(&document);
        assert_eq!(codes(&checked), ["blank-total"; 19]);
        assert!(
            checked
                .findings
                .iter()
                .all(|finding| finding.severity == Severity::Warning)
        );
    }
}

#[test]
fn quirk_06_whole_table_blank() {
    for edition in ["2019", "2021"] {
        let mut figures = Figures::zeros(edition);
        for id in figures.cells.keys().copied().collect::<Vec<_>>() {
            figures.set(&id.to_string(), "");
        }
        for document in [figures.html(), figures.text()] {
            let checked = checked(&document);
            assert_eq!(codes(&checked), ["blank-cell"; 3]);
            let sums = checked.coverage.iter().filter(|line| {
                line.code.ends_with("-total")
                    && line.code != "blank-total"
                    && line.code != "only-total"
            });
            assert!(
                sums.into_iter().all(|line| line.checked == 0),
                "nothing was checked, so nothing passed"
            );
        }
    }
}

#[test]
fn quirk_07_slash_for_not_applicable() {
    let mut figures = Figures::example("2021");
    for column in ["issued", "repealed", "in_force"] {
        figures.set(&format!("disclosure.regulations.{column}"), "/");
    }
    let checked = checked(&figures.html());
    assert_eq!(codes(&checked), ["blank-cell"]);
    assert_eq!(checked.findings[0].severity, Severity::Notice);
}

#[test]
fn quirk_08_figure_and_note_in_one_cell() {
    let mut figures = Figures::example("2021");
    figures.set("disclosure.normative_documents.issued", "6（其中修订2件）");
    figures.set(
        "disclosure.normative_documents.repealed",
        "2(含自然失效1件)",
    );
    for document in [figures.html(), figures.text()] {
        let checked = checked(&document);
        assert_eq!(codes(&checked), Vec::<&str>::new());
        assert_eq!(
            value(&checked, "disclosure.normative_documents.issued").as_deref(),
            Some("6")
        );
    }
}

#[test]
fn quirk_09_amounts_with_units() {
    for (raw, amount) in [
        ("240万元", "240"),
        ("1424.4万元", "1424.4"),
        ("251000元", "25.1"),
        ("573802895.90元", "57380.28959"),
    ] {
        let mut figures = Figures::example("2019");
        figures.set("disclosure.procurement.amount", raw);
        let checked = checked(&figures.html());
        assert_eq!(codes(&checked), Vec::<&str>::new(), "{raw}");
        assert_eq!(
            value(&checked, "disclosure.procurement.amount").as_deref(),
            Some(amount)
        );
    }
}

#[test]
fn quirk_10_changes_with_signs_and_words() {
    for (raw, change) in [
        ("+19", "19"),
        ("+1", "1"),
        ("-18", "-18"),
        ("减18", "-18"),
        ("增2", "2"),
        ("－2", "-2"),
    ] {
        let mut figures = Figures::example("2019");
        figures.set("disclosure.licensing.change", raw);
        let checked = checked(&figures.text());
        assert_eq!(codes(&checked), Vec::<&str>::new(), "{raw}");
        assert_eq!(
            value(&checked, "disclosure.licensing.change").as_deref(),
            Some(change)
        );
    }
}

#[test]
fn quirk_11_six_decimals() {
    let mut figures = Figures::example("2021");
    figures.set("disclosure.fees.amount", "5949.088667");
    reads_clean(&figures, &figures.html());
}

#[test]
fn quirk_12_label_variants() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace("行政规范性文件", "规范性文件")
        .replace(">规章<", ">规 章<")
        .replace("1.属于国家秘密", "1、属于国家秘密")
        .replace("（六）其他处理", "（六）其他")
        .replace(
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "1.逾期不补正",
        )
        .replace(
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "2.逾期不缴费",
        )
        .replace("四、结转下年度继续办理", "四、结转下一年度继续办理")
        .replace("（七）总计", "(七) 总计");
    reads_clean(&figures, &document);
}

#[test]
fn quirk_12_a_label_nobody_knows_is_told_by_its_place() {
    let figures = Figures::example("2021");
    let document = figures
        .text()
        .replace("4.无正当理由大量反复申请", "4.滥用申请权")
        .replace("2.重复申请", "重复提出的");
    reads_clean(&figures, &document);
}

#[test]
fn quirk_13_labels_broken_over_lines_and_runs() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace("禁止公开", "禁止公<br>\n开")
        .replace("商业企业", "商业</p><p>企业")
        .replace("三、本年度办理结果", "三、<br>本<br>年<br>度<br>办理结果")
        .replace(
            "尚未审结",
            "<span>尚未</span> <span>审</span><span>结</span>",
        );
    reads_clean(&figures, &document);
}

#[test]
fn quirk_13_column_heads_over_two_rows() {
    let figures = Figures::example("2021");
    let document = figures.html().replace(
        "<td><p>商业企业</p></td><td><p>科研机构</p></td>",
        "<td><p>商业</p></td><td><p>科研</p></td>",
    );
    reads_clean(&figures, &document);
}

#[test]
fn quirk_14_header_cut_short() {
    let figures = Figures::example("2019");
    for short in ["本年增/", "本年增", "本年增 / 减"] {
        reads_clean(&figures, &figures.html().replace("本年增/减", short));
    }
    reads_clean(
        &figures,
        &figures
            .html()
            .replace("本年新制作数量", "本年新<br>制作数量"),
    );
}

#[test]
fn quirk_15_headings_with_typing_errors_and_tables_that_restart() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace("一、总体情况", "1、总体情况")
        .replace(
            "政府信息公开行政复议、行政诉讼情况",
            "政府信息公开行政法复议、行政诉讼情况",
        )
        .replace(
            "五、存在的主要问题及改进情况",
            "五、存在的主要问题及整改措施",
        )
        .replace("二、主动公开政府信息情况", "一、主动公开政府信息情况");
    let checked = checked(&document);
    same_values(&figures, &checked);
    assert_eq!(codes(&checked), ["heading-order", "heading-wording"]);
}

#[test]
fn quirk_16_year_signs_lost() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace("2024年", "")
        .replace("1月1日至12月31日", "20241日至20241231日");
    let checked = checked(&document);
    assert_eq!(checked.report.year, None);
    assert_eq!(
        codes(&checked),
        ["title-form"],
        "a lost year is no wrong year, but the title has none"
    );
}

#[test]
fn quirk_17_merged_cells_flattened() {
    let figures = Figures::example("2021");
    // An empty leading cell for every merged column, and ragged rows where the group label stands.
    let kept = |row: &Vec<Slot>| -> String {
        let mut cells: Vec<String> = Vec::new();
        for slot in row {
            cells.push(slot.text.clone());
            cells.extend((1..slot.columns).map(|_| String::new()));
        }
        cells.join("\t")
    };
    let text = |figures: &Figures, table: Table| -> String {
        figures
            .grid(table)
            .iter()
            .map(|row| kept(row) + "\n")
            .collect()
    };
    reads_clean(&figures, &tables_with_headings(&figures, text));
}

fn tables_with_headings(figures: &Figures, render: impl Fn(&Figures, Table) -> String) -> String {
    let form = |table| figures.edition.table(table).unwrap().heading;
    let parts: Vec<String> = figures
        .tables
        .iter()
        .map(|table| format!("{}\n\n{}\n", form(*table), render(figures, *table)))
        .collect();
    format!("{}\n\n{}", figures.title(), parts.concat())
}

#[test]
fn quirk_18_trailing_empty_cells_and_rows_of_pipes() {
    let figures = Figures::example("2021");
    let render = |figures: &Figures, table: Table| -> String {
        let row = |(index, row): (usize, &Vec<Slot>)| {
            let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
            format!("|{}|{}\n||||||||\n", cells.join("|"), "|".repeat(index % 9))
        };
        figures.grid(table).iter().enumerate().map(row).collect()
    };
    reads_clean(&figures, &tables_with_headings(&figures, render));
}

#[test]
fn quirk_19_one_cell_per_line() {
    let figures = Figures::example("2021");
    for between in ["\n", "\n|\n", "\n\n", " \n"] {
        let render = |figures: &Figures, table: Table| glued(figures, table, between);
        reads_clean(&figures, &tables_with_headings(&figures, render));
    }
}

#[test]
fn quirk_19_figures_divided_by_blanks() {
    let figures = Figures::example("2019");
    for between in [" ", "\u{3000}", "  "] {
        reads_clean(
            &figures,
            &tables_with_headings(&figures, |figures, table| glued(figures, table, between)),
        );
    }
}

#[test]
fn quirk_19_comma_separated_values() {
    let figures = Figures::example("2021");
    for between in [",", ", "] {
        let render = |figures: &Figures, table: Table| -> String {
            let row = |row: &Vec<Slot>| {
                let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
                format!("{}\n", cells.join(between))
            };
            figures.grid(table).iter().map(row).collect()
        };
        reads_clean(&figures, &tables_with_headings(&figures, render));
    }
}

#[test]
fn quirk_20_rows_shifted_by_a_tab() {
    let figures = Figures::example("2021");
    let render = |figures: &Figures, table: Table| -> String {
        let shift = |row: &Vec<Slot>| {
            let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
            match cells[0] {
                "一、本年新收政府信息公开申请数量" => {
                    format!("{}\t\t{}\t\n", cells[0], cells[1..].join("\t"))
                }
                "3.其他" | "（七）总计" => {
                    format!("{}\t\t{}\t\n", cells[0], cells[1..].join("\t"))
                }
                first
                    if first.starts_with(['2', '3', '4', '5', '6', '7', '8'])
                        && table == Table::Requests =>
                {
                    format!("\t\t{}\n", cells.join("\t"))
                }
                _ => format!("{}\n", cells.join("\t")),
            }
        };
        figures.grid(table).iter().map(shift).collect()
    };
    reads_clean(&figures, &tables_with_headings(&figures, render));
}

#[test]
fn quirk_20_shifted_rows_with_blank_ends() {
    // Rows whose first and last figures are blank take their place from the rows of the same shape.
    let mut figures = Figures::zeros("2021");
    for id in figures.cells.keys().copied().collect::<Vec<_>>() {
        if id.table == Table::Requests
            && id.line.name() == "carried_in"
            && id.column.name() != "business"
        {
            figures.set(&id.to_string(), "");
        }
    }
    let render = |figures: &Figures, table: Table| -> String {
        let row = |row: &Vec<Slot>| {
            let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
            if table == Table::Requests && cells.len() == 8 {
                return format!("{}\t\t{}\t\n", cells[0], cells[1..].join("\t"));
            }
            format!("{}\n", cells.join("\t"))
        };
        figures.grid(table).iter().map(row).collect()
    };
    let checked = checked(&tables_with_headings(&figures, render));
    same_values(&figures, &checked);
    assert_eq!(codes(&checked), ["blank-total", "blank-cell"]);
}

#[test]
fn quirk_21_table_cut_by_a_page() {
    let figures = Figures::example("2021");
    let html = figures.html();
    let (before, after) = html
        .split_once("<tr><td rowspan=\"3\"><p>（四）无法提供</p></td>")
        .unwrap();
    let head = "<tr><td colspan=\"3\"></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>";
    let cut = format!(
        "{before}</table><p>- 4 -</p><table>{head}<tr><td rowspan=\"19\"></td><td rowspan=\"3\"><p>（四）无</p><p>法提供</p></td>{after}"
    );
    reads_clean(&figures, &cut);
}

#[test]
fn quirk_21_table_split_in_two_in_a_word_processor() {
    let figures = Figures::example("2021");
    let xml = figures.document_xml();
    let at = xml.find("（四）无法提供").unwrap();
    let row = xml[..at].rfind("<w:tr>").unwrap();
    // With the header repeated, with a page number between, and with nothing at all.
    let head =
        "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>自然人</w:t></w:r></w:p></w:tc></w:tr>";
    for between in [
        "</w:tbl><w:tbl>".to_owned(),
        "</w:tbl><w:p><w:r><w:t>- 4 -</w:t></w:r></w:p><w:tbl>".to_owned(),
        format!("</w:tbl><w:p/><w:tbl>{head}"),
    ] {
        let split = format!("{}{between}{}", &xml[..row], &xml[row..]);
        let bytes = support::zip::write(&[support::zip::Entry::deflated(
            "word/document.xml",
            split.as_bytes(),
        )]);
        let checked = rendering::checked(&bytes, "split.docx");
        same_values(&figures, &checked);
        assert_eq!(
            codes(&checked),
            Vec::<&str>::new(),
            "{between}: {:?}",
            checked.findings
        );
    }
}

#[test]
fn quirk_26_two_years_side_by_side_are_never_read_wrong() {
    let figures = Figures::example("2021");
    let render = |figures: &Figures, table: Table| -> String {
        let row = |row: &Vec<Slot>| {
            let cells: Vec<&str> = row.iter().map(|slot| slot.text.as_str()).collect();
            let figures = &cells[cells.len().saturating_sub(7)..];
            format!(
                "{}\t{}\n",
                cells.join("\t"),
                if cells.len() >= 8 {
                    figures.join("\t")
                } else {
                    String::new()
                }
            )
        };
        figures.grid(table).iter().map(row).collect()
    };
    let mut only = figures.clone();
    only.tables = vec![Table::Requests];
    let checked = checked(&tables_with_headings(&only, render));
    let errors = checked
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    assert_eq!(errors, 0, "{:?}", checked.findings);
}

#[test]
fn quirk_27_tables_missing_behind_their_headings() {
    let mut figures = Figures::example("2021");
    figures.tables = vec![Table::Requests];
    let checked = checked(&figures.html());
    assert_eq!(codes(&checked), ["missing-table", "missing-table"]);
    assert!(
        checked
            .findings
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
}

#[test]
fn quirk_28_index_table_and_layout_table_around_the_report() {
    let figures = Figures::example("2021");
    let html = figures.html();
    let body = &html[html.find("<h1>").unwrap()..html.find("</body>").unwrap()];
    let document = format!(
        "<html><body><table><tr><td>索引号</td><td>000000/2025-00001</td></tr><tr><td>文号</td><td>无</td></tr></table>\
         <table width=\"100%\"><tr><td><table><tr><td>{body}</td></tr></table></td></tr></table></body></html>"
    );
    let checked = reads_clean(&figures, &document);
    assert_eq!(checked.report.unit.as_deref(), Some("示例市示例局"));
}

#[test]
fn quirk_28_hidden_copy_in_a_second_tab() {
    let figures = Figures::example("2021");
    let html = figures.html();
    let body = &html[html.find("<h1>").unwrap()..html.find("</body>").unwrap()];
    let document = format!(
        "<html><body><div>{body}</div><div style=\"display:none\">{body}</div></body></html>"
    );
    reads_clean(&figures, &document);
    // A copy that differs is another matter: it is said that only one was checked.
    let other = document.replacen("<p>18</p>", "<p>19</p>", 1);
    assert!(codes(&checked(&other)).contains(&"duplicate-table"));
}

#[test]
fn quirk_29_word_markup_and_a_nested_page() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace("<p>", "<p class=MsoNormal style='mso-pagination:none'><span lang=EN-US style='font-size:9.0pt'><font face=\"宋体\">")
        .replace("</p>", "</font><o:p></o:p></span></p>")
        .replace("<h1>", "<!DOCTYPE html><html><head><title>内层</title><style>td{}</style></head><body><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><h1>");
    reads_clean(&figures, &document);
}

#[test]
fn quirk_31_traditional_characters_of_a_mirror() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace("总计", "總計")
        .replace("结转", "結轉")
        .replace("申请", "申請")
        .replace("数量", "數量")
        .replace("处理", "處理")
        .replace("予以公开", "予以公開")
        .replace("国家秘密", "國家秘密")
        .replace("规范性", "規範性")
        .replace("规章", "規章");
    reads_clean(&figures, &document);
}

#[test]
fn quirk_32_instruction_left_in_and_empty_corner() {
    let figures = Figures::example("2021");
    let corner = figures.edition.table(Table::Requests).unwrap().corner;
    reads_clean(&figures, &figures.html().replace(corner, ""));
    reads_clean(
        &figures,
        &figures.text().replace(corner, "（填报说明：请按实际填写）"),
    );
}

#[test]
fn quirk_33_note_under_section_four() {
    let figures = Figures::example("2021");
    let document = figures
        .text()
        .replace("五、存在的", "注：含上年结转案件2件。\n\n五、存在的");
    reads_clean(&figures, &document);
}

#[test]
fn quirk_34_rows_of_both_editions() {
    for (edition, cells) in [("2019", 161), ("2021", 175)] {
        let checked = checked(&Figures::example(edition).html());
        let read = checked
            .report
            .cells
            .keys()
            .filter(|id| id.table == Table::Requests)
            .count();
        assert_eq!(read, cells);
        assert!(
            checked
                .report
                .tables
                .iter()
                .all(|table| table.edition.unwrap().name == edition)
        );
    }
}

#[test]
fn quirk_34_editions_mixed_in_one_report() {
    let new = Figures::example("2021");
    let mut old = Figures::example("2019");
    old.tables = vec![Table::Disclosure];
    old.year = 2023;
    let mut rest = new.clone();
    rest.tables = vec![Table::Requests, Table::Disputes];
    let document = format!(
        "{}\n{}\n{}",
        new.title(),
        old.html_table(Table::Disclosure),
        tables(&rest, Figures::html_table)
    );
    let checked = checked(&format!("<h1>{}</h1>{document}", new.title()));
    let editions: Vec<&str> = checked
        .report
        .tables
        .iter()
        .map(|table| table.edition.unwrap().name)
        .collect();
    assert_eq!(editions, ["2019", "2021", "2021"]);
    assert_eq!(codes(&checked), ["edition-mismatch"]);
}

#[test]
fn quirk_36_no_title_and_no_year() {
    let figures = Figures::example("2021");
    let document = figures
        .html()
        .replace(&figures.title(), "信息公开")
        .replace("2024年", "本年");
    let checked = checked(&document);
    assert_eq!(
        (checked.report.year, checked.report.unit.as_deref()),
        (None, None)
    );
    assert_eq!(codes(&checked), Vec::<&str>::new());
}
