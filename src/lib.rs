//! 件件有着落 (`jianyi`): the handling of deputies' suggestions and CPPCC proposals, made visible and checkable.

pub mod report;
pub mod rule;
pub mod text;
