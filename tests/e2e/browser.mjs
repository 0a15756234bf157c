// The browser, and what is asked of every view.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe_source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const executable = process.env.CHROMIUM ?? "/usr/bin/chromium";
const patience_ms = 60_000; // a machine that builds on all its cores is slow to draw
const quiet = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
];

export function open_browser() {
    if (!existsSync(executable)) {
        throw new Error(`There is no Chromium at ${executable}: install it, or say where it is in CHROMIUM.`);
    }
    return chromium.launch({ executablePath: executable, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}

/** A page with a profile of its own. `complaints` collects what the browser's console finds wrong. */
export async function open_page(browser, { width = 1280, height = 800, language = "fr", scheme = "light" } = {}) {
    const context = await browser.newContext({
        viewport: { width, height },
        locale: language === "fr" ? "fr-FR" : "en-GB",
        colorScheme: scheme,
        reducedMotion: "reduce",
    });
    context.setDefaultTimeout(patience_ms);
    const page = await context.newPage();
    const complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on(
        "request",
        (request) => request.url().startsWith("http://127.0.0.1:") || complaints.push(`asked for ${request.url()}`),
    );
    return { page, complaints, close: () => context.close() };
}

/** Opens an address and waits until its view has something to say. */
export async function show(page, address) {
    await page.goto(address);
    await settled(page);
}

export async function settled(page) {
    await page.locator("main h1").waitFor();
    await page.locator("main .loading").waitFor({ state: "detached" });
}

export async function check_accessible(page, what) {
    await page.evaluate(axe_source);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    const found = violations.map(
        ({ id, impact, nodes }) =>
            `${what}: ${impact} ${id} at ${nodes
                .slice(0, 3)
                .map((node) => node.html)
                .join(" | ")}`,
    );
    assert.deepEqual(found, []);
}

export async function check_width(page, what) {
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${what} is ${content} px wide in a window of ${window}`);
}

/** Keeps a picture when FANAL_SCREENSHOTS names a folder. */
export async function picture(page, name) {
    const folder = process.env.FANAL_SCREENSHOTS;
    if (folder) {
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${name}.png`) });
    }
}
