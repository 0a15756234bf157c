// Two profiles side by side, and what says that they are one person, bit by bit.
import type { ComponentChildren } from "preact";
import { safe_url } from "./api.ts";
import { round_parts } from "./format.ts";
import { use_speech } from "./language.tsx";
import type { Match, MatchSide } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name } from "./person.tsx";
import { links } from "./route.ts";
import type { Word } from "./words.ts";

const part_words: Record<string, Word | undefined> = {
    handle: "handle",
    name: "display_name",
    link: "part_link",
    site: "part_site",
    email: "part_email",
    avatar: "part_avatar",
    place: "part_place",
    bio: "part_bio",
    prior: "part_prior",
    others: "part_others",
};

export function MatchCard({ match, children }: { match: Match; children: ComponentChildren }) {
    const { say, probability } = use_speech();
    const basis =
        match.decisions_count > 0 ? say("match_by_decisions", { count: match.decisions_count }) : say("match_by_model");
    return (
        <li class="match panel" data-row>
            <div class="sides">
                <Side side={match.profile} item={match.match_id} />
                <Side side={match.other_profile} />
            </div>
            <p class="odds">
                <b>{say("match_probability", { probability: probability(match.probability) })}</b>{" "}
                <span class="muted">
                    {say("match_interval", {
                        low: probability(match.probability_low),
                        high: probability(match.probability_high),
                    })}
                    , {basis}
                </span>
            </p>
            <Evidence match={match} />
            <div class="acts">{children}</div>
        </li>
    );
}

function Side({ side, item }: { side: MatchSide; item?: string }) {
    const { say, date } = use_speech();
    const url = safe_url(side.url);
    const seen = [side.first_interaction_at, side.last_interaction_at];
    return (
        <article>
            <h2>
                <a href={links.fan(side.fan_id)} data-item={item}>
                    <Name person={side} />
                </a>{" "}
                <Handle handle={side.handle} /> <NetworkBadge network={side.network} />
            </h2>
            {side.bio && <p dir="auto">{side.bio}</p>}
            {side.place && <p dir="auto">{side.place}</p>}
            <p class="muted">
                {side.followers_count !== null && <>{say("followers", { count: side.followers_count })} · </>}
                {say("interactions", { count: side.interactions_count })}
                {seen[0] && seen[1] && <>, {say("fact_between", { first: date(seen[0]), last: date(seen[1]) })}</>}
                {side.waiting_count > 0 && <> · {say("waits", { count: side.waiting_count })}</>}
            </p>
            {url && (
                <a class="out" href={url} target="_blank" rel="noopener noreferrer">
                    {url}
                    <span class="hidden"> {say("new_tab")}</span>
                </a>
            )}
        </article>
    );
}

/** The parts as they stand in the sum, to a tenth of a bit, so that what is shown adds up. */
function Evidence({ match }: { match: Match }) {
    const { say, bits } = use_speech();
    const { parts, total } = round_parts(match.parts.map((part) => part.millibits / 1000));
    return (
        <div class="sum">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say("match_evidence")}</th>
                        <th scope="col" class="number" title={say("match_bits_about")}>
                            {say("match_bits")}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {match.parts
                        .map((part, i) => ({ ...part, shown: parts[i] as number }))
                        .filter(({ shown }) => shown !== 0)
                        .map(({ name, compared, shown }) => (
                            <tr key={name}>
                                <PartName name={name} compared={compared} />
                                <td class="number">{bits(shown)}</td>
                            </tr>
                        ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{say("sum_total")}</th>
                        <td class="number">{bits(total)}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    );
}

function PartName({ name, compared }: { name: string; compared: string }) {
    const { say } = use_speech();
    const word = part_words[name];
    return (
        <th scope="row">
            {word ? say(word) : <span lang="en">{name}</span>} {compared && <small dir="auto">{compared}</small>}
        </th>
    );
}
