-- A rejection is what was refused and where it stood, so that two files of one name keep theirs apart; with it goes
-- what the import was told. What came over HTTP names no file, so that nothing is opened for it, whatever it was
-- called.
ALTER TABLE import_rejections RENAME TO rejections_before;
CREATE TABLE import_rejections (
    rejection_id    INTEGER PRIMARY KEY,       -- derived from file or not, source, path and record
    source          TEXT    NOT NULL,          -- the absolute path; over HTTP, what the sender called it
    path            TEXT    NOT NULL,          -- where in it
    reason          TEXT    NOT NULL,
    file            TEXT    NOT NULL,          -- on the disk, which holds the source; empty: it came over HTTP
    fingerprint     TEXT    NOT NULL,          -- of that file, as it was: size and a hash of its first bytes
    as_network      TEXT    NOT NULL,          -- what the import was told; empty: to see for itself
    columns         TEXT    NOT NULL,
    include_private INTEGER NOT NULL,
    record          BLOB    NOT NULL           -- last, so that the rest is read without it
) STRICT;
-- Of earlier ones nobody knows how they came: they are tried from their bytes.
INSERT INTO import_rejections (rejection_id, source, path, reason, file, fingerprint, as_network, columns,
                               include_private, record)
    SELECT row_number() OVER (ORDER BY source, path), source, path, reason, '', '', '', '', 0, record
    FROM rejections_before;
DROP TABLE rejections_before;

ALTER TABLE import_progress ADD COLUMN network TEXT NOT NULL DEFAULT '';
