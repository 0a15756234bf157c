// Accepting the surest matches at once: first what it would do, then, if one still wants it, doing it.
import { useState } from "preact/hooks";
import { addresses, Failure, send } from "./api.ts";
import { use_speech } from "./language.tsx";
import type { AcceptedMatches, Match } from "./models.ts";
import { name_of } from "./person.tsx";

const percent_min = 50; // what is less probable is not proposed, and the server refuses it

export function BulkAccept({ by, done }: { by: string; done: () => void }) {
    const { say } = use_speech();
    const [percent, set_percent] = useState(99);
    const [seen, set_seen] = useState<AcceptedMatches>();
    const [failure, set_failure] = useState<Failure>();
    const is_possible = percent >= percent_min && percent <= 100;
    const ask = async (previewed?: AcceptedMatches) => {
        const above = percent / 100;
        try {
            const address = previewed
                ? addresses.accept_matches(above, previewed.digest)
                : addresses.preview_matches(above);
            set_seen(await send<AcceptedMatches>(address, { by }));
            set_failure(undefined);
            if (previewed) {
                done();
            }
        } catch (error) {
            set_seen(undefined);
            set_failure(error as Failure);
        }
    };
    return (
        <details class="panel bulk">
            <summary>{say("accept_all")}</summary>
            <p class="inline">
                <label>
                    {say("accept_above")}{" "}
                    <input
                        type="number"
                        min={percent_min}
                        max="100"
                        step="0.1"
                        value={percent}
                        onInput={(input) => {
                            set_percent(input.currentTarget.valueAsNumber);
                            set_seen(undefined);
                        }}
                    />{" "}
                    %
                </label>
                <button type="button" class="button" disabled={by === "" || !is_possible} onClick={() => ask()}>
                    {say("accept_preview")}
                </button>
            </p>
            {seen && <Seen seen={seen} accept={() => ask(seen)} />}
            {failure && <p role="alert">{failure.message || say("failed_offline")}</p>}
        </details>
    );
}

function Seen({ seen, accept }: { seen: AcceptedMatches; accept: () => void }) {
    const { say, measure } = use_speech();
    const count = seen.matches_count;
    if (seen.accepted) {
        return <p role="status">{say("accept_done", { count })}</p>;
    }
    return (
        <div role="status">
            <p>{say("accept_would", { count, wrong: measure(seen.wrong_expected_count) })}</p>
            {count > 0 && (
                <>
                    <p>{say("accept_least")}</p>
                    <ul>
                        {seen.least_certain.map((match) => (
                            <Line key={match.match_id} match={match} />
                        ))}
                    </ul>
                    <button type="button" class="button main" onClick={accept}>
                        {say("accept_now", { count })}
                    </button>
                </>
            )}
        </div>
    );
}

function Line({ match }: { match: Match }) {
    const { say, probability } = use_speech();
    const name = name_of(match.profile, say("someone"));
    const other = name_of(match.other_profile, say("someone"));
    return (
        <li>
            <bdi>{name}</bdi> ~ <bdi>{other}</bdi> <span class="muted">{probability(match.probability)}</span>
        </li>
    );
}
