// What was loaded is kept for a while: going back shows it at once, and asks again behind.
import { useCallback, useEffect, useState } from "preact/hooks";
import { Failure, get } from "./api.ts";

const kept_max = 80;
const kept = new Map<string, unknown>();

function keep(path: string, value: unknown): void {
    kept.delete(path);
    kept.set(path, value);
    if (kept.size > kept_max) {
        kept.delete(kept.keys().next().value as string);
    }
}

/** Everything kept may have changed: after scores were refreshed, for example. */
export function forget_all(): void {
    kept.clear();
}

/** Loads what will probably be asked for next. A failure is not worth a word here. */
export function load_ahead(path: string): void {
    if (!kept.has(path)) {
        get<unknown>(path).then(
            (value) => keep(path, value),
            () => undefined,
        );
    }
}

export interface Loaded<T> {
    value: T | undefined;
    failure: Failure | undefined; // of the last try; a value from before may stand beside it
    again: () => void;
}

/** The value at `path`, kept up to date when the window is looked at again. */
export function use_load<T>(path: string): Loaded<T> {
    const [state, set_state] = useState<{ path: string; value?: T; failure?: Failure }>({ path });
    const [turn, set_turn] = useState(0);
    const again = useCallback(() => set_turn((before) => before + 1), []);

    useEffect(() => {
        const abort = new AbortController();
        get<T>(path, abort.signal).then(
            (value) => {
                keep(path, value);
                set_state({ path, value });
            },
            (error: unknown) => {
                if (!abort.signal.aborted) {
                    const failure = error instanceof Failure ? error : new Failure("internal", String(error));
                    set_state((before) => (before.path === path ? { ...before, failure } : { path, failure }));
                }
            },
        );
        return () => abort.abort();
    }, [path, turn]);

    useEffect(() => {
        const look = () => document.visibilityState === "visible" && again();
        document.addEventListener("visibilitychange", look);
        return () => document.removeEventListener("visibilitychange", look);
    }, [again]);

    // A list that grows or is ordered anew shows what it had until the answer is there: nothing jumps.
    const failure = state.path === path ? state.failure : undefined;
    const value = state.path === path ? (state.value ?? kept.get(path)) : (kept.get(path) ?? state.value);
    return { value: value as T | undefined, failure, again };
}
