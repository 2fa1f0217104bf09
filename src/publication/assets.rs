//! The portal page's own script and styles: they ship with every bundle, so that it can be served as it is.

use super::bundle::File;
use super::proof::hash;

const ASSETS: [(&str, &str); 7] = [
    ("portal/entry.js", include_str!("../../www/portal/entry.js")),
    ("portal/fold.js", include_str!("../../www/portal/fold.js")),
    ("portal/frame.js", include_str!("../../www/portal/frame.js")),
    ("portal/index.js", include_str!("../../www/portal/index.js")),
    ("portal/portal.css", include_str!("../../www/portal/portal.css")),
    ("portal/portal.js", include_str!("../../www/portal/portal.js")),
    ("portal/search.js", include_str!("../../www/portal/search.js")),
];

pub(super) fn assets() -> impl Iterator<Item = File> {
    ASSETS.iter().map(|(name, text)| File { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
}

/// The scripts that a page embeds, with the SHA-256 of each as `manifest.json` writes it: they say the same in every bundle.
pub fn embedded_scripts() -> impl Iterator<Item = (&'static str, String)> {
    let scripts = ASSETS.iter().filter(|(name, _)| name.ends_with(".js"));
    scripts.map(|(name, text)| (*name, hash(text.as_bytes())))
}

/// Whether the file is one of these, as it ships: it says the same in every bundle.
pub(super) fn is_asset(file: &File) -> bool {
    ASSETS.iter().any(|(name, text)| *name == file.name && text.as_bytes() == file.bytes)
}
