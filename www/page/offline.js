// The page as an app of its own: installable, and there without a network, where it is served over http(s).

/** Whoever only looks in pays for no copy, in milliseconds. */
const STAYS = 10_000;

/** Keeps a copy of the page's own files once the visitor stays. In the single file there is nothing to copy. */
export function keepForOffline() {
  const isServed = /^https?:$/.test(location.protocol) && document.querySelector('script[src$="main.js"]');
  if (!isServed || !("serviceWorker" in navigator)) return;
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register(new URL("offline.js", document.baseURI), { updateViaCache: "none" });
      await offerInstalling();
    } catch {
      // Storage or workers are blocked: the page works as long as the network does.
    }
  }, STAYS);
}

/** Names the manifest where the host's policy lets the browser read it; a violation would only fill its log. */
async function offerInstalling() {
  const { headers } = await fetch(location.href.split("#")[0], { method: "HEAD" });
  const policy = headers.get("content-security-policy");
  if (policy && !/manifest-src[^;]*'self'|default-src[^;]*'self'/.test(policy)) return;
  const link = Object.assign(document.createElement("link"), { rel: "manifest", href: "manifest.webmanifest" });
  document.head.append(link);
}
