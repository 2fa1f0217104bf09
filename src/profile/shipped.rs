//! The profiles that ship with the module.

use std::sync::LazyLock;

use super::schema::Profile;

/// The documents, in the order in which the page offers them.
const DOCUMENTS: &[&str] = &[
    include_str!("data/npc.json"),
    include_str!("data/xinjiang-npc.json"),
    include_str!("data/xinjiang-cppcc.json"),
    include_str!("data/generic-city.json"),
    include_str!("data/state-council-dept.json"),
    include_str!("data/beijing.json"),
    include_str!("data/shanghai.json"),
    include_str!("data/zhejiang.json"),
    include_str!("data/shandong.json"),
    include_str!("data/qingdao.json"),
    include_str!("data/henan.json"),
    include_str!("data/chongqing.json"),
    include_str!("data/fujian.json"),
    include_str!("data/xiamen.json"),
    include_str!("data/sichuan-gov.json"),
    include_str!("data/sichuan-gov-cppcc.json"),
];

static PROFILES: LazyLock<Vec<Profile>> =
    LazyLock::new(|| DOCUMENTS.iter().filter_map(|document| Profile::from_json(document).ok()).collect());

/// All shipped profiles, in the order in which the page offers them.
///
/// A test proves that every document in `data/` is listed and readable.
pub fn shipped_profiles() -> &'static [Profile] {
    &PROFILES
}

/// The shipped profile with this id.
pub fn shipped_profile(id: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.id == id)
}
