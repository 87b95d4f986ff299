//! The templates that the grammar of claims was written with, family by family.

mod disclosure;
mod disputes;
mod further;
mod requests;
mod second;
mod traps;

use super::family::Family;
use super::template::Template;

/// All templates.
pub fn templates() -> Vec<Template> {
    [
        requests::TEMPLATES,
        disputes::TEMPLATES,
        disclosure::TEMPLATES,
        traps::TEMPLATES,
        further::TEMPLATES,
        second::TEMPLATES,
    ]
    .concat()
}

const fn t(family: Family, text: &'static str) -> Template {
    Template::new(family, &[], text)
}

const fn when(family: Family, needs: &'static [&'static str], text: &'static str) -> Template {
    Template::new(family, needs, text)
}

const fn states(
    family: Family,
    needs: &'static [&'static str],
    states: &'static [&'static str],
    text: &'static str,
) -> Template {
    Template::states(family, needs, states, text)
}
