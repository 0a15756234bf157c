// The profiles of a fan, each with every fact that was ever said of it, by whom and when.
import type { ComponentChildren } from "preact";
import { safe_url } from "./api.ts";
import { use_speech } from "./language.tsx";
import type { Fact, Fan, Profile } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name, name_of } from "./person.tsx";

const fact_words = ["handle", "display_name", "place", "bio", "url", "avatar_url", "link"] as const;

export function Profiles({ profiles }: { profiles: Profile[] }) {
    const { say } = use_speech();
    return (
        <section class="panel" aria-labelledby="profiles">
            <h2 id="profiles">{say("profiles", { count: profiles.length })}</h2>
            {profiles.map((profile) => (
                <ProfileCard key={profile.profile_id} profile={profile} />
            ))}
        </section>
    );
}

/** What the profiles do not agree on, side by side: nothing is chosen between them. */
export function Disagreements({ fan }: { fan: Fan }) {
    const { say } = use_speech();
    if (fan.disagreements.length === 0) {
        return null;
    }
    const handle_of = (id: string) => fan.profiles.find((profile) => profile.profile_id === id)?.handle ?? "";
    return (
        <section class="panel" aria-labelledby="disagreements">
            <h2 id="disagreements">{say("disagreements")}</h2>
            <dl class="facts">
                {fan.disagreements.map(({ profile_id, network, fact }) => (
                    <FactLine key={`${profile_id} ${fact.field}`} fact={fact}>
                        <Handle handle={handle_of(profile_id)} /> <NetworkBadge network={network} />
                    </FactLine>
                ))}
            </dl>
        </section>
    );
}

function ProfileCard({ profile }: { profile: Profile }) {
    const { say } = use_speech();
    return (
        <article class="profile">
            <h3>
                <Name person={profile} /> <Handle handle={profile.handle} /> <NetworkBadge network={profile.network} />
            </h3>
            {profile.followers_count !== null && (
                <p class="muted">{say("followers", { count: profile.followers_count })}</p>
            )}
            <dl class="facts" aria-label={say("profile_facts", { name: name_of(profile, say("someone")) })}>
                {profile.facts.map((fact) => (
                    <FactLine key={`${fact.field} ${fact.value} ${fact.source}`} fact={fact} />
                ))}
            </dl>
        </article>
    );
}

function FactLine({ fact, children }: { fact: Fact; children?: ComponentChildren }) {
    const { say, date } = use_speech();
    const first = date(fact.first_observed_at);
    const last = date(fact.last_observed_at);
    const url = safe_url(fact.value);
    const word = fact_words.find((one) => one === fact.field);
    return (
        <div>
            <dt>{word ? say(word) : fact.field}</dt>
            <dd>
                {url ? (
                    <a href={url} target="_blank" rel="noopener noreferrer">
                        {url.replace(/^https?:\/\//, "")}
                    </a>
                ) : (
                    <span dir="auto">{fact.value}</span>
                )}
                {children && <> {children}</>}
                <small>
                    {fact.source} · {first === last ? last : say("fact_between", { first, last })}
                </small>
            </dd>
        </div>
    );
}
