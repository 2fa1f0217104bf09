import { Local } from "./local.js";
import { serve } from "./rpc.js";

const VERBS = new Set(["start", "push", "finish", "abandon", "ask", "call", "free"]);

/**
 * Answers, in a worker, the calls of a `Remote`.
 *
 * @param {import("./host.js").Glue} glue
 * @param {import("./rpc.js").Port} port
 * @param {(addresses?: import("./open.js").SideAddresses) => import("./local.js").Sides} sides
 */
export function answer(glue, port, sides) {
  /** @type {Promise<any> | undefined} */
  let opening;
  serve(port, async (verb, values) => {
    if (verb === "open") {
      opening = Local.open(glue, values[0], sides(values[1]));
      await opening;
      return undefined;
    }
    if (!VERBS.has(verb)) throw new TypeError(`no verb ${verb}`);
    const host = await opening;
    return host[verb](...values);
  });
}
