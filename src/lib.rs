//! 件件有着落 (`jianyi`): the handling of deputies' suggestions and CPPCC proposals, made visible and checkable.

pub mod reply_check;
pub mod rule;
pub mod text;
