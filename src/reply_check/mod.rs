//! Is this reply ready to sign?

mod cues;
pub mod letter;
mod reading;
mod sheet;

pub use reading::read;
