// Pairs of profiles that may be one person, to be decided one by one: one key to join, one to keep apart, one to pass.
import { useRef } from "preact/hooks";
import { addresses } from "./api.ts";
import { BulkAccept } from "./bulk_accept.tsx";
import { Decider, use_decider } from "./decider.tsx";
import { use_keys } from "./keys.ts";
import { use_speech } from "./language.tsx";
import { use_list_focus } from "./list_focus.ts";
import { forget_all, use_load } from "./load.ts";
import { MatchCard } from "./match_card.tsx";
import { type Decisions, use_decisions } from "./match_decisions.ts";
import type { Match, MatchList } from "./models.ts";
import { go, links, longer } from "./route.ts";
import { Empty, Shown } from "./states.tsx";
import { Title } from "./title.tsx";

export function MatchesView({ limit }: { limit: number }) {
    const { say } = use_speech();
    const loaded = use_load<MatchList>(addresses.matches(limit));
    const again = () => {
        forget_all();
        loaded.again();
    };
    return (
        <>
            <Title text={say("matches")} />
            <Shown loaded={loaded}>{(list) => <Deciding list={list} limit={limit} again={again} />}</Shown>
        </>
    );
}

function Deciding({ list, limit, again }: { list: MatchList; limit: number; again: () => void }) {
    const speech = use_speech();
    const { say } = speech;
    const { by, name, set_name } = use_decider();
    const field = useRef<HTMLInputElement>(null);
    const { list: element, move, current } = use_list_focus<HTMLOListElement>("matches", true);
    const ask_name = () => field.current?.focus();
    const decisions = use_decisions(list.matches, element, by, speech, ask_name, again);
    const { shown, decide, pass, undo, failure } = decisions;
    const match_now = () => shown.find((match) => match.match_id === current()?.dataset.item);
    use_keys("key_list", [
        { keys: ["j"], word: "key_next", run: () => move(1) },
        { keys: ["k"], word: "key_previous", run: () => move(-1) },
        { keys: ["a"], word: "match_accept", run: () => decide(match_now(), "accept") },
        { keys: ["r"], word: "match_reject", run: () => decide(match_now(), "reject") },
        { keys: ["s"], word: "match_skip", run: () => pass(match_now()) },
        { keys: ["z"], word: "key_undo", run: () => undo?.() },
    ]);
    const next = list.matches_count > list.matches.length ? longer(limit) : undefined;
    const any = list.matches.length > 0;
    return (
        <>
            {any && (
                <p class="lead">
                    {say("matches_count", { count: list.matches_count })}. {say("matches_about")}
                </p>
            )}
            {(any || undo) && <Decider name={name} set_name={set_name} field={field} />}
            <Said decisions={decisions} />
            {failure && <p role="alert">{failure.message || say("failed_offline")}</p>}
            <ol class="matches" ref={element}>
                {shown.map((match) => (
                    <MatchCard key={match.match_id} match={match}>
                        <Acts match={match} decisions={decisions} />
                    </MatchCard>
                ))}
            </ol>
            {shown.length === 0 && !next && (
                <Empty
                    title={say("matches_empty")}
                    about={say("matches_empty_about")}
                    commands={["fanal import FILE"]}
                />
            )}
            {next && (
                <button type="button" class="button" onClick={() => go(links.matches(next), "replace")}>
                    {say("more")}
                </button>
            )}
            {any && <BulkAccept by={by} done={again} />}
        </>
    );
}

/** What became of the last decision, and the way back. */
function Said({ decisions: { said, undo } }: { decisions: Decisions }) {
    const { say } = use_speech();
    return (
        <p class="said-last" role="status">
            {said}{" "}
            {undo && (
                <button type="button" class="button" onClick={undo}>
                    {say("merge_undo")} <kbd>z</kbd>
                </button>
            )}
        </p>
    );
}

function Acts({ match, decisions: { decide, pass } }: { match: Match; decisions: Decisions }) {
    const { say } = use_speech();
    return (
        <>
            <button type="button" class="button main" onClick={() => decide(match, "accept")}>
                {say("match_accept")} <kbd>a</kbd>
            </button>
            <button type="button" class="button" onClick={() => decide(match, "reject")}>
                {say("match_reject")} <kbd>r</kbd>
            </button>
            <button type="button" class="button" onClick={() => pass(match)}>
                {say("match_skip")} <kbd>s</kbd>
            </button>
        </>
    );
}
