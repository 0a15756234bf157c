-- Two profiles that a person said are not to be joined by anything but a person. The merges that stand are the rows of
-- merges: undoing one takes its row away, and what happened stands in decision_log.
CREATE TABLE separations (
    profile_id       INTEGER NOT NULL,         -- the smaller of the two ids
    other_profile_id INTEGER NOT NULL,
    reason           TEXT    NOT NULL,         -- undone: a link that the networks vouch for was undone, which takes
                                               -- back this one link; rejected: the two are two people, whatever links
    decided_at       INTEGER NOT NULL,
    PRIMARY KEY (profile_id, other_profile_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO separations (profile_id, other_profile_id, reason, decided_at)
    SELECT profile_id, other_profile_id, 'undone', undone_at FROM merges
    WHERE undone_at IS NOT NULL AND decided_by = 'networks';

ALTER TABLE merges RENAME TO merges_before;
-- Two profiles found to be one person, as long as it stands.
CREATE TABLE merges (
    merge_id         INTEGER PRIMARY KEY,      -- derived from decided_by and the two ids
    profile_id       INTEGER NOT NULL,         -- the smaller of the two ids
    other_profile_id INTEGER NOT NULL,
    decided_by       TEXT    NOT NULL,         -- networks: both profiles vouch for each other; person: somebody said so
    evidence         TEXT    NOT NULL,         -- the addresses that name each other; who said so, and why
    merged_at        INTEGER NOT NULL
) STRICT;
INSERT INTO merges (merge_id, profile_id, other_profile_id, decided_by, evidence, merged_at)
    SELECT merge_id, profile_id, other_profile_id, decided_by, evidence, merged_at FROM merges_before
    WHERE undone_at IS NULL;
DROP TABLE merges_before;

-- Profiles that nothing may link, by a keyed hash of their network and remote id, so that an objection outlives what
-- is known of the profile.
CREATE TABLE objections (
    profile_hash INTEGER PRIMARY KEY,
    objected_at  INTEGER NOT NULL
) STRICT;

-- The key of that hash, made at the first objection.
CREATE TABLE objection_keys (
    key_id INTEGER PRIMARY KEY CHECK (key_id = 1),
    key    BLOB    NOT NULL                    -- 16 random bytes
) STRICT;

-- Derived: what the last refresh of scores looked at, profile by profile, so that the scores of the same instant follow
-- when profiles become another person.
CREATE TABLE scored_profiles (
    profile_id INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE scored_ties (
    from_profile_id INTEGER NOT NULL,          -- who acted
    to_profile_id   INTEGER NOT NULL,          -- who was acted upon
    weight          REAL    NOT NULL,          -- tie strength
    engagement_received REAL NOT NULL,         -- time-decayed count of the acts
    PRIMARY KEY (from_profile_id, to_profile_id)
) STRICT, WITHOUT ROWID;

-- What people decided about merges, appended and never rewritten; like the import log no part of what two databases
-- share. Each entry holds the digest of the one before, so that a change shows.
CREATE TABLE decision_log (
    decision_id     INTEGER PRIMARY KEY,       -- 1, 2, 3, …
    decided_at      INTEGER NOT NULL,
    decided_by      TEXT    NOT NULL,          -- the name that the person gave
    act             TEXT    NOT NULL,          -- merge, undo, object
    model_id        INTEGER NOT NULL,          -- the match model that proposed it; 0: none did
    subject_digest  TEXT    NOT NULL,          -- SHA-256 of the row of decision_subjects
    previous_digest TEXT    NOT NULL,          -- digest of the entry before; empty for the first
    digest          TEXT    NOT NULL           -- SHA-256 of everything above
) STRICT;
-- Whom and what a decision was about. Erasing a row makes its entry anonymous; the digests still agree.
CREATE TABLE decision_subjects (
    decision_id      INTEGER PRIMARY KEY,
    salt             TEXT    NOT NULL,         -- 32 random hexadecimal digits: the digest tells nothing without
    merge_id         INTEGER NOT NULL,         -- 0: none
    profile_id       INTEGER NOT NULL,
    other_profile_id INTEGER NOT NULL,         -- 0: none
    evidence         TEXT    NOT NULL
) STRICT;
CREATE TRIGGER decision_log_is_not_updated BEFORE UPDATE ON decision_log
BEGIN SELECT RAISE(ABORT, 'The decision log is never rewritten.'); END;
CREATE TRIGGER decision_log_is_not_deleted BEFORE DELETE ON decision_log
BEGIN SELECT RAISE(ABORT, 'The decision log is never rewritten.'); END;
CREATE TRIGGER decision_log_is_not_replaced BEFORE INSERT ON decision_log
WHEN EXISTS (SELECT 1 FROM decision_log WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'The decision log is never rewritten.'); END;
CREATE TRIGGER decision_subjects_are_not_updated BEFORE UPDATE ON decision_subjects
BEGIN SELECT RAISE(ABORT, 'The decision log is never rewritten.'); END;
CREATE TRIGGER decision_subjects_are_not_replaced BEFORE INSERT ON decision_subjects
WHEN EXISTS (SELECT 1 FROM decision_subjects WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'The decision log is never rewritten.'); END;
