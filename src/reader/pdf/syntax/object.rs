//! What a file is made of. Parts that several owners share are counted, so that looking one up copies nothing.

use std::rc::Rc;

use crate::sorted::sort_by;

/// An object. What refers to another one is followed by the file only ([`super::File::resolve`]).
#[derive(Clone, Debug)]
pub(crate) enum Object {
    /// Nothing, or what could not be read.
    Null,
    Boolean(bool),
    Number(f64),
    Name(Rc<[u8]>),
    Text(Rc<[u8]>),
    Array(Rc<[Object]>),
    Dict(Rc<Dict>),
    Stream(Rc<Stream>),
    /// The object of that number.
    Reference(u32),
}

/// Names and what they stand for.
#[derive(Debug, Default)]
pub(crate) struct Dict(Vec<(Rc<[u8]>, Object)>);

impl Dict {
    /// Of names that are given twice, the last counts.
    pub(super) fn new(mut entries: Vec<(Rc<[u8]>, Object)>) -> Self {
        sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
        Self(entries)
    }

    /// What stands behind a name, as it is written: perhaps a reference.
    pub(crate) fn raw(&self, name: &[u8]) -> &Object {
        let end = self.0.partition_point(|(own, _)| **own <= *name);
        match end.checked_sub(1).and_then(|last| self.0.get(last)) {
            Some((own, object)) if **own == *name => object,
            _ => &Object::Null,
        }
    }

    pub(crate) fn has(&self, name: &[u8]) -> bool {
        !matches!(self.raw(name), Object::Null)
    }

    pub(super) fn entries(&self) -> &[(Rc<[u8]>, Object)] {
        &self.0
    }
}

/// Bytes of the file with what they are.
#[derive(Debug)]
pub(crate) struct Stream {
    pub(crate) dict: Rc<Dict>,
    /// Where they stand.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Number and generation of the object: they are part of its key.
    pub(super) id: (u32, u32),
}

impl Object {
    /// A whole number.
    pub(crate) fn whole(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(super::super::matrix::whole(*number)),
            _ => None,
        }
    }

    /// A whole number that is not negative and is small enough for a place in memory.
    pub(super) fn place(&self) -> Option<usize> {
        self.whole().and_then(|number| usize::try_from(number).ok())
    }

    /// The number of an object.
    pub(super) fn id(&self) -> Option<u32> {
        self.whole().and_then(|number| u32::try_from(number).ok())
    }
}
