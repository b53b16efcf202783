CREATE TABLE resources (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title text NOT NULL,
    summary text,
    description text,
    kind text COLLATE "C" NOT NULL,
    link text,
    published_on text COLLATE "C",
    language text COLLATE "C",
    audience jsonb NOT NULL,
    publisher_name text,
    reviewed_on text COLLATE "C",
    review_due_on text COLLATE "C"
);

CREATE TABLE resource_publishers (
    resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    collectivity_id uuid REFERENCES collectivities (id),
    actor_id uuid REFERENCES actors (id),
    PRIMARY KEY (resource_id, rank),
    CHECK ((collectivity_id IS NULL) <> (actor_id IS NULL))
);
CREATE INDEX resource_publishers_collectivity_id ON resource_publishers (collectivity_id);
CREATE INDEX resource_publishers_actor_id ON resource_publishers (actor_id);

CREATE TABLE resource_themes (
    resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    theme_id uuid NOT NULL REFERENCES themes (id),
    rank integer NOT NULL,
    PRIMARY KEY (resource_id, theme_id)
);
CREATE INDEX resource_themes_theme_id ON resource_themes (theme_id);

CREATE TABLE resource_countries (
    resource_id uuid NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    rank integer NOT NULL,
    PRIMARY KEY (resource_id, country_code)
);
CREATE INDEX resource_countries_country_code ON resource_countries (country_code);

CREATE TABLE external_initiatives (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    name text NOT NULL,
    summary text,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    website text,
    run_by_name text
);

CREATE TABLE initiative_actors (
    initiative_id uuid NOT NULL REFERENCES external_initiatives (id) ON DELETE CASCADE,
    actor_id uuid NOT NULL REFERENCES actors (id),
    rank integer NOT NULL,
    PRIMARY KEY (initiative_id, actor_id)
);
CREATE INDEX initiative_actors_actor_id ON initiative_actors (actor_id);

CREATE TABLE initiative_themes (
    initiative_id uuid NOT NULL REFERENCES external_initiatives (id) ON DELETE CASCADE,
    theme_id uuid NOT NULL REFERENCES themes (id),
    rank integer NOT NULL,
    PRIMARY KEY (initiative_id, theme_id)
);
CREATE INDEX initiative_themes_theme_id ON initiative_themes (theme_id);

CREATE TABLE initiative_countries (
    initiative_id uuid NOT NULL REFERENCES external_initiatives (id) ON DELETE CASCADE,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    rank integer NOT NULL,
    PRIMARY KEY (initiative_id, country_code)
);
CREATE INDEX initiative_countries_country_code ON initiative_countries (country_code);

CREATE TABLE thematic_group_initiatives (
    group_id uuid NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    initiative_id uuid NOT NULL REFERENCES external_initiatives (id),
    rank integer NOT NULL,
    PRIMARY KEY (group_id, initiative_id)
);
CREATE INDEX thematic_group_initiatives_initiative_id ON thematic_group_initiatives (initiative_id);

-- What readers get of a group names its initiatives: none, of those that were there before.
UPDATE renditions
SET record = substr(record, 1, length(record) - 1) || ',"initiatives":[]}'
WHERE resource = 'thematic-groups' AND record NOT LIKE '%"initiatives":[%';
