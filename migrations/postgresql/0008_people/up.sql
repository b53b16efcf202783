-- Accounts: what names a person is here and in no other table, so that erasing one leaves the records and the journal
-- whole. The address is kept as it is compared: trimmed, in small letters.
CREATE TABLE users (
    id uuid NOT NULL PRIMARY KEY,
    email text COLLATE "C" NOT NULL UNIQUE,
    name text NOT NULL,
    function text,
    standing text COLLATE "C" NOT NULL,
    mandate_end text COLLATE "C",
    language text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    created_at timestamptz NOT NULL,
    seen_at timestamptz
);

-- A browser in which somebody has signed in. It has ended when `ended_at` is set: its tokens are worth nothing.
CREATE TABLE sessions (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    way text COLLATE "C" NOT NULL,
    second_factor boolean NOT NULL,
    agent text,
    created_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_because text COLLATE "C"
);
CREATE INDEX sessions_user_id ON sessions (user_id);

-- The family of a session's refresh tokens, as digests (SHA-256, hexadecimal). One that comes a second time was stolen.
CREATE TABLE refresh_tokens (
    digest text COLLATE "C" NOT NULL PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_session_id ON refresh_tokens (session_id);

-- The keys that sign access tokens (Ed25519): the newest signs, those before are only believed.
CREATE TABLE signing_keys (
    kid text COLLATE "C" NOT NULL PRIMARY KEY,
    secret text COLLATE "C" NOT NULL,
    public text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL
);

-- Requests to sign in by e-mail: digests of the link and of the browser that asked, and of the code that stands in for
-- the link where it is opened in another browser.
CREATE TABLE sign_in_links (
    id uuid NOT NULL PRIMARY KEY,
    email text COLLATE "C" NOT NULL,
    link_digest text COLLATE "C" NOT NULL UNIQUE,
    browser_digest text COLLATE "C" NOT NULL,
    code_digest text COLLATE "C",
    code_tries integer NOT NULL,
    language text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX sign_in_links_email ON sign_in_links (email);

-- Who belongs to which collectivity or actor. `role` is what was given, once it was.
CREATE TABLE memberships (
    id uuid NOT NULL PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    state text COLLATE "C" NOT NULL,
    role text COLLATE "C",
    way text COLLATE "C" NOT NULL,
    message text,
    reason text,
    asked_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid,
    UNIQUE (user_id, record_id)
);
CREATE INDEX memberships_record_id ON memberships (record_id);

-- Mail on its way: written in the transaction that wants it sent, tried until it is.
CREATE TABLE mails (
    id uuid NOT NULL PRIMARY KEY,
    recipient text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    created_at timestamptz NOT NULL,
    next_try_at timestamptz NOT NULL,
    tries integer NOT NULL,
    sent_at timestamptz,
    failure text
);
CREATE INDEX mails_next_try_at ON mails (next_try_at);
