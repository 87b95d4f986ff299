//! `cargo xtask serve`: the page on 127.0.0.1, with the policy that the page must live with.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

use crate::workspace::Workspace;
use crate::{Result, http, process, site};

/// What was asked for.
pub(crate) struct Options {
    port: u16,
    open: bool,
    build: bool,
    /// End when standard input ends: a server started by a test must not outlive it.
    tied: bool,
}

impl Options {
    /// Reads the arguments behind `serve`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            port: 8080,
            open: false,
            build: true,
            tied: false,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--port" => {
                    let number = rest.next().ok_or("--port needs a number")?;
                    options.port = number
                        .parse()
                        .map_err(|_| format!("--port {number}: not a number from 0 to 65535"))?;
                }
                "--open" => options.open = true,
                "--tied" => options.tied = true,
                "--no-build" => options.build = false,
                other => return Err(format!("serve: unexpected argument {other}")),
            }
        }
        Ok(options)
    }
}

/// Builds the site and serves it until the program is ended.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let folder = workspace.site();
    if options.build {
        site::build(workspace, &folder)?;
    } else if !folder.join("index.html").is_file() {
        return Err("nothing is built yet: run cargo xtask serve without --no-build".to_owned());
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .map_err(|error| format!("port {}: {error} (try --port 0)", options.port))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let address = format!("http://{address}/");
    println!("{address}");
    // A test that started us waits for the line; a closed pipe is not our concern.
    let _ = std::io::stdout().flush();
    if options.open {
        open(workspace, &address);
    }
    if options.tied {
        thread::spawn(|| {
            let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
            std::process::exit(0);
        });
    }
    let folder = Arc::new(folder);
    for stream in listener.incoming() {
        let folder = Arc::clone(&folder);
        match stream {
            // One thread per connection: the browser opens six at most.
            Ok(stream) => drop(thread::spawn(move || http::answer(stream, &folder))),
            Err(error) => eprintln!("xtask: {error}"),
        }
    }
    Ok(())
}

/// Opens the address in the user's browser; a failure is told and does no harm.
fn open(workspace: &Workspace, address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        workspace.command("open")
    } else if cfg!(windows) {
        workspace.command("explorer")
    } else {
        workspace.command("xdg-open")
    };
    if let Err(message) = process::run(command.arg(address)) {
        eprintln!("xtask: could not open a browser ({message}); open {address} yourself");
    }
}
