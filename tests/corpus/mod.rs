//! A corpus of made-up reports whose words are right, or have exactly one figure wrong, and what a check makes of it.
//!
//! Every sentence was written for it, after the phrases and traps that published reports have; every figure is
//! generated. Seeds are fixed: the corpus is the same on every machine, and so is the table that is printed.
//!
//! [`Set::Development`] is what the grammar of claims was written with. [`Set::HeldBack`] has sentences of its own,
//! which were not looked at meanwhile: what is measured there is what can be expected elsewhere.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    reason = "a test may stop at what it did not expect"
)]
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "each program uses its own part of this module"
)]

pub mod development;
pub mod facts;
pub mod family;
pub mod held_back;
pub mod number;
pub mod random;
pub mod score;
pub mod template;
pub mod whole;

use facts::Facts;
use family::Family;
use random::Random;
use template::{Habits, Template, fill};
use whole::{Form, report};

/// Which templates a report is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    Development,
    HeldBack,
}

impl Set {
    pub fn name(self) -> &'static str {
        match self {
            Self::Development => "development",
            Self::HeldBack => "held back",
        }
    }

    fn templates(self) -> Vec<Template> {
        match self {
            Self::Development => development::templates(),
            Self::HeldBack => held_back::TEMPLATES.to_vec(),
        }
    }

    fn seed(self) -> u64 {
        match self {
            Self::Development => 20_211_231,
            Self::HeldBack => 20_260_131,
        }
    }
}

/// A report of the corpus.
#[derive(Clone, Debug)]
pub struct Case {
    /// What its sentence is about; for a misstated figure, what the figure is about.
    pub family: Family,
    /// The report.
    pub text: String,
    /// What is wrong in it; `None` in a right report.
    pub wrong: Option<Wrong>,
}

/// What is wrong in a report.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// The sentence that is wrong.
    pub sentence: String,
    /// What was done to it, for people.
    pub note: String,
    /// The rules of which one has to find it.
    pub codes: Vec<&'static str>,
}

/// Right reports made around each template, and wrong ones.
const RIGHT: usize = 6;
const WRONG: usize = 5;

/// The reports of a set, always the same.
pub fn cases(set: Set) -> Vec<Case> {
    let templates = set.templates();
    let mut random = Random::new(set.seed());
    let mut cases = Vec::new();
    for template in &templates {
        for _ in 0..RIGHT {
            cases.extend(right(template, &templates, &mut random));
        }
        if template.family != Family::Trap {
            for _ in 0..WRONG {
                cases.extend(wrong(template, &templates, &mut random));
            }
        }
    }
    cases
}

/// Figures for which a condition holds; a template for which none are found is a mistake in the template.
fn facts(template: &Template, random: &mut Random, holds: impl Fn(&Facts) -> bool) -> Facts {
    (0..3000)
        .map(|_| Facts::random(random))
        .find(|facts| holds(facts))
        .unwrap_or_else(|| panic!("no figures for {}", template.text))
}

fn right(template: &Template, templates: &[Template], random: &mut Random) -> Option<Case> {
    let facts = facts(template, random, |facts| template.fits(facts));
    let habits = Habits::random(random);
    let sentence = fill(template, &facts, &habits, random)?.right(&facts, habits.style);
    Some(Case {
        family: template.family,
        text: around(
            template.family,
            sentence,
            &facts,
            &habits,
            templates,
            random,
        ),
        wrong: None,
    })
}

fn wrong(template: &Template, templates: &[Template], random: &mut Random) -> Option<Case> {
    let states = !template.states.is_empty();
    let facts = facts(template, random, |facts| {
        if states {
            template.misleads(facts)
        } else {
            template.fits(facts)
        }
    });
    let habits = Habits::random(random);
    let filled = fill(template, &facts, &habits, random)?;
    let mut codes = template.family.codes().to_vec();
    let (sentence, family, note) = if states {
        for state in template.states {
            let name = state.split(['=', '>', '<']).next().unwrap();
            codes.extend(Family::of(name).codes());
            if name == "disputes" {
                codes.extend(Family::Litigation.codes());
            }
        }
        let note = format!("{} does not hold", template.states.join(", "));
        (filled.right(&facts, habits.style), template.family, note)
    } else {
        let misstated = filled.wrong(&facts, habits.style, random)?;
        codes.extend(misstated.family.codes());
        // A list of outcomes keeps its own row.
        let family = match (template.family, misstated.family) {
            (Family::OutcomeList, Family::Outcome) => Family::OutcomeList,
            (_, family) => family,
        };
        (misstated.sentence, family, misstated.note)
    };
    codes.sort_unstable();
    codes.dedup();
    Some(Case {
        family,
        text: around(
            template.family,
            sentence.clone(),
            &facts,
            &habits,
            templates,
            random,
        ),
        wrong: Some(Wrong {
            sentence,
            note,
            codes,
        }),
    })
}

/// A report around a sentence, with up to two more that are right.
fn around(
    family: Family,
    sentence: String,
    facts: &Facts,
    habits: &Habits,
    templates: &[Template],
    random: &mut Random,
) -> String {
    let mut paragraphs = vec![(family, sentence)];
    for _ in 0..random.between(0, 2) {
        let other = random.pick(templates);
        // Two sentences about the same would be told apart neither by a reader nor by the measurement.
        if !other.fits(facts) || paragraphs.iter().any(|(family, _)| *family == other.family) {
            continue;
        }
        if let Some(filled) = fill(&other, facts, habits, random) {
            paragraphs.push((other.family, filled.right(facts, habits.style)));
        }
    }
    if random.percent(30) {
        paragraphs.reverse();
    }
    report(facts, &paragraphs, Form::random(random), random)
}

/// A right report with so many bytes of text around its tables, always the same: a web page. Every third sentence has
/// figures, some twenty in a thousand characters, as in the published reports that have the most of them.
pub fn long(bytes: usize) -> String {
    let templates = development::templates();
    let mut random = Random::new(60_000);
    let facts = Facts::random(&mut random);
    let habits = Habits::random(&mut random);
    let mut paragraphs = Vec::new();
    let mut length = 0;
    while length < bytes {
        let template = random.pick(&templates);
        if !template.fits(&facts) {
            continue;
        }
        let Some(filled) = fill(&template, &facts, &habits, &mut random) else {
            continue;
        };
        let mut text = filled.right(&facts, habits.style);
        for plain in [whole::PROBLEMS, whole::AROUND] {
            text.push_str(random.pick(plain));
        }
        length += text.len();
        paragraphs.push((template.family, text));
    }
    report(&facts, &paragraphs, Form::Page, &mut random)
}
