// What of others is in the product: a CycloneDX list for programs, and the notices that licences ask for.
// Neither holds a time or a random number: the same tree gives the same bytes.
import { execFile } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const NOTICE = /^(licen[cs]e|copying|notice|unlicense)/i;

/**
 * Writes `sbom.cdx.json` and `THIRD-PARTY.txt` into the site.
 *
 * @param {{ site: string, www: string, inputs: string[] }} what `inputs`: the files that were bundled, below `www`
 */
export async function supplyChain({ site, www, inputs }) {
  const { own, crates } = await cratesOf();
  const parts = [...crates, ...(await packagesOf(www, inputs))];
  parts.sort((a, b) => (a.purl < b.purl ? -1 : 1));
  await writeFile(path.join(site, "sbom.cdx.json"), `${JSON.stringify(bill(own, parts), null, 1)}\n`);
  await writeFile(path.join(site, "THIRD-PARTY.txt"), await notices(parts));
}

/** The crates that the modules are built of: what `jianyi` reaches by ordinary dependencies. */
async function cratesOf() {
  const asked = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"];
  const { stdout } = await promisify(execFile)(process.env.CARGO ?? "cargo", asked, { maxBuffer: 1 << 28 });
  const { packages, resolve } = JSON.parse(stdout);
  const byId = new Map(packages.map((each) => [each.id, each]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const own = packages.find(({ name, source }) => name === "jianyi" && !source);
  const seen = new Set([own.id]);
  const queue = [own.id];
  while (queue.length > 0) {
    const ordinary = nodes.get(queue.pop()).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null));
    for (const { pkg } of ordinary.filter(({ pkg }) => !seen.has(pkg))) {
      seen.add(pkg);
      queue.push(pkg);
    }
  }
  seen.delete(own.id);
  const crates = [...seen].map((id) => byId.get(id)).map(({ name, version, license, manifest_path }) => ({
    name, version, license, folder: path.dirname(manifest_path), purl: `pkg:cargo/${name}@${version}`,
  }));
  return { own, crates };
}

/** The packages whose files the bundles really hold. */
async function packagesOf(www, inputs) {
  const names = new Set(inputs.map((file) => file.match(/(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  return Promise.all([...names].map(async (name) => {
    const folder = path.join(www, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    return { name, version, license, folder, purl: `pkg:npm/${name.replace("@", "%40")}@${version}` };
  }));
}

function bill(own, parts) {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "jianyi", name: "jianyi", version: own.version, licenses: licences(own.license) } },
    components: parts.map(({ name, version, license, purl }) => ({ type: "library", "bom-ref": purl, name, version, licenses: licences(license), purl })),
    dependencies: [{ ref: "jianyi", dependsOn: parts.map(({ purl }) => purl) }],
  };
}

/** Old crates write `MIT/Apache-2.0` where SPDX has `OR`. */
function licences(license) {
  return license ? [{ expression: license.replaceAll(/\s*\/\s*/g, " OR ") }] : [];
}

async function notices(parts) {
  const sections = await Promise.all(parts.map(async ({ name, version, license, folder }) => {
    const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && NOTICE.test(entry.name)).map((entry) => entry.name).sort();
    const texts = await Promise.all(files.map(async (file) => `--- ${file}\n\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`));
    return `${"=".repeat(80)}\n${name} ${version}\n${license ?? "no licence named"}\n\n${texts.join("\n")}`;
  }));
  return `jianyi holds the work of others, under these licences.\n件件有着落使用了下列第三方软件，许可如下。\n\n${sections.join("\n")}`;
}
