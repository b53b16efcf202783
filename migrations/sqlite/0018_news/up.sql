CREATE TABLE news (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    summary TEXT,
    description TEXT,
    published_on TEXT NOT NULL,
    useful_until TEXT,
    links TEXT NOT NULL
) STRICT;

CREATE TABLE news_authors (
    news_id BLOB NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    collectivity_id BLOB REFERENCES collectivities (id),
    actor_id BLOB REFERENCES actors (id),
    PRIMARY KEY (news_id, rank),
    CHECK ((collectivity_id IS NULL) <> (actor_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX news_authors_collectivity_id ON news_authors (collectivity_id);
CREATE INDEX news_authors_actor_id ON news_authors (actor_id);

CREATE TABLE news_themes (
    news_id BLOB NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    theme_id BLOB NOT NULL REFERENCES themes (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (news_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_themes_theme_id ON news_themes (theme_id);

CREATE TABLE news_countries (
    news_id BLOB NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    country_code TEXT NOT NULL REFERENCES countries (code),
    rank INTEGER NOT NULL,
    PRIMARY KEY (news_id, country_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_countries_country_code ON news_countries (country_code);

CREATE TABLE news_projects (
    news_id BLOB NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    project_id BLOB NOT NULL REFERENCES projects (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (news_id, project_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_projects_project_id ON news_projects (project_id);

CREATE TABLE news_events (
    news_id BLOB NOT NULL REFERENCES news (id) ON DELETE CASCADE,
    event_id BLOB NOT NULL REFERENCES events (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (news_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_events_event_id ON news_events (event_id);
