//! 抽查: a random sample that anybody can draw again from its seed.

use std::collections::BTreeMap;

/// The places in `strata` that are drawn: from each stratum `share` per cent of its members, at least one, by `seed`;
/// ascending. The same seed and strata give the same sample on every machine; 0 per cent draws nothing.
pub fn stratified_sample(strata: &[String], share: u8, seed: u64) -> Vec<usize> {
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, stratum) in strata.iter().enumerate() {
        members.entry(stratum).or_default().push(place);
    }
    let mut random = SplitMix(seed);
    let mut drawn = Vec::new();
    for places in members.values_mut() {
        let wanted = (places.len() * usize::from(share.min(100))).div_ceil(100);
        // Fisher–Yates, as far as it is needed
        for at in 0..wanted {
            let other = at + random.below(places.len() - at);
            places.swap(at, other);
        }
        drawn.extend(&places[..wanted]);
    }
    drawn.sort_unstable();
    drawn
}

/// SplitMix64 (Steele, Lea, Flood 2014): a small generator with a published sequence.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, each equally likely (to within 2⁻⁶⁴ · `bound`); 0 for 0.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }
}
