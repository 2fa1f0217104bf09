//! The published figures of DOMAIN, reproduced from entries.

use crate::support::{count, left_out, rate, sample, share, summary};

#[test]
fn xinjiang_npc_2024_has_its_two_shares_of_three_and_says_that_one_item_for_reference_is_left_out() {
    let summary = summary(&sample("xinjiang-npc-2024.json"));
    assert_eq!(summary.entries, 4);
    assert_eq!(share(&summary, "mark", "A1"), "2/3 = 66.67%");
    assert_eq!(share(&summary, "mark", "B2"), "1/3 = 33.33%");
    assert_eq!(share(&summary, "outcome", "A"), "2/3 = 66.67%");
    assert_eq!(left_out(&summary.dimensions["outcome"].left_out, "for-reference"), 1);
    assert_eq!(count(&summary, "role", "assisting"), 3);
    assert_eq!(count(&summary, "role", "for-reference"), 1);
    let rates = ["completion", "on-time", "consultation"].map(|id| {
        let rate = rate(&summary, id);
        (rate.part, rate.whole, left_out(&rate.left_out, "for-reference"))
    });
    assert_eq!(rates, [(3, 3, 1); 3]);
}

#[test]
fn xinjiang_cppcc_2024_counts_classes_over_sixteen_and_items_over_nineteen() {
    let summary = summary(&sample("xinjiang-cppcc-2024.json"));
    assert_eq!(summary.entries, 19);
    assert_eq!(["lead", "assisting", "for-reference"].map(|role| count(&summary, "role", role)), [10, 6, 3]);
    assert_eq!(share(&summary, "outcome", "A"), "10/16 = 62.5%");
    assert_eq!(share(&summary, "outcome", "B"), "5/16 = 31.25%");
    assert_eq!(share(&summary, "outcome", "C"), "1/16 = 6.25%");
    assert_eq!(left_out(&summary.dimensions["outcome"].left_out, "for-reference"), 3);
    let on_time = rate(&summary, "on-time");
    assert_eq!((on_time.part, on_time.whole), (16, 16));
}

#[test]
fn the_fictional_city_is_rich_enough_to_show_every_state() {
    let summary = summary(&sample("fictional-city-2024.json"));
    assert!(summary.head.fictional);
    for state in ["in-time", "late", "overdue", "due-soon", "open", "no-reply-owed", "withdrawn"] {
        assert!(count(&summary, "state", state) > 0, "no entry is {state}");
    }
    for rating in ["satisfied", "basically-satisfied", "dissatisfied"] {
        assert!(count(&summary, "rating", rating) > 0, "no entry is {rating}");
    }
}
