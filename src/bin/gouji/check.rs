//! `gouji check`.

use std::io::IsTerminal;
use std::path::PathBuf;

use gouji::Options;
use gouji::check::Selection;
use gouji::mute::Mutes;
use gouji::present::message::words;
use gouji::present::text::Colour;
use gouji::present::view::{OutcomeView, SummaryView};
use gouji::present::{Lang, collect, csv, json, sarif, text};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::report::Report;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::Failure;
use crate::args::{CheckArgs, Format};
use crate::baseline::{self, Baseline};
use crate::input;
use crate::registry::{known_cells, known_codes};
use crate::sink::Sink;

/// From this many files on a bar shows how far the work is.
const MANY: usize = 8;

/// Checks all inputs and writes what came of them, in the order of the input.
pub(crate) fn run(args: &CheckArgs, lang: Lang, no_color: bool) -> Result<u8, Failure> {
    let jobs = args.jobs.map_or(0, std::num::NonZeroUsize::get);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|error| Failure::System(error.to_string()))?;
    let options = Options {
        edition: args.edition.edition(),
        selection: Selection {
            ignore: known_codes(&args.ignore, lang)?,
            only: known_codes(&args.only, lang)?,
        },
        mutes: match &args.baseline {
            Some(path) => baseline::read(path, lang)?,
            None => Mutes::new(),
        },
        pins: known_cells(&args.pin, lang)?,
        previous: pool.install(|| previous(&args.previous, lang))?,
        ..Options::new(&NativeDecoder)
    };
    let inputs = input::gather(&args.paths, args.output.as_deref());
    if inputs.is_empty() {
        return Err(Failure::Usage(words::no_files(lang).to_owned()));
    }
    let mut sink = Sink::open(args.output.as_deref())?;
    let bar = bar(inputs.len());
    let mut printer = Printer {
        format: args.format,
        lang,
        colour: colour(&sink, no_color),
        kept: Vec::new(),
    };
    bar.suspend(|| printer.start(&mut sink))?;
    let mut summary = SummaryView::default();
    let mut baseline = args
        .write_baseline
        .as_deref()
        .map(|path| (Baseline::new(), path));
    // In batches: results come out in order and early, and no more than a batch is held.
    for batch in inputs.chunks(pool.current_num_threads().saturating_mul(4)) {
        let views: Vec<Vec<OutcomeView>> = pool.install(|| {
            batch
                .par_iter()
                .map(|input| {
                    let views = input::check(input, &options, lang);
                    bar.inc(1);
                    views
                })
                .collect()
        });
        for view in views.into_iter().flatten() {
            summary.add(&view);
            if let Some((baseline, _)) = &mut baseline {
                baseline.add(&view);
            }
            bar.suspend(|| printer.outcome(view, &mut sink))?;
        }
        bar.suspend(|| sink.flush())?;
        if sink.is_closed() {
            break;
        }
    }
    bar.finish_and_clear();
    printer.finish(&summary, &mut sink)?;
    if let Some((baseline, path)) = baseline {
        baseline.write(path)?;
    }
    Ok(code(&summary, args.strict))
}

/// The reports of the year before. A file of many that cannot be read is told and passed over: the reports that miss it
/// say so.
fn previous(paths: &[PathBuf], lang: Lang) -> Result<Vec<Report>, Failure> {
    let inputs = input::gather(paths, None);
    let read: Vec<_> = inputs
        .par_iter()
        .map(|input| input::reports(input, lang))
        .collect();
    let mut reports = Vec::new();
    for result in read {
        match result {
            Ok(more) => reports.extend(more),
            Err(problem) if inputs.len() == 1 => return Err(Failure::Usage(problem)),
            #[expect(clippy::print_stderr, reason = "the output may be a file or a pipe")]
            Err(problem) => eprintln!("{problem}"),
        }
    }
    if reports.is_empty() && !paths.is_empty() {
        return Err(Failure::Usage(words::no_files(lang).to_owned()));
    }
    Ok(reports)
}

/// The exit code; see the head of `main.rs`.
fn code(summary: &SummaryView, strict: bool) -> u8 {
    let unchecked = summary.unreadable > 0 || summary.unrecognised > 0;
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

fn colour(sink: &Sink, no_color: bool) -> Colour {
    let refused = no_color
        || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    if sink.is_terminal() && !refused {
        Colour::On
    } else {
        Colour::Off
    }
}

/// Writes outcomes in one format, each as soon as the format allows.
struct Printer {
    format: Format,
    lang: Lang,
    colour: Colour,
    /// The outcomes, for formats that are one piece.
    kept: Vec<OutcomeView>,
}

impl Printer {
    fn start(&self, sink: &mut Sink) -> Result<(), Failure> {
        if self.format == Format::Csv {
            sink.put(&csv::header(self.lang))?;
        }
        Ok(())
    }

    fn outcome(&mut self, view: OutcomeView, sink: &mut Sink) -> Result<(), Failure> {
        match self.format {
            Format::Human => sink.put(&text::outcome(&view, self.lang, self.colour))?,
            Format::Csv => sink.put(&csv::rows(&view, self.lang))?,
            Format::Ndjson => sink.put(&json::line(&view)?)?,
            Format::Json | Format::Sarif => self.kept.push(view),
        }
        Ok(())
    }

    fn finish(self, summary: &SummaryView, sink: &mut Sink) -> Result<(), Failure> {
        match self.format {
            Format::Human if summary.files > 1 => sink.put(&text::summary(summary, self.lang))?,
            Format::Json => sink.put(&json::pretty(&collect(self.kept))?)?,
            Format::Sarif => sink.put(&sarif::log(&collect(self.kept), self.lang)?)?,
            Format::Human | Format::Csv | Format::Ndjson => {}
        }
        sink.flush()?;
        Ok(())
    }
}
