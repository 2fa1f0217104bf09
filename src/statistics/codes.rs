//! Codes in as few bytes as the greatest of them needs.

/// A column of codes: a byte each while all codes are below 256, then two, then four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CodeColumn {
    /// A byte each.
    Bytes(Vec<u8>),
    /// Two bytes each.
    Pairs(Vec<u16>),
    /// Four bytes each.
    Words(Vec<u32>),
}

impl Default for CodeColumn {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl CodeColumn {
    /// Adds a code at the end, widening the column where it must.
    pub fn push(&mut self, code: u32) {
        match self {
            Self::Bytes(codes) => match u8::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Pairs(codes.iter().map(|code| u16::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::Pairs(codes) => match u16::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Words(codes.iter().map(|code| u32::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::Words(codes) => codes.push(code),
        }
    }

    /// The code at `at`.
    pub fn get(&self, at: usize) -> u32 {
        match self {
            Self::Bytes(codes) => u32::from(codes[at]),
            Self::Pairs(codes) => u32::from(codes[at]),
            Self::Words(codes) => codes[at],
        }
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes(codes) => codes.len(),
            Self::Pairs(codes) => codes.len(),
            Self::Words(codes) => codes.len(),
        }
    }

    /// The code of each of `places`, in that order.
    pub fn at_places(&self, places: &[u32]) -> Self {
        match self {
            Self::Bytes(codes) => Self::Bytes(places.iter().map(|at| codes[*at as usize]).collect()),
            Self::Pairs(codes) => Self::Pairs(places.iter().map(|at| codes[*at as usize]).collect()),
            Self::Words(codes) => Self::Words(places.iter().map(|at| codes[*at as usize]).collect()),
        }
    }

    /// The image of each code in `images`, which has one for every code.
    pub fn mapped(&self, images: &[u32]) -> Self {
        match images.iter().copied().max().unwrap_or(0) {
            0..=0xFF => Self::Bytes(self.images(&images.iter().map(|image| *image as u8).collect::<Vec<_>>())),
            0x100..=0xFFFF => Self::Pairs(self.images(&images.iter().map(|image| *image as u16).collect::<Vec<_>>())),
            _ => Self::Words(self.images(images)),
        }
    }

    /// The image of each code in `images`; the default where it has none.
    pub fn images<T: Copy + Default>(&self, images: &[T]) -> Vec<T> {
        let image = |code: usize| images.get(code).copied().unwrap_or_default();
        match self {
            Self::Bytes(codes) => codes.iter().map(|code| image(usize::from(*code))).collect(),
            Self::Pairs(codes) => codes.iter().map(|code| image(usize::from(*code))).collect(),
            Self::Words(codes) => codes.iter().map(|code| image(*code as usize)).collect(),
        }
    }
}

impl FromIterator<u32> for CodeColumn {
    fn from_iter<I: IntoIterator<Item = u32>>(codes: I) -> Self {
        let mut column = Self::default();
        codes.into_iter().for_each(|code| column.push(code));
        column
    }
}
