CREATE TABLE thematic_groups (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    name text NOT NULL,
    kind text COLLATE "C" NOT NULL,
    purpose text,
    deliverable text,
    next_date text COLLATE "C",
    elsewhere jsonb NOT NULL,
    join_policy text COLLATE "C" NOT NULL,
    restricted_to jsonb NOT NULL
);

CREATE TABLE thematic_group_themes (
    group_id uuid NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    theme_id uuid NOT NULL REFERENCES themes (id),
    PRIMARY KEY (group_id, theme_id)
);
CREATE INDEX thematic_group_themes_theme_id ON thematic_group_themes (theme_id);

CREATE TABLE thematic_group_countries (
    group_id uuid NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    PRIMARY KEY (group_id, country_code)
);
CREATE INDEX thematic_group_countries_country_code ON thematic_group_countries (country_code);

CREATE TABLE thematic_group_members (
    group_id uuid NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    collectivity_id uuid NOT NULL REFERENCES collectivities (id),
    PRIMARY KEY (group_id, collectivity_id)
);
CREATE INDEX thematic_group_members_collectivity_id ON thematic_group_members (collectivity_id);

CREATE TABLE thematic_group_animators (
    group_id uuid NOT NULL REFERENCES thematic_groups (id) ON DELETE CASCADE,
    actor_id uuid NOT NULL REFERENCES actors (id),
    PRIMARY KEY (group_id, actor_id)
);
CREATE INDEX thematic_group_animators_actor_id ON thematic_group_animators (actor_id);
