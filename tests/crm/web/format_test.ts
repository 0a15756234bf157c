// What numbers, durations and dates look like, in both languages.
import assert from "node:assert/strict";
import test from "node:test";
import { over_time } from "../../../crm/web/page/over_time.ts";
import { safe_url } from "../../../crm/web/page/api.ts";
import * as format from "../../../crm/web/page/format.ts";

/** Spaces that do not break are written as plain ones here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("durations say their two largest units", () => {
    const said = (seconds: number) => plain(format.format_duration(seconds, "en"));
    assert.deepEqual([-5, 0, 59, 60, 3599, 3600, 3661, 86_400, 90_000, 90_060, 86_460, 1000 * 86_400].map(said), [
        "0 min",
        "0 min",
        "0 min",
        "1 min",
        "59 min",
        "1 h",
        "1 h 1 min",
        "1 d",
        "1 d 1 h",
        "1 d 1 h",
        "1 d",
        "1,000 d",
    ]);
    assert.equal(plain(format.format_duration(187_200, "fr")), "2 j 4 h");
});

test("hours have one decimal, and a sign where they are added", () => {
    assert.equal(plain(format.format_hours(12.34, "en")), "12.3 h");
    assert.equal(plain(format.format_hours(12.34, "fr", true)), "+12,3 h");
    assert.equal(plain(format.format_hours(-6, "en", true)), "\u22126.0 h");
    assert.equal(plain(format.format_hours(-0, "en")), "0.0 h");
    assert.equal(plain(format.format_hours(0, "en", true)), "0.0 h");
});

test("bits are signed, and no probability is rounded up to certainty", () => {
    assert.equal(format.format_bits(12.34, "fr"), "+12,3");
    assert.equal(format.format_bits(-6.26, "en"), "\u22126.3");
    assert.equal(format.format_bits(-0.01, "en"), "0.0");
    assert.equal(plain(format.format_probability(0.8349, "fr")), "83,5 %");
    assert.equal(plain(format.format_probability(0.99996, "en")), "> 99.9%");
    assert.equal(plain(format.format_probability(1, "en")), "100%");
});

test("parts are rounded so that they still add up", () => {
    assert.deepEqual(format.round_parts([]), { parts: [], total: 0 });
    assert.deepEqual(format.round_parts([0.04, 0.04, 0.04]), { parts: [0.1, 0, 0], total: 0.1 });
    let state = 42;
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    for (let turn = 0; turn < 2000; turn += 1) {
        const values = Array.from({ length: 1 + Math.floor(random() * 9) }, () => (random() - 0.4) * 200);
        const { parts, total } = format.round_parts(values);
        const tenths = parts.reduce((sum, part) => sum + Math.round(part * 10), 0);
        assert.equal(tenths, Math.round(total * 10));
        assert.ok(Math.abs(total - values.reduce((a, b) => a + b, 0)) <= 0.0500001);
        parts.forEach((part, i) => assert.ok(Math.abs(part - values[i]!) < 0.1000001));
    }
});

test("counts, measures and shares", () => {
    assert.equal(plain(format.format_count(12_345, "fr")), "12 345");
    assert.equal(format.format_count(12_345, "en"), "12,345");
    assert.deepEqual(
        [0, 2.2, 70, 1400.4, 0.01234].map((value) => format.format_measure(value, "en")),
        ["0", "2.20", "70.0", "1,400", "0.0123"],
    );
    assert.deepEqual(
        [0.004231, 0.005, 0].map((value) => format.format_percent(value, "en")),
        ["0.423%", "0.500%", "0%"],
    );
    assert.equal(plain(format.format_percent(0.004231, "fr")), "0,423 %");
});

test("instants, and text that is none", () => {
    assert.match(format.format_instant("2026-05-12T12:00:00Z", "en"), /12 May 2026/);
    assert.match(format.format_instant("2026-05-12T12:00:00Z", "fr"), /12 mai 2026/);
    assert.equal(format.format_instant("yesterday", "fr"), "yesterday");
});

test("networks and handles", () => {
    assert.deepEqual(["facebook", "youtube", "x", ""].map(format.network_name), ["Facebook", "YouTube", "X", ""]);
    assert.deepEqual(["ana", "@ana", ""].map(format.at_handle), ["@ana", "@ana", ""]);
});

test("only addresses that lead to a page become links", () => {
    assert.equal(safe_url("https://example.org/a?b#c"), "https://example.org/a?b#c");
    for (const url of [
        "javascript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "//example.org",
        "",
        "https://",
        "https://a b",
    ]) {
        assert.equal(safe_url(url), null, url);
    }
});

test("time is cut so that it counts every instant once, in the shortest stretches that fit", () => {
    const day = 86_400_000;
    assert.deepEqual(over_time([]), { period: "day", stretches: [] });
    const week = over_time([10, 20, 3 * day, NaN]);
    assert.equal(week.period, "day");
    assert.deepEqual(
        week.stretches.map((stretch) => stretch.count),
        [2, 0, 0, 1],
    );
    assert.equal(over_time([0, 59 * day]).period, "day");
    assert.equal(over_time([0, 60 * day]).period, "week");
    assert.equal(over_time([0, 500 * day]).period, "month");
    const long = over_time([0, 20_000 * day]);
    assert.equal(long.stretches.length, 60);
    assert.equal(long.stretches.at(-1)?.count, 1);
});
