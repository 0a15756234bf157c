// Which of a fan's profiles were found to be one person, on what grounds, and the way back.
import { useState } from "preact/hooks";
import { addresses, Failure, send } from "./api.ts";
import { Decider, use_decider } from "./decider.tsx";
import { use_speech } from "./language.tsx";
import { forget_all } from "./load.ts";
import type { Merge } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name } from "./person.tsx";

export function Merges({ merges, again }: { merges: Merge[]; again: () => void }) {
    const { say } = use_speech();
    const { by, name, set_name } = use_decider();
    if (merges.length === 0) {
        return null;
    }
    return (
        <section class="panel" aria-labelledby="merges">
            <h2 id="merges">{say("merges")}</h2>
            <Decider name={name} set_name={set_name} />
            {merges.map((merge) => (
                <MergeLine key={merge.merge_id} merge={merge} by={by} again={again} />
            ))}
        </section>
    );
}

function MergeLine({ merge, by, again }: { merge: Merge; by: string; again: () => void }) {
    const { say, date } = use_speech();
    const [failure, set_failure] = useState<Failure>();
    const undo = async () => {
        try {
            await send(addresses.undo_merge(merge.merge_id), { by });
            forget_all();
            again();
        } catch (error) {
            set_failure(error as Failure);
        }
    };
    return (
        <article class="merge">
            {[merge.profile, merge.other_profile].map((profile) => (
                <p key={profile.profile_id}>
                    <Name person={profile} /> <Handle handle={profile.handle} />{" "}
                    <NetworkBadge network={profile.network} />
                </p>
            ))}
            <p class="muted">
                <span dir="auto">{merge.evidence}</span> · {date(merge.merged_at)}
            </p>
            <button type="button" class="button" disabled={by === ""} onClick={undo}>
                {say("merge_undo")}
            </button>
            {failure && <p role="alert">{failure.message || say("failed_offline")}</p>}
        </article>
    );
}
