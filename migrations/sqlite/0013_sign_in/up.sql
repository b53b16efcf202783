-- Who somebody is at another site that vouches for them (OpenID Connect): its address, and its name for them.
CREATE TABLE openid_identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    linked_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT;
CREATE INDEX openid_identities_user_id ON openid_identities (user_id);

-- Somebody who was led to that site and has not come back yet: digests of what the way back must bring and of what the
-- browser has kept, what the site must repeat and what it is asked with. `user_id` is who wants their account linked.
CREATE TABLE openid_attempts (
    state_digest TEXT NOT NULL PRIMARY KEY,
    browser_digest TEXT NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    back TEXT,
    language TEXT NOT NULL,
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX openid_attempts_user_id ON openid_attempts (user_id);

-- Passwords of those who want one, as Argon2id makes them (PHC string).
CREATE TABLE passwords (
    user_id BLOB NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    set_at TEXT NOT NULL
) STRICT;
