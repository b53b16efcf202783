CREATE TABLE countries (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    iso3 TEXT NOT NULL UNIQUE,
    iso_numeric TEXT,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    continent TEXT NOT NULL,
    capital TEXT,
    lon REAL,
    lat REAL
) STRICT;

CREATE TABLE sdgs (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    number INTEGER NOT NULL UNIQUE,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title_fr TEXT NOT NULL,
    title_en TEXT NOT NULL,
    color TEXT NOT NULL
) STRICT;

CREATE TABLE dac_sectors (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    active INTEGER NOT NULL
) STRICT;

CREATE TABLE themes (
    id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description TEXT,
    origin TEXT,
    rank INTEGER NOT NULL
) STRICT;

CREATE TABLE theme_sdgs (
    theme_id BLOB NOT NULL REFERENCES themes (id) ON DELETE CASCADE,
    number INTEGER NOT NULL REFERENCES sdgs (number),
    PRIMARY KEY (theme_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_sdgs_number ON theme_sdgs (number);
