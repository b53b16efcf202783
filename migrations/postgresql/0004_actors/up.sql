CREATE TABLE actors (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL,
    name text NOT NULL,
    acronym text,
    iati_organisation_type text COLLATE "C",
    scope text,
    status_note text,
    description text,
    website text,
    to_confirm boolean NOT NULL
);

CREATE TABLE partner_authorities (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    name text NOT NULL,
    authority_type text,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    lon double precision,
    lat double precision,
    website text,
    description text,
    wikidata_id text COLLATE "C",
    to_confirm boolean NOT NULL
);
CREATE INDEX partner_authorities_country_code ON partner_authorities (country_code);
