//! From when something is worth a warning.

use serde::{Deserialize, Serialize};

use super::schema::Sourced;

/// From when something is worth a warning, in calendar days. What a profile does not say is this software's own default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Watch {
    /// 临近期限: a step is due soon when no more than so many days are left.
    #[serde(default = "due_soon")]
    pub due_soon_days: Sourced<u16>,
    /// No contact with the submitter so long after assignment, where the place sets no limit of its own.
    #[serde(default = "no_contact")]
    pub no_contact_days: Sourced<u16>,
    /// A draft waits so long for the next step of signing.
    #[serde(default = "signature")]
    pub signature_days: Sourced<u16>,
    /// A body's usual pace is told from at least so many handlings.
    #[serde(default = "pace")]
    pub pace_minimum: Sourced<u16>,
    /// Public messages of the last so many days are compared …
    #[serde(default = "rise_window")]
    pub rise_window_days: Sourced<u16>,
    /// … with those of so many days before them.
    #[serde(default = "rise_baseline")]
    pub rise_baseline_days: Sourced<u16>,
    /// Fewer messages are no sudden rise.
    #[serde(default = "rise_minimum")]
    pub rise_minimum: Sourced<u16>,
    /// Fewer than so many times what is expected is no sudden rise.
    #[serde(default = "rise_factor")]
    pub rise_factor: Sourced<u16>,
    /// The level of the test of a rise, in thousandths.
    #[serde(default = "rise_level")]
    pub rise_level_per_mille: Sourced<u16>,
    /// Fewer complaints after a reply are no warning.
    #[serde(default = "complaints")]
    pub complaints_minimum: Sourced<u16>,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            due_soon_days: due_soon(),
            no_contact_days: no_contact(),
            signature_days: signature(),
            pace_minimum: pace(),
            rise_window_days: rise_window(),
            rise_baseline_days: rise_baseline(),
            rise_minimum: rise_minimum(),
            rise_factor: rise_factor(),
            rise_level_per_mille: rise_level(),
            complaints_minimum: complaints(),
        }
    }
}

impl Watch {
    /// Each threshold under its name in the document.
    pub fn all(&self) -> [(&'static str, &Sourced<u16>); 10] {
        [
            ("dueSoonDays", &self.due_soon_days),
            ("noContactDays", &self.no_contact_days),
            ("signatureDays", &self.signature_days),
            ("paceMinimum", &self.pace_minimum),
            ("riseWindowDays", &self.rise_window_days),
            ("riseBaselineDays", &self.rise_baseline_days),
            ("riseMinimum", &self.rise_minimum),
            ("riseFactor", &self.rise_factor),
            ("riseLevelPerMille", &self.rise_level_per_mille),
            ("complaintsMinimum", &self.complaints_minimum),
        ]
    }
}

fn due_soon() -> Sourced<u16> {
    by_default(15)
}

fn no_contact() -> Sourced<u16> {
    by_default(30)
}

fn signature() -> Sourced<u16> {
    by_default(7)
}

fn pace() -> Sourced<u16> {
    by_default(5)
}

fn rise_window() -> Sourced<u16> {
    by_default(7)
}

fn rise_baseline() -> Sourced<u16> {
    by_default(28)
}

fn rise_minimum() -> Sourced<u16> {
    by_default(5)
}

fn rise_factor() -> Sourced<u16> {
    by_default(2)
}

fn rise_level() -> Sourced<u16> {
    by_default(10)
}

fn complaints() -> Sourced<u16> {
    by_default(3)
}

fn by_default(value: u16) -> Sourced<u16> {
    Sourced { value, source: super::DEFAULT_SOURCES[0].to_owned() }
}
