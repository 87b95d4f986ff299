//! Archives of many files, each of which may be a report. An archive in the archive is opened, too, but no further.

use crate::limits;
use crate::reader::container::zip::{Archive, Entry};
use crate::reader::encoding::Decoder;
use crate::reader::error::{ReadError, ReadErrorKind};
use crate::reader::sniff;

/// Endings of the names of files that may be reports; other files in folders and archives are passed over. Kinds that
/// cannot be read are among them: a report in such a file was not checked, and the reviewer has to know.
pub const EXTENSIONS: [&str; 23] = [
    "docx", "docm", "doc", "wps", "rtf", "odt", "fodt", "xlsx", "xlsm", "xls", "et", "ods", "fods",
    "html", "htm", "xhtml", "mht", "mhtml", "txt", "tsv", "pdf", "ofd", "zip",
];

/// So much larger than what it was packed in an archive may be.
const NESTED_BYTES: usize = 1024 * 1024;

/// Whether the name of a file ends as those of reports do.
pub fn may_be_report(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| {
        EXTENSIONS
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
}

/// What is done with each file: its path in the archive, and its bytes or why there are none.
pub(crate) type Take<'a> = dyn FnMut(&str, Result<&[u8], ReadError>) + 'a;

/// Whether sniffing refused these bytes for being an archive of files.
pub(crate) fn is_collection(error: &ReadError) -> bool {
    error.kind() == ReadErrorKind::Unsupported && error.part() == Some(sniff::COLLECTION)
}

/// Hands over the files of an archive that may be reports, one at a time, in the order of their names.
///
/// # Errors
/// What ails the archive; `Empty` if there is no such file in it, `TooLarge` behind
/// [`limits::COLLECTION_FILES`].
pub(crate) fn each(
    bytes: &[u8],
    decoder: &dyn Decoder,
    take: &mut Take<'_>,
) -> Result<(), ReadError> {
    let mut left = limits::COLLECTION_FILES;
    open(bytes, "", decoder, &mut left, take)?;
    if left == limits::COLLECTION_FILES {
        return Err(ReadError::new(ReadErrorKind::Empty).in_part(sniff::COLLECTION));
    }
    Ok(())
}

fn open(
    bytes: &[u8],
    folder: &str,
    decoder: &dyn Decoder,
    left: &mut usize,
    take: &mut Take<'_>,
) -> Result<(), ReadError> {
    let mut archive = Archive::open(bytes)?.of_files();
    let mut files: Vec<(String, usize)> = archive
        .entries()
        .iter()
        .enumerate()
        .map(|(place, entry)| (name(entry, decoder), place))
        .filter(|(name, _)| is_wanted(name))
        .collect();
    crate::sorted::sort_by(&mut files, Ord::cmp);
    for (name, place) in files {
        *left = left
            .checked_sub(1)
            .ok_or(ReadError::new(ReadErrorKind::TooLarge))?;
        let path = [folder, &name].concat();
        let file = match archive.read_at(place) {
            Ok(file) => file,
            Err(error) => {
                take(&path, Err(error));
                continue;
            }
        };
        let is_archive = sniff::sniff(&file).is_err_and(|error| is_collection(&error));
        if !is_archive {
            take(&path, Ok(&file));
        } else if file.len() > bytes.len().saturating_add(NESTED_BYTES) {
            // An honest archive hardly packs: the one around it is no smaller. Both are held while its files are read.
            take(&path, Err(ReadError::new(ReadErrorKind::TooLarge)));
        } else if folder.is_empty() {
            let folder = [&path, "/"].concat();
            if let Err(error) = open(&file, &folder, decoder, left, take) {
                take(&path, Err(error));
            }
        } else {
            take(&path, Err(ReadError::new(ReadErrorKind::TooDeep)));
        }
    }
    Ok(())
}

/// The path of an entry. Chinese systems write names in GBK.
fn name(entry: &Entry, decoder: &dyn Decoder) -> String {
    let decoded = entry
        .odd_name
        .as_ref()
        .and_then(|name| decoder.decode("gb18030", name));
    decoded.map_or_else(|| entry.name.clone(), |name| name.replace('\\', "/"))
}

/// Whether a file may be a report, by its path: not what systems and office suites leave behind.
fn is_wanted(path: &str) -> bool {
    let hidden = path
        .split('/')
        .any(|step| step.starts_with('.') || step.starts_with("~$") || step == "__MACOSX");
    !hidden && path.rsplit('/').next().is_some_and(may_be_report)
}
