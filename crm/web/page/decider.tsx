// Who decides: every decision about people is noted under a name, which is asked for once and remembered here.
import { type RefObject } from "preact";
import { useState } from "preact/hooks";
import { use_speech } from "./language.tsx";

const remembered_under = "fanal.decider";

function remembered(): string {
    try {
        return localStorage.getItem(remembered_under) ?? "";
    } catch {
        return ""; // Storage may be forbidden: one is asked again.
    }
}

function remember(name: string): void {
    try {
        localStorage.setItem(remembered_under, name);
    } catch {
        // The name holds until the page is left.
    }
}

/** The name as it stands, without spaces around it, and how to change it. */
export function use_decider(): { by: string; name: string; set_name: (name: string) => void } {
    const [name, set_name] = useState(remembered);
    return {
        by: name.trim(),
        name,
        set_name: (next) => {
            remember(next.trim());
            set_name(next);
        },
    };
}

interface DeciderProps {
    name: string;
    set_name: (name: string) => void;
    field?: RefObject<HTMLInputElement | null>;
}

export function Decider({ name, set_name, field }: DeciderProps) {
    const { say } = use_speech();
    return (
        <label class="decider">
            {say("merge_by")}{" "}
            <input
                ref={field ?? null}
                value={name}
                autocomplete="name"
                onInput={(input) => set_name(input.currentTarget.value)}
            />
        </label>
    );
}
