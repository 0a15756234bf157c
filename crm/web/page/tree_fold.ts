// Which posts of a cascade are drawn. A cascade may have thousands; what is left out is said as "+312 more" where it
// would hang, and can be brought in. Pure.
import type { CascadeNode } from "./models.ts";

/** One thing to draw: a post, or the posts that were left out below one. */
export interface Branch {
    node: number; // index of the post; for what was left out, of the post it hangs on
    parent: number; // index among the branches; -1 for the root
    left_out: number; // posts that this stands for; 0 for a post
}

export interface FoldOptions {
    path: readonly number[]; // always drawn, and first among its siblings
    children_max: number; // drawn below one post before the rest is folded
    branches_max: number; // drawn in all, besides those asked for
    opened: ReadonlyMap<number, number>; // post → how many more of its children were asked for
}

/** The children of every post: on the path first, then those that brought most others, then the earliest. */
export function children_of(nodes: readonly CascadeNode[], path: readonly number[]): number[][] {
    const on_path = new Set(path);
    const children: number[][] = nodes.map(() => []);
    nodes.forEach((node, i) => children[node.parent]?.push(i));
    const size = (i: number) => nodes[i]?.subtree_size ?? 0;
    const time = (i: number) => nodes[i]?.occurred_at ?? "";
    for (const list of children) {
        list.sort(
            (a, b) =>
                Number(on_path.has(b)) - Number(on_path.has(a)) ||
                size(b) - size(a) ||
                time(a).localeCompare(time(b)) ||
                a - b,
        );
    }
    return children;
}

/**
 * How many of a post's children are drawn: all if they are few, otherwise the first ones; one alone is never folded.
 */
function drawn_count(children: number, wanted: number): number {
    return children <= wanted + 1 ? children : wanted;
}

/**
 * The branches to draw, parents first. Posts are taken breadth first, so that what is cut by branches_max is far from
 * the root.
 */
export function fold(nodes: readonly CascadeNode[], options: FoldOptions): Branch[] {
    if (nodes.length === 0) {
        return [];
    }
    const children = children_of(nodes, options.path);
    const on_path = new Set(options.path);
    const budget = [...options.opened.values()].reduce((sum, more) => sum + more, options.branches_max);
    const branches: Branch[] = [{ node: 0, parent: -1, left_out: 0 }];
    for (let i = 0; i < branches.length; i += 1) {
        const { node, left_out } = branches[i] as Branch;
        if (left_out > 0) {
            continue;
        }
        const mine = children[node] as number[];
        const opened = options.opened.get(node) ?? 0;
        const is_full = branches.length >= budget && opened === 0;
        const kept = is_full
            ? mine.filter((child) => on_path.has(child)).length
            : drawn_count(mine.length, options.children_max + opened);
        for (const child of mine.slice(0, kept)) {
            branches.push({ node: child, parent: i, left_out: 0 });
        }
        const rest = mine.slice(kept).reduce((sum, child) => sum + (nodes[child]?.subtree_size ?? 1), 0);
        if (rest > 0) {
            branches.push({ node, parent: i, left_out: rest });
        }
    }
    return branches;
}
