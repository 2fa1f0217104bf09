//! The points tables of this module. What a place's document does not say is not in them.

use std::sync::LazyLock;

use super::scheme::Scheme;

const DOCUMENTS: &[&str] = &[
    include_str!("schemes/sample.json"),
    include_str!("schemes/hainan-2002.json"),
    include_str!("schemes/fengyang-2014.json"),
    include_str!("schemes/luoyang-2009.json"),
    include_str!("schemes/baoji-cppcc.json"),
];

/// All of them; this software's own example first.
pub fn shipped_schemes() -> &'static [Scheme] {
    static SCHEMES: LazyLock<Vec<Scheme>> =
        LazyLock::new(|| DOCUMENTS.iter().filter_map(|json| Scheme::from_json(json).ok()).collect());
    &SCHEMES
}

/// The one with this id.
pub fn shipped_scheme(id: &str) -> Option<&'static Scheme> {
    shipped_schemes().iter().find(|scheme| scheme.id == id)
}
