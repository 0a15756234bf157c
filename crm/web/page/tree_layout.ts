// Where each branch of a tree is drawn: steps from the root to the right (`along`), rows downwards (`down`). A parent
// stands on the row of its first child, so that a path of first children is one straight line; the other children hang
// below, each subtree as high as the rows already taken let it. Linear in the number of branches, and without
// recursion, so that a chain of thousands is fine too. Pure.

export interface Place {
    along: number;
    down: number;
}

/**
 * `parents[i]` is the index of i's parent, -1 for the root 0; parents come before their children, siblings in their
 * order.
 */
export function layout(parents: readonly number[]): Place[] {
    const places: Place[] = parents.map((parent) => ({ along: parent < 0 ? 0 : -1, down: 0 }));
    const children: number[][] = parents.map(() => []);
    parents.forEach((parent, i) => {
        const place = places[i] as Place;
        if (parent >= 0) {
            place.along = (places[parent] as Place).along + 1;
            children[parent]?.push(i);
        }
    });
    const free_rows: number[] = []; // for each step, the first row below everything placed there
    const heads = parents.length > 0 ? [0] : []; // the branches whose line of first children is still to be placed
    while (heads.length > 0) {
        const line = line_of_first(children, heads.pop() as number);
        const down = line.reduce(
            (most, i) => Math.max(most, free_rows[(places[i] as Place).along] ?? 0),
            row_of_parent(parents, places, line[0] as number),
        );
        for (const i of line) {
            const place = places[i] as Place;
            place.down = down;
            free_rows[place.along] = down + 1;
        }
        // The deepest come next, and of siblings the first: what is below in the line must not be overtaken by what is
        // above.
        for (const i of line) {
            heads.push(...(children[i] as number[]).slice(1).reverse());
        }
    }
    return places;
}

function row_of_parent(parents: readonly number[], places: readonly Place[], i: number): number {
    return places[parents[i] as number]?.down ?? 0;
}

/** A branch, its first child, that one's first child, and so on. */
function line_of_first(children: readonly number[][], from: number): number[] {
    const line = [from];
    for (let next = children[from]?.[0]; next !== undefined; next = children[next]?.[0]) {
        line.push(next);
    }
    return line;
}
