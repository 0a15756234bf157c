-- Profiles are matched by more than handle and name.
ALTER TABLE match_namings ADD COLUMN traits TEXT NOT NULL DEFAULT '';
    -- what the profile says of itself besides, a space between each: place:, site: (what it lists), own: (where it
    -- stands), email:, avatar:, word: (of its bio)

-- What was there before is matched anew by whoever opens the database next: the mark is of a process that never was.
INSERT OR IGNORE INTO derived_stale (process_id) SELECT 2147483647 WHERE EXISTS (SELECT 1 FROM profiles);
