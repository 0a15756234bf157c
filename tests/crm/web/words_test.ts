// The page speaks both languages, wholly, and says nothing that is no longer shown.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { match_key } from "../../../crm/web/page/keys.ts";
import { speech_of } from "../../../crm/web/page/language.tsx";
import { kinds, plurals } from "../../../crm/web/page/models.ts";
import { links, parse_route } from "../../../crm/web/page/route.ts";
import { signal_reason, signal_words } from "../../../crm/web/page/signal_words.ts";
import { languages, type Text, type Word, words } from "../../../crm/web/page/words.ts";

declare const PAGE_FOLDER: string;

const forms = (text: Text): readonly string[] => (typeof text === "string" ? [text] : text);
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test("every string is there in every language, with the same values in it", () => {
    for (const [word, said] of Object.entries<Record<string, Text>>(words)) {
        for (const language of languages) {
            const texts = forms(said[language] ?? "");
            assert.ok(
                texts.every((text) => text.trim() === text && text !== ""),
                `${word} in ${language}`,
            );
            assert.deepEqual(holes(texts.at(-1)!), holes(forms(said.en!).at(-1)!), `${word} in ${language}`);
            assert.ok(
                !texts.some((text) => text.includes("'")),
                `${word} in ${language} has a typewriter's apostrophe`,
            );
        }
    }
});

test("no string of the page is written anywhere else, and none is left over", () => {
    const sources = readdirSync(PAGE_FOLDER).filter((name) => /\.tsx?$/.test(name) && name !== "words.ts");
    const text = sources.map((name) => readFileSync(join(PAGE_FOLDER, name), "utf8")).join("\n");
    const built = new Set<string>([
        ...kinds,
        ...Object.values(plurals),
        ...languages.map((language) => `language_${language}`),
    ]);
    const is_said = (word: string) => text.includes(`"${word}"`) || text.includes(`"${word.replace(/_about$/, "")}"`);
    const left_over = Object.keys(words).filter((word) => !is_said(word) && !built.has(word));
    assert.deepEqual(left_over, []);
    const written = [...text.matchAll(/>([^<>{}]*[A-Za-zÀ-ÿ]{2}[^<>{}]*)<\//g)].map(
        ([, words_between]) => words_between,
    );
    assert.deepEqual(written, ["Fanal"]);
});

test("values take their places, and counts choose the form", () => {
    const { say } = speech_of("fr");
    assert.equal(say("queue_count", { count: 1 }), "1 conversation attend une réponse");
    assert.equal(say("queue_count", { count: 0 }), "0 conversation attend une réponse");
    assert.match(say("queue_count", { count: 1234 }), /^1.234 conversations attendent/);
    assert.equal(speech_of("en").say("queue_count", { count: 0 }), "0 conversations wait for an answer");
    assert.equal(speech_of("en").say("conversation_with", { name: "{count}" }), "Conversation with {count}");
});

/** The rows of the signals' table: a name, and the reason where it is always the same. */
function signals_of_the_server(): [name: string, reason: string][] {
    const table = readFileSync(join(PAGE_FOLDER, "../../queue/signals.cpp"), "utf8");
    const rows = table.matchAll(/^ {4}\{"([a-z_]+)",[^"]*?"([^"]*)"/gms);
    return [...rows].map(([, name, reason]) => [name!, reason!]);
}

test("every signal of the queue has its words, and its reason is said in both languages", () => {
    const rows = signals_of_the_server();
    assert.ok(rows.length >= 10, "the signals' table was not found");
    assert.deepEqual([...rows.map(([name]) => name), "waiting"].sort(), Object.keys(signal_words).sort());
    for (const [name, reason] of rows.filter(([, text]) => text !== "")) {
        const signal = { name, value: 1, reason };
        assert.equal(signal_reason(signal, "en"), reason, name);
        assert.ok(signal_reason(signal, "fr"), name);
    }
});

test("a reason takes its number along, and one that is not known stays as it came", () => {
    const said = (name: string, reason: string) => signal_reason({ name, value: 1, reason }, "fr");
    assert.match(said("reach", "12,400 followers") ?? "", /^12.400 abonnés$/);
    assert.equal(said("persistence", "wrote 3 times without an answer"), "a écrit 3 fois sans réponse");
    assert.equal(said("complaint", "complains of the cold"), undefined);
    assert.equal(said("reach", "many followers"), undefined);
    assert.equal(said("quite_new", "is new"), undefined);
});

test("a signal that nobody translated is shown by its own name", () => {
    assert.equal(speech_of("fr").signal("question"), "Question");
    assert.equal(speech_of("fr").signal("quite_new"), "quite_new");
    assert.equal(speech_of("fr").signal("constructor"), "constructor");
});

test("French signs stay with their word", () => {
    const word: Word = "queue_no_account";
    assert.ok(!/ [;:!?]/.test(speech_of("fr").say(word)));
});

test("keys and sequences", () => {
    const ran: string[] = [];
    const bindings = ["j", "g q", "?"].map((keys) => ({
        keys: [keys],
        word: "next" as const,
        run: () => void ran.push(keys),
    }));
    assert.equal(match_key(bindings, "", "j"), bindings[0]);
    assert.equal(match_key(bindings, "", "g"), "begun");
    assert.equal(match_key(bindings, "g", "q"), bindings[1]);
    assert.equal(match_key(bindings, "", "q"), undefined);
    assert.equal(match_key(bindings, "g", "j"), bindings[0]); // a sequence that leads nowhere is forgotten
    assert.equal(match_key([{ keys: ["Enter"], word: "next" }], "", "Enter"), undefined); // only listed
});

test("every view has an address", () => {
    assert.deepEqual(parse_route("/"), { view: "queue", limit: 50 });
    assert.deepEqual(parse_route(links.queue(200)), { view: "queue", limit: 200 });
    assert.deepEqual(parse_route(links.conversation("12-34")), { view: "conversation", id: "12-34" });
    assert.deepEqual(parse_route(links.fans("reshares_received", 200)), {
        view: "fans",
        sort: "reshares_received",
        limit: 200,
    });
    assert.deepEqual(parse_route(links.fan("mastodon:@ana@a/b?c")), { view: "fan", key: "mastodon:@ana@a/b?c" });
    assert.deepEqual(parse_route(links.cascade("7")), { view: "cascade", key: "7" });
    for (const address of ["/fans?limit=-3", "/fans?limit=x", "/fans?limit=1e9999"]) {
        const route = parse_route(address);
        assert.ok(route.view === "fans" && route.limit >= 1 && route.limit <= 1000);
    }
    for (const address of ["/nowhere", "/fans/1/2", "/queue/1"]) {
        assert.equal(parse_route(address).view, "nowhere");
    }
    assert.equal(parse_route("/fans/%E0%A4%A").view, "fan"); // not even UTF-8
});
