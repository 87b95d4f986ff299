#![no_main]

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use libfuzzer_sys::fuzz_target;

// A workbook may lie in a compound file or be the file; both are tried by what the bytes begin with.
fuzz_target!(|bytes: &[u8]| {
    let _ = gouji::reader::read_as(Format::Xls, bytes, &NativeDecoder);
});
