-- Who may see what of a person beside the records they belong to, as they said; whoever has said nothing is shown nowhere.
CREATE TABLE contact_consents (
    user_id uuid NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    name text COLLATE "C" NOT NULL,
    function text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    given_at timestamptz NOT NULL
);
