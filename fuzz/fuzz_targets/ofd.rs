#![no_main]

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/zip.rs"]
#[allow(dead_code)]
mod zip;
#[path = "../../tests/support/ofd.rs"]
#[allow(dead_code)]
mod ofd;

fuzz_target!(|bytes: &[u8]| {
    let _ = gouji::reader::read_as(Format::Ofd, bytes, &NativeDecoder);
    // Chance never finds a checksum: the same bytes as a page, too.
    let text = String::from_utf8_lossy(bytes);
    let _ = gouji::reader::read_as(Format::Ofd, &zip::write(&ofd::parts(&text)), &NativeDecoder);
    let _ = gouji::reader::read_as(Format::Ofd, &ofd::ofd(&text), &NativeDecoder);
});
