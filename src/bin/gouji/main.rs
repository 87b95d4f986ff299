//! The command line.
//!
//! Exit code 0: everything was checked and nothing weighs as an error. 1: findings of severity error (with
//! `--strict` also warnings). 2: wrong usage, or a file that could not be read or recognised; this wins over
//! 1, because a batch that was not checked in full must not look like one that was.

mod args;
mod baseline;
mod check;
mod extract;
mod input;
mod registry;
mod sink;

use std::io::Write;
use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;

/// What keeps the program from doing its work at all. What keeps it from checking one file is an outcome.
pub(crate) enum Failure {
    /// The command asks for something that does not exist.
    Usage(String),
    /// The output cannot be written.
    Output(std::io::Error),
    /// Anything else, as the system says it.
    System(String),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::System(error.to_string())
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang.into();
    let done = match &args.command {
        Command::Check(options) => check::run(options, lang, args.no_color),
        Command::Rules(options) => registry::rules(options, lang),
        Command::Explain(options) => registry::explain(options, lang),
        Command::Extract(options) => extract::run(options, lang),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            let text = match failure {
                Failure::Usage(text) | Failure::System(text) => text,
                Failure::Output(error) => error.to_string(),
            };
            // Nothing is left to be done if even this cannot be written.
            let _ = writeln!(std::io::stderr(), "gouji: {text}");
            ExitCode::from(2)
        }
    }
}
