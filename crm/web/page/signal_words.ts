// The signals in both languages. The server gives each a reason in English; where it is one that stands here, it is
// said in the reader's language, and otherwise it is shown as it came: nothing is ever said that the server did not
// mean.
import { format_count } from "./format.ts";
import type { Signal } from "./models.ts";
import type { Language } from "./words.ts";

interface SignalWords {
    name: Record<Language, string>;
    reason: Record<Language, string>; // {count} stands for a whole number
}

export const signal_words: Record<string, SignalWords> = {
    emergency: {
        name: { fr: "Urgence", en: "Emergency" },
        reason: { fr: "parle de danger, de maladie ou de justice", en: "speaks of danger, illness or the law" },
    },
    complaint: { name: { fr: "Réclamation", en: "Complaint" }, reason: { fr: "se plaint", en: "complains" } },
    insult: { name: { fr: "Insulte", en: "Insult" }, reason: { fr: "est grossier", en: "is rude" } },
    purchase_intent: {
        name: { fr: "Envie d’acheter", en: "Wish to buy" },
        reason: { fr: "veut réserver ou acheter", en: "wants to book or buy" },
    },
    question: { name: { fr: "Question", en: "Question" }, reason: { fr: "pose une question", en: "asks a question" } },
    request: {
        name: { fr: "Demande", en: "Request" },
        reason: { fr: "nous demande de faire quelque chose", en: "asks us to do something" },
    },
    praise: { name: { fr: "Compliment", en: "Praise" }, reason: { fr: "complimente", en: "praises" } },
    thanks: { name: { fr: "Merci", en: "Thanks" }, reason: { fr: "remercie", en: "says thank you" } },
    small_talk: {
        name: { fr: "Bavardage", en: "Small talk" },
        reason: { fr: "ne nous demande rien", en: "asks nothing of us" },
    },
    spam: {
        name: { fr: "Indésirable", en: "Spam" },
        reason: { fr: "ressemble à un indésirable", en: "looks like spam" },
    },
    message: {
        name: { fr: "Message privé", en: "Private message" },
        reason: { fr: "a écrit en privé", en: "wrote in private" },
    },
    persistence: {
        name: { fr: "Insistance", en: "Persistence" },
        reason: { fr: "a écrit {count} fois sans réponse", en: "wrote {count} times without an answer" },
    },
    reach: { name: { fr: "Portée", en: "Reach" }, reason: { fr: "{count} abonnés", en: "{count} followers" } },
    influence: {
        name: { fr: "Influence", en: "Influence" },
        reason: { fr: "ce que dit ce fan est repris par d’autres", en: "others take up what this fan says" },
    },
    waiting: { name: { fr: "Attente", en: "Waiting" }, reason: { fr: "", en: "" } },
};

function words_of(name: string): SignalWords | undefined {
    return Object.hasOwn(signal_words, name) ? signal_words[name] : undefined;
}

/** A signal that nobody translated is shown by its own name. */
export function signal_name(name: string, language: Language): string {
    return words_of(name)?.name[language] ?? name;
}

/** The reason in `language`, or undefined when only the server's own English will do. */
export function signal_reason(signal: Signal, language: Language): string | undefined {
    const words = words_of(signal.name)?.reason;
    if (!words?.en) {
        return undefined;
    }
    const number = /[\d,]+/.exec(signal.reason)?.[0] ?? "";
    if (signal.reason !== words.en.replace("{count}", number)) {
        return undefined;
    }
    return words[language].replace("{count}", format_count(Number(number.replaceAll(",", "")), language));
}
