//! The page and the styles of an official document (GB/T 9704—2012): A4, 22 lines of 28 characters, fonts by name.

/// A twentieth of a point, the unit of Word's lengths; 1 mm is 56.7 of them.
const TWIPS_PER_METRE: u32 = 56_693;
/// 天头 37 mm, 订口 28 mm (5.2.1); the type area is 156 mm × 225 mm.
const TOP_MM: u32 = 37;
const BOTTOM_MM: u32 = 297 - 37 - 225;
const LEFT_MM: u32 = 28;
const RIGHT_MM: u32 = 210 - 28 - 156;
/// 225 mm in 22 lines (5.2.3).
const LINE: u32 = 579;
/// 三号: 16 points (5.2.2), as Word counts in half points.
const THIRD: u32 = 32;
/// 二号 of the title (7.3.1).
const SECOND: u32 = 44;
/// 四号 of page numbers (7.5).
const FOURTH: u32 = 28;
/// 小四 of tables and 五号 of small print, by custom.
const TABLE: u32 = 24;
const SMALL: u32 = 21;

/// Width of the type area.
pub(super) const TEXT_WIDTH: u32 = 156 * TWIPS_PER_METRE / 1000;

pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The page: size, margins, the grid of lines and characters, footers for right and left pages.
pub(super) fn section() -> String {
    let mm = |millimetres: u32| millimetres * TWIPS_PER_METRE / 1000;
    let (top, bottom, left, right) = (mm(TOP_MM), mm(BOTTOM_MM), mm(LEFT_MM), mm(RIGHT_MM));
    // The page number stands 7 mm below the type area.
    let footer = bottom - mm(7) - u32::from(FOURTH as u16) * 10;
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"even\" r:id=\"rId4\"/>\
<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" \
w:header=\"851\" w:footer=\"{footer}\" w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"{LINE}\"/></w:sectPr>"
    )
}

/// `styles.xml`.
pub(super) fn styles() -> String {
    let mut styles = format!(
        "{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:kern w:val=\"2\"/><w:sz w:val=\"{THIRD}\"/>\
<w:szCs w:val=\"{THIRD}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
<w:spacing w:line=\"{LINE}\" w:lineRule=\"exact\"/></w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>",
        fonts("仿宋_GB2312")
    );
    let indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
    let after_title = format!("<w:spacing w:after=\"{LINE}\" w:line=\"700\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>");
    let single = "<w:spacing w:line=\"360\" w:lineRule=\"exact\"/>";
    let rows: [(&str, &str, String, &str, u32); 9] = [
        ("title", "公文标题", after_title, "方正小标宋简体", SECOND),
        ("addressee", "主送机关", String::new(), "仿宋_GB2312", THIRD),
        ("heading", "一级标题", format!("<w:keepNext/>{indent}<w:outlineLvl w:val=\"0\"/>"), "黑体", THIRD),
        ("subheading", "二级标题", format!("<w:keepNext/>{indent}<w:outlineLvl w:val=\"1\"/>"), "楷体_GB2312", THIRD),
        ("body", "公文正文", indent.to_owned(), "仿宋_GB2312", THIRD),
        ("note", "说明", single.to_owned(), "宋体", SMALL),
        (
            "caption",
            "表题",
            format!("<w:keepNext/><w:spacing w:before=\"240\" w:line=\"{LINE}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>"),
            "黑体",
            FOURTH,
        ),
        (
            "signature",
            "署名日期",
            "<w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>".to_owned(),
            "仿宋_GB2312",
            THIRD,
        ),
        ("cell", "表格文字", single.to_owned(), "宋体", TABLE),
    ];
    for (id, name, paragraph, font, size) in rows {
        styles.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
            fonts(font)
        ));
    }
    styles + "</w:styles>"
}

/// `fontTable.xml`: what stands in for the fonts that not every computer has.
pub(super) fn font_table() -> String {
    let mut table = format!("{HEAD}<w:fonts {NAMESPACES}>");
    for (font, instead) in [("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("方正小标宋简体", "华文中宋")] {
        table.push_str(&format!(
            "<w:font w:name=\"{font}\"><w:altName w:val=\"{instead}\"/><w:charset w:val=\"86\"/><w:family w:val=\"auto\"/></w:font>"
        ));
    }
    table + "</w:fonts>"
}

/// `settings.xml`: left and right pages differ in where their number stands.
pub(super) fn settings() -> String {
    format!(
        "{HEAD}<w:settings {NAMESPACES}><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/>\
<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}

/// A page's foot: the note, then the number between dashes, one character from the outer edge (7.5).
pub(super) fn footer(note: &str, is_even: bool) -> String {
    let (side, indent) =
        if is_even { ("left", "w:leftChars=\"100\" w:left=\"280\"") } else { ("right", "w:rightChars=\"100\" w:right=\"280\"") };
    let run = |inner: &str, size: u32| format!("<w:r><w:rPr>{}<w:sz w:val=\"{size}\"/></w:rPr>{inner}</w:r>", fonts("宋体"));
    let small = if note.is_empty() {
        String::new()
    } else {
        let words = run(&format!("<w:t xml:space=\"preserve\">{note}</w:t>"), 18);
        format!("<w:p><w:pPr><w:spacing w:line=\"240\" w:lineRule=\"exact\"/></w:pPr>{words}</w:p>")
    };
    let number = [
        run("<w:t xml:space=\"preserve\">— </w:t>", FOURTH),
        run("<w:fldChar w:fldCharType=\"begin\"/>", FOURTH),
        run("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>", FOURTH),
        run("<w:fldChar w:fldCharType=\"separate\"/>", FOURTH),
        run("<w:t>1</w:t>", FOURTH),
        run("<w:fldChar w:fldCharType=\"end\"/>", FOURTH),
        run("<w:t xml:space=\"preserve\"> —</w:t>", FOURTH),
    ];
    format!(
        "{HEAD}<w:ftr {NAMESPACES}>{small}<w:p><w:pPr><w:ind {indent}/><w:jc w:val=\"{side}\"/></w:pPr>{}</w:p></w:ftr>",
        number.concat()
    )
}

/// A font for both scripts: an official document sets its digits in the font of its characters' Western companion.
pub(super) fn fonts(chinese: &str) -> String {
    format!(
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"{chinese}\"/>"
    )
}

/// The beginning of every part.
pub(super) fn part(element: &str, inner: &str) -> String {
    format!("{HEAD}<w:{element} {NAMESPACES}>{inner}</w:{element}>")
}

/// The fixed parts that say what the others are.
pub(super) fn fixed_parts() -> [(&'static str, String); 3] {
    const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("comments", "comments"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ];
    let overrides: String = parts
        .iter()
        .map(|(name, kind)| format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>"))
        .collect();
    let related = ["styles", "settings", "footer", "footer", "fontTable", "comments"];
    let targets = ["styles", "settings", "footer1", "footer2", "fontTable", "comments"];
    let list: String = related
        .iter()
        .zip(targets)
        .enumerate()
        .map(|(place, (kind, target))| {
            format!("<Relationship Id=\"rId{}\" Type=\"{RELATED}/{kind}\" Target=\"{target}.xml\"/>", place + 1)
        })
        .collect();
    [
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATED}/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{list}</Relationships>"),
        ),
    ]
}

/// `docProps/core.xml`: the title, and no name and no time of anybody's work.
pub(super) fn properties(title: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title></cp:coreProperties>"
    )
}
