//! How a closed vocabulary is declared.

/// Declares a closed vocabulary: an enum whose variants are written in kebab-case, listed in `ALL` in reading order.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All of them, in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The place in [`Self::ALL`].
            pub fn index(self) -> usize {
                self as usize
            }

            /// The word that files and filters use.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one that `word` names, as [`Self::as_str`] writes it.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
