// node build.mjs OUTPUT: bundles the page into OUTPUT, as the server sends it.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const page = join(dirname(fileURLToPath(import.meta.url)), "page");
const output = process.argv[2];
if (!output) {
    console.error("Say where to: node build.mjs OUTPUT");
    process.exit(2);
}
await mkdir(output, { recursive: true });
await build({
    entryPoints: [
        { in: join(page, "main.tsx"), out: "app" },
        { in: join(page, "app.css"), out: "app" },
    ],
    outdir: output,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022"],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
});
for (const name of ["index.html", "favicon.svg"]) {
    await copyFile(join(page, name), join(output, name));
}
