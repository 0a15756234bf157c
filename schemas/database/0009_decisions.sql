-- A merge that was accepted together with all others from a probability on says little about whether the probabilities
-- can be believed: nobody looked at it by itself.
ALTER TABLE merges ADD COLUMN in_bulk INTEGER NOT NULL DEFAULT 0; -- 1: accepted so

-- How decision_log ends, so that entries cut off its end, or all of them, are missed.
CREATE TABLE decision_head (
    head_id         INTEGER PRIMARY KEY CHECK (head_id = 1),
    decisions_count INTEGER NOT NULL,          -- the number of the last entry
    digest          TEXT    NOT NULL           -- the last entry's; empty before the first
) STRICT;
INSERT INTO decision_head (head_id, decisions_count, digest)
    SELECT 1, coalesce(max(decision_id), 0), coalesce(max(digest), '') FROM decision_log
    WHERE decision_id = (SELECT max(decision_id) FROM decision_log);
