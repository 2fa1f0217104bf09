#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use super::serve_beside;

fn ask(folder: &str, request: &str) -> String {
    let root = crate::places::root().join("build/server-tests").join(folder);
    fs::create_dir_all(root.join("site/samples")).unwrap();
    fs::write(root.join("secret.txt"), "secret").unwrap();
    fs::write(root.join("site/index.html"), "<p>page").unwrap();
    fs::write(root.join("site/.hidden"), "hidden").unwrap();
    fs::write(root.join("site/core.wasm"), b"\0asm").unwrap();
    fs::write(root.join("site/samples/新疆 2024.json"), "{}").unwrap();
    let address = serve_beside(&root.join("site")).unwrap();
    let mut stream = TcpStream::connect(address.trim_start_matches("http://").trim_end_matches('/')).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(folder: &str, path: &str) -> String {
    ask(folder, &format!("GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n"))
}

#[test]
fn the_folder_itself_answers_with_its_page_and_the_strict_policy() {
    let answer = get("page", "/?q=1");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n<p>page"), "{answer}");
}

#[test]
fn a_module_is_sent_as_application_wasm() {
    assert!(get("wasm", "/core.wasm").contains("Content-Type: application/wasm\r\n"));
}

#[test]
fn a_chinese_name_with_a_space_is_found() {
    assert!(get("chinese", "/samples/%E6%96%B0%E7%96%86%202024.json").ends_with("{}"));
}

#[test]
fn nothing_outside_the_folder_and_nothing_hidden_is_sent() {
    for path in
        ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/samples/..%5c..%5csecret.txt", "/.hidden", "//etc/passwd"]
    {
        assert!(get("outside", path).starts_with("HTTP/1.1 404"), "{path}");
    }
}

#[test]
fn head_sends_the_length_and_no_body() {
    let answer = ask("head", "HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert!(answer.contains("Content-Length: 7\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn a_known_tag_is_answered_without_the_file() {
    let answer = get("tag", "/");
    let tag = answer.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
    let again = ask("tag", &format!("GET / HTTP/1.1\r\nIf-None-Match: {tag}\r\nConnection: close\r\n\r\n"));
    assert!(again.starts_with("HTTP/1.1 304"), "{again}");
}

#[test]
fn what_is_not_http_is_refused() {
    assert!(ask("noise", "\r\n\r\n").starts_with("HTTP/1.1 400"));
    assert!(ask("noise", "POST / HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 405"));
}

#[test]
fn several_requests_share_a_connection() {
    let two = "GET / HTTP/1.1\r\n\r\nGET /core.wasm HTTP/1.1\r\nConnection: close\r\n\r\n";
    assert_eq!(ask("several", two).matches("200 OK").count(), 2);
}
