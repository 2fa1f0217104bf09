//! The portal page and each entry's page, as a reader without scripts sees them too.

use super::bundle::{File, Head, counts};
use super::feeds::FEEDS;
use super::markup::escaped;
use super::record::{PublicCommitment, PublicEntry, PublicReply};

/// The newest entries that the portal page lists.
const NEWEST: usize = 30;

const UNSAID: &str = "未公布";

pub(super) fn pages(head: &Head, entries: &[PublicEntry]) -> Vec<File> {
    let mut files = vec![File { name: "index.html".to_owned(), bytes: portal_page(head, entries).into_bytes() }];
    files.extend(entries.iter().map(|entry| File { name: page_of(entry), bytes: entry_page(head, entry).into_bytes() }));
    files
}

/// Where an entry's page stands in the bundle.
pub(super) fn page_of(entry: &PublicEntry) -> String {
    format!("item/{}.html", entry.id)
}

fn portal_page(head: &Head, entries: &[PublicEntry]) -> String {
    let replied = entries.iter().filter(|entry| !entry.replies.is_empty()).count();
    let bodies = counts(entries.iter().map(|entry| entry.body.as_str()), FEEDS);
    let topics = counts(entries.iter().map(|entry| entry.topic.as_str()), FEEDS);
    let answered: Vec<&PublicReply> = entries.iter().flat_map(|entry| entry.replies.last()).collect();
    let classes = counts(answered.iter().map(|reply| reply.class.as_str()), 20);
    let ratings: Vec<&str> = entries.iter().map(|entry| entry.feedback.as_str()).filter(|word| !word.is_empty()).collect();
    let promises: Vec<&PublicCommitment> = entries.iter().flat_map(|entry| &entry.commitments).collect();
    let mut main = format!(
        "<p class=\"source\">{}</p>\n<dl class=\"figures\"><div><dt>已公开</dt><dd>{}件</dd></div><div><dt>其中答复已公开</dt><dd>{replied}件</dd></div><div><dt>不公开或者暂未公开</dt><dd>{}件</dd></div></dl>\n",
        source_of(head),
        entries.len(),
        head.withheld
    );
    main.push_str("<section aria-labelledby=\"search\">\n<h2 id=\"search\">检索</h2>\n<jianyi-search src=\"./\" linked><p>检索需要启用脚本。未启用脚本的，可以浏览以下目录，或者下载数据。</p></jianyi-search>\n</section>\n");
    main.push_str(&table("办理结果", "以最近一次公开的答复计", &classes, answered.len(), None));
    main.push_str(&table("主办单位", "", &bodies, entries.len(), Some("body")));
    main.push_str(&table("主题", "", &topics, entries.len(), Some("topic")));
    let worded = |counts: Vec<(String, u32)>, word: fn(&str) -> &str| -> Vec<(String, u32)> {
        counts.into_iter().map(|(name, count)| (word(&name).to_owned(), count)).collect()
    };
    let feedback = worded(counts(ratings.iter().copied(), 4), rating_word);
    main.push_str(&table("代表、委员评价", "以最近一次评价计", &feedback, ratings.len(), None));
    let kept = worded(counts(promises.iter().map(|promise| promise.state.as_str()), 4), promise_word);
    main.push_str(&table("承诺事项", "", &kept, promises.len(), None));
    let newest: String = entries
        .iter()
        .rev()
        .take(NEWEST)
        .map(|entry| {
            format!(
                "<li><a href=\"{}\">{}</a> <small>{}</small></li>\n",
                page_of(entry),
                said(&entry.title),
                escaped(&line_of(entry))
            )
        })
        .collect();
    main.push_str(&format!("<section aria-labelledby=\"newest\">\n<h2 id=\"newest\">最近公开</h2>\n<ul class=\"entries\">\n{newest}</ul>\n</section>\n"));
    main.push_str("<section aria-labelledby=\"data\">\n<h2 id=\"data\">开放数据</h2>\n<ul>\n<li><a href=\"entries.csv\" download>目录（CSV）</a>，<a href=\"dictionary.json\">数据项说明</a></li>\n<li><a href=\"dataset.jsonld\">数据集说明（DCAT、schema.org）</a></li>\n<li><a href=\"summary.json\">汇总数字（JSON）</a>，<a href=\"tables.json\">评价统计表（JSON，较小数字已隐去）</a></li>\n<li><a href=\"feeds/all.xml\">订阅（Atom）</a></li>\n<li><a href=\"proof.json\">个人信息隐去情况核验</a>，<a href=\"manifest.json\">文件清单和散列值</a></li>\n</ul>\n</section>\n");
    let links = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feeds/all.xml\">\n<link rel=\"describedby\" type=\"application/ld+json\" href=\"dataset.jsonld\">\n";
    page(head, &Frame { title: escaped(&head.title), root: "", links, before: "", main: &main })
}

