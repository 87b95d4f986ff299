//! `gouji extract`: what was recognised in one file.

use gouji::Options;
use gouji::present::{Lang, json};

use crate::Failure;
use crate::args::{ExtractArgs, ShortFormat};
use crate::decoder::NativeDecoder;
use crate::input;
use crate::sink::Sink;

/// Prints the recognised cells, or why there are none.
pub(crate) fn run(args: &ExtractArgs, lang: Lang) -> Result<u8, Failure> {
    let options = Options {
        edition: args.edition.edition(),
        ..Options::new(&NativeDecoder)
    };
    let mut sink = Sink::open(None)?;
    for input in input::gather(std::slice::from_ref(&args.path), None) {
        let mut view = input::check(&input, &options, lang);
        view.findings.clear();
        sink.put(&json::pretty(&view)?)?;
    }
    sink.flush()?;
    Ok(0)
}
