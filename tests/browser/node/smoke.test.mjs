import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const site = process.env.JIANYI_SITE ?? path.resolve("dist");

test("the built engine answers in Node", async () => {
  const { openEngine } = await import(pathToFileURL(path.join(site, "engine.js")).href);
  const engine = await openEngine();
  const profiles = await engine.profiles();
  assert.ok(profiles.length > 0);
  engine.close();
});
