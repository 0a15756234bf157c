// Shortcuts. A view says what its keys do while it is on screen; the help overlay lists exactly what is listened to.
import { useEffect, useRef } from "preact/hooks";
import type { Word } from "./words.ts";

export interface Binding {
    keys: string[]; // each one a key or a sequence: "j", "Enter", "g q"
    word: Word;
    run?: () => void; // none: the browser does it already, and it is only listed
}

export interface KeyGroup {
    word: Word;
    bindings: Binding[];
}

export const key_pause_ms = 1200; // a sequence is forgotten after this

/** What `key` does after `before`: a binding's turn, the beginning of a sequence, or nothing. */
export function match_key(bindings: readonly Binding[], before: string, key: string): Binding | "begun" | undefined {
    for (const typed of before ? [`${before} ${key}`, key] : [key]) {
        const binding = bindings.find((one) => one.run && one.keys.includes(typed));
        if (binding) {
            return binding;
        }
        if (bindings.some((one) => one.keys.some((keys) => keys.startsWith(`${typed} `)))) {
            return "begun";
        }
    }
    return undefined;
}

const groups: KeyGroup[] = [];

/** The groups listened to now, the innermost view first. */
export function key_groups(): readonly KeyGroup[] {
    return [...groups].reverse();
}

/** Listens to these keys while the component is on screen. */
export function use_keys(word: Word, bindings: Binding[]): void {
    const group = useRef<KeyGroup>({ word, bindings });
    group.current.bindings = bindings;
    useEffect(() => {
        const mine = group.current;
        groups.push(mine);
        return () => {
            groups.splice(groups.indexOf(mine), 1);
        };
    }, []);
}

function is_typing(target: EventTarget | null): boolean {
    const element = target as HTMLElement | null;
    return !!element?.closest?.("input, textarea, select, [contenteditable], dialog[open]");
}

/** Enter on a link or a button is the browser's. */
function is_pressing(press: KeyboardEvent): boolean {
    return press.key === "Enter" && !!(press.target as Element | null)?.closest?.("a, button, [role=button]");
}

/** Called once, by main: hands key presses to the groups. */
export function listen_to_keys(): void {
    let before = "";
    let pressed_at = 0;
    document.addEventListener("keydown", (press) => {
        if (
            press.ctrlKey ||
            press.metaKey ||
            press.altKey ||
            press.defaultPrevented ||
            is_typing(press.target) ||
            is_pressing(press)
        ) {
            return;
        }
        if (["Shift", "CapsLock", "AltGraph"].includes(press.key)) {
            return;
        }
        const bindings = key_groups().flatMap((group) => group.bindings);
        const found = match_key(bindings, press.timeStamp - pressed_at < key_pause_ms ? before : "", press.key);
        before = found === "begun" ? press.key : "";
        pressed_at = press.timeStamp;
        if (found) {
            press.preventDefault();
        }
        if (found && found !== "begun") {
            found.run?.();
        }
    });
}
