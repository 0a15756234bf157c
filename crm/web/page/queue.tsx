// What to answer next, in order, each with its reasons.
import { useState } from "preact/hooks";
import { addresses } from "./api.ts";
import { Icon } from "./icons.tsx";
import { use_keys } from "./keys.ts";
import { use_speech } from "./language.tsx";
import { leave_from, use_list_focus } from "./list_focus.ts";
import { load_ahead, use_load } from "./load.ts";
import { type Account, is_known, type Queue, type QueueItem } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name } from "./person.tsx";
import { Bar, Chips, Sum, total_of } from "./reasons.tsx";
import { go, links, longer } from "./route.ts";
import { Empty, Shown } from "./states.tsx";
import { Title } from "./title.tsx";

export function QueueView({ limit }: { limit: number }) {
    const { say } = use_speech();
    const loaded = use_load<Queue>(addresses.queue(limit));
    return (
        <>
            <Title text={say("queue")} />
            <Shown loaded={loaded}>
                {(queue) => (queue.queue.length === 0 ? <NobodyWaits /> : <Waiting queue={queue} limit={limit} />)}
            </Shown>
        </>
    );
}

function NobodyWaits() {
    const { say } = use_speech();
    const { value } = use_load<{ accounts: Account[] }>(addresses.accounts());
    const no_account = value?.accounts.length === 0;
    const declare = ['fanal account add facebook 1234567890 --name "Le Phare"'];
    return (
        <Empty
            title={say("queue_empty")}
            about={say(no_account ? "queue_no_account" : "queue_empty_about")}
            commands={[...(no_account ? declare : []), "fanal import FILE"]}
        />
    );
}

function Waiting({ queue, limit }: { queue: Queue; limit: number }) {
    const { say } = use_speech();
    const items = queue.queue;
    const { list, move, current } = use_list_focus<HTMLOListElement>("queue", true);
    const [opened, set_opened] = useState<ReadonlySet<string>>(new Set());
    const toggle = (id: string) => set_opened((before) => toggled(before, id));
    const item_now = () => items.find((item) => item.conversation_id === current()?.dataset.item);
    use_keys("key_list", [
        { keys: ["j"], word: "key_next", run: () => move(1) },
        { keys: ["k"], word: "key_previous", run: () => move(-1) },
        { keys: ["o", "Enter"], word: "key_open", run: () => current()?.click() },
        { keys: ["f"], word: "key_fan", run: () => open_fan(item_now()) },
        { keys: ["w"], word: "key_why", run: () => toggle(item_now()?.conversation_id ?? "") },
    ]);
    const next = queue.waiting_count > items.length ? longer(limit) : undefined;
    return (
        <>
            <p class="lead">{say("queue_count", { count: queue.waiting_count })}</p>
            <ol class="queue" ref={list}>
                {items.map((item) => (
                    <Item
                        key={item.conversation_id}
                        item={item}
                        is_open={opened.has(item.conversation_id)}
                        toggle={() => toggle(item.conversation_id)}
                    />
                ))}
            </ol>
            {next && (
                <button type="button" class="button" onClick={() => go(links.queue(next), "replace")}>
                    {say("more")}
                </button>
            )}
        </>
    );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
    const after = new Set(before);
    if (!after.delete(id)) {
        after.add(id);
    }
    return after;
}

function open_fan(item: QueueItem | undefined): void {
    if (item && is_known(item.fan_id)) {
        leave_from("queue", item.conversation_id);
        go(links.fan(item.fan_id));
    }
}

function Item({ item, is_open, toggle }: { item: QueueItem; is_open: boolean; toggle: () => void }) {
    const { say, hours } = use_speech();
    const sum_id = `sum-${item.conversation_id}`;
    const total = total_of(item.signals);
    return (
        <li class="item" data-row>
            <span class="rank">
                <span class="hidden">{say("rank", { rank: "" })}</span>
                {item.rank}
            </span>
            <div class="item-body">
                <header>
                    <h2>
                        <a
                            data-item={item.conversation_id}
                            href={links.conversation(item.conversation_id)}
                            onClick={() => leave_from("queue", item.conversation_id)}
                            onFocus={() => load_ahead(addresses.conversation(item.conversation_id))}
                        >
                            <Name person={item} />
                        </a>
                    </h2>
                    <Handle handle={item.handle} />
                    <NetworkBadge network={item.network} />
                    <Wait item={item} />
                </header>
                <p class="said" dir="auto" lang={item.language || undefined}>
                    {item.text || <span class="muted">{say("no_text")}</span>}
                </p>
                <Bar signals={item.signals} />
                <div class="reasons">
                    <Chips signals={item.signals} />
                    <button
                        type="button"
                        class="why"
                        aria-expanded={is_open}
                        aria-controls={is_open ? sum_id : undefined}
                        onClick={toggle}
                    >
                        <span class="hidden">{say("why")} : </span>
                        <b>{hours(total)}</b>
                        <Icon name="down" />
                    </button>
                </div>
                {is_open && <Sum signals={item.signals} id={sum_id} />}
            </div>
        </li>
    );
}

/** What kind of thing waits, how many of them, and since when. */
export function Wait({ item }: { item: QueueItem }) {
    const { say, duration, date_time } = use_speech();
    const seconds = (Date.now() - Date.parse(item.waiting_since)) / 1000;
    return (
        <span class="wait">
            {say(item.kind)}
            {item.waiting_count > 1 && ` · ${say("unanswered", { count: item.waiting_count })}`}
            {" · "}
            <time dateTime={item.waiting_since} title={date_time(item.waiting_since)}>
                {say("since", { duration: duration(seconds) })}
            </time>
        </span>
    );
}
