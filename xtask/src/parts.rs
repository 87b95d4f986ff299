//! `cargo xtask test`: everything that must hold, part by part. A part that could not run has failed.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::workspace::Workspace;
use crate::{Result, again, dist, licences, process, site, sizes, tools, wasm};

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Format,
    Clippy,
    ClippyWasm,
    Unit,
    Documentation,
    Size,
    Wasm,
    Page,
    Npm,
    Licences,
    Again,
}

impl Part {
    const ALL: [Self; 11] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Unit,
        Self::Documentation,
        Self::Size,
        Self::Wasm,
        Self::Page,
        Self::Npm,
        Self::Licences,
        Self::Again,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Unit => "unit",
            Self::Documentation => "doc",
            Self::Size => "size",
            Self::Wasm => "wasm",
            Self::Page => "page",
            Self::Npm => "npm",
            Self::Licences => "licences",
            Self::Again => "again",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Format => "formatting",
            Self::Clippy => "lints, native",
            Self::ClippyWasm => "lints of what the page runs",
            Self::Unit => "unit and fixture tests, native",
            Self::Documentation => "documentation builds without a warning",
            Self::Size => "the size of what is shipped",
            Self::Wasm => "the module gives the same answers as the command line",
            Self::Npm => "the npm package, and the modules in the engines of old browsers",
            Self::Licences => "the licences of what others wrote",
            Self::Again => "a second build gives the same bytes",
            Self::Page => "the page in Chromium, and what is handed out in Chromium and Firefox",
        }
    }
}

/// The parts asked for.
pub(crate) struct Selection(Vec<Part>);

/// Reads the arguments behind `test`.
pub(crate) fn parse(arguments: &[String]) -> Result<Selection> {
    let mut parts = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument != "--only" {
            return Err(format!("test: unexpected argument {argument}"));
        }
        let name = rest.next().ok_or("--only needs the name of a part")?;
        let part = Part::ALL.into_iter().find(|part| part.name() == name);
        parts.push(part.ok_or_else(|| format!("--only {name}: no such part"))?);
    }
    if parts.is_empty() {
        parts = Part::ALL.to_vec();
    }
    Ok(Selection(parts))
}

/// Runs the parts; all of them, even if one fails.
pub(crate) fn run(workspace: &Workspace, selection: &Selection) -> Result<()> {
    let bench = Bench {
        workspace,
        site: OnceCell::new(),
        dist: OnceCell::new(),
    };
    let chosen = |part| selection.0.contains(&part);
    // Tools first: better to hear now than in five minutes that one is missing.
    if chosen(Part::Format) || chosen(Part::Clippy) || chosen(Part::ClippyWasm) {
        tools::components(workspace)?;
    }
    let built = [Part::Size, Part::Wasm, Part::Page, Part::Npm, Part::Again];
    if chosen(Part::ClippyWasm) || built.into_iter().any(chosen) {
        tools::wasm_target(workspace)?;
    }
    if chosen(Part::Wasm) || chosen(Part::Page) || chosen(Part::Npm) {
        tools::node()?;
    }
    if chosen(Part::Npm) {
        tools::packages(workspace, NPM_TESTS)?;
    }
    if chosen(Part::Page) || chosen(Part::Npm) {
        // The bundled package runs in the browser too.
        tools::packages(workspace, PAGE_TESTS)?;
        tools::chromium(workspace)?;
    }
    if chosen(Part::Page) {
        tools::firefox(workspace)?;
    }
    let (mut passed, mut failed) = (Vec::new(), Vec::new());
    for part in Part::ALL.into_iter().filter(|part| chosen(*part)) {
        eprintln!("== {}: {}", part.name(), part.about());
        let start = Instant::now();
        let outcome = bench.run(part);
        let seconds = start.elapsed().as_secs();
        match outcome {
            Ok(()) => {
                eprintln!("== {}: passed in {seconds} s\n", part.name());
                passed.push(part.name());
            }
            Err(message) => {
                eprintln!("== {}: FAILED in {seconds} s: {message}\n", part.name());
                failed.push(part.name());
            }
        }
    }
    let absent: Vec<_> = Part::ALL
        .into_iter()
        .filter(|part| !chosen(*part))
        .map(Part::name)
        .collect();
    let mut summary = format!("passed: {}", list(&passed));
    if !absent.is_empty() {
        summary.push_str(&format!("; not asked for: {}", list(&absent)));
    }
    if failed.is_empty() {
        println!("xtask test: all that was asked for passed. {summary}");
        Ok(())
    } else {
        Err(format!("test FAILED: {}; {summary}", list(&failed)))
    }
}

fn list(names: &[&str]) -> String {
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

const PAGE_TESTS: &str = "tests/page";
const NPM_TESTS: &str = "tests/npm";
const WASM_TESTS: &str = "tests/wasm";

struct Bench<'a> {
    workspace: &'a Workspace,
    /// The site, built when the first part needs it.
    site: OnceCell<Result<PathBuf>>,
    /// What is handed out, made of it.
    dist: OnceCell<Result<PathBuf>>,
}

