//! What streams are packed with. Pictures are not unpacked: what they show is not read.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::lexer::from_hex;

/// Longest code of LZW, in bits.
const LZW_BITS: u32 = 12;
/// Codes of LZW with a meaning of their own: begin anew, end.
const LZW_CLEAR: usize = 256;
const LZW_END: usize = 257;

/// Why a stream was not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It holds more than it may.
    TooLarge,
    /// Packed in a way that is not known, or only pictures are packed in.
    Unknown,
}

/// Differences that were taken before packing: kind, and how the bytes lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Predictor {
    pub(super) kind: usize,
    pub(super) colors: usize,
    pub(super) bits: usize,
    pub(super) columns: usize,
    /// The code of LZW grows one sign early.
    pub(super) early: bool,
}

/// Undoes one filter. What breaks off is worth what came before.
///
/// # Errors
/// [`Refused`], with `limit` bytes as what it may hold.
pub(super) fn unpack(
    name: &[u8],
    bytes: &[u8],
    predictor: Predictor,
    limit: usize,
) -> Result<Vec<u8>, Refused> {
    let unpacked = match name {
        b"FlateDecode" | b"Fl" => match decompress_to_vec_zlib_with_limit(bytes, limit) {
            Ok(unpacked) => unpacked,
            Err(error) if error.status == TINFLStatus::HasMoreOutput => {
                return Err(Refused::TooLarge);
            }
            Err(error) => error.output,
        },
        b"LZWDecode" | b"LZW" => lzw(bytes, predictor.early, limit)?,
        b"ASCIIHexDecode" | b"AHx" => {
            let digits = bytes.split(|byte| *byte == b'>').next();
            return Ok(from_hex(digits.unwrap_or_default()));
        }
        b"ASCII85Decode" | b"A85" => return Ok(ascii_85(bytes)),
        b"RunLengthDecode" | b"RL" => return run_length(bytes, limit),
        b"Crypt" => return Ok(bytes.to_vec()),
        _ => return Err(Refused::Unknown),
    };
    Ok(match predictor.kind {
        0 | 1 => unpacked,
        2 => tiff(unpacked, predictor),
        _ => png(&unpacked, predictor),
    })
}

fn ascii_85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let bytes = bytes.strip_prefix(b"<~").unwrap_or(bytes);
    let (mut value, mut count) = (0_u32, 0_usize);
    for byte in bytes.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                value = value
                    .wrapping_mul(85)
                    .wrapping_add(u32::from(byte.wrapping_sub(b'!')));
                count = count.saturating_add(1);
                if count == 5 {
                    out.extend(value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            _ => {}
        }
    }
    // The last group is as if filled up with the highest digit.
    if count > 1 {
        for _ in count..5 {
            value = value.wrapping_mul(85).wrapping_add(84);
        }
        let whole = value.to_be_bytes();
        out.extend(whole.iter().take(count.saturating_sub(1)));
    }
    out
}

fn run_length(bytes: &[u8], limit: usize) -> Result<Vec<u8>, Refused> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [length, tail @ ..] = rest {
        let count = usize::from(*length);
        if count < 128 {
            let (own, behind) = tail
                .split_at_checked(count.saturating_add(1))
                .unwrap_or((tail, &[]));
            out.extend(own);
            rest = behind;
        } else {
            let ([byte, behind @ ..], true) = (tail, count > 128) else {
                break;
            };
            out.resize(
                out.len().saturating_add(257_usize.saturating_sub(count)),
                *byte,
            );
            rest = behind;
        }
        if out.len() > limit {
            return Err(Refused::TooLarge);
        }
    }
    Ok(out)
}

/// Unpacks LZW with codes that grow from nine bits. Each code stands for a run that was written before: where it
/// began and how long it is.
fn lzw(bytes: &[u8], early: bool, limit: usize) -> Result<Vec<u8>, Refused> {
    let mut out: Vec<u8> = Vec::new();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let (mut buffer, mut held, mut width) = (0_u32, 0_u32, 9_u32);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        held = held.saturating_add(8);
        if held < width {
            continue;
        }
        held = held.saturating_sub(width);
        let code = (buffer >> held) & lowest(width);
        buffer &= lowest(held);
        let code = usize::try_from(code).unwrap_or(LZW_END);
        match code {
            LZW_END => break,
            LZW_CLEAR => {
                runs.clear();
                last = None;
                width = 9;
                continue;
            }
            _ => {}
        }
        let start = out.len();
        if code < LZW_CLEAR {
            out.push(u8::try_from(code).unwrap_or(0));
        } else {
            // One code may be used before it is known: the last run and its first byte again.
            let next = last.map(|(from, length)| (from, length.saturating_add(1)));
            let place = code.saturating_sub(258);
            let known = runs.get(place).copied();
            let Some((from, length)) = known.or(next.filter(|_| place == runs.len())) else {
                break;
            };
            for place in from..from.saturating_add(length) {
                let byte = out.get(place).copied().unwrap_or(0);
                out.push(byte);
            }
        }
        if let Some((from, length)) = last
            && runs.len() < 4096 - 258
        {
            runs.push((from, length.saturating_add(1)));
        }
        last = Some((start, out.len().saturating_sub(start)));
        let next = runs.len().saturating_add(if early { 259 } else { 258 });
        while width < LZW_BITS && next >= 1 << width {
            width = width.saturating_add(1);
        }
        if out.len() > limit {
            return Err(Refused::TooLarge);
        }
    }
    Ok(out)
}

