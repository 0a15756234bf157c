// The cascade as a drawing: posts as pills, reshares as lines, the most viral path straight along the top. It is
// scrolled like any page; one Tab enters it, arrows walk along its branches.
import { useMemo, useState } from "preact/hooks";
import { use_speech } from "./language.tsx";
import { type Cascade, type CascadeNode, is_known } from "./models.ts";
import { name_of } from "./person.tsx";
import { links } from "./route.ts";
import { type Branch, fold } from "./tree_fold.ts";
import { layout, type Place } from "./tree_layout.ts";
import { use_tree_walk } from "./tree_walk.ts";

const opened_step = 40; // posts that "+312 more" brings in at once

/** Sizes in px; narrower on a phone, so that two steps are seen at once. */
interface Scale {
    pill_width: number;
    column: number;
    children_max: number;
}
const wide: Scale = { pill_width: 168, column: 208, children_max: 6 };
const narrow: Scale = { pill_width: 126, column: 156, children_max: 4 };
const pill_height = 28;
const row = 36;
const margin = 12;

const x_of = (place: Place, scale: Scale) => margin + place.along * scale.column;
const y_of = (place: Place) => margin + place.down * row;
const key_of = (branch: Branch) => `${branch.node} ${branch.left_out > 0}`;

export function CascadeTree({ cascade }: { cascade: Cascade }) {
    const { say } = use_speech();
    const scale = useMemo(() => (matchMedia("(max-width: 40rem)").matches ? narrow : wide), []);
    const [opened, set_opened] = useState<ReadonlyMap<number, number>>(new Map());
    const branches = useMemo(
        () =>
            fold(cascade.nodes, {
                path: cascade.most_viral_path,
                children_max: scale.children_max,
                branches_max: 240,
                opened,
            }),
        [cascade, scale, opened],
    );
    const places = useMemo(() => layout(branches.map((branch) => branch.parent)), [branches]);
    const on_path = useMemo(() => new Set(cascade.most_viral_path), [cascade]);
    const { drawing, focused, walk } = use_tree_walk(branches, places);
    const open = (node: number) => set_opened(new Map(opened).set(node, (opened.get(node) ?? 0) + opened_step));
    const is_highlighted = (branch: Branch) => branch.left_out === 0 && on_path.has(branch.node);
    const width = places.reduce((most, place) => Math.max(most, x_of(place, scale)), 0) + scale.pill_width + margin;
    const height = places.reduce((most, place) => Math.max(most, y_of(place)), 0) + pill_height + margin;
    return (
        <div class="tree">
            <div
                ref={drawing}
                class="tree-drawing"
                role="group"
                aria-label={say("tree_about")}
                onKeyDown={walk}
                style={{ width: `${width}px`, height: `${height}px` }}
            >
                <svg width={width} height={height} aria-hidden="true" focusable="false">
                    {[false, true].map((on_top) =>
                        branches.map((branch, i) =>
                            is_highlighted(branch) === on_top ? (
                                <Edge
                                    key={key_of(branch)}
                                    scale={scale}
                                    from={places[branch.parent]}
                                    to={places[i] as Place}
                                    is_assumed={branch.left_out === 0 && !!cascade.nodes[branch.node]?.parent_assumed}
                                    is_highlighted={on_top}
                                />
                            ) : null,
                        ),
                    )}
                </svg>
                {branches.map((branch, i) => (
                    <Pill
                        key={key_of(branch)}
                        scale={scale}
                        branch={branch}
                        node={cascade.nodes[branch.node] as CascadeNode}
                        place={places[i] as Place}
                        is_highlighted={is_highlighted(branch)}
                        tab_index={i === focused ? 0 : -1}
                        open={open}
                    />
                ))}
            </div>
        </div>
    );
}

interface EdgeProps {
    scale: Scale;
    from: Place | undefined;
    to: Place;
    is_assumed: boolean;
    is_highlighted: boolean;
}

/** Straight to a first child; to the others down the gutter and round the corner. */
function Edge({ scale, from, to, is_assumed, is_highlighted }: EdgeProps) {
    if (!from) {
        return null;
    }
    const begin = { x: x_of(from, scale) + scale.pill_width, y: y_of(from) + pill_height / 2 };
    const end = { x: x_of(to, scale), y: y_of(to) + pill_height / 2 };
    const gutter = (begin.x + end.x) / 2;
    const corner = 10;
    const down = `H${gutter - corner}q${corner} 0 ${corner} ${corner}`;
    const out = `V${end.y - corner}q0 ${corner} ${corner} ${corner}`;
    const looks = `edge ${is_highlighted ? "on-path" : ""} ${is_assumed ? "assumed" : ""}`;
    return <path class={looks} d={`M${begin.x} ${begin.y}${begin.y === end.y ? "" : down + out}H${end.x}`} />;
}

interface PillProps {
    scale: Scale;
    branch: Branch;
    node: CascadeNode;
    place: Place;
    is_highlighted: boolean;
    tab_index: number;
    open: (node: number) => void;
}

function Pill({ scale, branch, node, place, is_highlighted, tab_index, open }: PillProps) {
    const { say, count } = use_speech();
    const where = {
        tabIndex: tab_index,
        "data-branch": "",
        style: { left: `${x_of(place, scale)}px`, top: `${y_of(place)}px`, width: `${scale.pill_width}px` },
    };
    if (branch.left_out > 0) {
        return (
            <button type="button" class="pill more" onClick={() => open(branch.node)} {...where}>
                {say("tree_more", { count: branch.left_out })}
            </button>
        );
    }
    const looks = `pill ${is_highlighted ? "on-path" : ""}`;
    const after = count(node.subtree_size - 1);
    const name = name_of(node, say("someone"));
    const brought = node.subtree_size > 1 ? say("brought", { count: after }) : say("brought_none");
    const about = `${say("step", { depth: node.depth })}, ${brought}`;
    const content = (
        <>
            <bdi>{name}</bdi>
            <span class="hidden">, {about}</span>
            {node.subtree_size > 1 && <b aria-hidden="true">{after}</b>}
        </>
    );
    return is_known(node.fan_id) ? (
        <a class={looks} href={links.fan(node.fan_id)} title={`${name}, ${about}`} {...where}>
            {content}
        </a>
    ) : (
        <span class={looks} title={`${name}, ${about}`} {...where}>
            {content}
        </span>
    );
}
