-- Second factors: the secret that an application of codes shares (RFC 6238, base 32), good once a first code has come back.
-- `last_step` is the last time step that opened: none opens twice.
CREATE TABLE second_factors (
    user_id uuid NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    secret text NOT NULL,
    confirmed_at timestamptz,
    last_step bigint,
    tries integer NOT NULL,
    wait_until timestamptz
);

-- What opens where that application is lost: digests, each good once.
CREATE TABLE recovery_codes (
    digest text COLLATE "C" NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    used_at timestamptz
);
CREATE INDEX recovery_codes_user_id ON recovery_codes (user_id);
