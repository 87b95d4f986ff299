//! Which files to check, and their bytes.

use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use gouji::Options;
use gouji::limits::FILE_BYTES;
use gouji::outcome::{Outcome, ReadError, ReadErrorKind, Status};
use gouji::present::view::OutcomeView;
use gouji::present::{self, Lang, message};
use gouji::reader::collection::may_be_report;
use gouji::reader::encoding::native::NativeDecoder;
use gouji::report::Report;
use walkdir::{DirEntry, WalkDir};

/// One thing to check.
pub(crate) enum Input {
    /// The standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A place that could not be looked at, and why.
    Failed(String, io::Error),
}

/// The inputs of the paths given: files as they are, folders from end to end in the order of their names.
pub(crate) fn gather(paths: &[PathBuf], output: Option<&Path>) -> Vec<Input> {
    let output = output.and_then(|path| path.canonicalize().ok());
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            inputs.extend(folder(path, output.as_deref()));
        } else {
            inputs.push(single(path));
        }
    }
    inputs
}

/// One path that is no folder.
pub(crate) fn single(path: &Path) -> Input {
    if path.as_os_str() == "-" {
        Input::Stdin
    } else {
        Input::File(path.to_path_buf())
    }
}

fn folder<'a>(path: &Path, output: Option<&'a Path>) -> impl Iterator<Item = Input> + use<'a> {
    WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
        .filter_map(move |entry| match entry {
            Ok(entry) if !is_known(entry.path()) || !entry.path().is_file() => None,
            Ok(entry)
                if output.is_some() && entry.path().canonicalize().ok().as_deref() == output =>
            {
                None
            }
            Ok(entry) => Some(Input::File(entry.into_path())),
            Err(error) => {
                let name = error
                    .path()
                    .map_or_else(String::new, |path| path.display().to_string());
                Some(Input::Failed(name, error.into()))
            }
        })
}

/// Hidden files, and the lock files that Word and WPS leave beside an open document.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn is_known(path: &Path) -> bool {
    may_be_report(&path.to_string_lossy())
}

/// Checks every report of one input. Whatever goes wrong with it is its outcome, never the end of the batch.
pub(crate) fn check(input: &Input, options: &Options<'_>, lang: Lang) -> Vec<OutcomeView> {
    let (name, bytes) = match open(input, lang) {
        Ok(opened) => opened,
        Err(view) => return vec![*view],
    };
    let mut views = Vec::new();
    // The library does not panic by its own law; a library below it may, and must not take the batch along.
    let ended = catch_unwind(AssertUnwindSafe(|| {
        gouji::check_each(&bytes, &name, options, &mut |outcome| {
            views.push(present::outcome_view(&outcome, lang));
        });
    }));
    if ended.is_err() {
        views.push(present::unopened(
            &name,
            "internal",
            message::internal(lang),
        ));
    }
    views
}

/// The reports of one input, not judged.
///
/// # Errors
/// What went wrong with it, as a line for the reader.
pub(crate) fn reports(input: &Input, lang: Lang) -> Result<Vec<Report>, String> {
    let problem = |view: OutcomeView| {
        let problem = view.problem.map_or(String::new(), |it| it.message);
        format!("{}: {problem}", view.file.name)
    };
    let (name, bytes) = open(input, lang).map_err(|view| problem(*view))?;
    // As above.
    let read = catch_unwind(|| gouji::reports(&bytes, &name, &NativeDecoder));
    match read {
        Ok(Ok(reports)) => Ok(reports),
        Ok(Err(outcome)) => Err(problem(present::outcome_view(&outcome, lang))),
        Err(_) => Err(format!("{name}: {}", message::internal(lang))),
    }
}

/// The name of an input and its bytes, or the outcome that says why not.
fn open(input: &Input, lang: Lang) -> Result<(String, Vec<u8>), Box<OutcomeView>> {
    let (name, bytes) = match input {
        Input::Stdin => ("stdin".to_owned(), read(io::stdin().lock())),
        Input::File(path) => (path.display().to_string(), File::open(path).and_then(read)),
        Input::Failed(name, error) => return Err(Box::new(unopened(name, error, lang))),
    };
    let bytes = bytes.map_err(|error| Box::new(unopened(&name, &error, lang)))?;
    if bytes.len() > FILE_BYTES {
        let outcome = Outcome {
            name,
            bytes: bytes.len(),
            format: None,
            status: Status::Unreadable(ReadError::new(ReadErrorKind::TooLarge)),
        };
        return Err(Box::new(present::outcome_view(&outcome, lang)));
    }
    Ok((name, bytes))
}

/// Reads up to one byte more than a file may have.
fn read(source: impl Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(FILE_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    source.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unopened(name: &str, error: &io::Error, lang: Lang) -> OutcomeView {
    let message = message::cannot_open(error.kind(), &error.to_string(), lang);
    present::unopened(name, "cannot-open", message)
}
