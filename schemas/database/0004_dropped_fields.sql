-- Unknown fields that a person asked to drop: no interaction keeps them in `extra`, and no import brings them back.
CREATE TABLE dropped_fields (
    name       TEXT    PRIMARY KEY,
    dropped_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
