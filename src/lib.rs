//! 件件有着落 (`jianyi`): the handling of deputies' suggestions and CPPCC proposals, made visible and checkable.

#[macro_use]
mod vocabulary;

pub mod calendar;
pub mod intake;
pub mod ledger;
#[cfg(feature = "office")]
pub mod office;
pub mod opened;
pub mod profile;
pub mod rule;
pub mod statistics;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod wire;
