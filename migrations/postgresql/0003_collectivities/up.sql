CREATE TABLE collectivities (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL,
    name text NOT NULL,
    full_name text NOT NULL,
    siren text COLLATE "C" UNIQUE,
    insee_code text COLLATE "C",
    population integer,
    department_code text COLLATE "C",
    region_code text COLLATE "C",
    epci_id uuid REFERENCES collectivities (id),
    lon double precision,
    lat double precision,
    website text,
    summary text,
    engagement text COLLATE "C" NOT NULL,
    member_since text COLLATE "C",
    service_name text,
    service_attached_to text,
    service_staff_fte double precision,
    service_budget_min_cents bigint,
    service_budget_max_cents bigint,
    service_mandate text,
    contact_mailbox text,
    in_transition boolean NOT NULL,
    in_scope boolean NOT NULL
);
CREATE INDEX collectivities_epci_id ON collectivities (epci_id);
CREATE INDEX collectivities_kind_insee_code ON collectivities (kind, insee_code);

CREATE TABLE collectivity_codes (
    collectivity_id uuid NOT NULL REFERENCES collectivities (id) ON DELETE CASCADE,
    scheme text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    PRIMARY KEY (collectivity_id, scheme, code)
);

-- A theme or a country that a collectivity cares about.
CREATE TABLE interests (
    collectivity_id uuid NOT NULL REFERENCES collectivities (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    theme_id uuid REFERENCES themes (id),
    country_code text COLLATE "C" REFERENCES countries (code),
    level text COLLATE "C" NOT NULL,
    PRIMARY KEY (collectivity_id, rank),
    CHECK ((theme_id IS NULL) <> (country_code IS NULL))
);
CREATE INDEX interests_theme_id ON interests (theme_id);
CREATE INDEX interests_country_code ON interests (country_code);

-- What documents said of an international service in one year.
CREATE TABLE service_notes (
    collectivity_id uuid NOT NULL REFERENCES collectivities (id) ON DELETE CASCADE,
    year integer NOT NULL,
    document_slug text COLLATE "C" NOT NULL REFERENCES documents (slug),
    name text,
    attached_to text,
    staff_min integer,
    staff_max integer,
    staff_fte double precision,
    staff_note text,
    budget_min_cents bigint,
    budget_max_cents bigint,
    budget_note text,
    quotation text,
    stated_on text COLLATE "C",
    PRIMARY KEY (collectivity_id, year, document_slug)
);
CREATE INDEX service_notes_document_slug ON service_notes (document_slug);
