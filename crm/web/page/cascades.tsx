// The cascades, largest first; a heading orders those that are shown by another measure.
import { useState } from "preact/hooks";
import { addresses } from "./api.ts";
import { use_keys } from "./keys.ts";
import { use_speech } from "./language.tsx";
import { leave_from, use_list_focus } from "./list_focus.ts";
import { load_ahead, use_load } from "./load.ts";
import type { CascadeMetrics, CascadeSummary } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Name } from "./person.tsx";
import { go, links, longer } from "./route.ts";
import { Empty, Shown } from "./states.tsx";
import { Title } from "./title.tsx";

const measures = ["size", "depth", "breadth_max", "structural_virality"] as const satisfies (keyof CascadeMetrics)[];
type Measure = (typeof measures)[number];

export function CascadesView({ limit }: { limit: number }) {
    const { say } = use_speech();
    const loaded = use_load<{ cascades: CascadeSummary[] }>(addresses.cascades(limit));
    return (
        <>
            <Title text={say("cascades")} />
            <Shown loaded={loaded}>
                {({ cascades }) =>
                    cascades.length === 0 ? (
                        <Empty
                            title={say("cascades_empty")}
                            about={say("cascades_empty_about")}
                            commands={["fanal import FILE"]}
                        />
                    ) : (
                        <Cascades cascades={cascades} limit={limit} />
                    )
                }
            </Shown>
        </>
    );
}

function Cascades({ cascades, limit }: { cascades: CascadeSummary[]; limit: number }) {
    const { say } = use_speech();
    const [sort, set_sort] = useState<Measure>("size");
    const { list, move, current } = use_list_focus<HTMLTableSectionElement>("cascades", true);
    use_keys("key_list", [
        { keys: ["j"], word: "key_next", run: () => move(1) },
        { keys: ["k"], word: "key_previous", run: () => move(-1) },
        { keys: ["o", "Enter"], word: "key_open", run: () => current()?.click() },
    ]);
    const ordered = [...cascades].sort((a, b) => (b.metrics[sort] ?? -1) - (a.metrics[sort] ?? -1));
    const is_cut = cascades.length >= limit;
    const next = is_cut ? longer(limit) : undefined;
    return (
        <>
            <p class="lead">
                {say("cascades_about")}{" "}
                {is_cut && <span class="muted">({say("cascades_shown", { count: cascades.length })})</span>}
            </p>
            <table class="list">
                <thead>
                    <tr>
                        <th scope="col">{say("post")}</th>
                        {measures.map((measure) => (
                            <th
                                key={measure}
                                scope="col"
                                class={`number ${measure === sort ? "sorted" : "minor"}`}
                                aria-sort={measure === sort ? "descending" : undefined}
                            >
                                <button
                                    type="button"
                                    title={say(`${measure}_about`)}
                                    onClick={() => set_sort(measure)}
                                >
                                    {say(measure)}
                                </button>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody ref={list}>
                    {ordered.map((cascade) => (
                        <Row key={cascade.post_id} cascade={cascade} sort={sort} />
                    ))}
                </tbody>
            </table>
            {next && (
                <button type="button" class="button" onClick={() => go(links.cascades(next), "replace")}>
                    {say("more")}
                </button>
            )}
        </>
    );
}

function Row({ cascade, sort }: { cascade: CascadeSummary; sort: Measure }) {
    const { say, count, measure, date } = use_speech();
    const { metrics } = cascade;
    const text: Record<Measure, string> = {
        size: count(metrics.size),
        depth: count(metrics.depth),
        breadth_max: count(metrics.breadth_max),
        structural_virality: metrics.structural_virality === null ? "–" : measure(metrics.structural_virality),
    };
    return (
        <tr data-row>
            <th scope="row">
                <a
                    data-item={cascade.post_id}
                    class="excerpt"
                    dir="auto"
                    href={links.cascade(cascade.post_id)}
                    onClick={() => leave_from("cascades", cascade.post_id)}
                    onFocus={() => load_ahead(addresses.cascade(cascade.post_id))}
                >
                    {cascade.text || cascade.remote_id || say("no_text")}
                </a>
                <span class="who">
                    <Name person={cascade} />
                    <NetworkBadge network={cascade.network} />
                    {cascade.published_at && <time dateTime={cascade.published_at}>{date(cascade.published_at)}</time>}
                </span>
            </th>
            {measures.map((one) => (
                <td key={one} class={`number ${one === sort ? "sorted" : "minor"}`}>
                    {text[one]}
                </td>
            ))}
        </tr>
    );
}
