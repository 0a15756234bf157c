// What a fan did, newest first, day by day.
import { useState } from "preact/hooks";
import { safe_url } from "./api.ts";
import { network_name } from "./format.ts";
import { Icon } from "./icons.tsx";
import { use_speech } from "./language.tsx";
import type { HistoryEntry } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { links } from "./route.ts";

const entries_step = 40;

export function History({ history }: { history: HistoryEntry[] }) {
    const { say, date } = use_speech();
    const [shown, set_shown] = useState(entries_step);
    if (history.length === 0) {
        return <p class="muted">{say("history_none")}</p>;
    }
    const days = new Map<string, HistoryEntry[]>();
    for (const entry of history.slice(0, shown)) {
        const day = date(entry.occurred_at);
        days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return (
        <div class="history">
            {history.length >= 200 && <p class="muted">{say("history_latest", { count: history.length })}</p>}
            {[...days].map(([day, entries]) => (
                <section key={day}>
                    <h3>{day}</h3>
                    <ul>
                        {entries.map((entry) => (
                            <Line key={entry.interaction_id} entry={entry} />
                        ))}
                    </ul>
                </section>
            ))}
            {history.length > shown && (
                <button type="button" class="button" onClick={() => set_shown(shown + entries_step)}>
                    {say("more")}
                </button>
            )}
        </div>
    );
}

/** Where the whole story of an entry is told. */
function story_of(entry: HistoryEntry): { word: "open_conversation" | "open_cascade"; link: string } | undefined {
    if (["comment", "mention", "message"].includes(entry.kind)) {
        return { word: "open_conversation", link: links.conversation(`${entry.thread_id}-${entry.profile_id}`) };
    }
    if (entry.kind === "reshare") {
        return { word: "open_cascade", link: links.cascade(entry.thread_id) };
    }
    return undefined;
}

function Line({ entry }: { entry: HistoryEntry }) {
    const { say } = use_speech();
    const story = story_of(entry);
    const url = safe_url(entry.url);
    return (
        <li>
            <p class="line-head">
                <span class="kind">{say(entry.kind)}</span>
                {entry.reaction && <span>{entry.reaction}</span>}
                <NetworkBadge network={entry.network} />
                {story && (
                    <a href={story.link}>
                        <Icon name={story.word === "open_cascade" ? "cascades" : "talk"} />
                        {say(story.word)}
                    </a>
                )}
                {url && (
                    <a
                        class="out"
                        href={url}
                        target="_blank"
                        rel="noopener noreferrer"
                        aria-label={`${say("see_on", { network: network_name(entry.network) })} ${say("new_tab")}`}
                    >
                        <Icon name="out" />
                    </a>
                )}
            </p>
            {entry.text && (
                <p class="said" dir="auto">
                    {entry.text}
                </p>
            )}
        </li>
    );
}
