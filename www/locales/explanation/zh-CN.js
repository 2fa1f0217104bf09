// 一个率所依据的条目，随窗口一同载入。
export default {
  "explain.title": "{rate}所依据的条目",
  "explain.part": "计入分子",
  "explain.rest": "只计入分母",
  "explain.left": "不计入：{reason}",
  "explain.count": "{count} 件",
  "explain.none": "没有条目。",
  "explain.more": "再列 {count} 件",
  "explain.overlap": "按件次、建议点或承诺计算的率，同一件可能同时列在几处。",
  "explain.filtered": "按当前筛选统计。",
};
