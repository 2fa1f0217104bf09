//! Sheets as offices really keep them: grouped headings, headings again on every page, totals, notes, days in every style.

use jianyi::intake::{GRID_FORMAT, Grid, GridCell, GridSheet, Intake, Reader, ReadingOptions, SkipReason};

fn cells(texts: &[&str]) -> Vec<GridCell> {
    let cell = |text: &&str| match text.parse::<f64>() {
        _ if text.is_empty() => GridCell::Empty,
        Ok(number) if !text.starts_with('0') => GridCell::Number(number),
        _ => GridCell::Text((*text).to_owned()),
    };
    texts.iter().map(cell).collect()
}

fn read(sheets: Vec<GridSheet>) -> Intake {
    let grid = Grid { format: GRID_FORMAT.to_owned(), sheets, broken: Vec::new(), refused: None };
    Reader::new(0, ReadingOptions::default()).finish_with_grid(&grid, &mut |_| {}).unwrap()
}

fn sheet(name: &str, rows: &[(usize, &[&str])], merges: &[(usize, usize, usize, usize)]) -> GridSheet {
    let rows = rows.iter().map(|(number, texts)| (*number, cells(texts))).collect();
    GridSheet { name: name.to_owned(), rows, merges: merges.to_vec(), ..GridSheet::default() }
}

const UPPER: &[&str] = &["序号", "编号", "建议标题", "承办单位", "", "办理情况", "", "备注"];
const LOWER: &[&str] = &["", "", "", "", "", "答复日期", "办理结果", ""];

#[test]
fn a_printed_sheet_with_grouped_headings_a_total_and_notes_reads_as_its_three_items() {
    let rows: &[(usize, &[&str])] = &[
        (1, &["云岭县2024年人大代表建议办理台账"]),
        (2, UPPER),
        (3, LOWER),
        (4, &["1", "001", "关于修路的建议", "县交通局", "", "2024.3.5", "A"]),
        (5, &["2", "2", "关于建校的建议", "县教育局", "", "3月5日", "B类", "经办人已电话沟通"]),
        (6, UPPER),
        (7, LOWER),
        (8, &["3", "003", "关于治水的建议", "县水利局", "", "45356", "已解决"]),
        (9, &["合计", "", "3件"]),
        (11, &["注：本表由督查室填报"]),
    ];
    let merges = [(1, 1, 0, 7), (2, 3, 0, 0), (2, 3, 1, 1), (2, 3, 2, 2), (2, 3, 3, 3), (2, 2, 5, 6), (2, 3, 7, 7)];
    let intake = read(vec![sheet("台账", rows, &merges)]);
    let said = intake.ledger.entries().map(|entry| {
        let reply = &entry.rounds[0].replies[0];
        let body = entry.rounds[0].assignments[0].body.as_deref().unwrap().to_owned();
        let mark = reply.outcome.as_ref().unwrap().mark.to_string();
        (entry.number.as_deref().unwrap().to_owned(), body, reply.date.unwrap().to_string(), mark)
    });
    let wanted = [("001", "县交通局", "A"), ("2", "县教育局", "B"), ("003", "县水利局", "A")];
    let wanted =
        wanted.map(|(number, body, mark)| (number.to_owned(), body.to_owned(), "2024-03-05".to_owned(), mark.to_owned()));
    assert_eq!(said.collect::<Vec<_>>(), wanted);
    let reasons: Vec<SkipReason> = intake.skipped.iter().map(|skipped| skipped.reason).collect();
    let expected = [SkipReason::RepeatedHeader, SkipReason::RepeatedHeader, SkipReason::Total, SkipReason::Footer];
    assert_eq!(reasons, expected);
    assert!(intake.aside.is_empty() && intake.problems.is_empty(), "{:?} {:?}", intake.aside, intake.problems);
    let tally = intake.tally;
    assert_eq!(tally.records, tally.head + tally.read + tally.skipped + intake.aside.len());
}

#[test]
fn a_sheet_for_each_body_becomes_one_ledger_and_a_cover_sheet_none_of_it() {
    let headings: &[&str] = &["编号", "建议标题", "承办单位", "办理结果"];
    let roads: &[(usize, &[&str])] = &[(1, headings), (2, &["1", "关于修路的建议", "县交通局", "A"])];
    let schools: &[(usize, &[&str])] =
        &[(3, headings), (4, &["2", "关于建校的建议", "县教育局", "B"]), (5, &["3", "关于操场的建议", "〃", "不知道"])];
    let cover: &[(usize, &[&str])] = &[(1, &["封面"]), (2, &["联系人：王某"])];
    let intake = read(vec![sheet("封面", cover, &[]), sheet("交通局", roads, &[]), sheet("教育局", schools, &[])]);
    let body = |entry: jianyi::ledger::Entry<'_>| entry.rounds[0].assignments[0].body.as_deref().unwrap().to_owned();
    assert_eq!(intake.ledger.entries().map(body).collect::<Vec<_>>(), ["县交通局", "县教育局", "县教育局"]);
    let places: Vec<_> = intake.problems.iter().map(|problem| (problem.place.sheet.as_deref(), problem.place.row)).collect();
    assert_eq!(places, [(Some("教育局"), Some(5))], "{:?}", intake.problems);
    assert!(intake.skipped.iter().all(|skipped| skipped.reason == SkipReason::NotInTable));
}

#[test]
fn a_sheet_without_headings_is_read_only_where_it_is_alone() {
    let rows: Vec<(usize, &[&str])> = vec![
        (1, &["0001", "关于整修村道的建议", "县交通运输局", "A"]),
        (2, &["0002", "关于疏浚河道的建议", "县水利局", "B"]),
        (3, &["0003", "关于新建公厕的建议", "县城市管理局", "A"]),
        (4, &["0004", "关于增设路灯的建议", "县城市管理局", "C"]),
    ];
    let alone = read(vec![sheet("清单", &rows, &[])]);
    assert_eq!(alone.ledger.len(), 4);
    assert_eq!(alone.tally.records, 4);
    let headed: Vec<(usize, &[&str])> =
        vec![(1, &["编号", "标题", "承办单位", "办理结果"]), (2, &["0009", "关于植树的建议", "县林业局", "A"])];
    let beside = read(vec![sheet("附表", &rows, &[]), sheet("清单", &headed, &[])]);
    assert_eq!((beside.ledger.len(), beside.tally.skipped), (1, 4));
}
