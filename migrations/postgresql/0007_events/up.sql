-- `time`, `venue`, `programme` and the like are values that nothing refers to: JSON. `starts_at` and `ends_at` follow
-- from `time` and its zone.
CREATE TABLE events (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    title text NOT NULL,
    description text,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    time jsonb NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz,
    sequence integer NOT NULL,
    recurrence text,
    recurrence_exceptions jsonb NOT NULL,
    venue jsonb NOT NULL,
    online boolean NOT NULL,
    call_for_co_hosts boolean NOT NULL,
    audience jsonb NOT NULL,
    audience_note text,
    programme jsonb NOT NULL,
    registration jsonb NOT NULL,
    report text,
    documents jsonb NOT NULL,
    attendance jsonb NOT NULL,
    mission jsonb NOT NULL,
    remarks jsonb NOT NULL,
    group_id uuid REFERENCES thematic_groups (id)
);
CREATE INDEX events_group_id ON events (group_id);

CREATE TABLE event_organisations (
    event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    collectivity_id uuid REFERENCES collectivities (id),
    actor_id uuid REFERENCES actors (id),
    role text COLLATE "C" NOT NULL,
    PRIMARY KEY (event_id, rank),
    CHECK ((collectivity_id IS NULL) <> (actor_id IS NULL))
);
CREATE INDEX event_organisations_collectivity_id ON event_organisations (collectivity_id);
CREATE INDEX event_organisations_actor_id ON event_organisations (actor_id);

CREATE TABLE event_themes (
    event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    theme_id uuid NOT NULL REFERENCES themes (id),
    rank integer NOT NULL,
    PRIMARY KEY (event_id, theme_id)
);
CREATE INDEX event_themes_theme_id ON event_themes (theme_id);

CREATE TABLE event_countries (
    event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    country_code text COLLATE "C" NOT NULL REFERENCES countries (code),
    rank integer NOT NULL,
    PRIMARY KEY (event_id, country_code)
);
CREATE INDEX event_countries_country_code ON event_countries (country_code);
