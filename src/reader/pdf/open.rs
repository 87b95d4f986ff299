//! Opening a file and unpacking its streams, within caps.

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use crate::limits;
use crate::reader::error::{ReadError, ReadErrorKind};

/// Where a stream has other filters than the usual one, so many packed bytes are unpacked: that is done by the
/// library, which has no cap, and they grow a thousandfold at most.
const PACKED_BYTES: usize = 256 * 1024;
/// The dictionary of a stream stands in so many bytes before it.
const DICTIONARY_BYTES: usize = 512;

/// Opens a file.
///
/// # Errors
/// `Encrypted`, `Damaged`, `TooLarge`.
pub(super) fn open(bytes: &[u8]) -> Result<Pdf, ReadError> {
    if !packed_objects_fit(bytes) {
        return Err(ReadError::new(ReadErrorKind::TooLarge));
    }
    Pdf::new(bytes.to_vec()).map_err(|error| {
        let kind = match error {
            LoadPdfError::Decryption(
                DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
            ) => ReadErrorKind::Encrypted,
            LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ReadErrorKind::Damaged,
        };
        ReadError::new(kind).in_part("pdf")
    })
}

/// Streams that hold objects are unpacked by the library as soon as one of these is asked for. They are tried before it
/// sees them: what unpacks to more than the cap never gets there.
fn packed_objects_fit(bytes: &[u8]) -> bool {
    let mut left = limits::INFLATED_BYTES;
    let mut at = 0_usize;
    while let Some(found) = position(bytes.get(at..).unwrap_or_default(), b"stream") {
        let start = at.saturating_add(found);
        at = start.saturating_add(6);
        let before = bytes
            .get(start.saturating_sub(DICTIONARY_BYTES)..start)
            .unwrap_or_default();
        if position(before, b"ObjStm").is_none() && position(before, b"XRef").is_none() {
            continue;
        }
        let data = bytes.get(at..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        left = match decompress_to_vec_zlib_with_limit(data, left) {
            Ok(objects) => left.saturating_sub(objects.len()),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => return false,
            Err(error) => left.saturating_sub(error.output.len()),
        };
    }
    true
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// Unpacks streams and counts all that is done for one file. A file that asks for more than the caps is refused.
#[derive(Debug)]
pub(super) struct Contents {
    bytes: usize,
    steps: usize,
    /// A cap was reached.
    pub(super) is_full: bool,
}

impl Contents {
    pub(super) fn new() -> Self {
        Self {
            bytes: limits::INFLATED_BYTES,
            steps: limits::DRAWING_STEPS,
            is_full: false,
        }
    }

    /// Counts operators, signs, points. False once there were too many.
    pub(super) fn step(&mut self) -> bool {
        match self.steps.checked_sub(1) {
            Some(left) => self.steps = left,
            None => self.is_full = true,
        }
        !self.is_full
    }

    /// The unpacked bytes of a stream; `None` if it cannot be unpacked.
    pub(super) fn bytes(&mut self, stream: &Stream<'_>) -> Option<Vec<u8>> {
        if self.is_full {
            return None;
        }
        let filters = filters(stream);
        let is_usual =
            matches!(filters.as_slice(), [name] if is_flate(name)) && !is_predicted(stream);
        let raw = stream.raw_data();
        let limit = self.bytes.min(limits::PART_BYTES);
        let unpacked = if is_usual {
            match decompress_to_vec_zlib_with_limit(&raw, limit) {
                Ok(unpacked) => unpacked,
                Err(error) if error.status == TINFLStatus::HasMoreOutput => {
                    self.is_full = true;
                    return None;
                }
                // A stream that breaks off is worth what came before.
                Err(error) => error.output,
            }
        } else {
            // Only writing bytes as letters does not pack.
            let growing = filters.iter().filter(|name| !name.starts_with(b"A"));
            let growing = growing.count();
            if growing > 1 || (growing == 1 && raw.len() > PACKED_BYTES) {
                return None;
            }
            stream.decoded_data().ok()?.into_owned()
        };
        match self.bytes.checked_sub(unpacked.len()) {
            Some(left) => {
                self.bytes = left;
                Some(unpacked)
            }
            None => {
                self.is_full = true;
                None
            }
        }
    }

    /// What a page draws: one stream, or several one behind the other.
    pub(super) fn of_page(&mut self, page: &Dict<'_>) -> Vec<u8> {
        match page.get::<Object<'_>>("Contents") {
            Some(Object::Stream(stream)) => self.bytes(&stream).unwrap_or_default(),
            Some(Object::Array(parts)) => {
                let mut all = Vec::new();
                for part in parts.iter::<Object<'_>>() {
                    if let Object::Stream(stream) = part
                        && let Some(bytes) = self.bytes(&stream)
                    {
                        all.extend(bytes);
                        all.push(b'\n');
                    }
                }
                all
            }
            _ => Vec::new(),
        }
    }
}

/// The names of the filters of a stream, in the order of unpacking.
fn filters<'a>(stream: &Stream<'a>) -> Vec<Name<'a>> {
    ["Filter", "F"]
        .iter()
        .find_map(|key| match stream.dict().get::<Object<'a>>(key) {
            Some(Object::Name(name)) => Some(vec![name]),
            Some(Object::Array(names)) => Some(names.iter::<Name<'a>>().collect()),
            _ => None,
        })
        .unwrap_or_default()
}

fn is_flate(name: &[u8]) -> bool {
    matches!(name, b"FlateDecode" | b"Fl")
}

/// The stream was packed by differences of its bytes.
fn is_predicted(stream: &Stream<'_>) -> bool {
    let parameters = |key| match stream.dict().get::<Object<'_>>(key) {
        Some(Object::Dict(parameters)) => Some(parameters),
        Some(Object::Array(list)) => Array::iter::<Dict<'_>>(&list).next(),
        _ => None,
    };
    ["DecodeParms", "DP"]
        .into_iter()
        .filter_map(parameters)
        .any(|parameters| parameters.get::<i32>("Predictor").unwrap_or(1) > 1)
}
