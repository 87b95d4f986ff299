//! `gouji check`.

use std::io::IsTerminal;

use gouji::check::Selection;
use gouji::present::view::{OutcomeView, SummaryView};
use gouji::present::{self, Lang, json};
use gouji::{Options, present::collect};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::Failure;
use crate::args::{CheckArgs, Format};
use crate::decoder::NativeDecoder;
use crate::input::{self, Input};
use crate::registry::known_codes;
use crate::sink::Sink;

/// From this many files on a bar shows how far the work is.
const MANY: usize = 8;

/// Checks all inputs and writes what came of them, in the order of the input.
pub(crate) fn run(args: &CheckArgs, lang: Lang, no_color: bool) -> Result<u8, Failure> {
    let options = Options {
        edition: args.edition.edition(),
        selection: Selection {
            ignore: known_codes(&args.ignore, lang)?,
            only: known_codes(&args.only, lang)?,
        },
        ..Options::new(&NativeDecoder)
    };
    let inputs = input::gather(&args.paths, args.output.as_deref());
    let jobs = args.jobs.map_or(0, std::num::NonZeroUsize::get);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|error| Failure::System(error.to_string()))?;
    let mut sink = Sink::open(args.output.as_deref())?;
    let bar = bar(inputs.len());
    let mut printer = Printer::new(args.format, lang, colour(&sink, no_color));
    bar.suspend(|| printer.start(&mut sink))?;
    let mut summary = SummaryView::default();
    // In batches: results come out in order and early, and no more than a batch is held.
    for batch in inputs.chunks(pool.current_num_threads().saturating_mul(4)) {
        let views: Vec<OutcomeView> = pool.install(|| {
            batch
                .par_iter()
                .map(|input| {
                    let view = input::check(input, &options, lang);
                    bar.inc(1);
                    view
                })
                .collect()
        });
        for view in views {
            summary.add(&view);
            bar.suspend(|| printer.outcome(view, &mut sink))?;
        }
        bar.suspend(|| sink.flush())?;
        if sink.is_closed() {
            break;
        }
    }
    bar.finish_and_clear();
    printer.finish(&summary, &mut sink)?;
    sink.flush()?;
    Ok(code(&summary, args.strict))
}

/// The exit code; see the head of `main.rs`.
fn code(summary: &SummaryView, strict: bool) -> u8 {
    let unchecked = summary.unreadable > 0 || summary.unrecognised > 0 || summary.files == 0;
    let wrong = summary.errors > 0 || (strict && summary.warnings > 0);
    match (unchecked, wrong) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

fn bar(files: usize) -> ProgressBar {
    if files < MANY || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
    match ProgressStyle::with_template("{wide_bar} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn colour(sink: &Sink, no_color: bool) -> bool {
    let refused = no_color
        || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    sink.is_terminal() && !refused
}

/// Writes outcomes in one format, each as soon as the format allows.
struct Printer {
    format: Format,
    lang: Lang,
    colour: bool,
    kept: Vec<OutcomeView>,
}

impl Printer {
    fn new(format: Format, lang: Lang, colour: bool) -> Self {
        Self {
            format,
            lang,
            colour,
            kept: Vec::new(),
        }
    }

    fn start(&self, sink: &mut Sink) -> Result<(), Failure> {
        Ok(())
    }

    fn outcome(&mut self, view: OutcomeView, sink: &mut Sink) -> Result<(), Failure> {
        match self.format {
            Format::Ndjson => sink.put(&json::line(&view)?)?,
            _ => self.kept.push(view),
        }
        Ok(())
    }

    fn finish(&mut self, summary: &SummaryView, sink: &mut Sink) -> Result<(), Failure> {
        let kept = std::mem::take(&mut self.kept);
        match self.format {
            Format::Json => sink.put(&json::pretty(&collect(kept))?)?,
            _ => sink.put(&json::pretty(&collect(kept))?)?,
        }
        Ok(())
    }
}