fn entry_page(head: &Head, entry: &PublicEntry) -> String {
    let mut facts = String::new();
    let mut fact = |name: &str, value: &str| facts.push_str(&format!("<div><dt>{name}</dt><dd>{}</dd></div>", said(value)));
    fact("类型", kind_word(&entry.kind));
    fact("编号", &entry.number);
    fact("年度", &entry.year);
    if entry.extent != "title-only" {
        fact("提出人", &entry.submitter);
    }
    fact("主办单位", &entry.body);
    fact("主题", &entry.topic);
    fact("公开范围", extent_word(&entry.extent));
    if !entry.feedback.is_empty() {
        fact("评价", rating_word(&entry.feedback));
    }
    let mut main = format!("<dl class=\"facts\">{facts}</dl>\n");
    if !entry.text.is_empty() {
        main.push_str(&format!("<section>\n<h2>正文</h2>\n{}</section>\n", paragraphs(&entry.text)));
    }
    for reply in &entry.replies {
        main.push_str(&reply_section(reply));
    }
    if entry.replies.is_empty() {
        main.push_str("<section>\n<h2>答复</h2>\n<p>没有公开的答复。</p>\n</section>\n");
    }
    if !entry.commitments.is_empty() {
        let rows: String = entry.commitments.iter().map(promise_row).collect();
        main.push_str(&format!("<section>\n<h2>承诺事项</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">事项</th><th scope=\"col\">责任单位</th><th scope=\"col\">完成时限</th><th scope=\"col\">落实情况</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n</section>\n"));
    }
    let title = if entry.title.is_empty() { "（无标题）".to_owned() } else { escaped(&entry.title) };
    let before = format!("<nav><a href=\"../index.html\">{}</a></nav>\n", escaped(&head.title));
    page(head, &Frame { title, root: "../", links: "", before: &before, main: &main })
}

fn reply_section(reply: &PublicReply) -> String {
    let line: Vec<String> = [
        ("答复单位：", reply.body.as_str()),
        ("答复日期：", &chinese_date(&reply.date)),
        ("文号：", &reply.document_number),
        ("办理结果：", &reply.class),
    ]
    .iter()
    .map(|(name, value)| format!("{name}{}", said(value)))
    .collect();
    let text = match (reply.text.is_empty(), reply.extent.as_str()) {
        (false, _) => paragraphs(&reply.text),
        (true, "full") => "<p>未提供答复全文。</p>\n".to_owned(),
        (true, _) => "<p>答复全文不公开。</p>\n".to_owned(),
    };
    format!("<section class=\"reply\">\n<h2>答复</h2>\n<p class=\"source\">{}</p>\n{text}</section>\n", line.join("　"))
}

fn promise_row(promise: &PublicCommitment) -> String {
    let kept = if promise.kept_on.is_empty() {
        promise_word(&promise.state).to_owned()
    } else {
        format!("{}（{}）", promise_word(&promise.state), chinese_date(&promise.kept_on))
    };
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        said(&promise.what),
        said(&promise.body),
        said(&chinese_date(&promise.due_on)),
        escaped(&kept)
    )
}

struct Frame<'f> {
    /// Escaped.
    title: String,
    /// The way to the bundle's root.
    root: &'f str,
    links: &'f str,
    before: &'f str,
    main: &'f str,
}

