//! The readers against files that break things, each test named after the defect.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at what it did not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod compound;
mod doc;
mod docx;
mod encoding;
mod html_tables;
mod html_text;
mod mht;
mod ofd;
mod office_xml;
mod opendocument;
mod oracle;
mod pdf;
mod pitfalls;
mod random;
mod rtf;
mod shared;
mod sheet;
mod signs;
mod sniff;
mod xls;
mod xlsx;
mod zip;
