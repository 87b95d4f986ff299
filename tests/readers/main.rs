//! The readers against files that break things, each test named after the defect.

#[path = "../support/mod.rs"]
mod support;

mod docx;
mod shared;
