//! How big the site is, and how big it may be.
//!
//! The figures of the README are the record: `cargo xtask sizes --record` writes them, and the gate fails when a
//! measured one is 5 % above the recorded one, or above its limit.

use std::fs;
use std::path::Path;

use miniz_oxide::deflate::compress_to_vec;

use crate::{Result, site};

/// What is measured together.
struct Measure {
    /// What the README calls it; also how its record is found again.
    name: &'static str,
    /// The files it is made of; none stands for all that is there.
    files: &'static [&'static str],
    /// What it may weigh after gzip, in bytes, where a limit was set.
    limit: Option<usize>,
}

const MEASURES: [Measure; 3] = [
    Measure {
        name: "first load: the page, ready to check what is pasted",
        files: &[
            "index.html",
            "style.css",
            "boot.js",
            "client.js",
            "worker.js",
            "gouji.js",
            "gouji_bg.wasm",
        ],
        limit: Some(250_000),
    },
    Measure {
        name: "loaded behind it: the whole engine, for files, English and the rest",
        files: &["engine.js", "engine_bg.wasm"],
        limit: None,
    },
    Measure {
        name: "the whole site, types and schema included",
        files: &[],
        limit: None,
    },
];

/// Header (10 bytes) and trailer (8) of a gzip file around the deflated data.
const GZIP_FRAME: usize = 18;
/// The README, and where its table of sizes stands.
const README: &str = "README.md";
const START: &str = "<!-- size:start -->";
const END: &str = "<!-- size:end -->";

/// What something weighs, in bytes.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    gzip: usize,
}

impl std::ops::Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw.saturating_add(other.raw),
            gzip: self.gzip.saturating_add(other.gzip),
        }
    }
}

/// The size raw and after gzip at the highest usual level.
fn weigh(file: &Path) -> Result<Weight> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(Weight {
        raw: bytes.len(),
        gzip: compress_to_vec(&bytes, 9).len().saturating_add(GZIP_FRAME),
    })
}

/// Prints raw and gzip size of every file of the site.
pub(crate) fn print(folder: &Path) -> Result<()> {
    println!("{:>9} {:>9}  file", "raw", "gzip");
    let mut total = Weight::default();
    for file in there(folder)? {
        let weight = weigh(&file)?;
        total = total + weight;
        let name = file.strip_prefix(folder).unwrap_or(&file);
        println!("{:>9} {:>9}  {}", weight.raw, weight.gzip, name.display());
    }
    println!("{:>9} {:>9}  all", total.raw, total.gzip);
    Ok(())
}

/// Writes the table of the README anew.
pub(crate) fn record(folder: &Path, root: &Path) -> Result<()> {
    let (readme, old) = recorded(root)?;
    let mut table = String::from("\n| what | bytes | after gzip | limit |\n|---|---|---|---|\n");
    for (measure, weight) in measured(folder)? {
        let limit = measure.limit.map_or("-".to_owned(), thousands);
        table.push_str(&format!(
            "| {} | {} | {} | {limit} |\n",
            measure.name,
            thousands(weight.raw),
            thousands(weight.gzip)
        ));
    }
    let path = root.join(README);
    let place = |table: &str| format!("{START}{table}{END}");
    fs::write(&path, readme.replace(&place(&old), &place(&table)))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Fails if anything is over its limit, or 5 % over what the README says.
pub(crate) fn gate(folder: &Path, root: &Path) -> Result<()> {
    let (_, table) = recorded(root)?;
    let mut broken = Vec::new();
    for (measure, weight) in measured(folder)? {
        let name = measure.name;
        let known = row(&table, name)
            .ok_or_else(|| format!("{README} does not say what weighs: {name}{REMEDY}"))?;
        let most = known.saturating_add(known / 20);
        if let Some(limit) = measure.limit.filter(|limit| weight.gzip > *limit) {
            broken.push(format!(
                "{} bytes after gzip, limit {limit}: {name}",
                weight.gzip
            ));
        } else if weight.gzip > most {
            broken.push(format!(
                "{} bytes after gzip, 5 % above the {known} of {README}: {name}{REMEDY}",
                weight.gzip
            ));
        } else {
            println!(
                "  {} bytes after gzip, on record {known}: {name}",
                weight.gzip
            );
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    Err(broken.join("\n"))
}

/// What to do where the record no longer holds.
const REMEDY: &str = " (if it has to be so: cargo xtask sizes --record)";

/// Every file of the site.
fn there(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    if !folder.is_dir() {
        return Err(format!(
            "{} is not there: run cargo xtask dist first",
            folder.display()
        ));
    }
    site::files(folder)
}

fn measured(folder: &Path) -> Result<Vec<(&'static Measure, Weight)>> {
    let all = there(folder)?;
    MEASURES
        .iter()
        .map(|measure| {
            let files: Vec<_> = measure.files.iter().map(|name| folder.join(name)).collect();
            let files = if files.is_empty() { &all } else { &files };
            let mut sum = Weight::default();
            for file in files {
                sum = sum + weigh(file)?;
            }
            Ok((measure, sum))
        })
        .collect()
}

/// The README, and the table of sizes in it.
fn recorded(root: &Path) -> Result<(String, String)> {
    let path = root.join(README);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let table = text
        .split_once(START)
        .and_then(|(_, rest)| rest.split_once(END))
        .map(|(table, _)| table.to_owned())
        .ok_or_else(|| format!("{README} has no {START} with {END} behind it"))?;
    Ok((text, table))
}

/// The recorded size after gzip of one row of the table.
fn row(table: &str, name: &str) -> Option<usize> {
    let cells: Vec<&str> = table
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .find(|cells| cells.get(1) == Some(&name))?;
    cells.get(3)?.replace(',', "").parse().ok()
}

/// 318326 as 318,326.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{row, thousands};

    #[test]
    fn a_record_is_found_by_its_name() {
        let table = "\n| what | bytes | after gzip | limit |\n|---|---|---|---|\n| a | 1,000 | 318,326 | - |\n";
        assert_eq!(row(table, "a"), Some(318_326));
        assert_eq!(row(table, "b"), None);
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1_000), "1,000");
        assert_eq!(thousands(1_318_326), "1,318,326");
    }
}