impl Bench<'_> {
    fn run(&self, part: Part) -> Result<()> {
        match part {
            Part::Format => process::run(&mut self.cargo(&["fmt", "--all", "--check"])),
            Part::Clippy => {
                // Package by package: together they would share features and build everything anew.
                for package in ["gouji", "xtask"] {
                    let lint = [
                        "clippy",
                        "--package",
                        package,
                        "--all-targets",
                        "--",
                        "-D",
                        "warnings",
                    ];
                    process::run(&mut self.cargo(&lint))?;
                }
                Ok(())
            }
            Part::ClippyWasm => {
                for feature in wasm::features() {
                    let lint = [
                        "clippy",
                        "--package",
                        "gouji",
                        "--lib",
                        "--no-default-features",
                    ];
                    let mut command = self.cargo(&lint);
                    command.args(["--features", feature, "--target", wasm::TARGET]);
                    process::run(command.args(["--", "-D", "warnings"]))?;
                }
                Ok(())
            }
            Part::Unit => {
                process::run(&mut self.cargo(&["test", "--package", "gouji", "--no-fail-fast"]))?;
                // Takes long, so that a plain cargo test leaves it out.
                process::run(&mut self.cargo(&[
                    "test",
                    "--profile",
                    "long-tests",
                    "--package",
                    "gouji",
                    "--test",
                    "words_corpus",
                    "--test",
                    "memory",
                    "--test",
                    "explanations_whole",
                ]))?;
                process::run(&mut self.cargo(&["test", "--package", "xtask"]))
            }
            Part::Documentation => {
                let mut command = self.cargo(&["doc", "--package", "gouji", "--no-deps"]);
                process::run(command.env("RUSTDOCFLAGS", "-D warnings"))
            }
            Part::Size => self.size(),
            Part::Wasm => self.wasm(),
            Part::Page => self.page(),
            Part::Npm => {
                self.dist()?;
                let chromium = tools::chromium(self.workspace)?;
                process::run(self.node(NPM_TESTS)?.env("CHROMIUM", chromium))
            }
            Part::Licences => licences::check(self.workspace),
            Part::Again => again::compare(self.workspace, self.dist()?),
        }
    }

    fn size(&self) -> Result<()> {
        let dist = self.dist()?;
        sizes::print(dist)?;
        sizes::gate(dist, &self.workspace.root)
    }

    fn wasm(&self) -> Result<()> {
        self.site()?;
        process::run(&mut self.cargo(&["build", "--package", "gouji", "--bin", "gouji"]))?;
        process::run(&mut self.node(WASM_TESTS)?)
    }

    fn page(&self) -> Result<()> {
        self.dist()?;
        let chromium = tools::chromium(self.workspace)?;
        let firefox = tools::firefox(self.workspace)?;
        for browser in [&chromium, &firefox] {
            let version = process::ask(browser, "--version").unwrap_or_default();
            eprintln!("  {browser}: {version}");
        }
        let mut node = self.node(PAGE_TESTS)?;
        process::run(node.env("CHROMIUM", chromium).env("FIREFOX", firefox))
    }

    /// Node's test runner over every test file of a folder, told where the built things are.
    fn node(&self, folder: &str) -> Result<Command> {
        let place = self.workspace.root.join(folder);
        // Named one by one: what a folder argument means differs between versions of Node.js.
        let mut tests = site::files(&place)?;
        tests.retain(|file| {
            let name = file.strip_prefix(&place).unwrap_or(file).to_string_lossy();
            name.ends_with(".test.mjs") && !name.starts_with("node_modules")
        });
        if tests.is_empty() {
            return Err(format!("{folder}: no test files"));
        }
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let binary = format!("gouji{}", std::env::consts::EXE_SUFFIX);
        let mut command = self.workspace.command("node");
        command
            .args(["--test", "--test-reporter=spec"])
            .args(tests)
            .env("GOUJI_SITE", self.workspace.site())
            .env("GOUJI_DIST", self.workspace.dist())
            .env("GOUJI_XTASK", program)
            .env(
                "GOUJI_COMMAND",
                self.workspace.target.join("debug").join(binary),
            );
        Ok(command)
    }

    fn site(&self) -> Result<&PathBuf> {
        let built = self
            .site
            .get_or_init(|| site::build(self.workspace, &self.workspace.site()));
        built.as_ref().map_err(Clone::clone)
    }

    fn dist(&self) -> Result<&PathBuf> {
        let site = self.site()?;
        let written = self
            .dist
            .get_or_init(|| dist::write(self.workspace, site, &self.workspace.dist()));
        written.as_ref().map_err(Clone::clone)
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.workspace.cargo();
        command.args(arguments);
        command
    }
}
