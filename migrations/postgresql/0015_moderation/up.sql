-- What anybody says of a public record: that something is wrong with it (`correction`), or that it should not be there
-- (`report`). `email` is kept until the answer has left; `due_at` is when the animators see to it.
CREATE TABLE remarks (
    id uuid NOT NULL PRIMARY KEY,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL,
    reason text COLLATE "C",
    message text,
    proposal text,
    email text,
    language text COLLATE "C" NOT NULL,
    author_id uuid,
    state text COLLATE "C" NOT NULL,
    answer text,
    created_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    told_at timestamptz,
    decided_at timestamptz,
    decided_by uuid
);
CREATE INDEX remarks_record_id ON remarks (record_id);
CREATE INDEX remarks_state_due_at ON remarks (state, due_at);

-- Records that their people have published, for an animator to look at. Where `wanted` says who shall see one, it stays a
-- draft until then.
CREATE TABLE first_looks (
    record_id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    author_id uuid NOT NULL,
    wanted text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    answer text,
    asked_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid
);
CREATE INDEX first_looks_state_asked_at ON first_looks (state, asked_at);
CREATE INDEX first_looks_author_id ON first_looks (author_id);

-- What animators have decided in the queue, for as long as it can be undone; `before` is what it takes to do so.
CREATE TABLE decisions (
    id uuid NOT NULL PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    item_id uuid NOT NULL,
    act text COLLATE "C" NOT NULL,
    before text COLLATE "C" NOT NULL,
    decided_at timestamptz NOT NULL,
    decided_by uuid NOT NULL
);
CREATE INDEX decisions_decided_at ON decisions (decided_at);

-- Settings of the platform, by name: each is here from the beginning.
CREATE TABLE settings (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    value text COLLATE "C" NOT NULL
);
INSERT INTO settings VALUES ('first_look', 'false');

-- A mail of a decision that can still be undone goes with it.
ALTER TABLE mails ADD COLUMN decision_id uuid;
