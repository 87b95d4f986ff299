//! Which figure is wrong: what must hold for every cell, every pair and every table, and what cannot be seen at all.
//! How often the first reading is right is measured by `cargo xtask bench explain`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    dead_code,
    unreachable_pub,
    reason = "a test may stop at what it did not expect"
)]

mod exhaustive;
mod properties;
mod random;
mod table;
