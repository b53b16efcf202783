-- What was answered to a request that named a key, for whoever sends it again within a day. It goes with its person.
CREATE TABLE idempotency_keys (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    status integer NOT NULL,
    location text,
    etag text,
    position bigint,
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
