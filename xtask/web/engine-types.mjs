// engine.d.ts for programs that use the engine: read off the JSDoc of www/engine.js, together with the types that
// Rust generated.
import { execFileSync } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";

export async function engineTypes({ www, generated, site, modules }) {
  if (existsSync(path.join(www, "engine.d.ts"))) {
    await cp(path.join(www, "engine.d.ts"), path.join(site, "engine.d.ts"));
  } else if (existsSync(path.join(www, "engine.js"))) {
    const flags = ["--ignoreConfig", "--allowJs", "--declaration", "--emitDeclarationOnly", "--skipLibCheck", "--target", "es2022"];
    const resolution = ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable", "--types", "node"];
    const tsc = path.join(www, "node_modules/typescript/bin/tsc");
    const out = path.join(site, "types");
    try {
      execFileSync(process.execPath, [tsc, ...flags, ...resolution, "--rootDir", www, "--outDir", out, "engine.js"], { cwd: www, encoding: "utf8" });
    } catch (error) {
      // tsc writes the declarations and then complains of type errors, which `cargo xtask lint` reports.
      if (!existsSync(path.join(out, "engine.d.ts"))) throw new Error(`tsc wrote no engine.d.ts:\n${error.stdout}`);
    }
    await writeFile(path.join(site, "engine.d.ts"), 'export * from "./types/engine.js";\n');
  }
  for (const module of modules) {
    const folder = path.join(site, "types/generated");
    await mkdir(folder, { recursive: true });
    await cp(path.join(generated, `${module}.d.ts`), path.join(folder, `${module}.d.ts`));
  }
}
