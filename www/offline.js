// The service worker: the page without a network. The network always comes first, so that an update is seen at once;
// what is kept is this build's own files and nothing that a user opens.

/** Set by the build: a hash of all files below. */
const VERSION = "unbuilt";
/** @type {string[]} */
const FILES = [];
const OURS = "jianyi-files-";

const worker = /** @type {any} */ (self);

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keep()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOlder()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const name = kept(event.request);
  if (name !== null) event.respondWith(networkFirst(event.request, name));
});

/** All files of this build, or none: a copy with a hole would fail where nobody can mend it. */
async function keep() {
  const cache = await caches.open(OURS + VERSION);
  await cache.addAll(FILES.map((name) => new Request(new URL(name, worker.registration.scope), { cache: "no-cache" })));
  await worker.skipWaiting();
}

async function forgetOlder() {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== OURS + VERSION);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The file of ours that is asked for; null where it is none. @param {Request} request */
function kept({ method, url }) {
  const { scope } = worker.registration;
  const address = url.split(/[?#]/)[0];
  if (method !== "GET" || !address.startsWith(scope)) return null;
  const name = decodeURIComponent(address.slice(scope.length)) || "index.html";
  return FILES.includes(name) ? name : null;
}

/** @param {Request} request @param {string} name */
async function networkFirst(request, name) {
  try {
    return await fetch(request, { cache: "no-cache" });
  } catch (error) {
    const cache = await caches.open(OURS + VERSION);
    const copy = await cache.match(new URL(name, worker.registration.scope).href);
    if (copy) return copy;
    throw error;
  }
}
