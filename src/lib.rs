//! Gouji checks China's annual reports on government information disclosure.
//!
//! The way of the data is the layout:
//!
//! ```text
//! bytes -> reader -> Document -> recognise -> Report -> check -> Finding -> present -> page | command line
//! ```

#[cfg(target_arch = "wasm32")]
pub mod api;
pub mod document;
pub mod edition;
pub mod finding;
pub mod form;
pub mod limits;
pub mod number;
pub mod present;
pub mod reader;
