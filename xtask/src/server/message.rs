//! As much of HTTP/1.1 as a browser and `curl` need from a static host.

use std::io::{self, BufRead, Read};

/// The longest request head that is read; ours have a few hundred bytes.
const HEAD_LIMIT: u64 = 16 * 1024;

#[derive(Debug)]
pub struct Request {
    pub method: String,
    /// Decoded, without the query.
    pub path: String,
    /// The entity tag that the client holds already.
    pub known_tag: Option<String>,
    pub keep_alive: bool,
}

pub struct Answer {
    pub status: String,
    pub kind: &'static str,
    pub tag: Option<String>,
    pub body: Vec<u8>,
}

/// Reads one request; `None` when the client has closed, an inner `Err` with the status for one that is not understood.
///
/// # Errors
/// When the connection breaks or stays silent too long.
pub fn read(reader: &mut impl BufRead) -> io::Result<Option<Result<Request, &'static str>>> {
    let mut head = reader.take(HEAD_LIMIT);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(Some(Err("400 Bad Request")));
    };
    let path = percent_decoded(target.split(['?', '#']).next().unwrap_or_default());
    let mut request =
        Request { method: method.to_string(), path: String::new(), known_tag: None, keep_alive: version == "HTTP/1.1" };
    loop {
        let mut header = String::new();
        if head.read_line(&mut header)? == 0 {
            return Ok(Some(Err("431 Request Header Fields Too Large")));
        }
        let Some((name, value)) = header.trim_end().split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "if-none-match" => request.known_tag = Some(value.trim_start_matches("W/").to_string()),
            "connection" if value.eq_ignore_ascii_case("close") => request.keep_alive = false,
            // A body would be taken for the next request.
            "content-length" | "transfer-encoding" if value != "0" => request.keep_alive = false,
            _ => {}
        }
    }
    let Some(path) = path else { return Ok(Some(Err("400 Bad Request"))) };
    request.path = path;
    Ok(Some(Ok(request)))
}

impl Answer {
    /// An answer that consists of its status line.
    pub fn text(status: &str) -> Self {
        Answer { status: status.to_string(), kind: "text/plain; charset=utf-8", tag: None, body: status.as_bytes().to_vec() }
    }

    /// The answer as it is sent; browsers must ask again each time, since files change during work.
    pub fn to_bytes(&self, policy: &str, with_body: bool, last: bool) -> Vec<u8> {
        let tag = self.tag.as_ref().map(|tag| format!("ETag: {tag}\r\n")).unwrap_or_default();
        let connection = if last { "close" } else { "keep-alive" };
        let mut bytes = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{tag}Cache-Control: no-cache\r\n\
             Content-Security-Policy: {policy}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
             Connection: {connection}\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
        )
        .into_bytes();
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The text with `%XX` decoded; `None` when that is not UTF-8 or a sequence is cut short.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}
