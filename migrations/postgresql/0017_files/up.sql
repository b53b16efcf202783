-- Pictures and documents of records; their bytes are in the storage, under the identifier. What was removed can be put
-- back for a while.
CREATE TABLE files (
    id uuid NOT NULL PRIMARY KEY,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    title text,
    alt text,
    bytes bigint NOT NULL,
    width integer,
    height integer,
    rank integer NOT NULL,
    removed_at timestamptz
);
CREATE INDEX files_record_id ON files (record_id);
CREATE INDEX files_removed_at ON files (removed_at);
