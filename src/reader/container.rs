//! Containers: one file that holds many parts.

pub(crate) mod compound;
pub(crate) mod integer;
pub(crate) mod zip;
