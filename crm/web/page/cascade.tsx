// One cascade: its measures, the way it travelled in words, and the whole tree as a drawing or as a table.
import { useState } from "preact/hooks";
import { addresses } from "./api.ts";
import { CascadeTable } from "./cascade_table.tsx";
import { CascadeTree } from "./cascade_tree.tsx";
import { Icon } from "./icons.tsx";
import { use_keys } from "./keys.ts";
import { use_speech } from "./language.tsx";
import { Meter } from "./meter.tsx";
import { use_load } from "./load.ts";
import { type Cascade, type CascadeMetrics, type CascadeNode, is_known } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name, name_of } from "./person.tsx";
import { go, links } from "./route.ts";
import { Shown } from "./states.tsx";
import { Title } from "./title.tsx";

const steps_shown = 12;

export function CascadeView({ cascade_key }: { cascade_key: string }) {
    const { say } = use_speech();
    const loaded = use_load<Cascade>(addresses.cascade(cascade_key));
    const [as_table, set_as_table] = useState(false);
    use_keys("cascade", [
        { keys: ["t"], word: "key_tree", run: () => set_as_table(!as_table) },
        { keys: ["u"], word: "key_up", run: () => go(links.cascades()) },
    ]);
    return (
        <>
            <nav class="around" aria-label={say("cascades")}>
                <a href={links.cascades()}>
                    <Icon name="left" />
                    {say("cascades")}
                </a>
            </nav>
            <Shown loaded={loaded} title={say("cascade")}>
                {(cascade) => <Story cascade={cascade} as_table={as_table} set_as_table={set_as_table} />}
            </Shown>
        </>
    );
}

interface StoryProps {
    cascade: Cascade;
    as_table: boolean;
    set_as_table: (as_table: boolean) => void;
}

function Story({ cascade, as_table, set_as_table }: StoryProps) {
    const { say, date_time } = use_speech();
    const { summary, nodes } = cascade;
    const has_assumed = nodes.some((node) => node.parent_assumed);
    return (
        <>
            <Title text={say("cascade_of", { name: name_of(summary, say("someone")) })} />
            <p class="lead who">
                <NetworkBadge network={summary.network} />
                {summary.published_at && (
                    <time dateTime={summary.published_at}>{date_time(summary.published_at)}</time>
                )}
            </p>
            {summary.text && (
                <blockquote class="said" dir="auto">
                    {summary.text}
                </blockquote>
            )}
            <Measures metrics={summary.metrics} />
            <div class="columns halves">
                <Path cascade={cascade} />
                <Steps nodes={nodes} />
            </div>
            <section aria-labelledby="tree">
                <header class="section-head">
                    <h2 id="tree">{say("tree")}</h2>
                    <div class="choices" role="group" aria-label={say("tree")}>
                        <button type="button" aria-pressed={!as_table} onClick={() => set_as_table(false)}>
                            {say("tree_drawing")}
                        </button>
                        <button type="button" aria-pressed={as_table} onClick={() => set_as_table(true)}>
                            {say("tree_table")}
                        </button>
                    </div>
                </header>
                {as_table ? <CascadeTable cascade={cascade} /> : <CascadeTree cascade={cascade} />}
                <p class="about">
                    {!as_table && say("tree_path")} {has_assumed && say("tree_assumed")}
                </p>
            </section>
        </>
    );
}

function Measures({ metrics }: { metrics: CascadeMetrics }) {
    const { say, count, measure } = use_speech();
    const { structural_virality: virality, size } = metrics;
    const cards = [
        { word: "size", value: count(size) },
        { word: "depth", value: count(metrics.depth) },
        { word: "breadth_max", value: count(metrics.breadth_max) },
        { word: "structural_virality", value: virality === null ? "–" : measure(virality) },
    ] as const;
    return (
        <dl class="scores measures">
            {cards.map(({ word, value }) => (
                <div key={word}>
                    <dt>{say(word)}</dt>
                    <dd class="figure">{value}</dd>
                    <dd class="about">
                        {say(`${word}_about`)}
                        {word === "structural_virality" && virality !== null && size > 2 && (
                            <Virality virality={virality} size={size} />
                        )}
                    </dd>
                </div>
            ))}
        </dl>
    );
}

/** Where the cascade lies between a star and a chain of its size, by ratio: the two ends are far apart. */
function Virality({ virality, size }: { virality: number; size: number }) {
    const { say, measure } = use_speech();
    const star = 2 - 2 / size;
    const chain = (size + 1) / 3;
    const place = chain > star ? Math.log(virality / star) / Math.log(chain / star) : 0;
    return (
        <>
            <span class="scale" aria-hidden="true">
                <span>{say("broadcast")}</span>
                <svg viewBox="0 0 104 8" width="104" height="8" focusable="false">
                    <path d="M2 4h100" />
                    <circle cx={4 + Math.min(Math.max(place, 0), 1) * 96} cy="4" r="4" />
                </svg>
                <span>{say("viral")}</span>
            </span>
            <span>{say("virality_scale", { star: measure(star), chain: measure(chain) })}</span>
        </>
    );
}

function Path({ cascade }: { cascade: Cascade }) {
    const { say, count, date_time } = use_speech();
    const path = cascade.most_viral_path.flatMap((i) => cascade.nodes[i] ?? []);
    return (
        <section class="panel" aria-labelledby="path">
            <h2 id="path">{say("most_viral_path")}</h2>
            <p class="about">{say("most_viral_path_about")}</p>
            <ol class="path">
                {path.map((node) => (
                    <li key={node.interaction_id}>
                        {is_known(node.fan_id) ? (
                            <a href={links.fan(node.fan_id)}>
                                <Name person={node} />
                            </a>
                        ) : (
                            <Name person={node} />
                        )}{" "}
                        <Handle handle={node.handle} />
                        <small>
                            {node.occurred_at && `${date_time(node.occurred_at)} · `}
                            {node.subtree_size > 1
                                ? say("brought", { count: count(node.subtree_size - 1) })
                                : say("brought_none")}
                        </small>
                    </li>
                ))}
            </ol>
        </section>
    );
}

/**
 * How many posts there are at each step from the root: the shape of the whole, however much of the drawing is folded.
 */
function Steps({ nodes }: { nodes: CascadeNode[] }) {
    const { say, count } = use_speech();
    const counts: number[] = [];
    for (const node of nodes) {
        counts[node.depth] = (counts[node.depth] ?? 0) + 1;
    }
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    return (
        <section class="panel" aria-labelledby="steps">
            <h2 id="steps">{say("steps")}</h2>
            <dl class="steps">
                {counts.slice(0, steps_shown).map((value, depth) => (
                    <div key={depth}>
                        <dt>{depth === 0 ? say("step_first") : say("step", { depth })}</dt>
                        <dd>
                            <Meter value={value} most={most} />
                            <span>{count(value)}</span>
                        </dd>
                    </div>
                ))}
            </dl>
            {counts.length > steps_shown && (
                <p class="about">{say("steps_more", { count: counts.length - steps_shown })}</p>
            )}
        </section>
    );
}
