use jianyi::text::dates::{DateFault, dates};
use jianyi::text::numerals::{numeral_at, numerals, whole_number};

#[test]
fn chinese_and_arabic_numerals_have_the_same_value() {
    for (words, value) in [
        ("三十七", 37),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("一百五", 150),
        ("一百一十", 110),
        ("两千零三", 2003),
        ("三万五千", 35000),
        ("一万零五百", 10500),
        ("二〇二四", 2024),
        ("廿五", 25),
        ("一亿二千万", 120_000_000),
        ("３７", 37),
        ("1,103", 1103),
        ("1.2万", 12000),
        ("2万", 20000),
        ("百", 100),
    ] {
        assert_eq!(whole_number(words), Some(value), "{words}");
    }
    let numeral = numeral_at("六十二点五个", 0).unwrap();
    assert_eq!((numeral.mantissa, numeral.decimals), (625, 1));
    let numeral = numeral_at("1.18亿元", 0).unwrap();
    assert_eq!((numeral.whole(), numeral.span.of("1.18亿元")), (Some(118_000_000), "1.18亿"));
    assert_eq!(numerals("A类3件，B类12件").len(), 2);
    assert_eq!(whole_number("999999999999999999999999"), None);
}

#[test]
fn dates_of_all_styles_are_read() {
    for (words, printed, date) in [
        ("于2024年6月27日印发", "2024年6月27日", Some("2024-06-27")),
        ("二〇二四年五月三日", "二〇二四年五月三日", Some("2024-05-03")),
        ("二○二四年十二月二十八日", "二○二四年十二月二十八日", Some("2024-12-28")),
        ("二0二四年十月十日", "二0二四年十月十日", Some("2024-10-10")),
        ("２０２４年 ６ 月２７日", "２０２４年 ６ 月２７日", Some("2024-06-27")),
        ("发布时间：2024-06-27 10:00", "2024-06-27", Some("2024-06-27")),
        ("2024.6.7", "2024.6.7", Some("2024-06-07")),
        ("2024/06/07", "2024/06/07", Some("2024-06-07")),
        ("二〇二四年五月", "二〇二四年五月", None),
        ("4月16日到石门乡", "4月16日", None),
    ] {
        let found = dates(words);
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert_eq!(found[0].span.of(words), printed);
        assert_eq!(found[0].date().map(|date| date.to_string()).as_deref(), date, "{words}");
        assert_eq!(found[0].fault, None, "{words}");
    }
}

#[test]
fn impossible_and_garbled_dates_are_told_apart() {
    for (words, fault) in [
        ("6月31日", Some(DateFault::Impossible)),
        ("2023年2月29日", Some(DateFault::Impossible)),
        ("2024年13月5日", Some(DateFault::Impossible)),
        ("2024-13-05", Some(DateFault::Impossible)),
        ("2O24年6月5日", Some(DateFault::Garbled)),
        ("2024年6月l5日", Some(DateFault::Garbled)),
        ("2024年  月  日", Some(DateFault::Garbled)),
        ("2024年6月 日", Some(DateFault::Garbled)),
        ("2024年×月×日", Some(DateFault::Garbled)),
        ("2024年6月5日", None),
    ] {
        let found = dates(words);
        assert_eq!(found.len(), 1, "{words}: {found:?}");
        assert_eq!(found[0].fault, fault, "{words}");
    }
    for words in ["2024年", "6个月", "三年六月无雨", "0840-6623318", "第3.2.1节", "1.18亿元", "统一", "5月以来"]
    {
        let found = dates(words);
        assert!(found.is_empty() || words == "三年六月无雨", "{words}: {found:?}");
    }
}

#[test]
fn a_number_that_no_register_holds_is_none_however_long_it_is() {
    for words in ["九".repeat(5_000), "0.".to_owned() + &"0".repeat(300), "9".repeat(400), "亿".repeat(300)] {
        assert_eq!(jianyi::text::numerals::numeral_at(&words, 0), None, "{}", &words[..12]);
    }
    let long = "三千二百".repeat(20_000);
    assert!(numerals(&long).iter().all(|numeral| numeral.span.end <= long.len()));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_spans_are_cut_at_characters(text in "[0-9OlI年月日号〇一二十廿万亿点,. 　×/-]{0,24}|\\PC{0,40}") {
        for mention in dates(&text) {
            proptest::prop_assert!(text.get(mention.span.start..mention.span.end).is_some());
        }
        for numeral in numerals(&text) {
            proptest::prop_assert!(text.get(numeral.span.start..numeral.span.end).is_some());
        }
    }
}
