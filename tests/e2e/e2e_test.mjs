// The page in a real browser, on a real server: the day's way through it by keyboard alone, both languages, both
// schemes, a phone, an empty database, a server that is gone.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { check_accessible, check_width, open_browser, open_page, picture, settled, show } from "./browser.mjs";
import { serve } from "./served.mjs";

const titles = {
    queue: { fr: "File d’attente", en: "Queue" },
    fans: { fr: "Fans", en: "Fans" },
    matches: { fr: "Doublons", en: "Matches" },
    cascades: { fr: "Cascades", en: "Cascades" },
};

let browser;
let demo;
before(async () => {
    demo = await serve({ fans: 300, days: 30 });
    browser = await open_browser();
});
after(async () => {
    await browser?.close();
    await demo?.end();
});

/** The focused element's text, as the next key press will find it. */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? "");
const heading = (page) => page.locator("main h1").innerText();
const place = (page) => new URL(page.url()).pathname;

async function press(page, ...keys) {
    for (const key of keys) {
        await page.keyboard.press(key);
    }
}

test("queue, conversation, fan and cascade by keyboard alone", async () => {
    const { queue } = await demo.get("/api/queue?limit=50");
    const { page, complaints, close } = await open_page(browser, { language: "en" });
    await show(page, demo.address);
    const known = queue.findIndex((item) => item.fan_id !== "0" && item.display_name);
    await press(page, ...Array(known + 2).fill("j"), "k");
    assert.equal(await focused(page), queue[known].display_name);
    await press(page, "Enter");
    await page.waitForURL(`**/conversations/${queue[known].conversation_id}`);
    await settled(page);
    assert.equal(await heading(page), queue[known].display_name);
    assert.equal((await page.locator(".mark.waits").count()) > 0, true);

    await press(page, "f");
    await page.waitForURL(`**/fans/${queue[known].fan_id}`);
    await settled(page);
    const fan = await demo.get(`/api/fans/${queue[known].fan_id}`);
    assert.equal(await heading(page), fan.summary.display_name);
    assert.equal(await page.locator(".profile").count(), fan.profiles.length);

    await press(page, "g", "q");
    await page.waitForURL("**/queue");
    await settled(page);
    assert.equal(await focused(page), queue[known].display_name, "one comes back to where one left");

    await press(page, "g", "c");
    await page.waitForURL("**/cascades");
    await settled(page);
    const { cascades } = await demo.get("/api/cascades?limit=50");
    await press(page, "j", "o");
    await page.waitForURL(`**/cascades/${cascades[0].post_id}`);
    await settled(page);
    await check_cascade(page, await demo.get(`/api/cascades/${cascades[0].post_id}`));

    await press(page, "u");
    await page.waitForURL("**/cascades");
    await press(page, "g", "f");
    await page.waitForURL("**/fans");
    await settled(page);
    await press(page, "j", "j", "Enter");
    await page.waitForURL("**/fans/*");
    assert.deepEqual(complaints, []);
    await close();
});

/** The drawing tells every post, the path is written out, and arrows walk; the table says the same. */
async function check_cascade(page, cascade) {
    const path = cascade.most_viral_path.map((i) => cascade.nodes[i]);
    assert.equal(await page.locator(".path li").count(), path.length);
    assert.equal(await page.locator(".pill.on-path").count(), path.length);
    const left_out = await page.locator(".pill.more").allInnerTexts();
    const told = left_out.reduce(
        (sum, text) => sum + Number(text.replace(/\D/g, "")),
        await page.locator(".pill:not(.more)").count(),
    );
    assert.equal(told, cascade.summary.metrics.size);
    await page.locator(".pill").first().focus();
    await press(page, "ArrowRight");
    assert.match(await focused(page), new RegExp(`^${path[1].display_name || "@"}`));
    await press(page, "t");
    await page.locator(".cascade-table").waitFor();
    assert.equal(await page.locator(".cascade-table tbody tr").count(), Math.min(cascade.nodes.length, 200));
}

