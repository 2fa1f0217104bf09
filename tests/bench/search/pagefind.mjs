// Pagefind over texts: its index from Node, its search program against a server that counts what is asked for.
import { createServer } from "node:http";
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";

/** What stands before the content of each of its files. */
const MARK = "pagefind_dcd".length;

/**
 * @param {string[]} texts
 * @param {string} program where its search program is kept for this run
 */
export async function openPagefind(texts, program) {
  const { index } = await createIndex({ forceLanguage: "zh" });
  for (const [at, content] of texts.entries()) {
    const { errors } = await index.addCustomRecord({ url: `/${at}`, content, language: "zh" });
    if (errors.length > 0) throw new Error(errors.join("; "));
  }
  const { files } = await index.getFiles();
  const byPath = new Map(files.map((file) => [`/pagefind/${file.path}`, file.content]));
  const sum = (/** @type {RegExp} */ name) => files.filter((file) => name.test(file.path)).reduce((bytes, { content }) => bytes + content.length, 0);
  const fragments = new Map(files.filter((file) => file.path.startsWith("fragment/")).map((file) => [file.path.slice(9).split(".")[0], placeOf(file.content)]));
  let fetched = 0;
  const server = createServer((request, response) => {
    const content = byPath.get((request.url ?? "").split("?")[0]);
    fetched += content?.length ?? 0;
    response.statusCode = content ? 200 : 404;
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  await writeFile(program, byPath.get("/pagefind/pagefind.js"));
  // the program asks the page for its language
  Object.assign(globalThis, { document: { querySelector: () => ({ getAttribute: () => "zh" }), currentScript: null } });
  const { createInstance } = await import(pathToFileURL(program).href);
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const search = createInstance({ basePath: `http://127.0.0.1:${address.port}/pagefind/` });
  const found = async (/** @type {string} */ query) => (await search.search(query)).results;
  return {
    indexBytes: sum(/\.pf_(index|meta)$/),
    programs: sum(/^(pagefind\.js|wasm\.(zh|unknown)\.pagefind)$/),
    fetched: () => fetched + (byPath.get("/pagefind/pagefind.js")?.length ?? 0),
    /** The first hits with their texts. @param {string} query @param {number} most */
    ask: async (query, most) => Promise.all((await found(query)).slice(0, most).map((/** @type {any} */ hit) => hit.data())),
    /** @param {string} query */
    places: async (query) => (await found(query)).map(({ id }) => fragments.get(id)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      Reflect.deleteProperty(globalThis, "document");
      await close();
    },
  };
}

/** Which text a fragment is of. @param {Uint8Array} content */
function placeOf(content) {
  const words = content[0] === 0x1f ? gunzipSync(content) : content;
  return Number(JSON.parse(words.subarray(MARK).toString("utf8")).url.slice(1));
}
