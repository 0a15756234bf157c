-- Influence takes the place of the engagement received. All of this is derived: scores are there again after the next
-- refresh.
DROP TABLE fan_scores;
CREATE TABLE fan_scores (
    fan_id         INTEGER PRIMARY KEY,
    influence      REAL    NOT NULL,           -- what the fan sets in motion (crm/influence/ledger.hpp)
    influence_low  REAL,                       -- four times in five it is between these two;
    influence_high REAL,                       -- none: too few fans acted towards this one to say
    pagerank       REAL    NOT NULL,           -- sums to 1 over all fans
    core_number    INTEGER NOT NULL,
    in_degree      INTEGER NOT NULL,           -- distinct fans who acted towards this one
    out_degree     INTEGER NOT NULL            -- distinct fans towards whom this one acted
) STRICT;

DROP TABLE scored_ties;
CREATE TABLE scored_ties (
    from_profile_id INTEGER NOT NULL,          -- who acted
    to_profile_id   INTEGER NOT NULL,          -- who was acted upon
    fast            INTEGER NOT NULL,          -- what the acts weigh, fading by half in 6 hours; in 2^-36ths
    slow            INTEGER NOT NULL,          -- the same, in 30 days: tie strength
    PRIMARY KEY (from_profile_id, to_profile_id)
) STRICT, WITHOUT ROWID;

-- How well each score ranked, on what is here, who would be taken up next; found out by the same refresh.
CREATE TABLE score_evaluations (
    score          TEXT PRIMARY KEY,           -- influence, interactions_received, pagerank, core_number
    splits_count   INTEGER NOT NULL,           -- instants at which it was tried
    received_count INTEGER NOT NULL,           -- interactions that came after them
    from_at        INTEGER NOT NULL,           -- the first of the instants
    ndcg_at_100    REAL    NOT NULL,
    capture_at_100 REAL    NOT NULL
) STRICT, WITHOUT ROWID;

DELETE FROM scored_profiles;
DELETE FROM score_refreshes;
