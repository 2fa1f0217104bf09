//! Records of another format than our own, kept as the file has them and read again when somebody asks for their entry.

use std::cell::RefCell;

use super::json::read_at;
use super::nested::RecordMapper;
use super::node::Node;
use super::settings::Settings;
use crate::ledger::{Entry, ReadAgain};

/// What is noted of a record that is an entry as we write it.
pub(super) const OWN_ENTRY: u32 = 1;

/// Reads the records of one file again.
#[derive(Debug)]
pub(super) struct KeptRecords {
    mapper: RefCell<RecordMapper>,
    settings: Settings,
}

impl KeptRecords {
    /// The reader of records that `mapper` read before.
    pub fn new(mapper: RecordMapper, settings: &Settings) -> Self {
        Self { mapper: RefCell::new(mapper), settings: settings.clone() }
    }
}

impl ReadAgain for KeptRecords {
    fn entry<'b>(&self, bytes: &'b [u8], form: u32) -> Option<Entry<'b>> {
        if form == OWN_ENTRY {
            return serde_json::from_slice(bytes).ok();
        }
        let mut mapper = self.mapper.borrow_mut();
        if let Some((entry, _)) = mapper.read_flat_line(bytes, &self.settings) {
            return Some(entry);
        }
        match read_at::<Node>(bytes, 0).0 {
            Ok(Node::Object(fields)) => mapper.read(fields, "", &self.settings).ok().map(|(entry, _)| entry),
            _ => None,
        }
    }
}
