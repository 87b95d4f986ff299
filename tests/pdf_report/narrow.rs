//! Figures in cells that are too narrow for them, cut off at their edges, or moved: right or in doubt, never wrong in silence.

use gouji::finding::Severity;
use gouji::form::{CellId, Table};
use gouji::outcome::Status;
use gouji::reader::encoding::native::NativeDecoder;
use gouji::{Options, check};

use crate::rendering::Figures;
use crate::rendering::drawn::Paper;
use crate::rendering::pdf::{Making, pdf};

/// Every cell is right, or said to be in doubt, or its line is said to be missing or unreadable: nothing is read wrongly in
/// silence. What has room in its cell is right without a doubt. Returns how many cells are.
fn right_or_doubtful(
    name: &str,
    figures: &Figures,
    bytes: &[u8],
    has_room: impl Fn(CellId, &str) -> bool,
) -> usize {
    let status = check(bytes, "pdf", &Options::new(&NativeDecoder)).status;
    let Status::Checked(checked) = status else {
        panic!("{name}: {status:?}");
    };
    let report = &checked.report;
    let mut right = 0;
    for (id, raw) in &figures.cells {
        let Some(cell) = report.cells.get(id) else {
            assert!(
                report.table(id.table).missing.contains(&id.line) && !has_room(*id, raw),
                "{name}: {id} is not there"
            );
            continue;
        };
        let is_right = cell.raw.trim() == raw.trim();
        let is_flagged = report.doubtful.contains(id)
            || report.table(id.table).unreadable.contains(&id.line)
            || cell.state.name() == "text";
        assert!(
            is_right || is_flagged,
            "{name}: {id}: {:?} for {raw:?}",
            cell.raw
        );
        let is_sure = is_right && !is_flagged;
        assert!(
            is_sure || !has_room(*id, raw),
            "{name}: {id} has room and is in doubt: {:?}",
            cell.raw
        );
        right += usize::from(is_sure);
    }
    for finding in &checked.findings {
        let rests_on_doubt = finding
            .cells
            .iter()
            .any(|(id, _)| report.doubtful.contains(id));
        assert!(
            !rests_on_doubt || finding.severity != Severity::Error,
            "{name}: an error that rests on a doubt: {finding:?}"
        );
    }
    right
}

/// Figures of four and of seven digits in the long table.
fn large(edition: &str) -> Figures {
    let mut figures = Figures::example(edition);
    let ids: Vec<CellId> = figures.cells.keys().copied().collect();
    for (index, id) in ids.iter().enumerate() {
        let text = match index % 4 {
            0 => (1_000 + index * 37 % 9_000).to_string(),
            1 => (1_000_000 + index * 7_919 % 9_000_000).to_string(),
            2 => "0".to_owned(),
            _ => (index % 97).to_string(),
        };
        if id.table != Table::Disclosure {
            figures.cells.insert(*id, text);
        }
    }
    figures
}

#[test]
fn large_figures_in_narrow_cells_are_right_or_in_doubt() {
    for edition in ["2021", "2019"] {
        let figures = large(edition);
        for (labels, clips) in [
            (2.0, false),
            (2.0, true),
            (4.0, false),
            (4.0, true),
            (6.0, false),
            (9.0, false),
        ] {
            for (size, apart) in [(7.0, false), (7.0, true), (10.5, false), (10.5, true)] {
                let paper = Paper {
                    labels,
                    clips,
                    size,
                    ..Paper::default()
                };
                let making = Making {
                    apart,
                    ..Making::default()
                };
                let name =
                    format!("{edition}, labels {labels}, clips {clips}, {size} pt, apart {apart}");
                let bytes = pdf(&figures.sheets(&paper), &paper, making);
                let has_room = |id: CellId, text: &str| paper.has_room(&figures, id.table, text);
                right_or_doubtful(&name, &figures, &bytes, has_room);
            }
        }
    }
}

#[test]
fn text_that_is_moved_is_right_or_in_doubt() {
    // To the side less than half a column of the widest, so that what is moved still touches its own cell.
    const MOVES: [(f64, f64); 7] = [
        (3.0, 0.0),
        (-4.0, 0.0),
        (9.0, 0.0),
        (-17.0, 0.0),
        (0.0, 4.0),
        (0.0, -5.0),
        (14.0, 2.0),
    ];
    for (edition, labels, clips, share) in [
        ("2021", 2.0, false, 1.0),
        ("2021", 2.0, true, 1.0),
        ("2021", 6.0, false, 0.5),
        ("2019", 4.0, true, 0.6),
        ("2019", 9.0, false, 0.3),
    ] {
        let figures = large(edition);
        let paper = Paper {
            labels,
            clips,
            ..Paper::default()
        };
        for (dx, dy) in MOVES {
            // What is cut off stands at the left of its cell and would not show at all.
            if clips && dx < -4.0 {
                continue;
            }
            let mut sheets = figures.sheets(&paper);
            // Only some of the texts: a table that is moved as a whole is another table.
            for sheet in &mut sheets {
                for (index, line) in sheet.texts.iter_mut().enumerate() {
                    if index % 5 == 0 {
                        line.x += dx * share;
                        line.y += dy;
                    }
                }
            }
            let bytes = pdf(&sheets, &paper, Making::default());
            let name = format!("{edition}, labels {labels}, clips {clips}, moved by {dx}, {dy}");
            right_or_doubtful(&name, &figures, &bytes, |_, _| false);
        }
    }
}
