//! A number that tells most short texts apart, read off their ends and middle.

/// What a glance at `bytes` shows: equal for equal bytes, mostly another for others. For places in a table that looks at
/// the bytes themselves before it believes; a stranger can make as many texts as he likes that look alike.
pub fn glance(bytes: &[u8]) -> u32 {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let eight = |from: usize| match bytes.get(from..).and_then(<[u8]>::first_chunk::<8>) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => 0,
    };
    let length = bytes.len();
    let ends = match length {
        0 => 0,
        1..=3 => u64::from(bytes[0]) | u64::from(bytes[length / 2]) << 8 | u64::from(bytes[length - 1]) << 16,
        4..=7 => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32,
            _ => 0,
        },
        _ => eight(0) ^ eight(length - 8).rotate_left(29),
    };
    let middle = if length > 16 { eight(length / 2 - 4) } else { 0 };
    let mixed = (ends ^ middle.rotate_left(13) ^ length as u64).wrapping_mul(MIX);
    (mixed >> 32) as u32 ^ (mixed >> 56) as u32
}
