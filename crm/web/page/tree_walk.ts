// Walking a drawn tree with the arrow keys: one branch at a time has the focus.
import { useRef, useState } from "preact/hooks";
import type { Branch } from "./tree_fold.ts";
import type { Place } from "./tree_layout.ts";

/**
 * Where an arrow leads from a branch: left to the parent, right to the first child, up and down within the same step.
 */
export function tree_step(
    branches: readonly Branch[],
    places: readonly Place[],
    from: number,
    key: string,
): number | undefined {
    const here = places[from];
    if (!here) {
        return undefined;
    }
    const found = (i: number): number | undefined => (i < 0 ? undefined : i);
    switch (key) {
        case "ArrowLeft":
            return found(branches[from]?.parent ?? -1);
        case "ArrowRight":
            return found(branches.findIndex((branch) => branch.parent === from));
        case "ArrowUp":
            return nearest(places, here, -1);
        case "ArrowDown":
            return nearest(places, here, 1);
        default:
            return undefined;
    }
}

function nearest(places: readonly Place[], here: Place, sign: 1 | -1): number | undefined {
    let best: number | undefined;
    let best_distance = Infinity;
    places.forEach((place, i) => {
        const distance = (place.down - here.down) * sign;
        if (place.along === here.along && distance > 0 && distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    });
    return best;
}

/**
 * Which branch Tab leads to, and the listener that moves it. The branches are the elements with data-branch, in order.
 * The browser's own focus says where one is, so that quick presses never walk from where one was.
 */
export function use_tree_walk(branches: readonly Branch[], places: readonly Place[]) {
    const drawing = useRef<HTMLDivElement>(null);
    const [focused, set_focused] = useState(0);
    const walk = (press: KeyboardEvent) => {
        const pills = [...(drawing.current?.querySelectorAll<HTMLElement>("[data-branch]") ?? [])];
        const to = tree_step(branches, places, pills.indexOf(press.target as HTMLElement), press.key);
        if (to !== undefined) {
            press.preventDefault();
            pills[to]?.focus({ preventScroll: true });
            pills[to]?.scrollIntoView({ block: "nearest", inline: "nearest" });
            set_focused(to);
        }
    };
    return { drawing, focused: Math.min(focused, branches.length - 1), walk };
}
