//! Names as numbers: code 0 is what is not known, the others count up in the order of first appearance.

use std::collections::HashMap;

/// The codes of one column's names.
#[derive(Debug, Clone)]
pub struct Dictionary {
    codes: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self { codes: HashMap::new(), names: vec!["".into()] }
    }
}

impl Dictionary {
    /// The code of `name`, a new one where it is new; 0 for nothing or blank.
    pub fn code(&mut self, name: Option<&str>) -> u32 {
        let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else { return 0 };
        if let Some(code) = self.codes.get(name) {
            return *code;
        }
        let code = self.names.len() as u32;
        self.names.push(name.into());
        self.codes.insert(name.into(), code);
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
}
