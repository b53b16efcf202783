-- Who somebody is at another site that vouches for them (OpenID Connect): its address, and its name for them.
CREATE TABLE openid_identities (
    issuer text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    linked_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX openid_identities_user_id ON openid_identities (user_id);

-- Somebody who was led to that site and has not come back yet: digests of what the way back must bring and of what the
-- browser has kept, what the site must repeat and what it is asked with. `user_id` is who wants their account linked.
CREATE TABLE openid_attempts (
    state_digest text COLLATE "C" NOT NULL PRIMARY KEY,
    browser_digest text COLLATE "C" NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    back text,
    language text COLLATE "C" NOT NULL,
    user_id uuid REFERENCES users (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX openid_attempts_user_id ON openid_attempts (user_id);

-- Passwords of those who want one, as Argon2id makes them (PHC string).
CREATE TABLE passwords (
    user_id uuid NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    hash text NOT NULL,
    set_at timestamptz NOT NULL
);
