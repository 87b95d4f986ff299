//! The pitfalls that readers of office files fall into, each with the tests that hold it shut: a test that goes, or is
//! no longer run, is missed here.
#![allow(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A pitfall and its tests, each by its file below `tests` and its name.
type Pitfall = (&'static str, &'static [&'static str]);

const ALL: &[Pitfall] = &[
    (
        "the kind of a file by its first bytes, never by its name",
        &[
            "office_files the_kind_is_told_by_the_first_bytes_and_never_by_the_name",
            "readers/sniff office_files_that_are_text",
            "readers/sniff zip_archives_by_their_entries",
            "readers/sniff markup_however_it_begins",
        ],
    ),
    (
        "an empty file",
        &[
            "readers/sniff nothing_and_white_space_are_empty",
            "hostile each_has_its_own_problem_and_says_what_to_do",
        ],
    ),
    (
        "a file that breaks off",
        &[
            "office_files a_file_cut_in_the_middle_is_truncated",
            "readers/zip a_file_cut_anywhere_is_truncated_and_known_as_a_document",
            "readers/compound a_file_cut_anywhere_is_truncated",
        ],
    ),
    (
        "depth",
        &[
            "readers/docx markup_nested_beyond_the_limit_is_refused",
            "readers/xlsx deep_markup_is_too_deep",
            "readers/opendocument deep_and_broken_content",
            "readers/doc tables_too_deep_are_refused",
            "readers/rtf broken_files",
            "readers/mht broken_files",
            "readers/html_tables tables_nested_beyond_the_limit_are_refused",
        ],
    ),
    (
        "number of cells",
        &[
            "readers/sheet more_cells_than_the_cap_are_too_large",
            "readers/docx a_million_cells_are_too_large",
            "readers/html_tables a_million_cells_are_too_large",
            "readers/sheet an_extent_of_millions_of_cells_costs_nothing",
            "readers/xlsx a_tiny_workbook_of_a_huge_extent_costs_two_cells",
        ],
    ),
    (
        "unpacked size",
        &[
            "readers/zip a_bomb_that_admits_its_size_is_too_large",
            "readers/zip a_bomb_that_hides_its_size_is_damage",
            "memory/main ten_megabytes_are_read_within_64",
        ],
    ),
    (
        "U+3000, hard blanks, full-width digits",
        &[
            "readers/signs ideographic_spaces_hard_blanks_and_full_width_digits_stay_as_written",
            "same_report a_report_with_every_kind_of_cell",
        ],
    ),
    (
        "\"1、\" for \"1.\" in labels",
        &["quirks quirk_12_label_variants"],
    ),
];

const ZIP: &[Pitfall] = &[
    (
        "a data descriptor behind the data, sizes of zero in the local header",
        &["readers/zip sizes_in_a_data_descriptor_behind_the_data"],
    ),
    (
        "stored entries",
        &["readers/zip stored_and_deflated_entries"],
    ),
    (
        "names in GBK without the flag of UTF-8",
        &[
            "readers/zip names_in_gbk_and_with_backslashes",
            "several names_in_gbk_and_with_backslashes_are_read",
        ],
    ),
    (
        "backslashes in names",
        &["readers/zip names_in_gbk_and_with_backslashes"],
    ),
    ("zip64", &["readers/zip sizes_and_offsets_of_64_bits"]),
    (
        "encrypted entries",
        &[
            "readers/zip an_encrypted_entry_is_refused_by_name",
            "several encrypted_files_and_bombs_in_an_archive_are_refused_by_name",
        ],
    ),
    (
        "archives in archives",
        &["several an_archive_in_an_archive_is_opened_once"],
    ),
    (
        "bombs",
        &[
            "readers/zip a_bomb_that_admits_its_size_is_too_large",
            "readers/zip a_bomb_that_hides_its_size_is_damage",
            "readers/zip a_size_of_exabytes_is_too_large",
            "readers/zip entries_that_share_bytes_are_damage",
        ],
    ),
];

const DOCX: &[Pitfall] = &[
    (
        "vMerge without a value continues",
        &["readers/docx vertical_merge_without_value_continues"],
    ),
    (
        "gridSpan together with vMerge",
        &["readers/docx horizontal_span_together_with_vertical_merge"],
    ),
    (
        "gridBefore and gridAfter",
        &["readers/docx slots_left_out_before_and_after_a_row"],
    ),
    ("hMerge", &["readers/docx legacy_horizontal_merge"]),
    (
        "nested tables",
        &["readers/docx a_table_inside_a_cell_of_a_layout_table"],
    ),
    (
        "w:sdt around rows and cells",
        &["readers/docx content_controls_around_blocks_rows_cells_and_runs"],
    ),
    (
        "w:del and w:moveFrom dropped, w:ins kept",
        &["readers/docx deletions_are_gone_and_insertions_stay"],
    ),
    (
        "mc:Fallback dropped",
        &["readers/docx of_alternatives_only_the_choice_counts"],
    ),
    (
        "text boxes",
        &["readers/docx a_table_in_a_text_box_follows_its_paragraph"],
    ),
    (
        "entities as events of their own",
        &["readers/docx references_inside_text"],
    ),
    (
        "strict namespaces and other prefixes",
        &["readers/docx the_strict_namespace_and_other_prefixes"],
    ),
    (
        "one table split by hand into two",
        &[
            "readers/docx one_table_split_by_hand_is_two_grids",
            "quirks quirk_21_table_split_in_two_in_a_word_processor",
        ],
    ),
];

const DOC: &[Pitfall] = &[
    (
        "compressed pieces",
        &["readers/doc pieces_with_one_byte_for_each_character"],
    ),
    (
        "huge PAPX in the data stream",
        &["readers/doc properties_of_a_wide_row_in_a_stream_of_their_own"],
    ),
    (
        "the form of a PAPX with a length of 0",
        &["readers/doc properties_whose_length_is_told_in_pairs_as_wps_writes_them"],
    ),
    (
        "edges that jitter",
        &["readers/doc edges_that_differ_by_a_hair_are_one_column"],
    ),
    (
        "fVertMerge on rows that continue",
        &["readers/doc merged_cells_that_all_say_they_begin"],
    ),
    (
        "embedded objects with streams of the same names",
        &["readers/doc an_embedded_document_has_streams_of_the_same_names"],
    ),
    ("encrypted", &["readers/doc a_password_is_told"]),
    (
        "Word 95",
        &["readers/doc word_95_and_before_are_told_by_name"],
    ),
    (
        "pieces of a document saved fast",
        &[
            "readers/doc pieces_in_another_order_than_the_text_as_saved_fast",
            "readers/doc a_piece_that_puts_its_paragraphs_into_a_table_as_saved_fast",
        ],
    ),
];

const SHEETS: &[Pitfall] = &[
    (
        "a merged area has its value in the first cell alone",
        &[
            "readers/xlsx a_merged_area_counts_by_its_first_cell_alone",
            "readers/xls a_merged_area_has_the_text_of_its_first_cell",
            "readers/opendocument covered_cells_of_a_sheet",
        ],
    ),
    (
        "numbers stored as text",
        &[
            "readers/xlsx numbers_stored_as_text_keep_their_writing",
            "readers/xls numbers_stored_as_text_are_text",
            "readers/opendocument numbers_stored_as_text_keep_their_writing",
        ],
    ),
    (
        "formulas with and without a cached value",
        &[
            "readers/xlsx formulas_with_and_without_cached_value",
            "readers/xls formulas_with_a_value",
            "readers/xls a_formula_without_a_value_is_blank",
            "readers/opendocument formulas_with_and_without_cached_value",
        ],
    ),
    (
        "rich text in shared strings",
        &[
            "readers/xlsx shared_texts_of_several_runs_without_phonetic_guides",
            "readers/xls formatting_runs_and_phonetics_behind_a_shared_text_are_passed",
            "readers/opendocument a_text_of_several_runs_is_one_text",
        ],
    ),
    (
        "hidden rows and sheets",
        &[
            "readers/xlsx hidden_rows_columns_and_sheets_are_left_out",
            "readers/xls hidden_rows_and_columns_are_left_out",
            "readers/xls hidden_sheets_charts_and_macros_are_left_out",
            "readers/opendocument hidden_rows_columns_sheets_and_sections_are_left_out",
        ],
    ),
    (
        "0 shown as blank",
        &[
            "readers/xlsx a_zero_that_is_shown_as_blank_is_zero",
            "readers/xls zero_shown_as_blank_is_zero",
            "readers/opendocument a_zero_that_is_shown_as_blank_is_zero",
        ],
    ),
    (
        "repeats of OpenDocument",
        &[
            "readers/opendocument repeated_cells_and_rows",
            "readers/opendocument the_rest_of_a_sheet_is_repeated_a_million_times",
        ],
    ),
    (
        "a shared text cut by CONTINUE, its width changing",
        &[
            "readers/xls a_shared_text_cut_in_two_that_changes_its_width",
            "readers/xls a_shared_text_cut_in_front_of_its_characters",
        ],
    ),
];

const PAGES: &[Pitfall] = &[
    (
        "gb2312 said, characters of GBK used",
        &["readers/encoding a_page_that_says_gb2312_and_has_characters_of_gbk"],
    ),
    (
        "missing end tags of cells and rows",
        &["readers/html_tables missing_end_tags_of_cells_and_rows"],
    ),
    (
        "a row span past the end",
        &["readers/html_tables row_span_reaches_past_the_last_row"],
    ),
    (
        "a row span of 0",
        &["readers/html_tables row_span_of_zero_means_to_the_end"],
    ),
    (
        "a column span with junk behind it",
        &["readers/html_tables column_span_with_junk_behind_the_number"],
    ),
    (
        "layout tables around the table",
        &[
            "readers/html_tables a_layout_table_around_the_page_is_no_grid",
            "readers/html_tables layout_tables_inside_layout_tables",
        ],
    ),
    (
        "conditional comments of Office",
        &["readers/html_text comments_for_one_browser_are_comments"],
    ),
    (
        "hidden rows",
        &["readers/html_tables hidden_rows_and_cells_are_not_there"],
    ),
    (
        "header cells",
        &["readers/html_tables header_cells_sections_and_columns"],
    ),
    (
        "paragraphs and breaks in cells",
        &["readers/html_tables paragraphs_and_breaks_inside_a_cell_are_line_breaks"],
    ),
    (
        "quoted-printable with soft breaks",
        &["readers/mht quoted_printable_with_soft_breaks_in_gbk"],
    ),
    (
        "base64, a charset for each part",
        &["readers/mht base64_with_the_charset_of_the_part"],
    ),
    (
        "the clipboard of a spreadsheet with x:num",
        &["readers/html_text a_spreadsheet_marks_the_fragment_inside_the_table"],
    ),
];

const TEXT: &[Pitfall] = &[
    (
        "rows of tabs with merged cells collapsed",
        &[
            "quirks quirk_17_merged_cells_flattened",
            "quirks quirk_20_rows_shifted_by_a_tab",
        ],
    ),
    (
        "a row that lost its leading tabs, tabs at the end",
        &[
            "quirks quirk_20_rows_shifted_by_a_tab",
            "quirks quirk_18_trailing_empty_cells_and_rows_of_pipes",
        ],
    ),
    (
        "full-width spaces",
        &[
            "readers/signs ideographic_spaces_hard_blanks_and_full_width_digits_stay_as_written",
            "quirks quirk_19_figures_divided_by_blanks",
        ],
    ),
];

/// The families and how many pitfalls each has: none goes without saying.
const FAMILIES: [(&str, &[Pitfall], usize); 7] = [
    ("all", ALL, 8),
    ("zip", ZIP, 8),
    ("docx", DOCX, 12),
    ("doc and wps", DOC, 9),
    ("xlsx, xls, et and ods", SHEETS, 8),
    ("html and mht", PAGES, 13),
    ("text", TEXT, 3),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The tests that a file runs: functions marked as tests that nothing switches off.
fn tests_of(file: &str) -> BTreeSet<String> {
    let path = folder().join(file).with_extension("rs");
    let source = std::fs::read_to_string(&path).unwrap_or_default();
    let mut names = BTreeSet::new();
    let mut marks: Vec<&str> = Vec::new();
    for line in source.lines().map(str::trim) {
        if line.starts_with("#[") {
            marks.push(line);
        } else {
            let name = line
                .strip_prefix("fn ")
                .and_then(|rest| rest.split_once('('));
            let is_run = marks.contains(&"#[test]")
                && !marks
                    .iter()
                    .any(|mark| mark.contains("ignore") || mark.contains("cfg"));
            if let Some((name, _)) = name.filter(|_| is_run) {
                names.insert(name.to_owned());
            }
            marks.clear();
        }
    }
    names
}

#[test]
fn every_pitfall_has_its_tests() {
    let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut missing = Vec::new();
    let mut pitfalls = BTreeSet::new();
    for (family, rows, count) in FAMILIES {
        assert_eq!(rows.len(), count, "{family}");
        for (pitfall, tests) in rows {
            assert!(
                pitfalls.insert((family, pitfall)),
                "{family}: {pitfall} twice"
            );
            assert!(!tests.is_empty(), "{family}: {pitfall}");
            for test in *tests {
                let (file, name) = test.split_once(' ').expect("a file and a name");
                let names = known.entry(file).or_insert_with(|| tests_of(file));
                if !names.contains(name) {
                    missing.push(format!("{family}: {pitfall}: {test}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_files_of_the_readers_are_all_run() {
    let main = std::fs::read_to_string(folder().join("readers/main.rs")).expect("main.rs");
    for (_, rows, _) in FAMILIES {
        for file in rows
            .iter()
            .flat_map(|(_, tests)| *tests)
            .filter_map(|test| test.strip_prefix("readers/")?.split(' ').next())
        {
            assert!(main.contains(&format!("\nmod {file};\n")), "{file}");
        }
    }
}

#[test]
fn a_test_that_is_not_there_is_missed() {
    assert!(tests_of("pitfalls").contains("every_pitfall_has_its_tests"));
    assert!(!tests_of("pitfalls").contains("tests_of"));
    assert!(tests_of("no_such_file").is_empty());
}
