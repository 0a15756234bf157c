// Deciding matches one after the other: what was decided leaves the list, the next one takes the focus, and the last
// decision can be taken back.
import { type RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { addresses, Failure, send } from "./api.ts";
import type { Speech } from "./language.tsx";
import type { Match } from "./models.ts";

type Act = "accept" | "reject";

export interface Decisions {
    shown: Match[]; // those not yet decided or passed over
    said: string; // of the last decision
    failure: Failure | undefined;
    decide: (match: Match | undefined, act: Act) => void;
    pass: (match: Match | undefined) => void;
    undo: (() => void) | undefined;
}

/** `by` decides; without a name nothing is decided, and `ask_name` is called. */
export function use_decisions(
    matches: Match[],
    list: RefObject<Element | null>,
    by: string,
    { say }: Speech,
    ask_name: () => void,
    again: () => void,
): Decisions {
    const [gone, set_gone] = useState<ReadonlySet<string>>(new Set());
    const [last, set_last] = useState<{ act: Act; match: Match }>();
    const [said, set_said] = useState("");
    const [failure, set_failure] = useState<Failure>();
    const shown = matches.filter((match) => !gone.has(match.match_id));

    const next_focus = useRef<string | undefined>(undefined);
    useLayoutEffect(() => {
        const next = list.current?.querySelector<HTMLElement>(`[data-item="${next_focus.current}"]`);
        if (next) {
            next_focus.current = undefined;
            next.focus();
        }
    });
    const leave = (match: Match) => {
        const index = shown.indexOf(match);
        next_focus.current = (shown[index + 1] ?? shown[index - 1])?.match_id;
        set_gone((before) => new Set(before).add(match.match_id));
    };
    const come_back = (match: Match) => {
        next_focus.current = match.match_id;
        set_gone((before) => new Set([...before].filter((id) => id !== match.match_id)));
    };

    const attempt = async (work: () => Promise<void>) => {
        try {
            await work();
            set_failure(undefined);
            again();
        } catch (error) {
            set_failure(error as Failure);
        }
    };
    const decide = async (match: Match, act: Act) => {
        const after = await send<Match>(addresses.decide_match(match.match_id, act), { by });
        leave(match);
        set_last({ act, match: after });
        set_said(say(act === "accept" ? "match_accepted" : "match_rejected"));
    };
    const undo = async (act: Act, match: Match) => {
        const accepted = act === "accept";
        const address = accepted
            ? addresses.undo_merge(match.merge_id)
            : addresses.decide_match(match.match_id, "forget");
        await send<unknown>(address, { by });
        come_back(match);
        set_last(undefined);
        set_said(say("match_undone"));
    };
    return {
        shown,
        said,
        failure,
        decide: (match, act) => {
            if (match && by === "") {
                set_said(say("match_needs_name"));
                ask_name();
            } else if (match) {
                attempt(() => decide(match, act));
            }
        },
        pass: (match) => match && leave(match),
        undo: last && (() => attempt(() => undo(last.act, last.match))),
    };
}
