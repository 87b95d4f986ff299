//! `gouji extract`: what was recognised in one file.

use gouji::Options;
use gouji::check::Selection;
use gouji::present::{Lang, json, text};
use gouji::reader::encoding::native::NativeDecoder;
use gouji::rule::RULES;

use crate::Failure;
use crate::args::{ExtractArgs, ShortFormat};
use crate::input;
use crate::sink::Sink;

/// Prints the recognised cells, or why there are none.
pub(crate) fn run(args: &ExtractArgs, lang: Lang) -> Result<u8, Failure> {
    let nothing = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    let options = Options {
        edition: args.edition.edition(),
        // Recognition only: no rule is applied.
        selection: Selection {
            ignore: nothing,
            ..Selection::default()
        },
        ..Options::new(&NativeDecoder)
    };
    let views = input::check(&input::single(&args.path), &options, lang);
    let mut sink = Sink::open(None)?;
    for view in &views {
        sink.put(&match args.format {
            ShortFormat::Json => json::pretty(view)?,
            ShortFormat::Human => text::cells(view, lang),
        })?;
    }
    sink.flush()?;
    let all_read = views.iter().all(|view| view.report.is_some());
    Ok(if all_read { 0 } else { 2 })
}
