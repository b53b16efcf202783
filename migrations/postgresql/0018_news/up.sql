CREATE TABLE news (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title text NOT NULL,
    summary text,
    description text,
    published_on text COLLATE "C" NOT NULL,
    useful_until text COLLATE "C",
    links jsonb NOT NULL
);

CREATE TABLE news_authors (
    news_id uuid NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    collectivity_id uuid REFERENCES collectivities (id),
    actor_id uuid REFERENCES actors (id),
    PRIMARY KEY (news_id, rank),
    CHECK ((collectivity_id IS NULL) <> (actor_id IS NULL))
);
CREATE INDEX news_authors_collectivity_id ON news_authors (collectivity_id);
CREATE INDEX news_authors_actor_id ON news_authors (actor_id);

CREATE TABLE news_themes (
    news_id uuid NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    theme_id uuid NOT NULL REFERENCES themes (id),
    rank integer NOT NULL,
    PRIMARY KEY (news_id, theme_id)
);
CREATE INDEX news_themes_theme_id ON news_themes (theme_id);

CREATE TABLE news_countries (
    news_id uuid NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    rank integer NOT NULL,
    PRIMARY KEY (news_id, country_code)
);
CREATE INDEX news_countries_country_code ON news_countries (country_code);

CREATE TABLE news_projects (
    news_id uuid NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    project_id uuid NOT NULL REFERENCES projects (id),
    rank integer NOT NULL,
    PRIMARY KEY (news_id, project_id)
);
CREATE INDEX news_projects_project_id ON news_projects (project_id);

CREATE TABLE news_events (
    news_id uuid NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    event_id uuid NOT NULL REFERENCES events (id),
    rank integer NOT NULL,
    PRIMARY KEY (news_id, event_id)
);
CREATE INDEX news_events_event_id ON news_events (event_id);
