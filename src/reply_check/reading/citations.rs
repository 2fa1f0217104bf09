//! Laws and regulations cited.

use crate::reply_check::letter::Citation;

use super::Page;

/// Laws, regulations and documents in 《》 anywhere in the running text, with article and bracketed note.
#[inline(never)]
pub(super) fn citations(page: &Page<'_>) -> Vec<Citation> {
    let words = page.sheet.at(page.prose.clone());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = words.get(at..).and_then(|rest| rest.find('《')).map(|place| at + place) {
        let inner = open + "《".len();
        let Some(close) = words.get(inner..).and_then(|rest| rest.find('》')).map(|place| inner + place) else { break };
        at = close + "》".len();
        let name = words.get(inner..close).unwrap_or_default();
        let is_law = ["法", "条例", "规定", "办法", "细则", "规则", "法典", "决定", "宪法"]
            .iter()
            .any(|end| name.ends_with(end) || name.contains("法（") || name.contains("条例（"));
        if !is_law || name.chars().count() > 60 {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        let (note, after_note) = match rest.strip_prefix('（').and_then(|inside| inside.find('）')) {
            Some(end) if end < 120 => {
                (Some(page.prose.start + at + "（".len()..page.prose.start + at + "（".len() + end), end + "（）".len())
            }
            _ => (None, 0),
        };
        let article = article_at(rest.get(after_note..).unwrap_or_default());
        let end = at + if article.is_some() || note.is_some() { after_note } else { 0 } + article.map_or(0, str::len);
        found.push(Citation {
            name: name.to_string(),
            span: page.sheet.span(page.prose.start + open..page.prose.start + end),
            article: article.map(str::to_string),
            note: note.map(|range| page.sheet.span(range)),
        });
    }
    found
}

/// 第二十二条 at the start of `rest`.
fn article_at(rest: &str) -> Option<&str> {
    let number = rest.strip_prefix('第')?;
    let end = number.find('条').filter(|end| (1..=24).contains(end))?;
    let numeral = number.get(..end)?;
    let fits = numeral.chars().all(|c| c.is_ascii_digit() || crate::text::numerals::is_chinese_numeral(c));
    fits.then(|| rest.get(.."第".len() + end + "条".len()))?
}
