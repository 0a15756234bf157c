// The fans as a table, ordered by any score or count.
import { addresses } from "./api.ts";
import { use_keys } from "./keys.ts";
import { type Speech, use_speech } from "./language.tsx";
import { leave_from, use_list_focus } from "./list_focus.ts";
import { load_ahead, use_load } from "./load.ts";
import { type FanSummary, kinds, plurals, type ScoreField, type SortField } from "./models.ts";
import { NetworkBadge } from "./network.tsx";
import { Handle, Name } from "./person.tsx";
import { go, links, longer } from "./route.ts";
import { Empty, Shown } from "./states.tsx";
import { Title } from "./title.tsx";

const score_fields: ScoreField[] = ["influence", "pagerank", "core_number", "followers_count"];
const count_fields = kinds.flatMap((kind) => [`${plurals[kind]}_received`, `${plurals[kind]}_given`] as const);
const columns: SortField[] = [...score_fields, "reshares_received", "comments_received", "comments_given"];

function is_field(text: string): text is SortField {
    return [...score_fields, ...count_fields].includes(text as SortField);
}

function field_name({ say }: Speech, field: SortField): string {
    const [plural, direction] = field.split("_");
    if (direction === "given" || direction === "received") {
        const kind = say(plural as (typeof plurals)[keyof typeof plurals]);
        return say(direction === "given" ? "kind_given" : "kind_received", { kind });
    }
    return say(field as ScoreField);
}

/** A value as it is read; a dash when it is not known. */
function field_text(speech: Speech, fan: FanSummary, field: SortField): string {
    switch (field) {
        case "influence":
            return fan.scores ? speech.measure(fan.scores.influence) : "–";
        case "pagerank":
            return fan.scores ? speech.percent(fan.scores.pagerank) : "–";
        case "core_number":
            return fan.scores ? speech.count(fan.scores.core_number) : "–";
        case "followers_count":
            return fan.followers_count === null ? "–" : speech.count(fan.followers_count);
        default:
            return speech.count(fan[field]);
    }
}

export function FansView({ sort, limit }: { sort: string; limit: number }) {
    const { say } = use_speech();
    const field = is_field(sort) ? sort : "influence";
    const loaded = use_load<{ fans: FanSummary[] }>(addresses.fans(field, limit));
    return (
        <>
            <Title text={say("fans")} />
            <Shown loaded={loaded}>
                {({ fans }) =>
                    fans.length === 0 ? (
                        <Empty
                            title={say("fans_empty")}
                            about={say("fans_empty_about")}
                            commands={["fanal import FILE"]}
                        />
                    ) : (
                        <Fans fans={fans} sort={field} limit={limit} />
                    )
                }
            </Shown>
        </>
    );
}

function Fans({ fans, sort, limit }: { fans: FanSummary[]; sort: SortField; limit: number }) {
    const { say } = use_speech();
    const { list, move, current } = use_list_focus<HTMLTableSectionElement>("fans", true);
    use_keys("key_list", [
        { keys: ["j"], word: "key_next", run: () => move(1) },
        { keys: ["k"], word: "key_previous", run: () => move(-1) },
        { keys: ["o", "Enter"], word: "key_open", run: () => current()?.click() },
    ]);
    const next = fans.length >= limit ? longer(limit) : undefined;
    const shown = columns.includes(sort) ? columns : [sort, ...columns];
    return (
        <>
            <p class="lead">{say("fans_about")}</p>
            <SortChoice sort={sort} />
            <table class="list">
                <thead>
                    <tr>
                        <th scope="col">{say("fan")}</th>
                        {shown.map((field) => (
                            <Heading key={field} field={field} sort={sort} />
                        ))}
                    </tr>
                </thead>
                <tbody ref={list}>
                    {fans.map((fan) => (
                        <Row key={fan.fan_id} fan={fan} fields={shown} sort={sort} />
                    ))}
                </tbody>
            </table>
            {next && (
                <button type="button" class="button" onClick={() => go(links.fans(sort, next), "replace")}>
                    {say("more")}
                </button>
            )}
        </>
    );
}

function SortChoice({ sort }: { sort: SortField }) {
    const speech = use_speech();
    const { say } = speech;
    const choices = (fields: readonly SortField[]) =>
        fields.map((field) => (
            <option key={field} value={field} selected={field === sort}>
                {field_name(speech, field)}
            </option>
        ));
    return (
        <label class="choice">
            {say("sort_by")}{" "}
            <select onChange={(change) => go(links.fans(change.currentTarget.value), "replace")}>
                <optgroup label={say("scores")}>{choices(score_fields)}</optgroup>
                <optgroup label={say("exchanges")}>{choices(count_fields)}</optgroup>
            </select>
        </label>
    );
}

/**
 * On a narrow screen the ordering measure stays, and one beside it: influence, or PageRank beside influence itself.
 */
function looks_of(field: SortField, sort: SortField): string {
    const beside = sort === "influence" ? "pagerank" : "influence";
    return field === sort ? "number sorted" : field === beside ? "number" : "number minor";
}

function Heading({ field, sort }: { field: SortField; sort: SortField }) {
    const speech = use_speech();
    const is_sorted = field === sort;
    return (
        <th scope="col" class={looks_of(field, sort)} aria-sort={is_sorted ? "descending" : undefined}>
            <button type="button" onClick={() => go(links.fans(field), "replace")}>
                {field_name(speech, field)}
            </button>
        </th>
    );
}

function Row({ fan, fields, sort }: { fan: FanSummary; fields: SortField[]; sort: SortField }) {
    const speech = use_speech();
    return (
        <tr data-row>
            <th scope="row">
                <a
                    data-item={fan.fan_id}
                    href={links.fan(fan.fan_id)}
                    onClick={() => leave_from("fans", fan.fan_id)}
                    onFocus={() => load_ahead(addresses.fan(fan.fan_id))}
                >
                    <Name person={fan} />
                </a>
                <span class="who">
                    <Handle handle={fan.handle} />
                    {fan.networks.map((network) => (
                        <NetworkBadge key={network} network={network} />
                    ))}
                </span>
            </th>
            {fields.map((field) => (
                <td key={field} class={looks_of(field, sort)}>
                    {field_text(speech, fan, field)}
                </td>
            ))}
        </tr>
    );
}
