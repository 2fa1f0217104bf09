//! Personal and secret parts are taken out in whatever way they are written; what only looks so stays.

use jianyi::publication::{Kind, redact, suppressed};

fn kinds(text: &str) -> Vec<&'static str> {
    redact(text, &[]).parts.iter().map(|part| part.kind.as_str()).collect()
}

#[test]
fn a_mobile_number_is_taken_out_in_every_writing() {
    for written in [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 138 0013 8000",
        "0086-13800138000",
        "一三八零零一三八零零零",
        "幺三八〇〇幺三八〇〇〇",
        "壹叁捌零零壹叁捌零零零",
        "1 3 8 0 0 1 3 8 0 0 0",
        "138\u{200B}0013\u{200B}8000",
        "138.0013.8000",
        "（138）00138000",
        "138——0013——8000",
        "138　0013　8000",
        "1380013\n8000",
    ] {
        for text in [format!("联系电话：{written}。"), format!("请与张同志联系，{written}，办公室"), written.to_owned()]
        {
            let redacted = redact(&text, &[]);
            assert_eq!(redacted.parts.len(), 1, "{text}: {redacted:?}");
            assert_eq!(redacted.parts[0].kind, Kind::Phone, "{text}");
            assert!(!redacted.text.contains("8000") && !redacted.text.contains("零零零"), "{}", redacted.text);
        }
    }
}

#[test]
fn other_personal_parts_are_taken_out() {
    assert_eq!(kinds("身份证号11010519491231002X"), ["identity-number"]);
    assert_eq!(kinds("证号：110105 19491231 002X，已核"), ["identity-number"]);
    assert_eq!(kinds("卡号6222 0212 3456 7890 128"), ["bank-card"]);
    assert_eq!(kinds("4111111111111111"), ["bank-card"]);
    assert_eq!(kinds("邮箱：zhang.san＠163．com。"), ["email"]);
    assert_eq!(kinds("发至 li_si (at) example.gov.cn 即可"), ["email"]);
    assert_eq!(kinds("车辆鲁A·12345违停"), ["plate"]);
    assert_eq!(kinds("新能源车粤BD12345"), ["plate"]);
    assert_eq!(kinds("家庭住址：历下区文化东路12号3单元502室，请上门"), ["home-address"]);
    assert_eq!(kinds("住在文化东路12号3单元502室的居民"), ["home-address"]);
    assert_eq!(kinds("信访人：张小明，反映噪声"), ["private-name"]);
    assert_eq!(kinds("秘密★1年\n关于某事的答复"), ["secret-mark"]);
    assert_eq!(kinds("内部资料，请勿外传"), ["secret-mark", "secret-mark"]);
}

#[test]
fn what_only_looks_so_stays() {
    for text in [
        "办公电话：0531-86012345",
        "联系电话：（0531）8601 2345 转 801",
        "拨打12345热线或4008001234",
        "投资13800138000元",
        "总额 15912345678.50 元",
        "鲁建函〔2024〕12号",
        "第0123号建议，编号13912345678",
        "统一社会信用代码91370100MA3C0PT85X",
        "2024年10月12日至2025年3月1日，共 141 天",
        "一是完善机制，二是加强监管，三是落实责任",
        "京G1高速、沪A股市场",
        "涉及国家秘密、商业秘密的除外",
        "联系地址：济南市历下区经十路1号市政府办公厅",
        "经纬度 117.120000 36.651200 118.120000",
        "当事人可以申请复议，申请人应当提交材料",
        "在12栋3单元加装电梯",
        "2021、2022、2023、2024年分别办理112件、134件、156件",
    ] {
        assert_eq!(redact(text, &[]).parts, [], "{text}");
    }
}

#[test]
fn own_terms_are_found_in_every_variant() {
    let terms = ["长江一号工程".to_owned()];
    for text in ["推进长江一号工程。", "長江一號工程", "长 江 一 号 工 程", "长江1号工程", "长江-一号\n工程"]
    {
        let redacted = redact(text, &terms);
        assert_eq!(redacted.parts.len(), 1, "{text}");
        assert!(redacted.text.contains("内容已隐去"));
    }
}

#[test]
fn redacting_again_changes_nothing() {
    let text = "信访人：张小明，手机一三八零零一三八零零零，邮箱a_b@c.com，家住某区某路1号2单元301室。秘密★";
    let once = redact(text, &[]);
    assert_eq!(once.parts.len(), 5, "{once:?}");
    assert_eq!(redact(&once.text, &[]).parts, []);
}

#[test]
fn a_small_cell_cannot_be_reckoned_from_the_sums() {
    let counts = vec![vec![3, 20, 31], vec![40, 17, 12], vec![25, 0, 18]];
    let hidden = suppressed(&counts, 5);
    assert!(hidden[0][0]);
    for line in 0..3 {
        let row = hidden[line].iter().filter(|cell| **cell).count();
        let column = hidden.iter().filter(|row| row[line]).count();
        assert!(row != 1 && column != 1, "{hidden:?}");
    }
    assert_eq!(suppressed(&[vec![10, 20], vec![30, 0]], 5), [[false, false], [false, false]]);
}
