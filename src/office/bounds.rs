//! Refuses archives that would unpack to more than memory should hold, before anything is unpacked.

use std::io::{self, Cursor, Read as _};

use crate::intake::{Place, Problem, ProblemCode};

/// The most files in an archive.
const MOST_FILES: usize = 10_000;
/// The most bytes of one file, unpacked: a sheet of a million rows has some 100 MB.
const LARGEST_FILE: u64 = 400 << 20;
/// The most bytes of all files, unpacked.
const LARGEST_WHOLE: u64 = 600 << 20;
/// The highest ratio of unpacked to packed bytes, of files above [`RATIO_COUNTS_FROM`]; repeated XML packs some 50 : 1.
const HIGHEST_RATIO: u64 = 400;
/// No file packed by deflate unpacks to more than so many times its size.
const DEFLATE_LIMIT: u64 = 1032;
/// Small files may pack as well as they like.
const RATIO_COUNTS_FROM: u64 = 8 << 20;

/// Checks what the archive's directory says of each file, and whether that is true of those that could be too large.
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
        let may_be_more = packed.saturating_mul(DEFLATE_LIMIT) > LARGEST_FILE;
        drop(file);
        if unpacked > LARGEST_FILE
            || whole > LARGEST_WHOLE
            || swells
            || (may_be_more && !unpacks_as_said(&mut archive, place, unpacked))
        {
            return Err(too_large(format!("{} MB", LARGEST_WHOLE >> 20)));
        }
    }
    Ok(())
}

/// Whether a file unpacks to no more than the directory says; a file that does not unpack is the reader's to name.
fn unpacks_as_said(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, place: usize, said: u64) -> bool {
    let Ok(file) = archive.by_index(place) else { return true };
    io::copy(&mut file.take(said.saturating_add(1)), &mut io::sink()).map_or(true, |bytes| bytes <= said)
}
