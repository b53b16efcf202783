CREATE TABLE thematic_groups (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT,
    deliverable TEXT,
    next_date TEXT,
    elsewhere TEXT NOT NULL,
    join_policy TEXT NOT NULL,
    restricted_to TEXT NOT NULL
) STRICT;

CREATE TABLE thematic_group_themes (
    group_id BLOB NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    theme_id BLOB NOT NULL REFERENCES themes (id),
    PRIMARY KEY (group_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thematic_group_themes_theme_id ON thematic_group_themes (theme_id);

CREATE TABLE thematic_group_countries (
    group_id BLOB NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    country_code TEXT NOT NULL REFERENCES countries (code),
    PRIMARY KEY (group_id, country_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX thematic_group_countries_country_code ON thematic_group_countries (country_code);

CREATE TABLE thematic_group_members (
    group_id BLOB NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    collectivity_id BLOB NOT NULL REFERENCES collectivities (id),
    PRIMARY KEY (group_id, collectivity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thematic_group_members_collectivity_id ON thematic_group_members (collectivity_id);

CREATE TABLE thematic_group_animators (
    group_id BLOB NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actors (id),
    PRIMARY KEY (group_id, actor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thematic_group_animators_actor_id ON thematic_group_animators (actor_id);
