// The views of the HTTP API: the keys are the field names of models/*.hpp, ids are text, instants ISO 8601, and what
// is not known is null.

export const kinds = ["post", "comment", "mention", "message", "reaction", "reshare", "quote", "follow"] as const;
export type Kind = (typeof kinds)[number];

/** The plural under which counts of a kind are named: `reshares_received`. */
export const plurals = {
    post: "posts",
    comment: "comments",
    mention: "mentions",
    message: "messages",
    reaction: "reactions",
    reshare: "reshares",
    quote: "quotes",
    follow: "follows",
} as const satisfies Record<Kind, string>;
type Plural = (typeof plurals)[Kind];
export type CountField = `${Plural}_given` | `${Plural}_received`;
export type ScoreField = "influence" | "pagerank" | "core_number" | "followers_count";
export type SortField = ScoreField | CountField;

export interface Signal {
    name: string;
    value: number; // hours
    reason: string;
}

export interface QueueItem {
    rank: number;
    conversation_id: string;
    fan_id: string;
    network: string;
    display_name: string;
    handle: string;
    interaction_id: string;
    kind: Kind;
    text: string;
    language: string;
    waiting_since: string;
    waiting_count: number;
    score: number; // hours
    signals: Signal[];
}

export interface Queue {
    queue: QueueItem[];
    waiting_count: number;
}

export interface ConversationEntry {
    interaction_id: string;
    profile_id: string;
    display_name: string;
    kind: Kind;
    occurred_at: string;
    text: string;
    url: string;
    ours: boolean;
    removed: boolean;
}

export interface Conversation {
    conversation_id: string;
    fan_id: string;
    network: string;
    display_name: string;
    handle: string;
    post: ConversationEntry | null;
    entries: ConversationEntry[];
    queue_item: QueueItem | null;
}

export interface Scores {
    influence: number;
    influence_low: number | null;
    influence_high: number | null;
    pagerank: number;
    core_number: number;
    in_degree: number;
    out_degree: number;
}

export type FanSummary = {
    fan_id: string;
    display_name: string;
    handle: string;
    networks: string[];
    followers_count: number | null;
    scores: Scores | null;
} & Record<CountField, number>;

export interface Fact {
    field: string;
    value: string;
    source: string;
    first_observed_at: string;
    last_observed_at: string;
}

export interface Profile {
    profile_id: string;
    fan_id: string;
    network: string;
    remote_id: string;
    handle: string;
    display_name: string;
    followers_count: number | null;
    facts: Fact[];
}

export interface HistoryEntry {
    interaction_id: string;
    profile_id: string;
    thread_id: string;
    network: string;
    kind: Kind;
    occurred_at: string;
    text: string;
    reaction: string;
    url: string;
}

export interface MergedProfile {
    profile_id: string;
    network: string;
    handle: string;
    display_name: string;
}

export interface Merge {
    merge_id: string;
    fan_id: string;
    profile: MergedProfile;
    other_profile: MergedProfile;
    decided_by: "networks" | "person";
    evidence: string;
    merged_at: string;
}

/** What one thing says for two profiles being one person, in thousandths of a bit. */
export interface MatchPart {
    name: string;
    millibits: number;
    compared: string; // "@ana ~ ana.b + Ana Brun"; empty where nothing was
}

export interface MatchSide extends MergedProfile {
    fan_id: string;
    remote_id: string;
    url: string;
    avatar_url: string;
    bio: string;
    place: string;
    followers_count: number | null;
    fan_networks: string[];
    interactions_count: number;
    waiting_count: number;
    first_interaction_at: string | null;
    last_interaction_at: string | null;
}

export interface Match {
    match_id: string;
    state: "proposed" | "repeated" | "accepted" | "rejected" | "closed";
    merge_id: string;
    model_id: number;
    profile: MatchSide;
    other_profile: MatchSide;
    parts: MatchPart[];
    total_millibits: number;
    probability: number;
    probability_low: number;
    probability_high: number;
    decisions_count: number; // of people, on which the probability rests
    value: number;
}

export interface MatchList {
    matches: Match[];
    matches_count: number;
}

export interface AcceptedMatches {
    matches_count: number;
    wrong_expected_count: number;
    least_certain: Match[];
    digest: string; // of which matches these are
    accepted: boolean; // false: a preview
}

/** A fact with the profile that says it. */
export interface SaidFact {
    profile_id: string;
    network: string;
    fact: Fact;
}

export interface Fan {
    summary: FanSummary;
    profiles: Profile[];
    disagreements: SaidFact[]; // where the profiles' names or places differ, what each says now
    merges: Merge[];
    history: HistoryEntry[]; // newest first, at most 200
    scores_as_of: string | null;
    do_not_link: boolean; // the fan asked that nothing links these profiles with others
}

export interface CascadeMetrics {
    size: number;
    depth: number;
    breadth_max: number;
    structural_virality: number | null;
}

export interface CascadeSummary {
    post_id: string;
    network: string;
    remote_id: string;
    display_name: string;
    text: string;
    published_at: string | null;
    metrics: CascadeMetrics;
}

export interface CascadeNode {
    interaction_id: string;
    profile_id: string; // "0" when unknown
    fan_id: string; // "0" when unknown
    display_name: string;
    handle: string;
    occurred_at: string | null;
    parent: number; // index among the nodes; -1 for the root
    depth: number;
    subtree_size: number;
    parent_assumed: boolean;
}

export interface Cascade {
    summary: CascadeSummary;
    nodes: CascadeNode[]; // parents first; node 0 is the root
    most_viral_path: number[];
}

export interface Account {
    account_id: string;
    network: string;
    remote_id: string;
    handle: string;
    display_name: string;
    declared: boolean;
}

/** Ids of people and things that are not known are "0". */
export function is_known(id: string): boolean {
    return id !== "" && id !== "0";
}
