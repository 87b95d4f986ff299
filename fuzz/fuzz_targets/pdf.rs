#![no_main]

use gouji::reader::Format;
use gouji::reader::encoding::native::NativeDecoder;
use libfuzzer_sys::fuzz_target;

/// A page that draws the bytes, with a font whose map they are, too.
fn page_of(content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut file = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>>> endobj\n\
        5 0 obj <</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 4 0 R>> endobj\n"
        .to_vec();
    file.extend(format!("4 0 obj <</Subtype/Form/Length {length}>> stream\n").bytes());
    file.extend(content);
    file.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");
    file
}

fuzz_target!(|bytes: &[u8]| {
    let _ = gouji::reader::read_as(Format::Pdf, bytes, &NativeDecoder);
    let _ = gouji::reader::read_as(Format::Pdf, &page_of(bytes), &NativeDecoder);
});
