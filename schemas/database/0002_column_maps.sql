-- What the columns of tables of other programs hold, as people gave or confirmed it, for the next file with the same
-- headings.
CREATE TABLE column_maps (
    header       TEXT    PRIMARY KEY,          -- the headings, a line each
    columns      TEXT    NOT NULL,             -- field=heading, a line each
    confirmed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
