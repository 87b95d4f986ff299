//! The user interface: everything inside `<gouji-check>`. One interface for the page, the widget and the
//! offline file; they only host the element.
//!
//! Events are heard in one place per kind (`act`, `keys`, `intake`, `panel`), elements are made in one place
//! (`el`), sentences stand in one table (`text`). What needs no browser is apart and tested natively.

// Natively this module is only built for its tests.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

mod marks;
mod phrase;
mod rules;
mod sheet;
mod text;
mod verdict;

#[cfg(target_arch = "wasm32")]
mod act;
#[cfg(target_arch = "wasm32")]
mod answer;
#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod cause;
#[cfg(target_arch = "wasm32")]
mod coverage;
#[cfg(target_arch = "wasm32")]
mod display;
#[cfg(target_arch = "wasm32")]
mod edit;
#[cfg(target_arch = "wasm32")]
mod el;
#[cfg(target_arch = "wasm32")]
mod findings;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod intake;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
mod mute;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod previous;
#[cfg(target_arch = "wasm32")]
mod result;
#[cfg(target_arch = "wasm32")]
mod run;
#[cfg(target_arch = "wasm32")]
mod tables;
#[cfg(target_arch = "wasm32")]
mod take;

#[cfg(target_arch = "wasm32")]
pub use answer::verdict_words;
#[cfg(target_arch = "wasm32")]
pub use mount::mount;
