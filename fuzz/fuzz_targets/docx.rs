#![no_main]

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/zip.rs"]
#[allow(dead_code)]
mod zip;

fuzz_target!(|bytes: &[u8]| {
    let _ = gouji::reader::read_as(Format::Docx, bytes, &NativeDecoder);
    // Chance never finds a checksum: the same bytes as a main part, too.
    let _ = gouji::reader::read_as(Format::Docx, &zip::docx_of_part(bytes), &NativeDecoder);
});
