// One person: what they mean to us in scores, what went both ways, what is known of them and from where, what they
// did.
import { useState } from "preact/hooks";
import { addresses, Failure, send } from "./api.ts";
import { OverTime } from "./over_time_chart.tsx";
import { History } from "./fan_history.tsx";
import { Merges } from "./fan_merges.tsx";
import { Disagreements, Profiles } from "./fan_profiles.tsx";
import { Icon } from "./icons.tsx";
import { Meter } from "./meter.tsx";
import { use_keys } from "./keys.ts";
import { use_speech } from "./language.tsx";
import { forget_all, use_load } from "./load.ts";
import { type Fan, type FanSummary, kinds, plurals, type Scores } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name, name_of } from "./person.tsx";
import { go, links } from "./route.ts";
import { Shown } from "./states.tsx";
import { Title } from "./title.tsx";
import type { Word } from "./words.ts";

export function FanView({ fan_key }: { fan_key: string }) {
    const { say } = use_speech();
    const loaded = use_load<Fan>(addresses.fan(fan_key));
    use_keys("fan", [{ keys: ["u"], word: "key_up", run: () => go(links.fans()) }]);
    return (
        <>
            <nav class="around" aria-label={say("fans")}>
                <a href={links.fans()}>
                    <Icon name="left" />
                    {say("fans")}
                </a>
            </nav>
            <Shown loaded={loaded} title={say("fan")}>
                {(fan) => <Person fan={fan} again={loaded.again} />}
            </Shown>
        </>
    );
}

function Person({ fan, again }: { fan: Fan; again: () => void }) {
    const { say } = use_speech();
    const { summary } = fan;
    return (
        <>
            <Title text={name_of(summary, say("someone"))}>
                <Name person={summary} />
            </Title>
            <p class="lead who">
                <Handle handle={summary.handle} />
                {summary.networks.map((network) => (
                    <NetworkBadge key={network} network={network} />
                ))}
                {summary.followers_count !== null && (
                    <span>{say("followers", { count: summary.followers_count })}</span>
                )}
            </p>
            {fan.do_not_link && <p class="panel">{say("fan_do_not_link")}</p>}
            <ScoresPanel scores={summary.scores} as_of={fan.scores_as_of} again={again} />
            <div class="columns">
                <aside aria-label={say("profiles", { count: fan.profiles.length })}>
                    <Exchanges summary={summary} />
                    <Disagreements fan={fan} />
                    <Profiles profiles={fan.profiles} />
                    <Merges merges={fan.merges} again={again} />
                </aside>
                <section aria-labelledby="history">
                    <h2 id="history">{say("history")}</h2>
                    <OverTime history={fan.history} />
                    <History history={fan.history} />
                </section>
            </div>
        </>
    );
}

function ScoresPanel({ scores, as_of, again }: { scores: Scores | null; as_of: string | null; again: () => void }) {
    const { say, measure, percent, count, date_time } = use_speech();
    if (!scores) {
        return <NoScores again={again} />;
    }
    const cards = [
        {
            word: "influence",
            value: measure(scores.influence),
            about: scores.influence_low === null ? "influence_not_enough_data" : undefined,
        },
        { word: "pagerank", value: percent(scores.pagerank) },
        {
            word: "core_number",
            value: count(scores.core_number),
            about: scores.core_number === 0 ? "core_number_none" : undefined,
        },
        { word: "in_degree", value: count(scores.in_degree) },
        { word: "out_degree", value: count(scores.out_degree) },
    ] as const satisfies { word: Word; value: string; about?: Word }[];
    return (
        <section aria-labelledby="scores">
            <h2 id="scores">
                {say("scores")} {as_of && <small>{say("scores_as_of", { date: date_time(as_of) })}</small>}
            </h2>
            <dl class="scores">
                {cards.map((card) => (
                    <div key={card.word}>
                        <dt>{say(card.word)}</dt>
                        <dd class="figure">{card.value}</dd>
                        <dd class="about">
                            {say(("about" in card && card.about) || `${card.word}_about`, {
                                value: card.value,
                                low: measure(scores.influence_low ?? 0),
                                high: measure(scores.influence_high ?? 0),
                            })}
                        </dd>
                    </div>
                ))}
            </dl>
        </section>
    );
}

function NoScores({ again }: { again: () => void }) {
    const { say } = use_speech();
    const [is_computing, set_computing] = useState(false);
    const [failure, set_failure] = useState<Failure>();
    const compute = async () => {
        set_computing(true);
        try {
            await send(addresses.refresh_scores(), {});
            forget_all();
            again();
        } catch (error) {
            set_failure(error as Failure);
        }
        set_computing(false);
    };
    return (
        <section class="panel inline" aria-label={say("scores")}>
            <p>{say("scores_none")}</p>
            <button type="button" class="button" disabled={is_computing} onClick={compute}>
                {say(is_computing ? "scores_computing" : "scores_compute")}
            </button>
            {failure && <p role="alert">{failure.message || say("failed_offline")}</p>}
        </section>
    );
}

/** What went each way, kind by kind; kinds of which there is nothing are left out. */
function Exchanges({ summary }: { summary: FanSummary }) {
    const { say, count } = use_speech();
    const rows = kinds
        .map((kind) => ({
            word: plurals[kind],
            given: summary[`${plurals[kind]}_given`],
            received: summary[`${plurals[kind]}_received`],
        }))
        .filter(({ given, received }) => given + received > 0);
    const most = Math.max(1, ...rows.flatMap(({ given, received }) => [given, received]));
    return (
        <section class="panel" aria-labelledby="exchanges">
            <h2 id="exchanges">{say("exchanges")}</h2>
            <table class="exchanges">
                <thead>
                    <tr>
                        <th scope="col">{say("kind")}</th>
                        <th scope="col">{say("given")}</th>
                        <th scope="col">{say("received")}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows.map(({ word, given, received }) => (
                        <tr key={word}>
                            <th scope="row">{say(word)}</th>
                            {[given, received].map((value, i) => (
                                <td key={i}>
                                    <span>{count(value)}</span>
                                    <Meter value={value} most={most} />
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </section>
    );
}
