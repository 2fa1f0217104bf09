//! Whole documents: the format `jianyi/ledger/1`, and one entry per line.

use std::io::{self, Write};

use jianyi::ledger::{FormatName, LedgerDocument};

use crate::{Options, generate};

/// Writes the ledger as a `jianyi/ledger/1` document, one entry per line, without holding more than one entry.
///
/// # Errors
/// What `out` answers when it cannot be written to.
pub fn write_ledger(out: &mut impl Write, options: Options) -> io::Result<()> {
    let head = serde_json::to_string(&head(&options))?;
    let head = head.strip_suffix("]}").unwrap_or(&head);
    out.write_all(head.as_bytes())?;
    let mut line = Vec::new();
    for (at, entry) in generate(options).enumerate() {
        line.clear();
        line.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut line, &entry)?;
        out.write_all(&line)?;
    }
    out.write_all(b"\n]}\n")
}

/// Writes the entries as NDJSON: one entry of the format `jianyi/ledger/1` per line, without a head.
///
/// # Errors
/// What `out` answers when it cannot be written to.
pub fn write_ndjson(out: &mut impl Write, options: Options) -> io::Result<()> {
    let mut line = Vec::new();
    for entry in generate(options) {
        line.clear();
        serde_json::to_writer(&mut line, &entry)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

fn head(options: &Options) -> LedgerDocument<'static> {
    let last_year = options.first_year + options.years.saturating_sub(1) as i32;
    let years = if options.years > 1 { format!("{}—{last_year}", options.first_year) } else { last_year.to_string() };
    LedgerDocument {
        format: FormatName::Ledger1,
        title: Some(format!("昀州市{years}年建议提案办理台账（虚构演示数据）").into()),
        office: Some("昀州市人民政府督查室（虚构）".into()),
        profile: Some("generic-city".into()),
        as_of: Some(options.as_of),
        fictional: Some(true),
        sources: Vec::new(),
        notes: vec![
            "本台账全部内容由程序虚构，昀州市及所有单位、人员、地点、号码均不存在，仅供演示和测试。".into(),
            "办理结果按A（已解决或基本解决）、B（正在解决或列入计划）、C（暂不能解决）、D（留作参考）标记。".into(),
            format!("台账含{}年度结转的B类事项，其跟踪办理记为新的一轮。", options.first_year - 1).into(),
        ],
        schemes: Vec::new(),
        entries: Vec::new(),
    }
}
