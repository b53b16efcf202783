CREATE TABLE projects (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    summary TEXT,
    description TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    status_note TEXT,
    to_confirm INTEGER NOT NULL,
    lead_id BLOB REFERENCES collectivities (id),
    lead_name TEXT,
    parent_id BLOB REFERENCES projects (id),
    area TEXT,
    start_date TEXT,
    start_note TEXT,
    end_date TEXT,
    budget_min_cents INTEGER,
    budget_max_cents INTEGER,
    budget_note TEXT,
    looking_for TEXT NOT NULL,
    looking_for_note TEXT,
    brings_home TEXT,
    results TEXT,
    beneficiaries TEXT,
    other_participants TEXT NOT NULL,
    links TEXT NOT NULL,
    documents TEXT NOT NULL
) STRICT;
CREATE INDEX projects_lead_id ON projects (lead_id);
CREATE INDEX projects_parent_id ON projects (parent_id);

CREATE TABLE project_collectivities (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    collectivity_id BLOB NOT NULL REFERENCES collectivities (id),
    rank INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (project_id, collectivity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_collectivities_collectivity_id ON project_collectivities (collectivity_id);

CREATE TABLE project_actors (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actors (id),
    role TEXT NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (project_id, actor_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_actors_actor_id ON project_actors (actor_id);

CREATE TABLE project_partner_authorities (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    partner_authority_id BLOB NOT NULL REFERENCES partner_authorities (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (project_id, partner_authority_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_partner_authorities_partner_authority_id ON project_partner_authorities (partner_authority_id);

CREATE TABLE project_countries (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    country_code TEXT NOT NULL REFERENCES countries (code),
    rank INTEGER NOT NULL,
    share_percent INTEGER CHECK (share_percent BETWEEN 0 AND 100),
    PRIMARY KEY (project_id, country_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_countries_country_code ON project_countries (country_code);

CREATE TABLE project_places (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    name TEXT NOT NULL,
    country_code TEXT REFERENCES countries (code),
    lon REAL,
    lat REAL,
    exactness TEXT NOT NULL,
    PRIMARY KEY (project_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_places_country_code ON project_places (country_code);

CREATE TABLE project_themes (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    theme_id BLOB NOT NULL REFERENCES themes (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (project_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_themes_theme_id ON project_themes (theme_id);

CREATE TABLE project_sdgs (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    number INTEGER NOT NULL REFERENCES sdgs (number),
    rank INTEGER NOT NULL,
    PRIMARY KEY (project_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_sdgs_number ON project_sdgs (number);

CREATE TABLE project_dac_sectors (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    code TEXT NOT NULL REFERENCES dac_sectors (code),
    rank INTEGER NOT NULL,
    PRIMARY KEY (project_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_dac_sectors_code ON project_dac_sectors (code);

CREATE TABLE project_funding_lines (
    project_id BLOB NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    funder_id BLOB REFERENCES actors (id),
    funder_name TEXT,
    scheme TEXT,
    amount_cents INTEGER,
    year INTEGER,
    state TEXT NOT NULL,
    PRIMARY KEY (project_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_funding_lines_funder_id ON project_funding_lines (funder_id);
