-- Pictures and documents of records; their bytes are in the storage, under the identifier. What was removed can be put
-- back for a while.
CREATE TABLE files (
    id BLOB NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    alt TEXT,
    bytes INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    rank INTEGER NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX files_record_id ON files (record_id);
CREATE INDEX files_removed_at ON files (removed_at);
