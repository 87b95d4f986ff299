//! PDF files, object by object.
#![allow(
    clippy::expect_used,
    reason = "a test may stop at what it did not expect"
)]
#![allow(dead_code, unreachable_pub, reason = "no test binary uses all of it")]

use std::fmt::Write;

/// Objects and their numbers.
#[derive(Default)]
pub struct File {
    pub objects: Vec<Vec<u8>>,
}

impl File {
    pub fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    pub fn stream(&mut self, entries: &str, content: &[u8]) -> usize {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(content, 6);
        let mut object = format!(
            "<< {entries} /Length {} /Filter /FlateDecode >>\nstream\n",
            packed.len()
        )
        .into_bytes();
        object.extend(packed);
        object.extend(b"\nendstream");
        self.add(object)
    }

    /// The file; the catalogue is object `root`.
    pub fn finish(&self, root: usize) -> Vec<u8> {
        let mut out = b"%PDF-1.5\n".to_vec();
        let mut places = Vec::new();
        for (index, object) in self.objects.iter().enumerate() {
            places.push(out.len());
            out.extend(format!("{} 0 obj\n", index + 1).bytes());
            out.extend(object);
            out.extend(b"\nendobj\n");
        }
        let start = out.len();
        let mut tail = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
        for place in &places {
            writeln!(tail, "{place:010} 00000 n ").expect("writes to memory");
        }
        write!(
            tail,
            "trailer << /Size {} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n",
            places.len() + 1
        )
        .expect("writes to memory");
        out.extend(tail.bytes());
        out
    }
}

/// A file of pages that draw the contents given, on A4 paper, with one dictionary of resources. `further` are objects from
/// number 3 on, which the resources may name.
pub fn pages(contents: &[&str], resources: &str, further: &[Vec<u8>]) -> Vec<u8> {
    let mut file = File::default();
    let root = file.add("<< /Type /Catalog /Pages 2 0 R >>");
    let tree = file.add("");
    for object in further {
        file.add(object.clone());
    }
    let mut kids = String::new();
    for content in contents {
        let stream = file.stream("", content.as_bytes());
        let page = file.add(format!(
            "<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources {resources} >>"
        ));
        write!(kids, "{page} 0 R ").expect("writes to memory");
    }
    file.objects[tree - 1] = format!(
        "<< /Type /Pages /Count {} /Kids [{kids}] >>",
        contents.len()
    )
    .into_bytes();
    file.finish(root)
}
