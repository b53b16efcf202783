-- Second factors: the secret that an application of codes shares (RFC 6238, base 32), good once a first code has come back.
-- `last_step` is the last time step that opened: none opens twice.
CREATE TABLE second_factors (
    user_id BLOB NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    confirmed_at TEXT,
    last_step INTEGER,
    tries INTEGER NOT NULL,
    wait_until TEXT
) STRICT;

-- What opens where that application is lost: digests, each good once.
CREATE TABLE recovery_codes (
    digest TEXT NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    used_at TEXT
) STRICT;
CREATE INDEX recovery_codes_user_id ON recovery_codes (user_id);
