-- Ids are 63-bit hashes of what the networks call things (models/ids.hpp), so that any order of the same payloads
-- gives the same rows, and a row may name another that has not arrived yet. Instants are milliseconds since
-- 1970-01-01T00:00:00Z. Empty text means "not said". Tables under "Derived" can be emptied and rebuilt from the
-- others.

-- Our own presences. Each is a profile too, under the same id.
CREATE TABLE accounts (
    account_id   INTEGER PRIMARY KEY,          -- the profile_id of the presence
    network      TEXT    NOT NULL,
    remote_id    TEXT    NOT NULL,
    handle       TEXT    NOT NULL,
    display_name TEXT    NOT NULL,
    declared     INTEGER NOT NULL              -- 1: a person said so; 0: a payload did
) STRICT;

-- Accounts of people (and ours) on the networks. What they are called stands in profile_facts.
CREATE TABLE profiles (
    profile_id         INTEGER PRIMARY KEY,
    network            TEXT    NOT NULL,
    remote_id          TEXT    NOT NULL,
    fan_id             INTEGER NOT NULL,       -- derived from merges: the smallest profile_id of the person
    followers_count    INTEGER,                -- the newest seen
    followers_count_at INTEGER                 -- when
) STRICT;

-- Every fact about a profile, with who said it and when. Several values of a field stand side by side: a changed handle
-- is a new row, and the value seen last is the current one.
CREATE TABLE profile_facts (
    profile_id        INTEGER NOT NULL,
    field             TEXT    NOT NULL,        -- handle, display_name, place, bio, url, avatar_url, link
    value             TEXT    NOT NULL,
    source            TEXT    NOT NULL,        -- the importer that read it
    first_observed_at INTEGER NOT NULL,
    last_observed_at  INTEGER NOT NULL,
    PRIMARY KEY (profile_id, field, value, source)
) STRICT, WITHOUT ROWID;

-- The acts: posts, comments, mentions, messages, reactions, reshares, quotes, follows. Never moved, never merged.
CREATE TABLE interactions (
    interaction_id INTEGER PRIMARY KEY,
    network        TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    remote_id      TEXT    NOT NULL,           -- as the network says, or derived from the content
    occurred_at    INTEGER NOT NULL,
    profile_id     INTEGER,                    -- who acted; NULL when the network does not say
    post_id        INTEGER,                    -- the post at the top; of a message, the two profiles' exchange
    in_reply_to_id INTEGER,                    -- the interaction answered, or the reshare through which this one came
    to_profile_id  INTEGER,                    -- the profile acted upon, where the payload names it
    removed_at     INTEGER,                    -- gone on the network: the text is gone here too
    version_at     INTEGER NOT NULL,           -- of the text: the network's clock for the newest version
    text           TEXT    NOT NULL,
    language       TEXT    NOT NULL,           -- BCP 47, as the network says it, or detected in the text
    language_confidence REAL,                  -- 0…1 where it was detected; NULL where the network says it
    reaction       TEXT    NOT NULL,
    url            TEXT    NOT NULL,
    extra          TEXT    NOT NULL,           -- keys of the record that we do not know, as one JSON object
    thread_id      INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(post_id, in_reply_to_id, interaction_id)) STORED
) STRICT;

-- The remote ids of what is referred to before (or without) being seen itself: a post under which comments came.
CREATE TABLE threads (
    thread_id INTEGER PRIMARY KEY,
    network   TEXT NOT NULL,
    remote_id TEXT NOT NULL
) STRICT;

-- Removals, kept for good, so that a late arrival does not resurrect.
CREATE TABLE removals (
    interaction_id INTEGER PRIMARY KEY,
    network        TEXT    NOT NULL,
    remote_id      TEXT    NOT NULL,
    removed_at     INTEGER NOT NULL            -- the latest told
) STRICT;

-- Other ids under which a network may take an interaction back: of an edited version, of a like's own record.
CREATE TABLE aliases (
    interaction_id INTEGER NOT NULL,
    alias_id       INTEGER NOT NULL,           -- a removal may stand under it
    PRIMARY KEY (interaction_id, alias_id),
    UNIQUE (alias_id, interaction_id)
) STRICT, WITHOUT ROWID;

-- Two profiles found to be one person. Undoing one sets undone_at; nothing else is ever rewritten.
CREATE TABLE merges (
    merge_id         INTEGER PRIMARY KEY,
    profile_id       INTEGER NOT NULL,         -- the smaller of the two ids
    other_profile_id INTEGER NOT NULL,
    decided_by       TEXT    NOT NULL,         -- networks: both profiles vouch for each other; person: somebody said so
    evidence         TEXT    NOT NULL,
    merged_at        INTEGER NOT NULL,
    undone_at        INTEGER
) STRICT;

-- Derived ----------------------------------------------------------------------------------------------------------

-- The conversations that wait for us, with the signals that order them (crm/queue/signals.hpp).
CREATE TABLE queue (
    profile_id     INTEGER NOT NULL,           -- who waits: the answer goes there; 0: the network does not say
    thread_id      INTEGER NOT NULL,           -- for profile 0 the interaction itself
    interaction_id INTEGER NOT NULL,           -- the unanswered one that weighs most
    waiting_since  INTEGER NOT NULL,
    waiting_count  INTEGER NOT NULL,           -- unanswered interactions
    order_key_ms   INTEGER NOT NULL,           -- waiting_since minus the signals' hours: the smallest is next
    signals        TEXT    NOT NULL,           -- name=hours;…
    PRIMARY KEY (profile_id, thread_id)
) STRICT, WITHOUT ROWID;

-- What the graph says of each fan, as of score_refreshes.
CREATE TABLE fan_scores (
    fan_id              INTEGER PRIMARY KEY,
    engagement_received REAL    NOT NULL,      -- time-decayed weight of what others did towards the fan
    pagerank            REAL    NOT NULL,      -- sums to 1 over all fans
    core_number         INTEGER NOT NULL,
    in_degree           INTEGER NOT NULL,      -- distinct fans who acted towards this one
    out_degree          INTEGER NOT NULL
) STRICT;

-- The one instant for which fan_scores hold.
CREATE TABLE score_refreshes (
    refresh_id INTEGER PRIMARY KEY CHECK (refresh_id = 1),
    as_of      INTEGER NOT NULL
) STRICT;

-- A row for each process whose import is not settled yet: tables under "Derived" lag behind. The row of a process that
-- is no more says that its import was cut short, and whoever opens the database next rebuilds.
CREATE TABLE derived_stale (
    process_id INTEGER PRIMARY KEY
) STRICT;

-- The import log ---------------------------------------------------------------------------------------------------

CREATE TABLE import_log (
    import_id      INTEGER PRIMARY KEY,
    source         TEXT    NOT NULL,
    network        TEXT    NOT NULL,
    imported_at    INTEGER NOT NULL,
    accepted_count INTEGER NOT NULL,
    repeated_count INTEGER NOT NULL,
    skipped_count  INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL
) STRICT;

-- Records refused, with their bytes, so that they can be tried again.
CREATE TABLE import_rejections (
    source    TEXT    NOT NULL,
    path      TEXT    NOT NULL,
    reason    TEXT    NOT NULL,
    record    BLOB    NOT NULL,
    PRIMARY KEY (source, path)
) STRICT, WITHOUT ROWID;

-- How far an import that was cut short had come in a file.
CREATE TABLE import_progress (
    source      TEXT    PRIMARY KEY,
    fingerprint TEXT    NOT NULL,              -- of the file: size and a hash of its first bytes
    bytes_done  INTEGER NOT NULL,
    lines_done  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
