//! Why a document is no profile.

/// Why a document is no profile.
///
/// [`Self::code`] names the sentence in the page's catalogues, [`Self::parameters`] what to put into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileFault {
    /// It is not JSON.
    Syntax(Place),
    /// A field that no profile has, or a field that stands twice.
    UnknownField {
        /// The field as written.
        field: String,
        /// Where it stands.
        place: Place,
    },
    /// A field that every profile has is not there.
    MissingField {
        /// The field.
        field: String,
        /// Where the object ends that lacks it.
        place: Place,
    },
    /// A word that is not in the closed list of its field.
    UnknownWord {
        /// The word as written.
        word: String,
        /// The words that may stand there, joined by `, `.
        allowed: String,
        /// Where it stands.
        place: Place,
    },
    /// A value of the wrong kind: a text for a number, a number that is too large, no `MM-DD`.
    WrongValue {
        /// What the parser says, in English.
        detail: String,
        /// Where it stands.
        place: Place,
    },
    /// The id is empty or has other characters than `a`–`z`, digits and `-`.
    Id(String),
    /// More than two decimals.
    Decimals(u8),
    /// A limit of 0, or of more than 999 units.
    Amount {
        /// The limit's name in the document.
        limit: &'static str,
    },
    /// A value names no source, or one that `sources` does not have.
    UnknownSource {
        /// The value, as a JSON pointer.
        pointer: String,
        /// The source as written.
        source: String,
    },
    /// The scheme has no mark.
    NoMarks,
    /// A mark stands twice in the scheme.
    RepeatedMark(String),
    /// A sub-class belongs to a class that is not in the scheme, or to another sub-class.
    UnknownClass {
        /// The sub-class.
        mark: String,
        /// The class that it names.
        class: String,
    },
}

/// A place in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
}

impl ProfileFault {
    /// The fault's stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "profile-not-json",
            Self::UnknownField { .. } => "profile-field-unknown",
            Self::MissingField { .. } => "profile-field-missing",
            Self::UnknownWord { .. } => "profile-word-unknown",
            Self::WrongValue { .. } => "profile-value-wrong",
            Self::Id(_) => "profile-id-wrong",
            Self::Decimals(_) => "profile-decimals-too-many",
            Self::Amount { .. } => "profile-limit-amount-wrong",
            Self::UnknownSource { .. } => "profile-source-unknown",
            Self::NoMarks => "profile-scheme-without-marks",
            Self::RepeatedMark(_) => "profile-mark-repeated",
            Self::UnknownClass { .. } => "profile-class-unknown",
        }
    }

    /// What the sentence of [`Self::code`] names, by name; with `line` and `column` where [`Self::place`] is known.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = match self {
            Self::Syntax(_) | Self::NoMarks => vec![],
            Self::UnknownField { field, .. } | Self::MissingField { field, .. } => vec![("field", field.clone())],
            Self::UnknownWord { word, allowed, .. } => vec![("word", word.clone()), ("allowed", allowed.clone())],
            Self::WrongValue { detail, .. } => vec![("detail", detail.clone())],
            Self::Id(id) => vec![("id", id.clone())],
            Self::Decimals(decimals) => vec![("decimals", decimals.to_string())],
            Self::Amount { limit } => vec![("limit", (*limit).to_owned())],
            Self::UnknownSource { pointer, source } => vec![("pointer", pointer.clone()), ("source", source.clone())],
            Self::RepeatedMark(mark) => vec![("mark", mark.clone())],
            Self::UnknownClass { mark, class } => vec![("mark", mark.clone()), ("class", class.clone())],
        };
        if let Some(place) = self.place() {
            parameters.extend([("line", place.line.to_string()), ("column", place.column.to_string())]);
        }
        parameters
    }

    /// Where the document is wrong, for a fault of its form.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Syntax(place)
            | Self::UnknownField { place, .. }
            | Self::MissingField { place, .. }
            | Self::UnknownWord { place, .. }
            | Self::WrongValue { place, .. } => Some(*place),
            _ => None,
        }
    }
}

impl From<serde_json::Error> for ProfileFault {
    fn from(error: serde_json::Error) -> Self {
        let place = Place { line: error.line(), column: error.column() };
        if !error.is_data() {
            return Self::Syntax(place);
        }
        let message = error.to_string();
        let detail = message.split(" at line ").next().unwrap_or_default();
        let mut quoted = detail.split('`').skip(1).step_by(2).map(str::to_owned);
        let mut first = || quoted.next().unwrap_or_default();
        // serde's own wordings; a test holds each of them fast.
        if detail.starts_with("unknown field") || detail.starts_with("duplicate field") {
            Self::UnknownField { field: first(), place }
        } else if detail.starts_with("missing field") {
            Self::MissingField { field: first(), place }
        } else if detail.starts_with("unknown variant") {
            Self::UnknownWord { word: first(), allowed: quoted.collect::<Vec<_>>().join(", "), place }
        } else {
            Self::WrongValue { detail: detail.to_owned(), place }
        }
    }
}
