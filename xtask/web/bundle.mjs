// node bundle.mjs PROFILE GENERATED SITE OUTPUTS MODULE…
// Bundles www/ and the JavaScript side of the wasm modules into SITE, and writes into OUTPUTS
// which file is loaded when, for the size report.
//
// engine.js stands alone, so that a program may copy just it, worker.js and the modules. All other scripts
// import ./engine.js as it is: there is one engine, whoever asks for it.
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { singleFile } from "./single-file.mjs";
import { engineTypes } from "./engine-types.mjs";
import { supplyChain } from "./supply-chain.mjs";

const [profile, generated, site, outputs, ...modules] = process.argv.slice(2);
const www = path.resolve("www");
const { build, transform } = createRequire(path.join(www, "package.json"))("esbuild");

const ENGINE = "engine.js";
const SCRIPTS = ["worker.js", "main.js", "jianyi-board.js"];
/** Copied as they are, except for scripts, which are bundled where they are imported. */
const STATIC_FOLDERS = ["samples", "locales", "assets"];
/** The guide stands beside the page. */
const GUIDE = "guide";
const STATIC_FILES = /\.(svg|png|ico|webmanifest)$/;

/** `./generated/NAME.js` of any script is the JavaScript side that belongs to this build's modules. */
const generatedModules = {
  name: "generated modules",
  setup(esbuild) {
    esbuild.onResolve({ filter: /(^|\/)generated\/[\w-]+\.js$/ }, ({ path: asked }) => ({
      path: path.join(generated, path.basename(asked)),
    }));
  },
};

const engineStaysOutside = {
  name: "the engine stays outside",
  setup(esbuild) {
    esbuild.onResolve({ filter: /(^|\/)engine\.js$/ }, ({ path: asked, resolveDir }) =>
      path.resolve(resolveDir, asked) === path.join(www, ENGINE) ? { path: `./${ENGINE}`, external: true } : undefined,
    );
  },
};

/** A style sheet that a script imports is its text. */
const styleTexts = {
  name: "style texts",
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, "utf8"), { loader: "css", minify: common.minify, target: common.target });
      return { contents: code, loader: "text" };
    });
  },
};

const common = {
  absWorkingDir: www,
  bundle: true,
  format: "esm",
  platform: "browser",
  target: ["chrome96", "firefox115", "safari16.4"],
  external: ["node:*"],
  minify: profile === "release",
  sourcemap: profile === "release" ? false : "linked",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });

const page = await readFile(path.join(www, "index.html"), "utf8");
const styles = [...page.matchAll(/<link\b[^>]*rel="?stylesheet"?[^>]*>/g)].map(([tag]) => attribute(tag, "href"));

