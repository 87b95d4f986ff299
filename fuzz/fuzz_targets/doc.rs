#![no_main]

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/compound.rs"]
#[allow(dead_code)]
mod compound;

fuzz_target!(|bytes: &[u8]| {
    let _ = gouji::reader::read_as(Format::Doc, bytes, &NativeDecoder);
    // Chance seldom finds its way through a container: the same bytes as the streams of one, too.
    let (text, table) = bytes.split_at(bytes.len() / 2);
    let whole = compound::write(&[
        compound::Node::Stream("WordDocument", text.to_vec()),
        compound::Node::Stream("0Table", table.to_vec()),
        compound::Node::Stream("1Table", table.to_vec()),
    ]);
    let _ = gouji::reader::read_as(Format::Doc, &whole, &NativeDecoder);
});
