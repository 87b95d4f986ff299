//! Containers: one file that holds many parts.

pub(crate) mod zip;
