//! Where the output goes.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

/// The output: the standard output or a file. A reader that goes away early (`| head`) closes it, no more.
pub(crate) struct Sink {
    writer: Box<dyn Write>,
    closed: bool,
    terminal: bool,
}

impl Sink {
    /// Opens the file, or the standard output.
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let (writer, terminal): (Box<dyn Write>, bool) = match path {
            Some(path) => (Box::new(BufWriter::new(File::create(path)?)), false),
            None => {
                let stdout = io::stdout();
                let terminal = stdout.is_terminal();
                (Box::new(BufWriter::new(stdout.lock())), terminal)
            }
        };
        Ok(Self {
            writer,
            closed: false,
            terminal,
        })
    }

    /// Whether a person looks at it directly.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Whether nobody reads any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Writes a text.
    pub(crate) fn put(&mut self, text: &str) -> io::Result<()> {
        let written = self.writer.write_all(text.as_bytes());
        self.settle(written)
    }

    /// Hands over what was written so far.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        let flushed = self.writer.flush();
        self.settle(flushed)
    }

    fn settle(&mut self, result: io::Result<()>) -> io::Result<()> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            other => other,
        }
    }
}
