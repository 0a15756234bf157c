-- What profiles of different networks are matched by, and what came of it (crm/identity/match_model.hpp). decision_log
-- also knows the acts accept, reject, forget and train.

-- Every model that was ever trained. The built-in one, number 1, has no row.
CREATE TABLE match_models (
    model_id       INTEGER PRIMARY KEY,        -- 2, 3, 4, …
    trained_at     INTEGER NOT NULL,
    trained_by     TEXT    NOT NULL,
    active         INTEGER NOT NULL,           -- 1: the one that serves
    profiles_count INTEGER NOT NULL,           -- from which it learned
    statistics     BLOB    NOT NULL            -- how common names, handles and their stretches were
) STRICT;
-- What a model learned about two networks.
CREATE TABLE match_fits (
    model_id               INTEGER NOT NULL,
    network                TEXT    NOT NULL,   -- the smaller of the two names
    other_network          TEXT    NOT NULL,
    candidates_count       INTEGER NOT NULL,   -- pairs of profiles with a key in common
    pairs_a_candidate      REAL    NOT NULL,   -- of all pairs of profiles, how many stand behind one of these
    expected_matches_count REAL    NOT NULL,
    match_rate             REAL    NOT NULL,   -- of candidates
    rates                  TEXT    NOT NULL,   -- of levels of agreement: handles of matches, by chance; names alike;
                                               -- then the match rate of each kind of candidate
    PRIMARY KEY (model_id, network, other_network)
) STRICT, WITHOUT ROWID;

-- Derived, and empty while profiles are of one network.

-- What a profile is called now, in the form in which it is compared; profiles that say nothing have no row.
CREATE TABLE match_namings (
    profile_id INTEGER PRIMARY KEY,
    network    TEXT    NOT NULL,
    core       TEXT    NOT NULL,               -- of the handle
    name       TEXT    NOT NULL,               -- the words of the display name, a space between them
    lookalikes TEXT    NOT NULL                -- the same words as they look, where that is another thing
) STRICT;
-- Under which keys a profile is found.
CREATE TABLE match_keys (
    key        INTEGER NOT NULL,
    profile_id INTEGER NOT NULL,
    PRIMARY KEY (key, profile_id)
) STRICT, WITHOUT ROWID;
-- Two profiles that may be one person. Which of them are shown, and how probable they are beside each other, is found
-- out when they are read.
CREATE TABLE matches (
    match_id         INTEGER PRIMARY KEY,      -- derived from the two ids
    profile_id       INTEGER NOT NULL,         -- the smaller of the two ids
    other_profile_id INTEGER NOT NULL,
    model_id         INTEGER NOT NULL,
    millibits        INTEGER NOT NULL,         -- the evidence in thousandths of a bit, the sum of the parts
    parts            TEXT    NOT NULL          -- name=millibits;…
) STRICT;

-- What was there before is matched by whoever opens the database next: the mark is of a process that never was.
INSERT INTO derived_stale (process_id) SELECT 2147483647 WHERE EXISTS (SELECT 1 FROM profiles);
