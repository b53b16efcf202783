-- Records whose places somebody has left and nobody fills: of each which ones, and why. `told_at` is since when its people
-- and the animators know, and a collectivity is marked as in transition. It goes when the places are filled again.
CREATE TABLE successions (
    record_id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    places TEXT NOT NULL,
    because TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    told_at TEXT
) STRICT;

-- When somebody whose mandate has ended was asked whether they still are in office.
ALTER TABLE users ADD COLUMN mandate_asked_at TEXT;

-- Pairs of records that may be one, the lesser identifier first; an animator may have said that they are two.
CREATE TABLE likely_duplicates (
    id BLOB NOT NULL PRIMARY KEY,
    one_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    other_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    alike TEXT NOT NULL,
    state TEXT NOT NULL,
    found_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by BLOB,
    UNIQUE (one_id, other_id)
) STRICT;
CREATE INDEX likely_duplicates_other_id ON likely_duplicates (other_id);

-- How far in the journal one has looked for them.
CREATE TABLE duplicate_scans (
    resource TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
) STRICT;