test("the reasons of each place add up, on screen and in the answer", async () => {
    const { queue } = await demo.get("/api/queue?limit=50");
    for (const item of queue) {
        const sum = item.signals.reduce((total, signal) => total + signal.value, 0);
        assert.ok(Math.abs(sum - item.score) <= 1e-9, `${item.conversation_id}: ${sum} is not ${item.score}`);
    }
    const { page, close } = await open_page(browser, { language: "en" });
    await show(page, demo.address);
    await press(page, "j", "w");
    assert.equal(await page.locator(".item .sum").count(), 1);
    await page
        .locator(".why[aria-expanded=false]")
        .evaluateAll((buttons) => buttons.forEach((button) => button.click()));
    const hours = (text) => Number(text.replace("\u2212", "-").replace(/[^\d.-]/g, ""));
    for (const [i, item] of (await page.locator(".item").all()).entries()) {
        const terms = (await item.locator(".sum tbody td.number").allInnerTexts()).map(hours);
        const total = hours(await item.locator(".sum tfoot td").innerText());
        assert.equal(terms.length, queue[i].signals.length);
        assert.equal(Math.round(terms.reduce((a, b) => a + b, 0) * 10), Math.round(total * 10), `place ${i + 1}`);
        // Time went on between the two.
        assert.ok(Math.abs(total - queue[i].score) < 0.2, `place ${i + 1}: ${total} for ${queue[i].score}`);
    }
    await close();
});

test("matches are decided by keyboard alone, and taken back", async () => {
    const matches = async () => (await demo.get("/api/matches?limit=50")).matches;
    const before = await matches();
    assert.ok(before.length > 2, "the demo brand has people on several networks");
    const { page, complaints, close } = await open_page(browser, { language: "en" });
    await show(page, `${demo.address}/matches`);
    for (const [i, card] of (await page.locator(".match").all()).entries()) {
        const bits = (text) => Number(text.replace("\u2212", "-"));
        const parts = (await card.locator("tbody td.number").allInnerTexts()).map(bits);
        const total = bits(await card.locator("tfoot td").innerText());
        assert.equal(Math.round(parts.reduce((a, b) => a + b, 0) * 10), Math.round(total * 10), `card ${i + 1}`);
    }
    await press(page, "j", "a");
    await page.locator(".said-last", { hasText: "Say your name" }).waitFor();
    assert.equal((await matches()).length, before.length, "nothing is decided without a name");
    await page.keyboard.type("Ana");
    await page.locator("[data-item]").first().focus();
    await press(page, "a");
    await page.locator(".said-last", { hasText: "Joined" }).waitFor();
    const [first, second] = before.map((match) => match.match_id);
    const state = async (id) => (await demo.get(`/api/matches/${id}`)).state;
    assert.equal(await state(first), "accepted");
    // The list is asked for anew after each decision, and the focus follows it.
    const focused = (id) => page.waitForFunction((item) => document.activeElement?.dataset.item === item, id);
    await focused(second);
    await press(page, "z");
    await page.locator(".said-last", { hasText: "undone" }).waitFor();
    assert.equal(await state(first), "proposed");
    await focused(first);
    await press(page, "r");
    await page.locator(".said-last", { hasText: "two people" }).waitFor();
    assert.equal(await state(first), "rejected");
    await press(page, "z");
    await page.locator(".said-last", { hasText: "undone" }).waitFor();
    assert.equal(await state(first), "proposed");
    await focused(first);
    await press(page, "s");
    await page.waitForFunction((count) => document.querySelectorAll(".match").length === count, before.length - 1);
    assert.equal((await matches()).length, before.length);

    await page.locator(".bulk summary").click();
    await page.locator(".bulk input").fill("50");
    await page.locator(".bulk button", { hasText: "Preview" }).click();
    await page.locator(".bulk li").first().waitFor();
    await check_accessible(page, "the preview of many");
    assert.equal((await matches()).length, before.length, "a preview does nothing");
    assert.deepEqual(complaints, []);
    await close();
});

test("a merge is undone on the fan's page", async () => {
    const [match] = (await demo.get("/api/matches?limit=1")).matches;
    const { page, close } = await open_page(browser, { language: "en" });
    await show(page, `${demo.address}/matches`);
    await page.locator(".decider input").fill("Ana");
    await page.locator(".match .button.main").first().click();
    await page.locator(".said-last", { hasText: "Joined" }).waitFor();
    await show(page, `${demo.address}/fans/${(await demo.get(`/api/matches/${match.match_id}`)).profile.fan_id}`);
    assert.equal(await page.locator(".merge").count(), 1);
    assert.equal(await page.locator(".decider input").inputValue(), "Ana", "the name is remembered");
    await page.locator(".merge .button").click();
    await page.locator(".merge").waitFor({ state: "detached" });
    assert.equal((await demo.get(`/api/matches/${match.match_id}`)).state, "proposed");
    await close();
});

