//! Content hashes: a step whose inputs hash as they did last time is not done again.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::step::{OnFile, Outcome};

/// A hash over the names and contents of files and over plain texts, in the order they are added.
#[derive(Default)]
pub struct ContentHash(Sha256);

impl ContentHash {
    pub fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        self.part(bytes);
        self
    }

    /// # Errors
    /// When the file can't be read.
    pub fn file(mut self, path: &Path) -> Outcome<Self> {
        self.part(path.as_os_str().as_encoded_bytes());
        self.part(&fs::read(path).on("read", path)?);
        Ok(self)
    }

    /// Adds all files below a folder in the order of their names; a folder that does not exist adds nothing.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn folder(mut self, folder: &Path, skip: &[&str]) -> Outcome<Self> {
        for path in files_below(folder, skip) {
            self = self.file(&path)?;
        }
        Ok(self)
    }

    /// The hash in hexadecimal digits, cut to 32 of them.
    pub fn finish(self) -> String {
        self.0.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    fn part(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }
}

/// All files below a folder, sorted; folders and files with a name in `skip` are left out.
pub fn files_below(folder: &Path, skip: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| !path.file_name().is_some_and(|name| skip.iter().any(|skipped| name == *skipped)));
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_below(&path, skip) } else { vec![path] }).collect()
}

/// Whether the stamp file holds this hash.
pub fn is_stamped(stamp: &Path, hash: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == hash)
}

/// Writes the hash into the stamp file.
///
/// # Errors
/// When the file can't be written.
pub fn stamp(stamp: &Path, hash: &str) -> Outcome<()> {
    fs::write(stamp, hash).on("write", stamp)
}