fn page(head: &Head, frame: &Frame<'_>) -> String {
    let Frame { title, root, links, before, main } = frame;
    let notice =
        if head.fictional { "<p class=\"notice\"><strong>本页内容为虚构，仅供演示。</strong></p>\n" } else { "" };
    let whole = if root.is_empty() { title.clone() } else { format!("{title} - {}", escaped(&head.title)) };
    format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{whole}</title>\n<link rel=\"stylesheet\" href=\"{root}portal/portal.css\">\n<link rel=\"icon\" href=\"data:,\">\n{links}<script type=\"module\" src=\"{root}portal/portal.js\"></script>\n</head>\n<body>\n{before}<main>\n<h1>{title}</h1>\n{notice}{main}</main>\n<footer><p>{}。个人信息已经隐去。</p></footer>\n</body>\n</html>\n",
        source_of(head)
    )
}

/// Whose data it is, where that is known, and of which day; escaped.
fn source_of(head: &Head) -> String {
    let office = if head.office.is_empty() { String::new() } else { format!("{}，", escaped(&head.office)) };
    format!("{office}数据截至{}", chinese_date(&head.as_of))
}

/// A table of counts with their whole; `feeds`: the name of the feeds, in the same order.
fn table(name: &str, note: &str, counts: &[(String, u32)], whole: usize, feeds: Option<&str>) -> String {
    if whole == 0 {
        return String::new();
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let mut rows = String::new();
    for (number, (value, count)) in counts.iter().enumerate() {
        let label = match feeds {
            // The script turns the address into a search; without it nothing is lost.
            Some(facet) => format!(
                "<a data-facet=\"{facet}\" data-value=\"{}\" href=\"feeds/{facet}-{:02}.xml\">{}</a>",
                escaped(value),
                number + 1,
                said(value)
            ),
            None => said(value),
        };
        let width = u64::from(*count) * 100 / u64::from(most);
        rows.push_str(&format!("<tr><th scope=\"row\">{label}</th><td class=\"number\">{count}</td><td class=\"bar\" aria-hidden=\"true\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"><rect width=\"{width}\" height=\"8\"/></svg></td></tr>\n"));
    }
    let listed: u64 = counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let rest = whole as u64 - listed.min(whole as u64);
    if rest > 0 {
        rows.push_str(&format!("<tr><th scope=\"row\">其余</th><td class=\"number\">{rest}</td><td></td></tr>\n"));
    }
    let note = if note.is_empty() { String::new() } else { format!("，{note}") };
    let unit = if name == "承诺事项" { "项" } else { "件" };
    format!(
        "<section class=\"counts\">\n<h2>{name}</h2>\n<table>\n<caption>共{whole}{unit}{note}</caption>\n<thead><tr><th scope=\"col\">{name}</th><th scope=\"col\">{unit}数</th><td></td></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )
}

fn paragraphs(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("<p>{}</p>\n", escaped(line))).collect()
}

/// The words, escaped; what nobody said is said to be so.
fn said(words: &str) -> String {
    if words.is_empty() { UNSAID.to_owned() } else { escaped(words) }
}

fn line_of(entry: &PublicEntry) -> String {
    let class = entry.replies.last().map(|reply| reply.class.as_str()).unwrap_or_default();
    let parts = [kind_word(&entry.kind), &entry.number, &entry.body, class];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　")
}

/// `YYYY-MM-DD` as an office writes it; whatever else stands there stays.
fn chinese_date(date: &str) -> String {
    let parts: Vec<u32> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month, day] => format!("{year}年{month}月{day}日"),
        _ => date.to_owned(),
    }
}

fn kind_word(kind: &str) -> &str {
    match kind {
        "suggestion" => "代表建议",
        "proposal" => "政协提案",
        "motion" => "议案",
        other => other,
    }
}

fn extent_word(extent: &str) -> &str {
    match extent {
        "full" => "全文公开",
        "summary" => "摘要公开",
        "title-only" => "仅公开标题",
        other => other,
    }
}

fn rating_word(rating: &str) -> &str {
    match rating {
        "satisfied" => "满意",
        "basically-satisfied" => "基本满意",
        "dissatisfied" => "不满意",
        other => other,
    }
}

fn promise_word(state: &str) -> &str {
    match state {
        "open" => "办理中",
        "kept" => "已落实",
        "given-up" => "不再落实",
        "" => UNSAID,
        other => other,
    }
}
