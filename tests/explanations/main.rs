//! Which figure is wrong: what must hold for every cell, every pair and every table, and what cannot be seen at all.
//! How often the first reading is right is measured by `cargo xtask bench explain`, and held by `gates`. All pairs of cells and
//! more tables are gone through by `tests/explanations_whole.rs`, which a plain `cargo test` does not wait for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::needless_range_loop,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "a test may stop at what it did not expect"
)]

#[path = "../wrong_figures/classes.rs"]
mod classes;
#[path = "../wrong_figures/disputes.rs"]
mod disputes;
mod exhaustive;
mod gates;
#[path = "../wrong_figures/hostile.rs"]
mod hostile;
mod properties;
#[path = "../corpus/random.rs"]
mod random;
#[path = "../wrong_figures/score.rs"]
mod score;
#[path = "../wrong_figures/sheet.rs"]
mod sheet;
mod small;
mod table;
