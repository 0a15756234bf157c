// The frame around every view: the sections, the language, the keys that work everywhere.
import { useEffect, useMemo, useState } from "preact/hooks";
import { CascadeView } from "./cascade.tsx";
import { CascadesView } from "./cascades.tsx";
import { ConversationView } from "./conversation.tsx";
import { FanView } from "./fan.tsx";
import { FansView } from "./fans.tsx";
import { Help } from "./help.tsx";
import { Icon, type IconName, Lantern } from "./icons.tsx";
import { use_keys } from "./keys.ts";
import { first_language, remember_language, SpeechContext, speech_of, use_speech } from "./language.tsx";
import { MatchesView } from "./matches.tsx";
import { QueueView } from "./queue.tsx";
import { go, links, parse_route, type Route, use_address } from "./route.ts";
import { Title } from "./title.tsx";
import { type Language, languages } from "./words.ts";

const sections: {
    word: "queue" | "fans" | "matches" | "cascades";
    link: string;
    icon: IconName;
    views: Route["view"][];
}[] = [
    { word: "queue", link: links.queue(), icon: "queue", views: ["queue", "conversation"] },
    { word: "fans", link: links.fans(), icon: "fans", views: ["fans", "fan"] },
    { word: "matches", link: links.matches(), icon: "matches", views: ["matches"] },
    { word: "cascades", link: links.cascades(), icon: "cascades", views: ["cascades", "cascade"] },
];

export function App() {
    const [language, set_language] = useState(first_language);
    const speech = useMemo(() => speech_of(language), [language]);
    useEffect(() => {
        document.documentElement.lang = language;
    }, [language]);
    const choose = (chosen: Language) => {
        remember_language(chosen);
        set_language(chosen);
    };
    return (
        <SpeechContext.Provider value={speech}>
            <Frame choose_language={choose} />
        </SpeechContext.Provider>
    );
}

function Frame({ choose_language }: { choose_language: (language: Language) => void }) {
    const { say } = use_speech();
    const address = use_address();
    const route = parse_route(address);
    const [helping, set_helping] = useState(false);
    use_keys("key_everywhere", [
        { keys: ["g q"], word: "key_queue", run: () => go(links.queue()) },
        { keys: ["g f"], word: "key_fans", run: () => go(links.fans()) },
        { keys: ["g m"], word: "key_matches", run: () => go(links.matches()) },
        { keys: ["g c"], word: "key_cascades", run: () => go(links.cascades()) },
        { keys: ["?"], word: "key_help", run: () => set_helping(true) },
    ]);
    return (
        <div class="frame">
            <a class="skip" href="#content">
                {say("skip")}
            </a>
            <header class="top">
                <a class="brand" href={links.queue()}>
                    <Lantern />
                    <span>Fanal</span>
                </a>
                <div class="tools">
                    <LanguageSwitch choose={choose_language} />
                    <button
                        type="button"
                        class="tool"
                        onClick={() => set_helping(true)}
                        aria-label={say("keys")}
                        title={say("keys")}
                    >
                        <Icon name="keys" />
                    </button>
                </div>
            </header>
            <Sections view={route.view} />
            <main id="content" tabIndex={-1}>
                <View key={place_of(route)} route={route} />
            </main>
            {helping && <Help close={() => set_helping(false)} />}
        </div>
    );
}

/** What makes one view another: a longer or differently sorted list is the same list. */
function place_of(route: Route): string {
    return route.view + ("id" in route ? route.id : "key" in route ? route.key : "");
}

function Sections({ view }: { view: Route["view"] }) {
    const { say } = use_speech();
    return (
        <nav class="sections" aria-label={say("sections")}>
            {sections.map(({ word, link, icon, views }) => (
                <a key={word} href={link} aria-current={views.includes(view) ? "page" : undefined}>
                    <Icon name={icon} />
                    <span>{say(word)}</span>
                </a>
            ))}
        </nav>
    );
}

function LanguageSwitch({ choose }: { choose: (language: Language) => void }) {
    const { say, language } = use_speech();
    return (
        <div class="languages" role="group" aria-label={say("language")}>
            {languages.map((one) => (
                <button
                    key={one}
                    type="button"
                    lang={one}
                    aria-pressed={one === language}
                    title={say(`language_${one}`)}
                    onClick={() => choose(one)}
                >
                    {one.toUpperCase()}
                </button>
            ))}
        </div>
    );
}

function View({ route }: { route: Route }) {
    const { say } = use_speech();
    switch (route.view) {
        case "queue":
            return <QueueView limit={route.limit} />;
        case "conversation":
            return <ConversationView id={route.id} />;
        case "fans":
            return <FansView sort={route.sort} limit={route.limit} />;
        case "fan":
            return <FanView fan_key={route.key} />;
        case "matches":
            return <MatchesView limit={route.limit} />;
        case "cascades":
            return <CascadesView limit={route.limit} />;
        case "cascade":
            return <CascadeView cascade_key={route.key} />;
        case "nowhere":
            return <Nowhere title={say("not_found")} />;
    }
}

function Nowhere({ title }: { title: string }) {
    const { say } = use_speech();
    return (
        <>
            <Title text={title} />
            <p>{say("nowhere")}</p>
        </>
    );
}
