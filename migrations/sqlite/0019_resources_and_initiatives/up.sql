CREATE TABLE resources (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    summary TEXT,
    description TEXT,
    kind TEXT NOT NULL,
    link TEXT,
    published_on TEXT,
    language TEXT,
    audience TEXT NOT NULL,
    publisher_name TEXT,
    reviewed_on TEXT,
    review_due_on TEXT
) STRICT;

CREATE TABLE resource_publishers (
    resource_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    collectivity_id BLOB REFERENCES collectivities (id),
    actor_id BLOB REFERENCES actors (id),
    PRIMARY KEY (resource_id, rank),
    CHECK ((collectivity_id IS NULL) <> (actor_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX resource_publishers_collectivity_id ON resource_publishers (collectivity_id);
CREATE INDEX resource_publishers_actor_id ON resource_publishers (actor_id);

CREATE TABLE resource_themes (
    resource_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    theme_id BLOB NOT NULL REFERENCES themes (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (resource_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX resource_themes_theme_id ON resource_themes (theme_id);

CREATE TABLE resource_countries (
    resource_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
    country_code TEXT NOT NULL REFERENCES countries (code),
    rank INTEGER NOT NULL,
    PRIMARY KEY (resource_id, country_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX resource_countries_country_code ON resource_countries (country_code);

CREATE TABLE external_initiatives (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    summary TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    website TEXT,
    run_by_name TEXT
) STRICT;

CREATE TABLE initiative_actors (
    initiative_id BLOB NOT NULL REFERENCES external_initiatives (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actors (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (initiative_id, actor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiative_actors_actor_id ON initiative_actors (actor_id);

CREATE TABLE initiative_themes (
    initiative_id BLOB NOT NULL REFERENCES external_initiatives (id) ON DELETE CASCADE,
    theme_id BLOB NOT NULL REFERENCES themes (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (initiative_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiative_themes_theme_id ON initiative_themes (theme_id);

CREATE TABLE initiative_countries (
    initiative_id BLOB NOT NULL REFERENCES external_initiatives (id) ON DELETE CASCADE,
    country_code TEXT NOT NULL REFERENCES countries (code),
    rank INTEGER NOT NULL,
    PRIMARY KEY (initiative_id, country_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX initiative_countries_country_code ON initiative_countries (country_code);

CREATE TABLE thematic_group_initiatives (
    group_id BLOB NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    initiative_id BLOB NOT NULL REFERENCES external_initiatives (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (group_id, initiative_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thematic_group_initiatives_initiative_id ON thematic_group_initiatives (initiative_id);

-- What readers get of a group names its initiatives: none, of those that were there before.
UPDATE renditions
SET record = substr(record, 1, length(record) - 1) || ',"initiatives":[]}'
WHERE resource = 'thematic-groups' AND record NOT LIKE '%"initiatives":[%';
