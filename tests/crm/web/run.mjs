// node tests/crm/web/run.mjs: bundles the tests of the page's pure parts, and runs them with Node's own test runner.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const room = join(here, "../../../crm/web");
const { build } = createRequire(join(room, "package.json"))("esbuild");
const names = readdirSync(here).filter((name) => name.endsWith("_test.ts"));
const output = mkdtempSync(join(tmpdir(), "fanal-web-tests-"));
try {
    await build({
        entryPoints: names.map((name) => join(here, name)),
        outdir: output,
        outExtension: { ".js": ".mjs" },
        bundle: true,
        platform: "node",
        format: "esm",
        jsx: "automatic",
        jsxImportSource: "preact",
        nodePaths: [join(room, "node_modules")],
        define: { PAGE_FOLDER: JSON.stringify(join(room, "page")) },
        logLevel: "warning",
    });
    const tests = names.map((name) => join(output, name.replace(/\.ts$/, ".mjs")));
    process.exitCode = spawnSync(process.execPath, ["--test", ...tests], { stdio: "inherit" }).status ?? 1;
} finally {
    rmSync(output, { recursive: true });
}
