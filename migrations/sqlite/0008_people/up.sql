-- Accounts: what names a person is here and in no other table, so that erasing one leaves the records and the journal
-- whole. The address is kept as it is compared: trimmed, in small letters.
CREATE TABLE users (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    function TEXT,
    standing TEXT NOT NULL,
    mandate_end TEXT,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    seen_at TEXT
) STRICT;

-- A browser in which somebody has signed in. It has ended when `ended_at` is set: its tokens are worth nothing.
CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    way TEXT NOT NULL,
    second_factor INTEGER NOT NULL,
    agent TEXT,
    created_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    ended_at TEXT,
    ended_because TEXT
) STRICT;
CREATE INDEX sessions_user_id ON sessions (user_id);

-- The family of a session's refresh tokens, as digests (SHA-256, hexadecimal). One that comes a second time was stolen.
CREATE TABLE refresh_tokens (
    digest TEXT NOT NULL PRIMARY KEY,
    session_id BLOB NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE INDEX refresh_tokens_session_id ON refresh_tokens (session_id);

-- The keys that sign access tokens (Ed25519): the newest signs, those before are only believed.
CREATE TABLE signing_keys (
    kid TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL,
    public TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- Requests to sign in by e-mail: digests of the link and of the browser that asked, and of the code that stands in for
-- the link where it is opened in another browser.
CREATE TABLE sign_in_links (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    link_digest TEXT NOT NULL UNIQUE,
    browser_digest TEXT NOT NULL,
    code_digest TEXT,
    code_tries INTEGER NOT NULL,
    language TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE INDEX sign_in_links_email ON sign_in_links (email);

-- Who belongs to which collectivity or actor. `role` is what was given, once it was.
CREATE TABLE memberships (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    role TEXT,
    way TEXT NOT NULL,
    message TEXT,
    reason TEXT,
    asked_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by BLOB,
    UNIQUE (user_id, record_id)
) STRICT;
CREATE INDEX memberships_record_id ON memberships (record_id);

-- Mail on its way: written in the transaction that wants it sent, tried until it is.
CREATE TABLE mails (
    id BLOB NOT NULL PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at TEXT NOT NULL,
    next_try_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    sent_at TEXT,
    failure TEXT
) STRICT;
CREATE INDEX mails_next_try_at ON mails (next_try_at);