/// So many bits, all set.
fn lowest(bits: u32) -> u32 {
    let others = 32_u32.saturating_sub(bits);
    u32::MAX.checked_shr(others).unwrap_or(0)
}

/// Bytes of one sign and of one row.
fn sizes(predictor: Predictor) -> (usize, usize) {
    let sign = predictor.colors.saturating_mul(predictor.bits);
    let row = sign.saturating_mul(predictor.columns).div_ceil(8);
    (sign.div_ceil(8).max(1), row.max(1))
}

/// Each sign is written as the difference to the one in front of it. Signs of whole bytes only.
fn tiff(mut bytes: Vec<u8>, predictor: Predictor) -> Vec<u8> {
    let (sign, row) = sizes(predictor);
    if predictor.bits == 8 {
        for row in bytes.chunks_mut(row) {
            for place in sign..row.len() {
                let before = row.get(place.saturating_sub(sign)).copied().unwrap_or(0);
                if let Some(byte) = row.get_mut(place) {
                    *byte = byte.wrapping_add(before);
                }
            }
        }
    }
    bytes
}

/// Each row begins with the way in which it differs from what stands left of it and above it.
fn png(bytes: &[u8], predictor: Predictor) -> Vec<u8> {
    let (sign, length) = sizes(predictor);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; length];
    for packed in bytes.chunks(length.saturating_add(1)) {
        let Some((way, packed)) = packed.split_first() else {
            break;
        };
        let mut row = vec![0_u8; length];
        for (place, byte) in packed.iter().enumerate() {
            let left_place = place.checked_sub(sign);
            let of = |row: &[u8], place: Option<usize>| {
                place.and_then(|place| row.get(place)).copied().unwrap_or(0)
            };
            let (left, up, corner) = (
                of(&row, left_place),
                of(&above, Some(place)),
                of(&above, left_place),
            );
            let guess = match way {
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => 0,
            };
            if let Some(own) = row.get_mut(place) {
                *own = byte.wrapping_add(guess);
            }
        }
        out.extend(row.iter().take(packed.len()));
        above = row;
    }
    out
}

/// Of the neighbours the one that is nearest to left + up - corner.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let distance = |sign: u8, other: u8| sign.abs_diff(other);
    let to_left = distance(up, corner);
    let to_up = distance(left, corner);
    let wide = |a: u8| i32::from(a);
    let to_corner = wide(left)
        .saturating_add(wide(up))
        .saturating_sub(wide(corner).saturating_mul(2))
        .unsigned_abs();
    if to_left <= to_up && u32::from(to_left) <= to_corner {
        left
    } else if u32::from(to_up) <= to_corner {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test may stop at what it did not expect"
    )]
    use super::{Predictor, Refused, unpack};

    const PLAIN: Predictor = Predictor {
        kind: 1,
        colors: 1,
        bits: 8,
        columns: 1,
        early: true,
    };

    fn plain(name: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Refused> {
        unpack(name, bytes, PLAIN, 1000)
    }

    #[test]
    fn letters_for_bytes() {
        assert_eq!(plain(b"AHx", b"61 6 2 7>zz").unwrap(), b"abp");
        assert_eq!(
            plain(b"A85", b"<~87cURD]i,\"Ebo80~>").unwrap(),
            b"Hello World!"
        );
        assert_eq!(plain(b"A85", b"z!!~>").unwrap(), [0, 0, 0, 0, 0]);
    }

    #[test]
    fn runs_of_bytes() {
        let packed = [2, b'a', b'b', b'c', 254, b'x', 128, b'?'];
        assert_eq!(plain(b"RL", &packed).unwrap(), b"abcxxx");
        let packed: Vec<u8> = [129, b'x'].repeat(9);
        assert_eq!(plain(b"RL", &packed), Err(Refused::TooLarge));
    }

    /// The example of the standard (section 7.4.4.2).
    #[test]
    fn lzw_of_the_standard() {
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        let unpacked = [45, 45, 45, 45, 45, 65, 45, 45, 45, 66];
        assert_eq!(plain(b"LZW", &packed).unwrap(), unpacked);
    }

    #[test]
    fn differences_of_png_and_tiff() {
        let rows = [[1, 5, 1, 1], [2, 1, 1, 1], [3, 2, 2, 2], [4, 1, 0, 1]];
        let predictor = Predictor {
            kind: 12,
            columns: 3,
            ..PLAIN
        };
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&rows.concat(), 6);
        assert_eq!(
            unpack(b"Fl", &packed, predictor, 1000).unwrap(),
            [5, 6, 7, 6, 7, 8, 5, 8, 10, 6, 8, 11]
        );
        let predictor = Predictor {
            kind: 2,
            columns: 2,
            colors: 2,
            ..PLAIN
        };
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&[1, 2, 3, 4, 5, 6, 7, 8], 6);
        assert_eq!(
            unpack(b"Fl", &packed, predictor, 1000).unwrap(),
            [1, 2, 4, 6, 5, 6, 12, 14]
        );
    }
}
