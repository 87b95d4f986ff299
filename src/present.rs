//! What the outside sees: order, sentences, output formats.
//!
//! [`answer()`] makes the output contract of outcomes; the formats below are written from that contract alone,
//! so that whatever a person reads is also in the JSON.

mod answer;
pub mod csv;
#[cfg(feature = "cli")]
pub mod json;
pub mod message;
mod request;
#[cfg(feature = "cli")]
pub mod sarif;
pub mod text;
pub mod view;

pub use answer::{answer, collect, outcome_view, rules_view, unopened};
pub use request::options;

use crate::rule::Text;

/// The language of the sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English, with the official Chinese labels of the form.
    English,
}

impl Lang {
    /// The languages, the default first.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The permanent name, a language tag.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The language of a tag: `zh-CN`, `zh` ..., `en`, `en-GB` ...
    pub fn from_name(name: &str) -> Option<Self> {
        match name.split(['-', '_']).next() {
            Some("zh") => Some(Self::Chinese),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    /// A text of the registry in this language.
    pub fn of(self, text: Text) -> &'static str {
        match self {
            Self::Chinese => text.zh,
            Self::English => text.en,
        }
    }

    /// The language as far as the engine of this module speaks it. The module that the page begins with speaks
    /// Chinese alone, and the compiler leaves out whatever it can never say.
    pub(crate) fn spoken(self) -> Self {
        if cfg!(feature = "whole") {
            self
        } else {
            Self::Chinese
        }
    }

    /// One of two sentences, by language.
    pub(crate) fn pick<T>(self, chinese: T, english: T) -> T {
        match self.spoken() {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }
}
