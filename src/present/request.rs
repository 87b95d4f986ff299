//! What a caller asks for, from the contract's words into the engine's.

use super::Lang;
use super::view::OptionsView;
use crate::check::Selection;
use crate::edition::Edition;
use crate::{Decoder, Options};

/// The options of a request and the language of its answer. What the engine does not know (an edition, a
/// cell, a language) counts as not said.
pub fn options<'a>(view: &OptionsView, decoder: &'a (dyn Decoder + Sync)) -> (Options<'a>, Lang) {
    let edits = view
        .edits
        .iter()
        .filter_map(|edit| Some((edit.id.parse().ok()?, edit.raw.clone())));
    let options = Options {
        decoder,
        edition: view.edition.as_deref().and_then(Edition::from_name),
        selection: Selection {
            ignore: view.ignore.iter().cloned().collect(),
            only: view.only.iter().cloned().collect(),
        },
        edits: edits.collect(),
        mutes: view
            .mutes
            .iter()
            .map(|mute| (mute.key.clone(), mute.note.clone()))
            .collect(),
        report: view.report,
        pins: view.pins.iter().filter_map(|id| id.parse().ok()).collect(),
        // A file that is still to be read: see `crate::reports`.
        previous: Vec::new(),
    };
    (
        options,
        view.lang
            .as_deref()
            .and_then(Lang::from_name)
            .unwrap_or_default(),
    )
}
