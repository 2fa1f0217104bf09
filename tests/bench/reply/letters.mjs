/**
 * @file Letters for the benchmark: those of an invented ledger, each made as long as asked by paragraphs of its own making, so
 * that no two letters and no two added paragraphs are the same.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";

/** `count` letters of at least `bytes` bytes each; the same in every run. */
export async function letters(root, count, bytes) {
  const folder = path.join(root, "build/bench/reply");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "ledger.json");
  const entries = Math.ceil(count * 1.2);
  execFileSync("cargo", ["run", "--quiet", "-p", "jianyi-generator", "--bin", "generate", "--", "--entries", String(entries), "--years", "5", "--seed", "11", "--texts", "full", "--out", file], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const ledger = JSON.parse(await readFile(file, "utf8"));
  const texts = ledger.entries.flatMap((entry) => (entry.rounds ?? []).flatMap((round) => (round.replies ?? []).map((reply) => reply.text))).filter(Boolean);
  const unique = [...new Set(texts)].slice(0, count);
  if (unique.length < count) throw new Error(`the ledger holds ${unique.length} different letters, ${count} are asked for`);
  return unique.map((text, at) => lengthened(text, bytes, at));
}

/** The letter with paragraphs before its thanks until it is long enough. */
function lengthened(text, bytes, at) {
  const thanks = text.lastIndexOf("感谢");
  const cut = text.lastIndexOf("\n", thanks < 0 ? text.length : thanks);
  const [head, foot] = [text.slice(0, cut), text.slice(cut)];
  const added = [];
  let length = Buffer.byteLength(text);
  for (let turn = 0; length < bytes; turn += 1) {
    const paragraph = `\n　　${sentence(at, turn)}${sentence(at + 7, turn + 3)}`;
    added.push(paragraph);
    length += Buffer.byteLength(paragraph);
  }
  return head + added.join("") + foot;
}

const WHO = ["市水利局", "县交通运输局", "区教育局", "镇人民政府", "街道办事处", "市住房和城乡建设局", "县卫生健康局", "市公安局交警支队", "区民政局", "县农业农村局", "市文化和旅游局"];
const WHAT = ["改造老旧管网", "新建公办幼儿园", "整修通村公路", "增设公交站点", "建设口袋公园", "治理黑臭水体", "安装路灯", "改造农贸市场", "建设养老服务站", "完善无障碍设施", "修缮灌溉渠道", "设置信号灯", "更新校园设备"];
const HOW = ["已完成前期勘测并列入今年投资计划", "因建设用地尚未落实，暂不具备条件", "已于上半年开工，目前完成工程量的一半以上", "正在编制实施方案，将征求代表意见后报批", "已与沿线村组签订协议，拆迁工作同步推进", "经多次现场踏勘，确定分两期实施", "资金由上级补助和本级配套共同解决"];
const THEN = ["按照《中华人民共和国预算法》和有关规定组织实施", "建成后由属地负责日常管护", "同时加强质量监督，接受群众评议", "工程进度每季度在政府网站公布一次", "对反映集中的路段优先安排", "涉及居民意见不一致的，先行协商"];

function sentence(at, turn) {
  const pick = (list, by) => list[(at * by + turn * 5 + by) % list.length];
  const number = 100 + ((at * 37 + turn * 61) % 900);
  return `关于第${number}号点位${pick(WHAT, 3)}，${pick(WHO, 5)}${pick(HOW, 7)}，涉及居民${number * 3 + turn}户、投资${number + at}万元，计划${2024 + (turn % 2)}年${1 + ((at + turn) % 12)}月底前完成第${1 + ((at + turn) % 9)}阶段任务；${pick(THEN, 11)}。`;
}
