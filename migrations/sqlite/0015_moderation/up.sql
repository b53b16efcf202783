-- What anybody says of a public record: that something is wrong with it (`correction`), or that it should not be there
-- (`report`). `email` is kept until the answer has left; `due_at` is when the animators see to it.
CREATE TABLE remarks (
    id BLOB NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    reason TEXT,
    message TEXT,
    proposal TEXT,
    email TEXT,
    language TEXT NOT NULL,
    author_id BLOB,
    state TEXT NOT NULL,
    answer TEXT,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    told_at TEXT,
    decided_at TEXT,
    decided_by BLOB
) STRICT;
CREATE INDEX remarks_record_id ON remarks (record_id);
CREATE INDEX remarks_state_due_at ON remarks (state, due_at);

-- Records that their people have published, for an animator to look at. Where `wanted` says who shall see one, it stays a
-- draft until then.
CREATE TABLE first_looks (
    record_id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    author_id BLOB NOT NULL,
    wanted TEXT,
    state TEXT NOT NULL,
    answer TEXT,
    asked_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by BLOB
) STRICT;
CREATE INDEX first_looks_state_asked_at ON first_looks (state, asked_at);
CREATE INDEX first_looks_author_id ON first_looks (author_id);

-- What animators have decided in the queue, for as long as it can be undone; `before` is what it takes to do so.
CREATE TABLE decisions (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    item_id BLOB NOT NULL,
    act TEXT NOT NULL,
    before TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by BLOB NOT NULL
) STRICT;
CREATE INDEX decisions_decided_at ON decisions (decided_at);

-- Settings of the platform, by name: each is here from the beginning.
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO settings VALUES ('first_look', 'false');

-- A mail of a decision that can still be undone goes with it.
ALTER TABLE mails ADD COLUMN decision_id BLOB;
