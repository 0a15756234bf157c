// One conversation: the post, the thread below it, and beside it why it waits where it waits.
import { useRef } from "preact/hooks";
import { addresses, safe_url } from "./api.ts";
import { network_name } from "./format.ts";
import { Icon } from "./icons.tsx";
import { use_keys } from "./keys.ts";
import { use_speech } from "./language.tsx";
import { load_ahead, use_load } from "./load.ts";
import { type Conversation, type ConversationEntry, is_known, type Queue } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name, name_of } from "./person.tsx";
import { Wait } from "./queue.tsx";
import { Bar, Sum, total_of } from "./reasons.tsx";
import { go, links } from "./route.ts";
import { Shown } from "./states.tsx";
import { Title } from "./title.tsx";

export function ConversationView({ id }: { id: string }) {
    const { say } = use_speech();
    const loaded = use_load<Conversation>(addresses.conversation(id));
    const around = use_neighbours(id);
    const to_network = useRef<HTMLAnchorElement>(null);
    const fan_id = loaded.value?.fan_id ?? "";
    use_keys("conversation", [
        { keys: ["j"], word: "next", run: () => around.next && go(links.conversation(around.next), "replace") },
        {
            keys: ["k"],
            word: "previous",
            run: () => around.previous && go(links.conversation(around.previous), "replace"),
        },
        { keys: ["f"], word: "key_fan", run: () => is_known(fan_id) && go(links.fan(fan_id)) },
        { keys: ["v"], word: "key_network", run: () => to_network.current?.click() },
        { keys: ["u"], word: "key_up", run: () => go(links.queue()) },
    ]);
    return (
        <>
            <nav class="around" aria-label={say("queue")}>
                <a href={links.queue()}>
                    <Icon name="left" />
                    {say("queue")}
                </a>
                {around.rank > 0 && (
                    <span class="muted">{say("place_in_queue", { rank: around.rank, count: around.count })}</span>
                )}
                {around.previous && <a href={links.conversation(around.previous)}>{say("previous")}</a>}
                {around.next && <a href={links.conversation(around.next)}>{say("next")}</a>}
            </nav>
            <Shown loaded={loaded} title={say("conversation")}>
                {(view) => <Thread view={view} to_network={to_network} />}
            </Shown>
        </>
    );
}

/** The conversations before and after this one in the queue, as far as the list goes. */
function use_neighbours(id: string): { rank: number; count: number; previous?: string; next?: string } {
    const { value } = use_load<Queue>(addresses.queue(50));
    const items = value?.queue ?? [];
    const index = items.findIndex((item) => item.conversation_id === id);
    const next = items[index + 1]?.conversation_id;
    if (next && index >= 0) {
        load_ahead(addresses.conversation(next));
    }
    return {
        rank: items[index]?.rank ?? 0,
        count: value?.waiting_count ?? 0,
        previous: items[index - 1]?.conversation_id,
        next,
    };
}

function Thread({ view, to_network }: { view: Conversation; to_network: { current: HTMLAnchorElement | null } }) {
    const { say } = use_speech();
    const waits_from = view.entries.findIndex((entry) => entry.interaction_id === view.queue_item?.interaction_id);
    return (
        <>
            <Title text={say("conversation_with", { name: name_of(view, say("someone")) })}>
                <Name person={view} />
            </Title>
            <p class="lead who">
                <Handle handle={view.handle} />
                <NetworkBadge network={view.network} />
                {view.queue_item && <Wait item={view.queue_item} />}
            </p>
            <div class="columns">
                <div>
                    {view.post && (
                        <section class="post" aria-labelledby="the-post">
                            <h2 id="the-post">{say("the_post")}</h2>
                            <Entry entry={view.post} network={view.network} />
                        </section>
                    )}
                    <section class="thread" aria-labelledby="the-thread">
                        <h2 id="the-thread">{say("the_thread")}</h2>
                        <ol>
                            {view.entries.map((entry, i) => (
                                <li key={entry.interaction_id} class={entry.ours ? "ours" : ""}>
                                    <Entry
                                        entry={entry}
                                        network={view.network}
                                        waits={waits_from >= 0 && i >= waits_from && !entry.ours}
                                    />
                                </li>
                            ))}
                        </ol>
                    </section>
                    <Answer view={view} to_network={to_network} />
                </div>
                <aside aria-label={say("why_rank")}>
                    <Reasons view={view} />
                    {is_known(view.fan_id) && (
                        <a class="button wide" href={links.fan(view.fan_id)}>
                            <Icon name="fans" />
                            {say("fan_page")}
                        </a>
                    )}
                </aside>
            </div>
        </>
    );
}

function Entry({ entry, network, waits = false }: { entry: ConversationEntry; network: string; waits?: boolean }) {
    const { say, date_time } = use_speech();
    const url = safe_url(entry.url);
    return (
        <article class="entry">
            <header>
                <h3>
                    <Name person={entry} />
                </h3>
                {entry.ours && <span class="mark">{say("ours")}</span>}
                {waits && <span class="mark waits">{say("to_answer")}</span>}
                <span class="muted">
                    {entry.kind !== "comment" && `${say(entry.kind)} · `}
                    <time dateTime={entry.occurred_at}>{date_time(entry.occurred_at)}</time>
                </span>
                {url && (
                    <a
                        class="out"
                        href={url}
                        target="_blank"
                        rel="noopener noreferrer"
                        aria-label={`${say("see_on", { network: network_name(network) })} ${say("new_tab")}`}
                    >
                        <Icon name="out" />
                    </a>
                )}
            </header>
            {entry.removed ? (
                <p class="muted">{say("removed")}</p>
            ) : (
                <p class="said" dir="auto">
                    {entry.text || <span class="muted">{say("no_text")}</span>}
                </p>
            )}
        </article>
    );
}

/** Where to answer: on the network itself, at the interaction that waits or as near to it as a link leads. */
function Answer({ view, to_network }: { view: Conversation; to_network: { current: HTMLAnchorElement | null } }) {
    const { say } = use_speech();
    const waiting = view.entries.find((entry) => entry.interaction_id === view.queue_item?.interaction_id);
    const inbound = view.entries.filter((entry) => !entry.ours).reverse();
    const url = [waiting, ...inbound, view.post].map((entry) => safe_url(entry?.url ?? "")).find(Boolean);
    if (!url) {
        return <p class="muted">{say("no_url")}</p>;
    }
    const network = network_name(view.network);
    return (
        <a class="button main" ref={to_network} href={url} target="_blank" rel="noopener noreferrer">
            {say(view.queue_item ? "answer_on" : "see_on", { network })}
            <Icon name="out" />
            <span class="hidden">{say("new_tab")}</span>
        </a>
    );
}

function Reasons({ view }: { view: Conversation }) {
    const { say, hours } = use_speech();
    const item = view.queue_item;
    if (!item) {
        return <p class="panel muted">{say("settled")}</p>;
    }
    return (
        <section class="panel">
            <h2>{say("why_rank")}</h2>
            <p class="figure">{hours(total_of(item.signals))}</p>
            <p class="about">{say("score_as_wait", { hours: hours(total_of(item.signals)) })}</p>
            <Bar signals={item.signals} />
            <Sum signals={item.signals} />
        </section>
    );
}
