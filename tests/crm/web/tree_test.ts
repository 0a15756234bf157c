// The drawing of a cascade: which posts are drawn, and where.
import assert from "node:assert/strict";
import test from "node:test";
import type { CascadeNode } from "../../../crm/web/page/models.ts";
import { type Branch, fold, type FoldOptions } from "../../../crm/web/page/tree_fold.ts";
import { layout, type Place } from "../../../crm/web/page/tree_layout.ts";
import { tree_step } from "../../../crm/web/page/tree_walk.ts";

/** Numbers that look random and are the same at every run. */
function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}

/** Parents of a random tree; the nearer `reach` is to 1, the more it is a chain. */
function random_parents(count: number, reach: number, seed: number): number[] {
    const below = numbers(seed);
    return Array.from({ length: count }, (_, i) => (i === 0 ? -1 : i - 1 - below(Math.min(i, reach))));
}

function nodes_of(parents: readonly number[]): CascadeNode[] {
    const nodes = parents.map(
        (parent, i) =>
            ({ interaction_id: String(i), parent, depth: 0, subtree_size: 1, occurred_at: null }) as CascadeNode,
    );
    nodes.forEach((node) => (node.depth = (nodes[node.parent]?.depth ?? -1) + 1));
    for (const node of [...nodes].reverse()) {
        if (node.parent >= 0) {
            nodes[node.parent]!.subtree_size += node.subtree_size;
        }
    }
    return nodes;
}

/** Draws places as text: each line a row, each branch its letter. */
function drawn(places: readonly Place[]): string {
    const rows: string[][] = [];
    places.forEach(({ along, down }, i) => {
        rows[down] ??= [];
        rows[down]![along] = String.fromCharCode(97 + i);
    });
    return rows.map((row) => Array.from(row, (letter) => letter ?? ".").join("")).join("\n");
}

test("a parent stands on the row of its first child, the others hang below", () => {
    //              a  b  c  d  e  f  g
    const parents = [-1, 0, 0, 0, 1, 1, 3];
    assert.equal(drawn(layout(parents)), ["abe", ".cf", ".dg"].join("\n"));
});

test("a subtree goes no lower than the rows already taken make it", () => {
    //               a  b  c  d  e  f
    const parents = [-1, 0, 1, 1, 1, 0];
    assert.equal(drawn(layout(parents)), ["abc", ".fd", "..e"].join("\n"));
});

test("nothing to draw gives no places, and a root stands in the corner", () => {
    assert.deepEqual(layout([]), []);
    assert.deepEqual(layout([-1]), [{ along: 0, down: 0 }]);
});

test("a chain of 20,000 is one straight row", () => {
    const places = layout(random_parents(20_000, 1, 1));
    assert.ok(places.every((place, i) => place.down === 0 && place.along === i));
});

for (const reach of [2, 5, 40, 1000]) {
    test(`random trees (reach ${reach}) have no two branches in one place and no lines that cross`, () => {
        for (let seed = 1; seed <= 40; seed += 1) {
            const parents = random_parents(120, reach, seed);
            const places = layout(parents);
            const taken = new Set(places.map(({ along, down }) => `${along} ${down}`));
            assert.equal(taken.size, places.length);
            assert.deepEqual(crossings(parents, places), []);
            parents.forEach((parent, i) => {
                const is_first = parents.indexOf(parent) === i;
                assert.ok(parent < 0 || places[i]!.along === places[parent]!.along + 1);
                assert.ok(!is_first || parent < 0 || places[i]!.down === places[parent]!.down);
            });
        }
    });
}

/** Each parent draws one line down the gutter behind it, to its last child: two of one gutter must not meet. */
function crossings(parents: readonly number[], places: readonly Place[]): string[] {
    const lines = new Map<number, { from: number; to: number }>();
    parents.forEach((parent, i) => {
        if (parent >= 0) {
            const from = places[parent]!.down;
            lines.set(parent, { from, to: Math.max(lines.get(parent)?.to ?? from, places[i]!.down) });
        }
    });
    const all = [...lines];
    return all.flatMap(([a, one]) =>
        all
            .filter(
                ([b, other]) =>
                    a < b && places[a]!.along === places[b]!.along && one.from <= other.to && other.from <= one.to,
            )
            .map(([b]) => `${a} ${b}`),
    );
}

const plain: FoldOptions = { path: [0], children_max: 5, branches_max: 1000, opened: new Map() };

function posts_told(branches: readonly Branch[]): number {
    return branches.reduce((sum, branch) => sum + (branch.left_out || 1), 0);
}

test("a star is folded into its first children and the rest", () => {
    const nodes = nodes_of([-1, ...Array<number>(318).fill(0)]);
    const branches = fold(nodes, { ...plain, children_max: 6 });
    assert.equal(branches.length, 1 + 6 + 1);
    assert.deepEqual(branches.at(-1), { node: 0, parent: 0, left_out: 312 });
    const opened = fold(nodes, { ...plain, children_max: 6, opened: new Map([[0, 40]]) });
    assert.equal(opened.length, 1 + 46 + 1);
    assert.equal(posts_told(opened), 319);
});

test("one child alone is never folded", () => {
    const branches = fold(nodes_of([-1, 0, 0, 0, 0, 0, 0]), plain);
    assert.ok(branches.every((branch) => branch.left_out === 0));
});

test("whatever is folded, every post is told once and the path is drawn first", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
        const parents = random_parents(600, 30, seed);
        const nodes = nodes_of(parents);
        const path = [0];
        for (let child = parents.lastIndexOf(0); child >= 0; child = parents.lastIndexOf(child)) {
            path.push(child);
        }
        const branches = fold(nodes, { ...plain, path, branches_max: 50 });
        assert.equal(posts_told(branches), nodes.length);
        const places = layout(branches.map((branch) => branch.parent));
        for (const post of path) {
            const i = branches.findIndex((branch) => branch.node === post && branch.left_out === 0);
            assert.equal(places[i]?.down, 0, `post ${post} of the path`);
        }
    }
});

test("an empty cascade is drawn as nothing", () => {
    assert.deepEqual(fold([], { ...plain, path: [] }), []);
});

test("arrows walk to parents, first children and neighbours of the same step", () => {
    const branches = [-1, 0, 0, 1].map((parent, node): Branch => ({ node, parent, left_out: 0 }));
    const places = layout(branches.map((branch) => branch.parent));
    const walk = (from: number, key: string) => tree_step(branches, places, from, `Arrow${key}`);
    assert.deepEqual(
        [walk(0, "Right"), walk(1, "Down"), walk(2, "Up"), walk(3, "Left"), walk(2, "Left")],
        [1, 2, 1, 1, 0],
    );
    assert.deepEqual(
        [walk(0, "Left"), walk(2, "Down"), walk(3, "Right"), tree_step(branches, places, 0, "x")],
        Array(4).fill(undefined),
    );
});
