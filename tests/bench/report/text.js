/**
 * @file An invented report as long as one asks for: paragraphs of many forms, with places, matters and numbers that differ
 * from one to the next, a figure in some thirty letters, as reports have them. The same on every run.
 */

const PLACES = ["石桥", "云岭", "白沙", "青原", "临江", "望海", "金穗", "南屏", "北山", "河口", "天池", "安澜", "柳泉", "松原", "雁门"];
const LEVELS = ["市", "县", "区", "自治州"];
const MATTERS = ["城乡建设", "农业农村", "教育科技", "医疗卫生", "生态环境", "交通运输", "社会保障", "财政经济", "文化旅游", "公共安全", "养老服务", "水利", "民族宗教"];
const BODIES = ["教育局", "住房和城乡建设局", "交通运输局", "卫生健康委", "农业农村局", "水利局", "民政局", "财政局", "人力资源和社会保障局"];
const DEEDS = [
  "召开专题会议逐件研究", "实地踏勘并当面听取意见", "会同有关单位到现场办公", "把办理工作纳入年度考核", "建立台账并按月通报进度",
  "对答复件逐件审核把关", "邀请提出人参加调研座谈", "将答复文稿在门户网站公开", "安排资金补齐短板", "修订管理办法堵塞漏洞",
];
const AIMS = ["群众出行更加方便", "就医报销流程进一步简化", "老旧小区面貌得到改善", "乡村学校条件逐步改善", "河道水质稳定向好", "办事材料大幅精简", "产业链条不断延伸"];

/**
 * A text of at least `bytes` bytes in UTF-8.
 * @param {number} bytes
 */
export function report(bytes) {
  let state = 20241123;
  const dice = (below) => (state = (state * 48271) % 2147483647) % below;
  const one = (list) => list[dice(list.length)];
  const some = (list, count) => [...list].sort(() => dice(3) - 1).slice(0, count);
  const percent = (part, whole, places = 1 + dice(2)) => `${((part * 100) / whole + 1e-9).toFixed(places)}%`;
  const split = (whole, count) => {
    const cuts = Array.from({ length: count - 1 }, () => 1 + dice(Math.max(1, whole - 1))).sort((a, b) => a - b);
    return [...cuts, whole].map((cut, at) => cut - (at ? cuts[at - 1] : 0));
  };
  const place = () => one(PLACES) + one(LEVELS);
  const year = () => 2008 + dice(17);
  const whole = () => 40 + dice(900);
  const told = () => `${one(DEEDS)}，${one(DEEDS)}，推动${one(AIMS)}`;
  const forms = [
    () => {
      const [n, lead] = [whole(), 20 + dice(15)];
      return `${year()}年，${place()}人民政府共承办人大代表建议${n + lead}件，其中主办${n}件、协办${lead}件，交由${10 + dice(60)}家单位办理。`;
    },
    () => {
      const n = whole();
      const parts = split(n, 3);
      return `从办理结果看，${n}件建议中，A类（已经解决或基本解决）${parts[0]}件，占${percent(parts[0], n)}；B类（正在解决或列入计划）${parts[1]}件，占${percent(parts[1], n)}；C类（暂时不能解决）${parts[2]}件，占${percent(parts[2], n)}。`;
    },
    () => {
      const n = whole();
      const matters = some(MATTERS, 3 + dice(5));
      const parts = split(n, matters.length);
      return `按内容分，${matters.map((matter, at) => `${matter}方面${parts[at]}件，占${percent(parts[at], n)}`).join("；")}，共${n}件。`;
    },
    () => {
      const n = whole();
      const [good, fair, bad] = split(n, 3);
      return `共收回征询意见表${n}份，其中满意${good}份、基本满意${fair}份、不满意${bad}份，满意率${percent(good, n)}。`;
    },
    () => {
      const [before, more] = [whole(), 1 + dice(30)];
      return `收到提案${before + more}件，比上年的${before}件增加${more}件，增长${percent(more, before)}；立案${before}件，立案率${percent(before, before + more)}。`;
    },
    () => {
      const [a, b] = [1 + dice(40), 1 + dice(40)];
      return `${place()}${one(BODIES)}承办建议提案${a + b}件（主办${a}件、会办${b}件），办结率、面商率均为100%，${told()}。`;
    },
    () => `${place()}${told()}。${one(BODIES)}负责同志先后${2 + dice(9)}次到基层调研，召开座谈会${1 + dice(20)}场，${one(AIMS)}。`,
    () => `一是加强领导。${told()}。二是注重沟通。${told()}。三是务求实效。${told()}，${one(AIMS)}。`,
    () => `针对代表提出的${one(MATTERS)}问题，${place()}安排专项资金${100 + dice(9000)}万元，${told()}，于${year()}年${1 + dice(12)}月${1 + dice(28)}日前完成。`,
    () => {
      const rows = some(BODIES, 4 + dice(4)).map((body) => [body, 1 + dice(50), 1 + dice(20)]);
      const lines = rows.map(([body, a, b]) => `${body}\t${a + b}\t${a}\t${b}`);
      const sum = (at) => rows.reduce((total, row) => total + row[at], 0);
      return `附表　${place()}各承办单位办理情况\n承办单位\t件数\tA类\tB类\n${lines.join("\n")}\n合计\t${sum(1) + sum(2)}\t${sum(1)}\t${sum(2)}`;
    },
  ];
  const words = forms.slice(6, 9);
  const encoder = new TextEncoder();
  const paragraphs = [];
  for (let size = 0; size < bytes; ) {
    const sentences = [one(forms)(), ...Array.from({ length: dice(3) }, () => one(words)())];
    const paragraph = `${sentences.join("")}\n`;
    paragraphs.push(paragraph);
    size += encoder.encode(paragraph).length;
  }
  return paragraphs.join("");
}
