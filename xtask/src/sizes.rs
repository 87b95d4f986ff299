//! How big what is handed out is, and how big it may be.
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
    /// The files it is made of, without the digests in their names; a folder stands for all that is in it.
    files: &'static [&'static str],
    /// What it may weigh, where a limit was set.
    limit: Limit,
}

/// A limit in bytes.
#[derive(Clone, Copy)]
enum Limit {
    None,
    /// After gzip: what goes over the line.
    Gzip(usize),
    /// As it is: what is handed around as a file.
    Raw(usize),
}

const MEASURES: [Measure; 5] = [
    Measure {
        name: "first load: the page, ready to check what is pasted",
        files: &[
            "site/index.html",
            "site/style.css",
            "site/boot.js",
            "site/client.js",
            "site/worker.js",
            "site/gouji.js",
            "site/gouji_bg.wasm",
            "site/icon.svg",
            "site/manifest.webmanifest",
            "site/update.js",
        ],
        limit: Limit::Gzip(250_000),
    },
    Measure {
        name: "loaded behind it: the whole engine, for files, English and the rest",
        files: &["site/engine.js", "site/engine_bg.wasm"],
        limit: Limit::None,
    },
    Measure {
        name: "the whole site, types and schema included",
        files: &["site/"],
        limit: Limit::None,
    },
    Measure {
        name: "the page as one file, everything inside",
        files: &["gouji.html"],
        limit: Limit::Raw(1_000_000),
    },
    Measure {
        name: "the widget on a page of others, before it is used first",
        files: &["widget/widget.js"],
        limit: Limit::Raw(30_000),
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

/// Prints raw and gzip size of every file.
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
        let limit = match measure.limit {
            Limit::None => "-".to_owned(),
            Limit::Gzip(most) => format!("{} after gzip", thousands(most)),
            Limit::Raw(most) => format!("{} bytes", thousands(most)),
        };
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
        let over = match measure.limit {
            Limit::None => None,
            Limit::Gzip(limit) => (weight.gzip > limit).then_some((weight.gzip, limit)),
            Limit::Raw(limit) => (weight.raw > limit).then_some((weight.raw, limit)),
        };
        if let Some((bytes, limit)) = over {
            broken.push(format!("{bytes} bytes, limit {limit}: {name}"));
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

/// Every file.
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
            let mut sum = Weight::default();
            for wanted in measure.files {
                let mut any = false;
                for file in &all {
                    let path = file.strip_prefix(folder).unwrap_or(file);
                    if is_named(&path.to_string_lossy(), wanted) {
                        sum = sum + weigh(file)?;
                        any = true;
                    }
                }
                if !any {
                    return Err(format!("{}: no {wanted}", folder.display()));
                }
            }
            Ok((measure, sum))
        })
        .collect()
}

/// Whether a path is the one wanted, with or without a digest before the ending, or in the folder wanted.
fn is_named(path: &str, wanted: &str) -> bool {
    if wanted.ends_with('/') {
        return path.starts_with(wanted);
    }
    let (Some((stem, end)), Some((wanted_stem, wanted_end))) =
        (path.rsplit_once('.'), wanted.rsplit_once('.'))
    else {
        return path == wanted;
    };
    let is_digest = |rest: &str| {
        let digits = rest.strip_prefix('.').unwrap_or("-");
        rest.is_empty() || digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    end == wanted_end && stem.strip_prefix(wanted_stem).is_some_and(is_digest)
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
    use super::{is_named, row, thousands};

    #[test]
    fn a_record_is_found_by_its_name() {
        let table = "\n| what | bytes | after gzip | limit |\n|---|---|---|---|\n| a | 1,000 | 318,326 | - |\n";
        assert_eq!(row(table, "a"), Some(318_326));
        assert_eq!(row(table, "b"), None);
    }

    #[test]
    fn files_are_found_with_and_without_a_digest() {
        assert!(is_named("site/boot.js", "site/boot.js"));
        assert!(is_named("site/boot.0a1b2c.js", "site/boot.js"));
        assert!(is_named("site/boot.js", "site/"));
        for other in [
            "site/boota.js",
            "site/boot.js.map",
            "boot.js",
            "site/boot.x.js",
        ] {
            assert!(!is_named(other, "site/boot.js"), "{other}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1_000), "1,000");
        assert_eq!(thousands(1_318_326), "1,318,326");
    }
}
