//! `gouji rules` and `gouji explain`, and the codes that options name.

use gouji::form::CellId;
use gouji::sorted::SortedSet;

use gouji::present::{self, Lang, json, message::words};
use gouji::rule::{self, RULES};

use crate::Failure;
use crate::args::{ExplainArgs, RulesArgs, ShortFormat};
use crate::sink::Sink;

/// Lists the registry.
pub(crate) fn rules(args: &RulesArgs, lang: Lang) -> Result<u8, Failure> {
    let mut sink = Sink::open(None)?;
    match args.format {
        ShortFormat::Json => sink.put(&json::pretty(&present::rules_view(lang))?)?,
        ShortFormat::Human => {
            let width = RULES.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
            for rule in RULES {
                let severity = words::severity(rule.severity, lang);
                let title = lang.of(rule.title);
                sink.put(&format!("{:width$}  {severity:7}  {title}\n", rule.code))?;
            }
        }
    }
    sink.flush()?;
    Ok(0)
}

/// Prints the row of one rule.
pub(crate) fn explain(args: &ExplainArgs, lang: Lang) -> Result<u8, Failure> {
    let Some(rule) = rule::find(&args.code) else {
        return Err(unknown(&args.code, lang));
    };
    let mut sink = Sink::open(None)?;
    let severity = words::severity(rule.severity, lang);
    sink.put(&format!("{}\n", lang.of(rule.title)))?;
    sink.put(&format!("{} · {severity}\n", rule.code))?;
    for (heading, text) in words::rule_headings(lang)
        .into_iter()
        .zip([rule.basis, rule.what, rule.why, rule.todo])
    {
        sink.put(&format!("\n{heading}\n  {}\n", lang.of(text)))?;
    }
    sink.flush()?;
    Ok(0)
}

/// The codes given, if the registry has them all.
pub(crate) fn known_codes(given: &[String], lang: Lang) -> Result<SortedSet<String>, Failure> {
    given
        .iter()
        .map(|code| code.trim())
        .filter(|code| !code.is_empty())
        .map(|code| match rule::find(code) {
            Some(rule) => Ok(rule.code.to_owned()),
            None => Err(unknown(code, lang)),
        })
        .collect()
}

/// The cells given, if some edition of the form has them all.
pub(crate) fn known_cells(given: &[String], lang: Lang) -> Result<SortedSet<CellId>, Failure> {
    given
        .iter()
        .map(|id| id.trim())
        .filter(|id| !id.is_empty())
        .map(|id| {
            id.parse()
                .map_err(|_| Failure::Usage(words::unknown_cell(id, lang)))
        })
        .collect()
}

fn unknown(code: &str, lang: Lang) -> Failure {
    let mut near: Vec<(usize, &str)> = RULES
        .iter()
        .map(|rule| {
            let distance = strsim::damerau_levenshtein(code, rule.code);
            // A part of a code, as `balance`, means the whole.
            let part = code.len() > 2 && rule.code.contains(code);
            (if part { 0 } else { distance }, rule.code)
        })
        // A third of the letters may differ; beyond that a proposal only confuses.
        .filter(|(distance, near)| distance.saturating_mul(3) <= near.len())
        .collect();
    near.sort();
    near.truncate(3);
    let near: Vec<&str> = near.into_iter().map(|(_, code)| code).collect();
    Failure::Usage(words::unknown_code(code, &near, lang))
}
