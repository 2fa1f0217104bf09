//! A static server for development and tests: one folder, this machine only, the strict CSP of a real host.

mod message;

use std::fs;
use std::io::{self, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::content_hash::ContentHash;
use crate::step::{Failure, Outcome};
use message::{Answer, Request};

/// What a page of ours may do, whichever host serves it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
                      connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'";

/// How long a connection may stay open without asking for anything.
const IDLE: Duration = Duration::from_secs(30);

/// Takes the port on 127.0.0.1; with port 0 the system chooses a free one.
///
/// # Errors
/// When the port is taken or not allowed.
pub fn listen(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(
            format!("port {port} on 127.0.0.1 is taken by another program, perhaps by an earlier `cargo xtask serve`"),
            "end that program, or choose another port: cargo xtask serve --port 8788 (--port 0 takes any free one)",
        ),
        _ => Failure::new(
            format!("port {port} on 127.0.0.1 can't be used: {error}"),
            "choose another: cargo xtask serve --port 8788",
        ),
    })
}

/// Serves the folder until the program is ended, printing the address first.
///
/// # Errors
/// When the address of the listener can't be read.
pub fn serve(listener: TcpListener, folder: &Path) -> Outcome<()> {
    println!("serving at {}  (end with Ctrl-C)", address(&listener)?);
    accept(&listener, folder);
    Ok(())
}

/// Serves the folder as long as this program runs, and returns the address at once.
///
/// # Errors
/// When no port is free.
pub fn serve_beside(folder: &Path) -> Outcome<String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    let folder = folder.to_path_buf();
    thread::spawn(move || accept(&listener, &folder));
    Ok(address)
}

fn address(listener: &TcpListener) -> Outcome<String> {
    let address = listener.local_addr();
    address.map(|address| format!("http://{address}/")).map_err(|error| Failure::new(format!("no address: {error}"), "try again"))
}

fn accept(listener: &TcpListener, folder: &Path) {
    let folder = Arc::new(folder.to_path_buf());
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        let folder = Arc::clone(&folder);
        // A client that goes away in the middle concerns nobody else.
        thread::spawn(move || converse(&stream, &folder).ok());
    }
}

/// Answers the requests of one connection, one after the other.
fn converse(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let Some(request) = message::read(&mut reader)? else { return Ok(()) };
        let answer = match &request {
            Ok(request) => respond(request, folder),
            Err(status) => Answer::text(status),
        };
        let with_body = !matches!(&request, Ok(Request { method, .. }) if method == "HEAD");
        let last = !matches!(&request, Ok(Request { keep_alive: true, .. }));
        let mut writer = stream;
        writer.write_all(&answer.to_bytes(POLICY, with_body, last))?;
        if last {
            return Ok(());
        }
    }
}

fn respond(request: &Request, folder: &Path) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return Answer::text("405 Method Not Allowed");
    }
    let Some(body) = file_for(&request.path, folder).and_then(|path| Some((fs::read(&path).ok()?, path))) else {
        return Answer::text("404 Not Found");
    };
    let (body, path) = body;
    let tag = format!("\"{}\"", ContentHash::default().bytes(&body).finish());
    if request.known_tag.as_deref() == Some(&tag) {
        return Answer { status: "304 Not Modified".to_string(), kind: media_type(&path), tag: Some(tag), body: Vec::new() };
    }
    Answer { status: "200 OK".to_string(), kind: media_type(&path), tag: Some(tag), body }
}

/// The file that a decoded request path names: always inside the folder, never a hidden one.
fn file_for(path: &str, folder: &Path) -> Option<PathBuf> {
    let mut file = folder.to_path_buf();
    for part in path.strip_prefix('/')?.split('/').filter(|part| !part.is_empty()) {
        let leads_astray = part.starts_with('.') || part.contains(['\\', ':', '\0']);
        if leads_astray {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    file.starts_with(folder.canonicalize().ok()?).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "csv" | "ndjson" | "ts" => "text/plain; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
