//! What holds of every file.

use jianyi::opened::{OpenOptions, Opening};
use jianyi::statistics::Filter;
use proptest::prelude::*;

use crate::support::{open, sample, try_open};

/// An entry that differs from its neighbours by its number.
fn entry(number: usize) -> String {
    format!(
        r#"{{"kind":"suggestion","number":"{number}","title":"关于第{number}条道路的建议","rounds":[{{"assignedOn":"2024-03-11"}}]}}"#
    )
}

fn document(entries: usize) -> Vec<u8> {
    let entries: Vec<String> = (0..entries).map(entry).collect();
    format!("{{\"format\":\"jianyi/ledger/1\",\"entries\":[\n{}\n]}}", entries.join(",\n")).into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = try_open(&bytes);
        let mut headed = br#"{"format":"jianyi/ledger/1","entries":["#.to_vec();
        headed.extend(&bytes);
        if let Ok(opened) = try_open(&headed) {
            let _ = opened.summary(&Filter::default());
        }
    }

    #[test]
    fn a_damaged_byte_costs_at_most_its_record(at in 0.0..1.0_f64, byte in any::<u8>()) {
        let whole = document(12);
        let mut damaged = whole.clone();
        let start = whole.iter().position(|byte| *byte == b'[').unwrap() + 2;
        let end = whole.len() - 3;
        let place = start + ((end - start) as f64 * at) as usize;
        damaged[place] = byte;
        let opened = open(&damaged);
        prop_assert!(opened.len() >= 10, "{} entries after byte {byte} at {place}", opened.len());
        prop_assert!(opened.len() + opened.aside().len() >= 11);
    }

    #[test]
    fn it_does_not_matter_in_which_pieces_a_file_arrives(cuts in proptest::collection::vec(0.0..1.0_f64, 0..12)) {
        let mut bytes = document(9);
        bytes.extend_from_slice(b"  ");
        let mut places: Vec<usize> = cuts.iter().map(|cut| (bytes.len() as f64 * cut) as usize).collect();
        places.push(bytes.len());
        places.sort_unstable();
        let mut opening = Opening::new(OpenOptions::default(), 0);
        let mut from = 0;
        for to in places {
            opening.push(&bytes[from..to]);
            from = to;
        }
        let pieces = opening.finish().unwrap();
        prop_assert_eq!(pieces.to_json(), open(&bytes).to_json());
        prop_assert!(pieces.problems().is_empty());
    }
}

#[test]
fn writing_a_ledger_and_reading_it_again_changes_nothing() {
    for name in ["xinjiang-npc-2024.json", "xinjiang-cppcc-2024.json", "fictional-city-2024.json"] {
        let opened = open(&sample(name));
        let written = opened.to_json();
        let again = open(&written);
        assert_eq!(again.to_json(), written, "{name}");
        let filter = Filter::default();
        assert_eq!(again.summary(&filter).unwrap(), opened.summary(&filter).unwrap(), "{name}");
    }
}
