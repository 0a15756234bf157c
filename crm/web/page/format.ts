// Numbers, durations and dates as a person reads them. All pure: the language and the present are arguments.
import type { Language } from "./words.ts";

const narrow_space = "\u202f";
const space = "\u00a0";
const duration_units: Record<Language, readonly [string, string, string]> = {
    fr: ["j", "h", "min"],
    en: ["d", "h", "min"],
};

/** "1 234", "12 k" never: counts are said whole. */
export function format_count(value: number, language: Language): string {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
}

/** Three digits that matter, whatever the size. */
export function format_measure(value: number, language: Language): string {
    if (value === 0) {
        return "0";
    }
    const digits =
        Math.abs(value) >= 100
            ? { maximumFractionDigits: 0 }
            : { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
    return new Intl.NumberFormat(language, digits).format(value);
}

/** A share of one, as "0.42 %". */
export function format_percent(value: number, language: Language): string {
    const digits = { minimumSignificantDigits: value === 0 ? 1 : 3, maximumSignificantDigits: 3 };
    return new Intl.NumberFormat(language, { style: "percent", ...digits }).format(value);
}

/** Hours to one decimal: "12.5 h"; with `signed`, "+12.5 h". */
export function format_hours(hours: number, language: Language, signed = false): string {
    const number = new Intl.NumberFormat(language, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
        signDisplay: signed ? "exceptZero" : "auto",
    });
    return number.format(hours || 0).replace("-", "\u2212") + narrow_space + "h";
}

/** Bits of evidence to one decimal, signed: "+12.5". */
export function format_bits(bits: number, language: Language): string {
    const number = new Intl.NumberFormat(language, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
        signDisplay: "exceptZero",
    });
    return number.format(bits || 0).replace("-", "\u2212");
}

/** A probability, never rounded up to certainty: "99.9 %", "more than 99.9 %" is said as "> 99.9 %". */
export function format_probability(value: number, language: Language): string {
    const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
    return value > 0.999 && value < 1 ? `>${space}${percent.format(0.999)}` : percent.format(value);
}

/** The two largest units: "3 d 4 h", "4 h 12 min", "12 min"; less than a minute is "0 min", as is what lies ahead. */
export function format_duration(seconds: number, language: Language): string {
    const [day, hour, minute] = duration_units[language];
    const minutes = Math.max(0, Math.floor(seconds / 60));
    const parts = [
        [Math.floor(minutes / 1440), day],
        [Math.floor(minutes / 60) % 24, hour],
        [minutes % 60, minute],
    ] as const;
    const first = parts.findIndex(([count]) => count > 0);
    if (first < 0) {
        return `0${narrow_space}${minute}`;
    }
    const said = parts.slice(first, first + 2).filter(([count]) => count > 0);
    return said.map(([count, unit]) => format_count(count, language) + narrow_space + unit).join(space);
}

/** "12 May 2026", or "12 May 2026, 14:05". An instant that cannot be read is shown as it is. */
export function format_instant(instant: string, language: Language, with_time = false): string {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) {
        return instant;
    }
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
        dateStyle: "medium",
        ...(with_time ? { timeStyle: "short" as const } : {}),
    }).format(date);
}

/**
 * Rounds the parts of a sum to 0.1 so that what is shown still adds up to the rounded sum: the tenths that rounding
 * down leaves over go to the parts that lost most (the method of the largest remainder).
 */
export function round_parts(parts: readonly number[]): { parts: number[]; total: number } {
    const floors = parts.map((part) => Math.floor(part * 10));
    const total = Math.round(parts.reduce((sum, part) => sum + part, 0) * 10);
    let left = total - floors.reduce((sum, part) => sum + part, 0);
    const by_loss = parts.map((part, i) => ({ i, loss: part * 10 - (floors[i] as number) }));
    by_loss.sort((a, b) => b.loss - a.loss || a.i - b.i);
    for (const { i } of by_loss) {
        if (left > 0) {
            floors[i] = (floors[i] as number) + 1;
            left -= 1;
        }
    }
    return { parts: floors.map((part) => part / 10), total: total / 10 };
}

/** "facebook" is shown as "Facebook"; networks that we know have their own spelling. */
export function network_name(network: string): string {
    const spelled: Record<string, string> = {
        youtube: "YouTube",
        tiktok: "TikTok",
        linkedin: "LinkedIn",
        whatsapp: "WhatsApp",
    };
    return spelled[network] ?? network.charAt(0).toUpperCase() + network.slice(1);
}

/** A handle with one @ before it, whatever the network wrote. */
export function at_handle(handle: string): string {
    return handle === "" || handle.startsWith("@") ? handle : `@${handle}`;
}
