//! What the outside sees: order, sentences, output formats.

pub mod view;
