-- Who may see what of a person beside the records they belong to, as they said; whoever has said nothing is shown nowhere.
CREATE TABLE contact_consents (
    user_id BLOB NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    email TEXT NOT NULL,
    given_at TEXT NOT NULL
) STRICT;
