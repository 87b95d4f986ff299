//! `gouji extract`: what was recognised in one file.

use gouji::Options;
use gouji::check::Selection;
use gouji::present::{Lang, json, text};
use gouji::reader::encoding::native::NativeDecoder;

use crate::Failure;
use crate::args::{ExtractArgs, ShortFormat};
use crate::input;
use crate::sink::Sink;

/// Prints the recognised cells, or why there are none.
pub(crate) fn run(args: &ExtractArgs, lang: Lang) -> Result<u8, Failure> {
    let options = Options {
        edition: args.edition.edition(),
        selection: Selection::none(),
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
