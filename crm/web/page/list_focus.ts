// Lists are walked by moving the browser's own focus: what is focused is what the next key acts upon, for everybody.
import { type RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The link of each item, which carries data-item. */
function items_of(list: Element | null): HTMLElement[] {
    return [...(list?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
}

export interface ListFocus<T extends Element> {
    list: RefObject<T | null>;
    move: (step: number) => void;
    current: () => HTMLElement | undefined;
}

const left_at = new Map<string, string>(); // for each list, the item whose page was opened last

/** `name` says which list it is: the item that was left from is focused again when one comes back. */
export function use_list_focus<T extends Element>(name: string, ready: boolean): ListFocus<T> {
    const list = useRef<T>(null);
    const last = useRef(-1);
    useEffect(() => {
        const left = left_at.get(name);
        const item = items_of(list.current).find((one) => one.dataset.item === left);
        if (ready && item) {
            left_at.delete(name);
            item.focus({ preventScroll: true });
            item.scrollIntoView({ block: "center" });
        }
    }, [name, ready]);
    const index_now = (items: HTMLElement[]): number => {
        const row = document.activeElement?.closest("[data-row]");
        const index = items.findIndex((item) => row?.contains(item));
        return index >= 0 ? index : last.current;
    };
    return {
        list,
        move: (step) => {
            const items = items_of(list.current);
            const index = Math.min(Math.max(index_now(items) + step, 0), items.length - 1);
            last.current = index;
            items[index]?.focus({ preventScroll: true });
            items[index]?.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
        },
        current: () => {
            const items = items_of(list.current);
            return items[Math.max(index_now(items), 0)];
        },
    };
}

/** Remembers the item of `name` to come back to. */
export function leave_from(name: string, item: string | undefined): void {
    if (item !== undefined) {
        left_at.set(name, item);
    }
}
