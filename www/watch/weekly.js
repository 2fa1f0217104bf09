// The week's sheet for the leader: a draft in the words of an office, with what only a person can say left open.

const STEPS = { accept: "签收", return: "退回", "first-contact": "首次联系", "assisting-opinion": "协办（会办）意见", reply: "答复", feedback: "反馈", redo: "重新办理", "follow-up": "跟踪办理", publication: "公开", commitment: "承诺事项" };
const STATES = { "in-time": "按时办理", late: "逾期办理", overdue: "逾期未办", "due-soon": "临近期限", open: "尚未到期", unknown: "无法判断" };
const LISTS = { overdue: "已逾期", today: "今日到期", "this-week": "本周到期", later: "临近期限" };

/**
 * @param {import("../generated/desk.js").FollowUpView} view
 * @param {string} today as the language writes it
 * @param {(warned: import("./suppressions.js").Warned) => boolean} isSuppressed
 * @returns {string} a line for each paragraph
 */
export function weeklySheet(view, today, isSuppressed) {
  const progress = Object.entries(STEPS).flatMap(([step, name]) => {
    const counts = Object.entries(STATES).flatMap(([state, word]) => {
      const count = view.counts.filter((one) => one.step === step && one.state === state).reduce((sum, one) => sum + one.count, 0);
      return count > 0 ? [`${word}${count}项`] : [];
    });
    return counts.length > 0 ? [`${name}：${counts.join("，")}。`] : [];
  });
  const lists = Object.entries(LISTS).map(([list, word]) => `${word}${view.pressing.filter((step) => step.list === list).length}项`);
  const overdue = countedBy(view.pressing.filter((step) => step.list === "overdue"), (step) => step.body ?? "承办单位未填");
  const leaders = countedBy(view.pressing.filter((step) => step.leader), (step) => step.leader ?? "");
  const warnings = view.warnings.map(({ rule, title, warnings: found }) => {
    const hidden = found.filter((warning) => isSuppressed({ rule, ...warning })).length;
    return `${title.replace(/[。；]$/, "")}：${found.length}项${hidden > 0 ? `（其中${hidden}项经核定暂不提示）` : ""}。`;
  });
  return [
    "督办工作周报",
    `截至${today}，台账所载办理情况如下：`,
    "一、各环节办理进度",
    ...(progress.length > 0 ? progress : ["台账中没有设有期限的办理环节。"]),
    "二、逾期和近期到期事项",
    `${lists.join("，")}。`,
    ...(overdue.length > 0 ? [`逾期事项按承办单位：${told(overdue)}。`] : []),
    ...(leaders.length > 0 ? [`领衔督办事项按领导：${told(leaders)}。`] : []),
    "三、预警",
    ...(warnings.length > 0 ? warnings : ["没有预警。"]),
    "四、需要协调解决的事项",
    "【待填写】",
  ].join("\n");
}

const told = (/** @type {[string, number][]} */ counted) => counted.map(([name, count]) => `${name}${count}项`).join("，");

/** Most first, then by name. @template T @param {T[]} items @param {(item: T) => string} nameOf @returns {[string, number][]} */
function countedBy(items, nameOf) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts].sort(([one, ones], [other, others]) => others - ones || one.localeCompare(other, "zh-CN"));
}
