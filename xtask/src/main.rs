//! Builds, serves and tests Gouji. Run as `cargo xtask COMMAND`; nothing else has to be installed by hand.

mod again;
mod bench;
mod digest;
mod dist;
mod hashed;
mod http;
mod licences;
mod lower;
mod npm;
mod offline;
mod parts;
mod plain;
mod process;
mod serve;
mod single;
mod site;
mod sizes;
mod slim;
mod tools;
mod wasm;
mod widget;
mod workspace;

use std::process::ExitCode;

use workspace::Workspace;

/// What every step answers: the error is one line for the reader.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask serve [--port N] [--open] [--no-build]   build the page and serve it on 127.0.0.1 (port 0: any free one)
cargo xtask dist                                     write what is handed out to dist/ and print the sizes
cargo xtask sizes [--record]                         print the sizes of dist/, or write them into the README
cargo xtask bench NAME [-- ARGUMENT...]              measure: explain (causes of made-up errors), words (rules about words on made-up reports), forms (time), long (60 KB of text, in the modules too), drawn (PDF and OFD of six pages, in the module too)
cargo xtask test [--only PART]...                    run everything that must hold; parts: fmt clippy clippy-wasm unit doc size wasm page npm licences again";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        return Err(format!("no command given\n{USAGE}"));
    };
    match command.as_str() {
        "serve" => serve::run(&Workspace::find()?, &serve::Options::parse(rest)?),
        "dist" => {
            none(rest)?;
            let workspace = Workspace::find()?;
            let built = site::build(&workspace, &workspace.site())?;
            let dist = dist::write(&workspace, &built, &workspace.root.join("dist"))?;
            sizes::print(&dist)
        }
        "sizes" => {
            let root = Workspace::find()?.root;
            let folder = root.join("dist");
            match rest {
                [flag] if flag == "--record" => sizes::record(&folder, &root),
                rest => {
                    none(rest)?;
                    sizes::print(&folder)
                }
            }
        }
        "bench" => bench::run(&Workspace::find()?, rest),
        // For the tests: what lowering does is seen by running what it made.
        "lower" => match rest {
            [from, to] => lower::file(from.as_ref(), to.as_ref()),
            _ => Err("lower wants a module and where to write it".to_owned()),
        },
        "test" => parts::run(&Workspace::find()?, &parts::parse(rest)?),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("no command {other}\n{USAGE}")),
    }
}

/// Refuses arguments where none are taken.
fn none(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(argument) => Err(format!("unexpected argument {argument}\n{USAGE}")),
    }
}
