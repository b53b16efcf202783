-- Records whose places somebody has left and nobody fills: of each which ones, and why. `told_at` is since when its people
-- and the animators know, and a collectivity is marked as in transition. It goes when the places are filled again.
CREATE TABLE successions (
    record_id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    places text COLLATE "C" NOT NULL,
    because text COLLATE "C" NOT NULL,
    opened_at timestamptz NOT NULL,
    told_at timestamptz
);

-- When somebody whose mandate has ended was asked whether they still are in office.
ALTER TABLE users ADD COLUMN mandate_asked_at timestamptz;

-- Pairs of records that may be one, the lesser identifier first; an animator may have said that they are two.
CREATE TABLE likely_duplicates (
    id uuid NOT NULL PRIMARY KEY,
    one_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    other_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    alike text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    found_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid,
    UNIQUE (one_id, other_id)
);
CREATE INDEX likely_duplicates_other_id ON likely_duplicates (other_id);

-- How far in the journal one has looked for them.
CREATE TABLE duplicate_scans (
    resource text COLLATE "C" NOT NULL PRIMARY KEY,
    position bigint NOT NULL
);
