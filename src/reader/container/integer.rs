//! Little-endian integers at a place of some bytes.

/// The 16-bit integer at a position; `None` where the bytes end before.
pub(crate) fn u16_at(bytes: &[u8], position: usize) -> Option<u16> {
    array_at(bytes, position).map(u16::from_le_bytes)
}

/// The 32-bit integer at a position; `None` where the bytes end before.
pub(crate) fn u32_at(bytes: &[u8], position: usize) -> Option<u32> {
    array_at(bytes, position).map(u32::from_le_bytes)
}

/// The 64-bit integer at a position; `None` where the bytes end before.
pub(crate) fn u64_at(bytes: &[u8], position: usize) -> Option<u64> {
    array_at(bytes, position).map(u64::from_le_bytes)
}

fn array_at<const N: usize>(bytes: &[u8], position: usize) -> Option<[u8; N]> {
    let end = position.checked_add(N)?;
    bytes.get(position..end)?.try_into().ok()
}
