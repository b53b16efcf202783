CREATE TABLE actors (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    acronym TEXT,
    iati_organisation_type TEXT,
    scope TEXT,
    status_note TEXT,
    description TEXT,
    website TEXT,
    to_confirm INTEGER NOT NULL
) STRICT;

CREATE TABLE partner_authorities (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    authority_type TEXT,
    country_code TEXT NOT NULL REFERENCES countries (code),
    lon REAL,
    lat REAL,
    website TEXT,
    description TEXT,
    wikidata_id TEXT,
    to_confirm INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_authorities_country_code ON partner_authorities (country_code);
