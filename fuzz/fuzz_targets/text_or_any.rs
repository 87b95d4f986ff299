#![no_main]

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = gouji::reader::read(bytes, &NativeDecoder);
    let _ = gouji::reader::read_as(Format::Text, bytes, &NativeDecoder);
});
