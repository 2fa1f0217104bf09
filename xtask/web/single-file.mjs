// The whole product in one HTML file that works when it is double-clicked.
//
// It holds one script, one style and, as data blocks that no browser runs, the wasm modules and every file that the
// page would fetch: <script type="application/octet-stream" data-file="jianyi_bg.wasm">BASE64</script>.
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const EMBEDDED_ENGINE = fileURLToPath(new URL("./embedded-engine.js", import.meta.url));

export async function singleFile({ build, common, plugins, page, styles, site, modules, STATIC_FOLDERS }) {
  const bundled = await build({
    ...common,
    entryPoints: ["main.js"],
    write: false,
    plugins: [embeddedEngine(common.absWorkingDir), ...plugins],
    outdir: site,
  });
  const script = harmlessInHtml(bundled.outputFiles.find((file) => file.path.endsWith(".js")).text);
  const style = (await Promise.all(styles.map((name) => readFile(path.join(site, name), "utf8")))).join("\n");
  const embedded = [...modules.map((module) => `${module}_bg.wasm`), ...(await filesIn(site, STATIC_FOLDERS))];
  const blocks = await Promise.all(embedded.map(async (name) => dataBlock(name, await readFile(path.join(site, name)))));
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return page
    .replace(/<script\b[^>]*\bsrc=[^>]*><\/script>\s*/g, "")
    .replace(/<link\b[^>]*rel="?(stylesheet|modulepreload|preload|icon|manifest)"?[^>]*>\s*/g, "")
    .replace(/<meta\b[^>]*http-equiv="?Content-Security-Policy"?[^>]*>\s*/gi, "")
    .replace(/<head[^>]*>/, (head) => `${head}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("</head>", () => `<style>${style}</style>\n</head>`)
    .replace("</body>", () => `${blocks.join("\n")}\n<script type="module">${script}</script>\n</body>`);
}

/** Whoever asks for the engine gets the one that finds its module in the page. */
function embeddedEngine(www) {
  return {
    name: "embedded engine",
    setup(esbuild) {
      esbuild.onResolve({ filter: /(^|\/)engine\.js$/ }, ({ path: asked, resolveDir, importer }) =>
        path.resolve(resolveDir, asked) === path.join(www, "engine.js") && importer !== EMBEDDED_ENGINE ? { path: EMBEDDED_ENGINE } : undefined,
      );
    },
  };
}

/** In HTML, `</script` ends a script wherever it stands, and `<!--` with `<script` hides its end. */
function harmlessInHtml(script) {
  return script.replaceAll("\r\n", "\n").replace(/<(?=\/script)/gi, "\\x3C").replace(/<(?=!--|script)/gi, "\\x3C");
}

function dataBlock(name, bytes) {
  return `<script type="application/octet-stream" data-file="${name}">${bytes.toString("base64")}</script>`;
}

function hash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

async function filesIn(site, folders) {
  const lists = await Promise.all(
    folders.filter((folder) => existsSync(path.join(site, folder))).map((folder) =>
      readdir(path.join(site, folder), { recursive: true, withFileTypes: true }).then((entries) =>
        entries.filter((entry) => entry.isFile()).map((entry) => path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name))),
      ),
    ),
  );
  return lists.flat().map((name) => name.split(path.sep).join("/")).sort();
}