const engine = await build({
  ...common,
  entryPoints: present([ENGINE]),
  outdir: site,
  plugins: [generatedModules],
});
const scripts = await build({
  ...common,
  entryPoints: present(SCRIPTS),
  outdir: site,
  splitting: true,
  // Beside the entries, so that `new URL("…", import.meta.url)` means the same in every file.
  chunkNames: "[name]-[hash]",
  plugins: [engineStaysOutside, generatedModules, styleTexts],
});
const css = await build({
  ...common,
  entryPoints: styles.map((name) => name.replace(/^\.\//, "")),
  outdir: site,
  loader: { ".svg": "dataurl", ".woff2": "file" },
});

for (const module of modules) {
  const name = `${module}_bg.wasm`;
  await cp(path.join(generated, name), path.join(site, name));
}
for (const folder of STATIC_FOLDERS.filter((folder) => existsSync(path.join(www, folder)))) {
  const isScript = (file) => /\.m?js$/.test(file);
  await cp(path.join(www, folder), path.join(site, folder), { recursive: true, filter: (file) => !isScript(file) });
}
await cp(path.join(www, GUIDE), path.join(site, GUIDE), { recursive: true, filter: (file) => !/\.(css|json)$/.test(file) });
await build({ ...common, entryPoints: [`${GUIDE}/guide.css`], outdir: path.join(site, GUIDE), sourcemap: false });
for (const file of (await readdir(www)).filter((file) => STATIC_FILES.test(file))) {
  await cp(path.join(www, file), path.join(site, file));
}
await writeFile(path.join(site, "index.html"), page);
if (profile === "release") await engineTypes({ www, generated, site, modules });
await writeFile(
  path.join(site, "jianyi.html"),
  await singleFile({ build, common: { ...common, sourcemap: false }, plugins: [generatedModules, styleTexts], page, styles, site, modules, STATIC_FOLDERS }),
);
await supplyChain({ site, www, inputs: [engine, scripts].flatMap(({ metafile }) => Object.keys(metafile.inputs)) });
await offlineCopy();
await writeFile(outputs, JSON.stringify(parts(), null, 1));

/** The service worker with the names of all files that the page may need, and a version that changes with any of them. */
async function offlineCopy() {
  const needed = (name) => !/\.map$|\.d\.ts$|^(types|assets|guide)\/|^(jianyi\.html|offline\.js|THIRD-PARTY\.txt|sbom\.cdx\.json)$/.test(name);
  const listed = await readdir(site, { recursive: true, withFileTypes: true });
  const names = listed.filter((file) => file.isFile()).map((file) => path.relative(site, path.join(file.parentPath ?? file.path, file.name)).split(path.sep).join("/"));
  const files = names.filter(needed).sort();
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update("\0").update(await readFile(path.join(site, name)));
  const source = await readFile(path.join(www, "offline.js"), "utf8");
  const filled = source.replace('"unbuilt"', JSON.stringify(hash.digest("hex").slice(0, 16))).replace("FILES = []", () => `FILES = ${JSON.stringify(files)}`);
  const { code } = await transform(filled, { minify: common.minify, target: common.target });
  await writeFile(path.join(site, "offline.js"), code);
}

function present(names) {
  const absent = names.filter((name) => !existsSync(path.join(www, name)));
  if (absent.length > 0) console.error(`  not there, left out: ${absent.map((name) => `www/${name}`).join(", ")}`);
  return names.filter((name) => !absent.includes(name));
}

function attribute(tag, name) {
  return tag.match(new RegExp(`${name}="?([^"\\s>]+)`))?.[1];
}

/** Which part of the product each file belongs to: what the page loads at once, its charts, an extra module, the rest. */
function parts() {
  const files = Object.fromEntries(
    Object.entries(scripts.metafile.outputs).map(([file, output]) => [path.resolve(www, file), output]),
  );
  const reached = (start, follow) => {
    const seen = new Set();
    const queue = [...start];
    while (queue.length > 0) {
      const file = queue.pop();
      if (!files[file] || seen.has(file)) continue;
      seen.add(file);
      queue.push(...files[file].imports.filter(({ kind, external }) => follow(kind) && !external).map((to) => path.resolve(www, to.path)));
    }
    return seen;
  };
  const isStatic = (kind) => kind === "import-statement";
  const atOnce = reached([path.join(site, "main.js"), path.join(site, "worker.js")], isStatic);
  const isChart = /^(charts|node_modules\/(echarts|zrender))\//;
  const chartEntries = Object.keys(files).filter((file) => isChart.test(files[file].entryPoint ?? ""));
  const charts = reached(chartEntries, isStatic);
  const listed = (name) => path.relative(site, name);
  const rows = Object.keys(files).filter((file) => file.endsWith(".js")).map((file) => ({
    file: listed(file),
    part: atOnce.has(file) ? "first view" : charts.has(file) ? "charts" : "on demand",
  }));
  const [core, ...others] = modules;
  return [
    { file: `${core}_bg.wasm`, part: "first view" },
    ...others.map((module) => ({ file: `${module}_bg.wasm`, part: module })),
    ...Object.keys(engine.metafile.outputs).filter((file) => file.endsWith(".js")).map((file) => ({ file: listed(path.resolve(www, file)), part: "first view" })),
    ...rows,
    ...Object.keys(css.metafile.outputs).filter((file) => file.endsWith(".css")).map((file) => ({ file: listed(path.resolve(www, file)), part: "first view" })),
    { file: "index.html", part: "first view" },
    { file: "jianyi.html", part: "single file" },
  ];
}
