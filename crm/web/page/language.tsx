// What is said on the page, in the language chosen: the browser's first, then the one picked here, which is
// remembered.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import * as format from "./format.ts";
import type { Signal } from "./models.ts";
import { signal_name, signal_reason } from "./signal_words.ts";
import { type Language, languages, type Text, type Word, words } from "./words.ts";

export interface Speech {
    language: Language;
    say: (word: Word, values?: Record<string, string | number>) => string;
    signal: (name: string) => string;
    reason: (signal: Signal) => string | undefined; // undefined: the server's own English is all there is
    count: (value: number) => string;
    measure: (value: number) => string;
    percent: (value: number) => string;
    hours: (hours: number, signed?: boolean) => string;
    bits: (bits: number) => string;
    probability: (value: number) => string;
    duration: (seconds: number) => string;
    date: (instant: string) => string;
    date_time: (instant: string) => string;
}

/** French keeps its tall signs on the line of the word before them. */
function spaced(text: string, language: Language): string {
    return language === "fr" ? text.replace(/ (?=[;:!?»])/g, "\u202f") : text;
}

export function speech_of(language: Language): Speech {
    const rules = new Intl.PluralRules(language);
    const choose = (text: Text, count: string | number | undefined): string =>
        typeof text === "string" ? text : rules.select(Number(count ?? 2)) === "one" ? text[0] : text[1];
    const shown = (value: string | number): string =>
        typeof value === "number" ? format.format_count(value, language) : value;
    return {
        language,
        say: (word, values = {}) =>
            spaced(choose(words[word][language], values.count), language).replace(
                /\{(\w+)\}/g,
                (hole, name: string) => {
                    const value = values[name];
                    return value === undefined ? hole : shown(value);
                },
            ),
        signal: (name) => signal_name(name, language),
        reason: (signal) => signal_reason(signal, language),
        count: (value) => format.format_count(value, language),
        measure: (value) => format.format_measure(value, language),
        percent: (value) => format.format_percent(value, language),
        hours: (hours, signed) => format.format_hours(hours, language, signed),
        bits: (bits) => format.format_bits(bits, language),
        probability: (value) => format.format_probability(value, language),
        duration: (seconds) => format.format_duration(seconds, language),
        date: (instant) => format.format_instant(instant, language),
        date_time: (instant) => format.format_instant(instant, language, true),
    };
}

const remembered_under = "fanal.language";

function as_language(text: string | null | undefined): Language | undefined {
    const base = text?.slice(0, 2).toLowerCase();
    return languages.find((language) => language === base);
}

export function first_language(): Language {
    let remembered: string | null = null;
    try {
        remembered = localStorage.getItem(remembered_under);
    } catch {
        // Storage may be forbidden: the browser's language it is, then.
    }
    return as_language(remembered) ?? navigator.languages.map(as_language).find(Boolean) ?? "en";
}

export function remember_language(language: Language): void {
    try {
        localStorage.setItem(remembered_under, language);
    } catch {
        // The choice holds until the page is left.
    }
}

export const SpeechContext = createContext<Speech>(speech_of("en"));

export function use_speech(): Speech {
    return useContext(SpeechContext);
}
