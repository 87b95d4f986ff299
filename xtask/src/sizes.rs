//! How big the site is, and how big it may be.

use std::fs;
use std::path::Path;

use miniz_oxide::deflate::compress_to_vec;

use crate::{Result, site};

/// What the module may weigh after gzip, in bytes. How it is kept there is told in ARCHITECTURE.md.
const MODULE_GATE: usize = 120 * 1024;
/// The file that the gate looks at: the module that the page begins with.
const MODULE: &str = "gouji_bg.wasm";

/// Header (10 bytes) and trailer (8) of a gzip file around the deflated data.
const GZIP_FRAME: usize = 18;

/// The size after gzip at the highest usual level.
fn gzip(bytes: &[u8]) -> usize {
    compress_to_vec(bytes, 9).len().saturating_add(GZIP_FRAME)
}

/// Prints raw and gzip size of every file of the site.
pub(crate) fn print(folder: &Path) -> Result<()> {
    if !folder.is_dir() {
        return Err(format!(
            "{} is not there: run cargo xtask dist first",
            folder.display()
        ));
    }
    let (mut raw_total, mut gzip_total) = (0_usize, 0_usize);
    println!("{:>9} {:>9}  file", "raw", "gzip");
    for file in site::files(folder)? {
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let packed = gzip(&bytes);
        raw_total = raw_total.saturating_add(bytes.len());
        gzip_total = gzip_total.saturating_add(packed);
        let name = file.strip_prefix(folder).unwrap_or(&file);
        println!("{:>9} {packed:>9}  {}", bytes.len(), name.display());
    }
    println!("{raw_total:>9} {gzip_total:>9}  all");
    Ok(())
}

/// Fails if the module is over its limit.
pub(crate) fn gate(folder: &Path) -> Result<()> {
    let file = folder.join(MODULE);
    let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let packed = gzip(&bytes);
    if packed > MODULE_GATE {
        return Err(format!(
            "{MODULE} is {packed} bytes after gzip, the limit is {MODULE_GATE}"
        ));
    }
    println!("  {MODULE}: {packed} bytes after gzip, limit {MODULE_GATE}");
    Ok(())
}
