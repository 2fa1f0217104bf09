//! Names as numbers: code 0 is what is not known, the others count up in the order of first appearance.

use std::collections::HashMap;

use crate::text::fast_map::FastMap;
use crate::text::{glance, trimmed};

/// So many names are known at a glance.
const RECENT: usize = 256;

/// The codes of one column's names.
#[derive(Debug, Clone)]
pub struct Dictionary {
    codes: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
    /// The code of the last name with each glance: most names of a column have come before.
    recent: Vec<u32>,
    /// The codes of names that a number stands for.
    by_number: FastMap<u32, u32>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self { codes: HashMap::new(), names: vec!["".into()], recent: vec![0; RECENT], by_number: FastMap::default() }
    }
}

impl Dictionary {
    /// The code of `name`, a new one where it is new; 0 for nothing or blank.
    pub fn code(&mut self, name: Option<&str>) -> u32 {
        let Some(name) = name.map(trimmed).filter(|name| !name.is_empty()) else { return 0 };
        let place = glance(name.as_bytes()) as usize % RECENT;
        let recent = self.recent[place];
        if *self.names[recent as usize] == *name {
            return recent;
        }
        let code = self.known_or_new(name);
        self.recent[place] = code;
        code
    }

    /// The code of the name that `number` always stands for; `name` writes it where it is new.
    pub fn code_of_number(&mut self, number: u32, name: impl FnOnce() -> String) -> u32 {
        if let Some(code) = self.by_number.get(&number) {
            return *code;
        }
        let code = self.code(Some(&name()));
        self.by_number.insert(number, code);
        code
    }

    /// The code of `name`, where it has one.
    pub fn find(&self, name: &str) -> Option<u32> {
        if name.is_empty() { Some(0) } else { self.codes.get(name).copied() }
    }

    /// The name of `code`; empty for 0.
    pub fn name(&self, code: u32) -> &str {
        self.names.get(code as usize).map_or("", |name| name)
    }

    /// How many codes there are, 0 included.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    fn known_or_new(&mut self, name: &str) -> u32 {
        if let Some(code) = self.codes.get(name) {
            return *code;
        }
        let code = self.names.len() as u32;
        self.names.push(name.into());
        self.codes.insert(name.into(), code);
        code
    }
}
