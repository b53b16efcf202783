-- `time`, `venue`, `programme` and the like are values that nothing refers to: JSON. `starts_at` and `ends_at` follow
-- from `time` and its zone.
CREATE TABLE events (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    description TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    time TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT,
    sequence INTEGER NOT NULL,
    recurrence TEXT,
    recurrence_exceptions TEXT NOT NULL,
    venue TEXT NOT NULL,
    online INTEGER NOT NULL,
    call_for_co_hosts INTEGER NOT NULL,
    audience TEXT NOT NULL,
    audience_note TEXT,
    programme TEXT NOT NULL,
    registration TEXT NOT NULL,
    report TEXT,
    documents TEXT NOT NULL,
    attendance TEXT NOT NULL,
    mission TEXT NOT NULL,
    remarks TEXT NOT NULL,
    group_id BLOB REFERENCES thematic_groups (id)
) STRICT;
CREATE INDEX events_group_id ON events (group_id);

CREATE TABLE event_organisations (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    collectivity_id BLOB REFERENCES collectivities (id),
    actor_id BLOB REFERENCES actors (id),
    role TEXT NOT NULL,
    PRIMARY KEY (event_id, rank),
    CHECK ((collectivity_id IS NULL) <> (actor_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX event_organisations_collectivity_id ON event_organisations (collectivity_id);
CREATE INDEX event_organisations_actor_id ON event_organisations (actor_id);

CREATE TABLE event_themes (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    theme_id BLOB NOT NULL REFERENCES themes (id),
    rank INTEGER NOT NULL,
    PRIMARY KEY (event_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_themes_theme_id ON event_themes (theme_id);

CREATE TABLE event_countries (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    country_code TEXT NOT NULL REFERENCES countries (code),
    rank INTEGER NOT NULL,
    PRIMARY KEY (event_id, country_code)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_countries_country_code ON event_countries (country_code);
