// The cascade as a table: the same tree as the drawing, in reading order, for who reads, searches or listens.
import { useState } from "preact/hooks";
import { use_speech } from "./language.tsx";
import { type Cascade, type CascadeNode, is_known } from "./models.ts";
import { Handle, Name } from "./person.tsx";
import { links } from "./route.ts";
import { children_of } from "./tree_fold.ts";

const rows_step = 200;

/** The nodes as one reads a tree: each followed by everything below it. */
function reading_order(cascade: Cascade): number[] {
    const children = children_of(cascade.nodes, cascade.most_viral_path);
    const order: number[] = [];
    const waiting = cascade.nodes.length > 0 ? [0] : [];
    while (waiting.length > 0) {
        const node = waiting.pop() as number;
        order.push(node);
        waiting.push(...[...(children[node] as number[])].reverse());
    }
    return order;
}

export function CascadeTable({ cascade }: { cascade: Cascade }) {
    const { say } = use_speech();
    const [rows, set_rows] = useState(rows_step);
    const order = reading_order(cascade);
    const on_path = new Set(cascade.most_viral_path);
    return (
        <>
            <table class="list cascade-table">
                <thead>
                    <tr>
                        <th scope="col">{say("fan")}</th>
                        <th scope="col">{say("came_through")}</th>
                        <th scope="col" class="number">
                            {say("depth")}
                        </th>
                        <th scope="col" class="number">
                            {say("posts_below")}
                        </th>
                        <th scope="col" class="minor">
                            {say("when")}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {order.slice(0, rows).map((i) => {
                        const node = cascade.nodes[i] as CascadeNode;
                        return (
                            <Row key={i} node={node} parent={cascade.nodes[node.parent]} is_on_path={on_path.has(i)} />
                        );
                    })}
                </tbody>
            </table>
            {order.length > rows && (
                <button type="button" class="button" onClick={() => set_rows(rows + rows_step)}>
                    {say("more")}
                </button>
            )}
        </>
    );
}

function Row({
    node,
    parent,
    is_on_path,
}: {
    node: CascadeNode;
    parent: CascadeNode | undefined;
    is_on_path: boolean;
}) {
    const { say, count, date_time } = use_speech();
    return (
        <tr class={is_on_path ? "on-path" : ""}>
            <th scope="row">
                {is_known(node.fan_id) ? (
                    <a href={links.fan(node.fan_id)}>
                        <Name person={node} />
                    </a>
                ) : (
                    <Name person={node} />
                )}{" "}
                <Handle handle={node.handle} />
                {is_on_path && <span class="hidden"> ({say("most_viral_path")})</span>}
            </th>
            <td>{parent ? <Name person={parent} /> : "–"}</td>
            <td class="number">{count(node.depth)}</td>
            <td class="number">{count(node.subtree_size - 1)}</td>
            <td class="minor">{node.occurred_at ? date_time(node.occurred_at) : "–"}</td>
        </tr>
    );
}
