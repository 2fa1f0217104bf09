//! Refuses archives that would unpack to more than memory should hold, before anything is unpacked.

use std::io::Cursor;

use crate::intake::{Place, Problem, ProblemCode};

/// The most files in an archive.
const MOST_FILES: usize = 10_000;
/// The most bytes of one file, unpacked: a sheet of a million rows has some 100 MB.
const LARGEST_FILE: u64 = 400 << 20;
/// The most bytes of all files, unpacked.
const LARGEST_WHOLE: u64 = 600 << 20;
/// The highest ratio of unpacked to packed bytes, of files above [`RATIO_COUNTS_FROM`]; repeated XML packs some 50 : 1.
const HIGHEST_RATIO: u64 = 400;
/// Small files may pack as well as they like.
const RATIO_COUNTS_FROM: u64 = 8 << 20;

/// Checks what the archive's directory says of each file.
///
/// # Errors
/// The problem, where the archive is no archive or would unpack to too much.
pub(super) fn check_bounds(bytes: &[u8]) -> Result<(), Problem> {
    let broken = |why: String| Problem::new(ProblemCode::BrokenWorkbook, Place::default()).expecting(why);
    let too_large = |limit: String| Problem::new(ProblemCode::ArchiveTooLarge, Place::default()).expecting(limit);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    if archive.len() > MOST_FILES {
        return Err(too_large(format!("{MOST_FILES} 个文件")));
    }
    let mut whole = 0_u64;
    for place in 0..archive.len() {
        let file = archive.by_index_raw(place).map_err(|error| broken(error.to_string()))?;
        let (packed, unpacked) = (file.compressed_size().max(1), file.size());
        whole = whole.saturating_add(unpacked);
        let swells = unpacked > RATIO_COUNTS_FROM && unpacked / packed > HIGHEST_RATIO;
        if unpacked > LARGEST_FILE || whole > LARGEST_WHOLE || swells {
            return Err(too_large(format!("{} MB", LARGEST_WHOLE >> 20)));
        }
    }
    Ok(())
}
