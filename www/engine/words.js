/**
 * What the engine says itself, and what it says for the core's faults: Chinese, English.
 * Problems of a file bring their own words.
 */
export const WORDS = /** @type {const} */ ({
  internal: [
    "程序内部出错。这是程序的缺陷，不是数据的问题。请再操作一次，台账会自动重新打开；如再次出错，请将操作步骤告知维护人员。",
    "The program failed inside. This is a fault of the program, not of the data. Do it once more: the ledger is opened again by itself. If it fails again, tell the maintainers the steps.",
  ],
  interrupted: [
    "另一操作取消时引擎重新启动，本次打开中断。请重新打开台账。",
    "The engine was started anew when another task was cancelled, which cut this opening short. Open the ledger again.",
  ],
  "connection-broken": [
    "连接中断，只收到前 {bytes} 字节。已收到的内容已读入，其余部分缺失；请重新打开，取得完整台账。",
    "The connection broke after {bytes} bytes. What had arrived was read, the rest is missing; open the ledger again to get all of it.",
  ],
  "connection-failed": [
    "未能取得文件：连接中断，没有收到任何内容。请检查网络后重新打开。",
    "The file could not be fetched: the connection broke before anything arrived. Check the network and open it again.",
  ],
  "http-error": [
    "未能取得文件：服务器答复 {status}。请核对文件地址。",
    "The file could not be fetched: the server answered {status}. Check the address of the file.",
  ],
  "input-used": [
    "该响应的内容已被读取过，不能再读。请重新请求该文件。",
    "The body of this response was read before and cannot be read again. Request the file anew.",
  ],
  "input-unreadable": [
    "文件读取失败。文件可能已被移动、删除或修改，请重新选择文件。",
    "The file could not be read. It may have been moved, deleted or changed; choose it again.",
  ],
  "input-kind": [
    "打不开这种输入（{kind}）。请提供文件、字节、响应或文本。",
    "This kind of input ({kind}) cannot be opened. Give a file, bytes, a response or text.",
  ],
  "unknown-option": [
    "没有名为“{name}”的选项。可用的选项：{known}。",
    "There is no option named \"{name}\". The options are: {known}.",
  ],
  "option-kind": [
    "选项“{name}”的值不正确，应为{kind}。",
    "The value of the option \"{name}\" is wrong: it must be {kindEn}.",
  ],
  "wrong-option": [
    "选项或查询条件有误：{detail}。请核对名称和取值。",
    "An option or query is wrong: {detail}. Check its name and value.",
  ],
  "value-kind": [
    "查询条件中含有不能传递的值（例如函数）。请只使用文本、数字和列表。",
    "The query holds a value that cannot be passed on, such as a function. Use only texts, numbers and lists.",
  ],
  "wrong-aliases": ["单位名称对照表无法读取（{detail}）。请选择格式为 jianyi/aliases/1 的文件，或者更正后重新载入。", "The table of names cannot be read ({detail}). Choose a jianyi/aliases/1 file, or correct it and load it again."],
  "alias-blank": ["单位名称对照表第 {detail} 个单位有空白的名称。请补充或者删去。", "Body {detail} of the table of names has a blank name. Fill it in or delete it."],
  "alias-twice": ["单位名称对照表中，“{detail}”对应了两个单位。请只保留一处。", "In the table of names \"{detail}\" stands for two bodies. Keep it in one place."],
  "wrong-holidays": ["节假日表无法读取（{detail}）。请选择格式为 jianyi/holidays/1 的文件，或者更正后重新载入。", "The table of days off cannot be read ({detail}). Choose a jianyi/holidays/1 file, or correct it and load it again."],
  "holiday-years": ["节假日表的年份不连续，或者“announcedThrough”不在表内。请更正。", "The years of the table of days off do not follow each other, or announcedThrough lies outside of them. Correct it."],
  "holiday-day": ["节假日表中 {detail} 有误：不在所列年份内、重复，或者工作日列成了调休上班。请更正。", "In the table of days off {detail} is wrong: outside of its year, listed twice, or a weekday listed as a make-up workday. Correct it."],
  "holiday-names": ["节假日表中的节日名称过多。请核对文件。", "The table of days off names too many holidays. Check the file."],
  "unknown-sort": ["不能按“{detail}”排序。请改用列表中的列。", "Rows cannot be sorted by \"{detail}\". Use a column of the list."],
  "unknown-view": ["没有名为“{detail}”的统计维度。请改用台账的维度名称。", "There is no view \"{detail}\". Use the name of a dimension."],
  "unknown-rate": ["没有名为“{detail}”的指标。请从指标说明中选取。", "There is no rate \"{detail}\". Choose one of the indicators."],
  "no-summary": ["这不是汇总文件（jianyi/summary/1）。请选择由本软件导出的汇总文件。", "This is no jianyi/summary/1 file. Choose a summary that was saved here."],
  "wrong-summary-line": ["汇总文件第 {detail} 行无法识别。请重新导出该文件。", "Line {detail} of the summary cannot be read. Export the file again."],
  "other-profile": ["各汇总文件所用配置不同（{detail}），口径不一，不能合并。请按同一配置重新导出。", "The summaries follow different profiles ({detail}) and cannot be merged. Export them under one profile."],
  "source-twice": ["台账“{detail}”在多个汇总文件中重复出现，合并会重复计数。请去掉其中一个。", "The ledger \"{detail}\" is in several summaries and would count twice. Leave one out."],
  "too-many": ["合计数超出可统计的范围。请核对汇总文件。", "A sum is beyond what can be counted. Check the summaries."],
  "days-backwards": ["天数范围“{detail}”前大后小。请调换两端。", "The range of days {detail} ends before it begins. Swap its ends."],
  "no-such-entry": ["台账中没有标识为“{detail}”的条目。请返回台账查找。", "The ledger has no entry with the id \"{detail}\". Go back to the list and look for it."],
  "other-engine": ["两份台账不是由同一个引擎打开的，无法对照。请在同一页面中打开。", "The two ledgers were not opened by one engine and cannot be put side by side. Open them in one page."],
  "no-reply-text": [
    "标识为“{detail}”的条目没有答复件正文，无法审核。请粘贴或拖入答复件。",
    "The entry \"{detail}\" has no reply text to check. Paste the letter or drop its file.",
  ],
  "not-a-document": ["这不是 Word 文档（.docx）。请核对文件，或打开后复制全文粘贴。", "This is no Word document (.docx). Check the file, or copy its text and paste it."],
  "old-document": ["这是旧格式文档（.doc、.wps）。请用 Word 或 WPS 打开，另存为 .docx 后再选择。", "This is a document of an old format (.doc, .wps). Open it in Word or WPS and save it as .docx."],
  "protected-document": ["文档设有打开密码，无法读取。请去掉密码后另存，再选择。", "The document has a password. Save it without one and choose it again."],
  "document-too-large": ["文档展开后过大，为防止浏览器失去响应，未读取。请检查文件来源。", "The document would unpack to too much and was not read. Check where it comes from."],
  "broken-document": ["文档已损坏，无法读取。请用 Word 或 WPS 修复后另存，再选择。", "The document is damaged. Repair it in Word or WPS, save it, and choose it again."],
  "unknown-export": ["不能导出为“{detail}”格式。", "The ledger cannot be exported as \"{detail}\"."],
  "ledger-closed": ["台账已关闭。请重新打开。", "The ledger is closed. Open it again."],
  "ledger-lost": [
    "引擎重新启动后，未能用原文件重新打开台账。请重新选择文件。",
    "After the engine was started anew, the ledger could not be opened from its source again. Choose the file again.",
  ],
  "engine-closed": ["引擎已关闭。请重新打开页面或引擎。", "The engine is closed. Open the page or the engine again."],
  "wasm-not-loaded": [
    "未能载入程序模块（{address}）。请确认该文件与 engine.js 放在同一目录，且浏览器支持 WebAssembly。",
    "The program's module ({address}) could not be loaded. Make sure that the file stands beside engine.js and that the browser supports WebAssembly.",
  ],
  "profile-not-json": [
    "办理规则文件不是有效的 JSON（第 {line} 行第 {column} 列）。请更正后重新载入。",
    "The profile is not valid JSON (line {line}, column {column}). Correct it and load it again.",
  ],
  "profile-field-unknown": [
    "办理规则文件中有未知的项“{field}”，或该项出现两次（第 {line} 行第 {column} 列）。请核对名称。",
    "The profile has an unknown field \"{field}\", or has it twice (line {line}, column {column}). Check its name.",
  ],
  "profile-field-missing": [
    "办理规则文件缺少必填项“{field}”（第 {line} 行第 {column} 列）。请补充。",
    "The profile lacks the required field \"{field}\" (line {line}, column {column}). Add it.",
  ],
  "profile-word-unknown": [
    "办理规则文件中的“{word}”不可用，应为下列之一：{allowed}（第 {line} 行第 {column} 列）。",
    "In the profile \"{word}\" is not allowed; use one of: {allowed} (line {line}, column {column}).",
  ],
  "profile-value-wrong": [
    "办理规则文件中有一项的值不正确（第 {line} 行第 {column} 列）：{detail}。请更正。",
    "A value of the profile is wrong (line {line}, column {column}): {detail}. Correct it.",
  ],
  "profile-id-wrong": [
    "办理规则的标识“{id}”不可用，只能由小写字母、数字和连字符组成。",
    "The profile's id \"{id}\" is not allowed: use lower-case letters, digits and hyphens only.",
  ],
  "profile-decimals-too-many": ["百分比小数位数不能为 {decimals}，最多两位。", "A percentage cannot have {decimals} decimals: two at most."],
  "profile-limit-amount-wrong": [
    "期限“{limit}”的数值超出范围，应为 1 至 999。",
    "The amount of the limit \"{limit}\" is out of range: use 1 to 999.",
  ],
  "profile-source-unknown": [
    "“{pointer}”所引的依据“{source}”不在依据清单中。请补充依据。",
    "The source \"{source}\" of {pointer} is not among the profile's sources. Add it.",
  ],
  "profile-scheme-without-marks": ["办理结果分类中没有任何类别。请补充。", "The outcome scheme has no marks. Add them."],
  "profile-mark-repeated": ["办理结果类别“{mark}”出现两次。请删去一个。", "The outcome mark \"{mark}\" stands twice. Delete one."],
  "profile-class-unknown": [
    "办理结果小类“{mark}”所属的“{class}”不是类别。请更正。",
    "The sub-class \"{mark}\" belongs to \"{class}\", which is no class. Correct it.",
  ],
});

/** @typedef {keyof typeof WORDS} Code */
