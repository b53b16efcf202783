CREATE TABLE collectivities (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL,
    siren TEXT UNIQUE,
    insee_code TEXT,
    population INTEGER,
    department_code TEXT,
    region_code TEXT,
    epci_id BLOB REFERENCES collectivities (id),
    lon REAL,
    lat REAL,
    website TEXT,
    summary TEXT,
    engagement TEXT NOT NULL,
    member_since TEXT,
    service_name TEXT,
    service_attached_to TEXT,
    service_staff_fte REAL,
    service_budget_min_cents INTEGER,
    service_budget_max_cents INTEGER,
    service_mandate TEXT,
    contact_mailbox TEXT,
    in_transition INTEGER NOT NULL,
    in_scope INTEGER NOT NULL
) STRICT;
CREATE INDEX collectivities_epci_id ON collectivities (epci_id);
CREATE INDEX collectivities_kind_insee_code ON collectivities (kind, insee_code);

CREATE TABLE collectivity_codes (
    collectivity_id BLOB NOT NULL REFERENCES collectivities (id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (collectivity_id, scheme, code)
) STRICT, WITHOUT ROWID;

-- A theme or a country that a collectivity cares about.
CREATE TABLE interests (
    collectivity_id BLOB NOT NULL REFERENCES collectivities (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    theme_id BLOB REFERENCES themes (id),
    country_code TEXT REFERENCES countries (code),
    level TEXT NOT NULL,
    PRIMARY KEY (collectivity_id, rank),
    CHECK ((theme_id IS NULL) <> (country_code IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX interests_theme_id ON interests (theme_id);
CREATE INDEX interests_country_code ON interests (country_code);

-- What documents said of an international service in one year.
CREATE TABLE service_notes (
    collectivity_id BLOB NOT NULL REFERENCES collectivities (id) ON DELETE CASCADE,
    year INTEGER NOT NULL,
    document_slug TEXT NOT NULL REFERENCES documents (slug),
    name TEXT,
    attached_to TEXT,
    staff_min INTEGER,
    staff_max INTEGER,
    staff_fte REAL,
    staff_note TEXT,
    budget_min_cents INTEGER,
    budget_max_cents INTEGER,
    budget_note TEXT,
    quotation TEXT,
    stated_on TEXT,
    PRIMARY KEY (collectivity_id, year, document_slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_notes_document_slug ON service_notes (document_slug);