/** One address of each view of the demo brand, with the name of its picture. */
async function views() {
    const { queue } = await demo.get("/api/queue?limit=1");
    const { fans } = await demo.get("/api/fans?sort=pagerank&limit=1");
    const { cascades } = await demo.get("/api/cascades?limit=1");
    return [
        ["queue", "/"],
        ["conversation", `/conversations/${queue[0].conversation_id}`],
        ["fans", "/fans"],
        ["fan", `/fans/${fans[0].fan_id}`],
        ["matches", "/matches"],
        ["cascades", "/cascades"],
        ["cascade", `/cascades/${cascades[0].post_id}`],
        ["not_found", "/fans/0"],
        ["nowhere", "/no/such/place"],
    ];
}

// Every pair of width, language and scheme.
const looks = [
    [1280, "fr", "light"],
    [1280, "en", "dark"],
    [360, "en", "light"],
    [360, "fr", "dark"],
];
for (const [width, language, scheme] of looks) {
    test(`every view is accessible and fits: ${width} px, ${language}, ${scheme}`, async () => {
        const { page, complaints, close } = await open_page(browser, { width, language, scheme });
        for (const [name, address] of await views()) {
            await show(page, demo.address + address);
            const what = `${name} ${width} ${language} ${scheme}`;
            assert.equal(await page.locator("html").getAttribute("lang"), language);
            await check_accessible(page, what);
            await check_width(page, what);
            await picture(page, what.replaceAll(" ", "_"));
        }
        await show(page, demo.address);
        await page.locator(".why").first().click();
        await check_accessible(page, "an opened sum");
        await press(page, "?");
        await page.locator("dialog[open]").waitFor();
        await check_accessible(page, "the keys");
        await press(page, "Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
        // What is not found is said in red by the browser itself, and rightly so.
        assert.deepEqual(
            complaints.filter((text) => !text.includes("404")),
            [],
        );
        await close();
    });
}

test("the language is the browser's, then the one chosen, and it is remembered", async () => {
    const { page, close } = await open_page(browser, { language: "en" });
    await show(page, demo.address);
    for (const language of ["en", "fr"]) {
        await page.locator(`.languages button[lang=${language}]`).click();
        await page.reload();
        await settled(page);
        for (const [section, title] of Object.entries(titles)) {
            await page.locator(`nav.sections a[href="/${section}"]`).click();
            await page.locator("h1", { hasText: title[language] }).waitFor();
        }
    }
    await close();
});

test("fans are ordered by what one picks, and back leads back", async () => {
    const { fans } = await demo.get("/api/fans?sort=comments_given&limit=50");
    const { page, close } = await open_page(browser, { language: "en" });
    await show(page, `${demo.address}/fans`);
    await page.locator("select").selectOption("comments_given");
    await page.waitForURL("**/fans?sort=comments_given");
    await page.waitForFunction((id) => document.querySelector("[data-item]")?.dataset.item === id, fans[0].fan_id);
    assert.match(await page.locator("th[aria-sort]").innerText(), /Comments given/);
    await page.locator("[data-item]").nth(1).click();
    await page.waitForURL(`**/fans/${fans[1].fan_id}`);
    await page.goBack();
    await page.waitForURL("**/fans?sort=comments_given");
    await settled(page);
    assert.equal(place(page), "/fans");
    await close();
});

test("an empty database says what to do, in every view", async () => {
    const empty = await serve();
    const { page, complaints, close } = await open_page(browser, { width: 360, language: "en" });
    for (const section of Object.keys(titles)) {
        await show(page, `${empty.address}/${section}`);
        await page.locator("pre", { hasText: "fanal import" }).waitFor();
        await check_accessible(page, `empty ${section}`);
        await check_width(page, `empty ${section}`);
        await picture(page, `empty_${section}`);
    }
    assert.deepEqual(complaints, []);
    await close();
    await empty.end();
});

test("a server that is gone is said, and what was there stays", async () => {
    const short_lived = await serve({ fans: 20, days: 10 });
    const { page, close } = await open_page(browser, { language: "en" });
    await show(page, short_lived.address);
    assert.ok((await page.locator(".item").count()) > 0);
    await short_lived.stop();
    await press(page, "g", "f");
    await page.locator(".failed").waitFor();
    await press(page, "g", "q");
    await page.locator(".stale").waitFor();
    assert.ok((await page.locator(".item").count()) > 0);
    await close();
    await short_lived.end();
});
