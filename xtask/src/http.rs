//! As much of HTTP as serving a folder to one browser takes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The policy under which the page must work: its own files, WebAssembly, and nothing else.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'self'";

/// A request head longer than this is refused.
const HEAD_BYTES: u64 = 16 * 1024;
/// A browser that says nothing for so long is left alone.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers the one request of a connection.
pub(crate) fn answer(stream: TcpStream, folder: &Path) {
    // A browser that goes away in the middle is normal; there is nobody to tell.
    let _ = serve(stream, folder);
}

fn serve(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(HEAD_BYTES));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
            break;
        }
    }
    let mut words = request.split_whitespace();
    let method = words.next().unwrap_or_default();
    let target = words.next().unwrap_or_default();
    if method != "GET" && method != "HEAD" {
        return respond(
            &mut stream,
            "405 Method Not Allowed",
            TEXT,
            b"GET and HEAD only\n",
            true,
        );
    }
    let found = locate(folder, target).and_then(|path| Some((fs::read(&path).ok()?, mime(&path))));
    match found {
        Some((bytes, kind)) => respond(&mut stream, "200 OK", kind, &bytes, method == "GET"),
        None => respond(
            &mut stream,
            "404 Not Found",
            TEXT,
            b"not found\n",
            method == "GET",
        ),
    }
}

fn respond(
    stream: &mut TcpStream,
    status: &str,
    kind: &str,
    body: &[u8],
    send: bool,
) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if send {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file that a request target names, if it is inside the folder.
fn locate(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decode(path)?;
    let mut file = folder.to_path_buf();
    for segment in path.split('/') {
        match segment {
            "" => {}
            "." | ".." => return None,
            name if name.contains(['\\', ':', '\0']) => return None,
            name => file.push(name),
        }
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// Resolves `%41` and the like.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

const TEXT: &str = "text/plain; charset=utf-8";

/// The media type, by the name of the file. WebAssembly compiles while streaming only with its own.
fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json; charset=utf-8",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "ts") => TEXT,
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{POLICY, decode, locate, mime};
    use std::path::Path;

    #[test]
    fn a_path_cannot_leave_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(locate(&folder, "/http.rs"), Some(folder.join("http.rs")));
        assert_eq!(
            locate(&folder, "/http.rs?v=1"),
            Some(folder.join("http.rs"))
        );
        for target in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/a\\..\\b",
            "http.rs",
            "/",
            "",
        ] {
            assert_eq!(locate(&folder, target), None, "{target}");
        }
    }

    #[test]
    fn broken_percent_signs_are_refused() {
        assert_eq!(decode("%E6%B1%87.html").as_deref(), Some("汇.html"));
        assert_eq!(decode("%"), None);
        assert_eq!(decode("%4"), None);
        assert_eq!(decode("%zz"), None);
        assert_eq!(decode("%ff"), None);
    }

    #[test]
    fn the_module_has_its_own_media_type() {
        assert_eq!(mime(Path::new("gouji_bg.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("x")), "application/octet-stream");
    }

    #[test]
    fn the_policy_lets_no_script_text_run() {
        assert!(POLICY.starts_with("default-src 'none'; "));
        assert!(!POLICY.contains("'unsafe-inline'") && !POLICY.contains("'unsafe-eval'"));
    }
}
