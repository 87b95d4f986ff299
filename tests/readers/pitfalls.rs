//! Every pitfall of formats that only say where signs and lines stand, with the test that is named after it: one that is
//! missing, or was renamed, fails here.

use std::path::Path;

const CODINGS: &[(&str, &str)] = &[
    (
        "Identity-H with ToUnicode",
        "identity_with_a_map_to_unicode",
    ),
    (
        "bfrange with arrays and several characters",
        "characters_ranges_and_lists",
    ),
    ("Uni…-UCS2", "uni_gb_ucs2_without_a_font"),
    ("Uni…-UTF16", "uni_gb_utf16_without_a_font"),
    ("GBK-EUC-H", "gbk_without_a_font"),
    ("GBKp-EUC-H", "gbkp_without_a_font"),
    ("GBK2K-H", "gbk2k_without_a_font"),
    ("GB-EUC-H", "gb_without_a_font"),
    (
        "Identity-H of GB1 without ToUnicode",
        "identity_of_the_collection_gb1_without_a_map",
    ),
    (
        "embedded TrueType read backwards",
        "embedded_truetype_without_a_map",
    ),
    (
        "simple fonts with Differences",
        "simple_font_with_differences",
    ),
    ("simple subsets with ToUnicode", "printed_by_libreoffice"),
    (
        "fonts that tell nothing",
        "fonts_that_tell_nothing_are_told",
    ),
];

const PDF: &[(&str, &str)] = &[
    ("rules as strokes", "rulings_as_stroked_boxes"),
    ("rules as thin fills", "rulings_as_thin_fills"),
    ("rules as dashes", "rulings_as_dashes"),
    (
        "rules split per cell, drawn twice",
        "rulings_drawn_twice_by_neighbours",
    ),
    ("double lines", "rulings_as_double_lines"),
    ("borders as areas cut out", "rulings_as_frames_cut_out"),
    ("rules as pictures", "lines_that_are_pictures_are_lines"),
    ("white or invisible rules", "white_lines_part_nothing"),
    (
        "page break inside a table and a rowspan",
        "tables_and_rowspans_cut_on_lying_paper",
    ),
    (
        "page break inside a row and a label",
        "rows_and_labels_cut_by_a_page_break",
    ),
    (
        "page break inside a vertical label",
        "vertical_labels_cut_by_a_page_break",
    ),
    ("page numbers in between", "a_page_number_is_no_text"),
    (
        "no page numbers in between",
        "tables_cut_without_a_page_number_between",
    ),
    (
        "header rows repeated",
        "header_rows_repeated_after_a_page_break",
    ),
    ("landscape with Rotate", "a_page_turned_by_its_entry"),
    ("landscape without", "a_page_drawn_lying"),
    ("form XObjects", "form_xobjects"),
    ("text drawn twice for bold", "text_drawn_twice_for_bold"),
    ("vertical text", "text_running_downwards_is_read_downwards"),
    (
        "text turned upwards",
        "a_line_turned_upwards_is_read_upwards",
    ),
    (
        "encrypted with an empty password",
        "encrypted_with_an_empty_password",
    ),
    ("encrypted with a password", "a_password_is_told"),
    ("scan", "a_scan_is_told"),
    ("outlines", "outlines_are_told"),
    ("index broken", "an_index_that_is_wrong_is_repaired"),
    ("damaged", "what_is_no_file_is_damaged"),
    (
        "drawings that draw themselves",
        "a_drawing_that_draws_itself_ends",
    ),
    ("bombs", "packed_objects_that_never_end_are_refused"),
    ("LibreOffice", "printed_by_libreoffice"),
    ("Chromium", "printed_by_chromium"),
    (
        "narrow cells",
        "large_figures_in_narrow_cells_are_right_or_in_doubt",
    ),
    ("moved text", "text_that_is_moved_is_right_or_in_doubt"),
    ("edition of 2019", "the_form_of_2019"),
];

const OFD: &[(&str, &str)] = &[
    (
        "three ways of writing, page breaks",
        "all_cells_are_right_however_the_file_is_written",
    ),
    ("repeats in DeltaX", "distances_may_be_repeats"),
    (
        "missing DeltaX",
        "without_distances_signs_stand_side_by_side",
    ),
    ("CTM", "a_matrix_moves_and_stretches"),
    (
        "templates",
        "a_missing_page_or_template_is_damage_not_a_shorter_report",
    ),
    ("order of pages", "pages_come_in_the_order_of_the_document"),
    ("several documents", "all_documents_of_a_package_are_read"),
    ("other prefixes", "a_prefix_may_be_any_or_none"),
    (
        "pictures only",
        "a_scan_is_told_even_with_hidden_text_below",
    ),
    ("outlines", "text_drawn_as_shapes_is_told"),
    (
        "advice names the format",
        "advice_about_pages_without_text_names_the_format",
    ),
    ("signed", "a_signature_changes_nothing"),
    ("attachments", "attachments_are_listed"),
    ("encrypted", "an_encrypted_package_is_told"),
    ("told by its content", "it_is_told_by_its_content"),
    ("depth and size", "depth_and_size_have_caps"),
    ("edition of 2019", "the_form_of_2019_is_read_too"),
];

/// The files in which these tests stand.
const FILES: [&str; 9] = [
    "tests/readers/pdf.rs",
    "tests/readers/ofd.rs",
    "tests/pdf_report/main.rs",
    "tests/pdf_report/narrow.rs",
    "tests/pdf_report/partly.rs",
    "tests/pdf_report/unruled.rs",
    "tests/ofd_report.rs",
    "src/reader/ruled/tests.rs",
    "src/reader/pdf/font/cmap.rs",
];

#[test]
fn every_pitfall_of_drawn_pages_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources: String = FILES
        .iter()
        .map(|file| std::fs::read_to_string(root.join(file)).expect("a file of tests"))
        .collect();
    for (pitfall, test) in CODINGS.iter().chain(PDF).chain(OFD) {
        let is_there = ["#[test]\nfn", "#[test]\n    fn"]
            .iter()
            .any(|start| sources.contains(&format!("{start} {test}()")));
        assert!(is_there, "{pitfall}: there is no test {test}");
    }
}
