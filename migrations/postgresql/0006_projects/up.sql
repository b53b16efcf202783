CREATE TABLE projects (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title text NOT NULL,
    summary text,
    description text,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    status_note text,
    to_confirm boolean NOT NULL,
    lead_id uuid REFERENCES collectivities (id),
    lead_name text,
    parent_id uuid REFERENCES projects (id),
    area text,
    start_date text COLLATE "C",
    start_note text,
    end_date text COLLATE "C",
    budget_min_cents bigint,
    budget_max_cents bigint,
    budget_note text,
    looking_for jsonb NOT NULL,
    looking_for_note text,
    brings_home text,
    results text,
    beneficiaries text,
    other_participants jsonb NOT NULL,
    links jsonb NOT NULL,
    documents jsonb NOT NULL
);
CREATE INDEX projects_lead_id ON projects (lead_id);
CREATE INDEX projects_parent_id ON projects (parent_id);

CREATE TABLE project_collectivities (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    collectivity_id uuid NOT NULL REFERENCES collectivities (id),
    rank integer NOT NULL,
    role text COLLATE "C" NOT NULL,
    PRIMARY KEY (project_id, collectivity_id)
);
CREATE INDEX project_collectivities_collectivity_id ON project_collectivities (collectivity_id);

CREATE TABLE project_actors (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    actor_id uuid NOT NULL REFERENCES actors (id),
    role text COLLATE "C" NOT NULL,
    rank integer NOT NULL,
    PRIMARY KEY (project_id, actor_id, role)
);
CREATE INDEX project_actors_actor_id ON project_actors (actor_id);

CREATE TABLE project_partner_authorities (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    partner_authority_id uuid NOT NULL REFERENCES partner_authorities (id),
    rank integer NOT NULL,
    PRIMARY KEY (project_id, partner_authority_id)
);
CREATE INDEX project_partner_authorities_partner_authority_id ON project_partner_authorities (partner_authority_id);

CREATE TABLE project_countries (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    rank integer NOT NULL,
    share_percent smallint CHECK (share_percent BETWEEN 0 AND 100),
    PRIMARY KEY (project_id, country_code)
);
CREATE INDEX project_countries_country_code ON project_countries (country_code);

CREATE TABLE project_places (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    name text NOT NULL,
    country_code text COLLATE "C" REFERENCES countries (code),
    lon double precision,
    lat double precision,
    exactness text COLLATE "C" NOT NULL,
    PRIMARY KEY (project_id, rank)
);
CREATE INDEX project_places_country_code ON project_places (country_code);

CREATE TABLE project_themes (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    theme_id uuid NOT NULL REFERENCES themes (id),
    rank integer NOT NULL,
    PRIMARY KEY (project_id, theme_id)
);
CREATE INDEX project_themes_theme_id ON project_themes (theme_id);

CREATE TABLE project_sdgs (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number smallint NOT NULL REFERENCES sdgs (number),
    rank integer NOT NULL,
    PRIMARY KEY (project_id, number)
);
CREATE INDEX project_sdgs_number ON project_sdgs (number);

CREATE TABLE project_dac_sectors (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    code text COLLATE "C" NOT NULL REFERENCES dac_sectors (code),
    rank integer NOT NULL,
    PRIMARY KEY (project_id, code)
);
CREATE INDEX project_dac_sectors_code ON project_dac_sectors (code);

CREATE TABLE project_funding_lines (
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    funder_id uuid REFERENCES actors (id),
    funder_name text,
    scheme text,
    amount_cents bigint,
    year integer,
    state text COLLATE "C" NOT NULL,
    PRIMARY KEY (project_id, rank)
);
CREATE INDEX project_funding_lines_funder_id ON project_funding_lines (funder_id);
