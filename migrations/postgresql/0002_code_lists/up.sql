CREATE TABLE countries (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    code text COLLATE "C" NOT NULL UNIQUE,
    iso3 text COLLATE "C" NOT NULL UNIQUE,
    iso_numeric text COLLATE "C",
    name_fr text NOT NULL,
    name_en text NOT NULL,
    continent text COLLATE "C" NOT NULL,
    capital text,
    lon double precision,
    lat double precision
);

CREATE TABLE sdgs (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    number smallint NOT NULL UNIQUE,
    name_fr text NOT NULL,
    name_en text NOT NULL,
    title_fr text NOT NULL,
    title_en text NOT NULL,
    color text COLLATE "C" NOT NULL
);

CREATE TABLE dac_sectors (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    code text COLLATE "C" NOT NULL UNIQUE,
    name_fr text NOT NULL,
    name_en text NOT NULL,
    active boolean NOT NULL
);

CREATE TABLE themes (
    id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL,
    name_fr text NOT NULL,
    name_en text NOT NULL,
    description text,
    origin text,
    rank integer NOT NULL
);

CREATE TABLE theme_sdgs (
    theme_id uuid NOT NULL REFERENCES themes (id) ON DELETE CASCADE,
    number smallint NOT NULL REFERENCES sdgs (number),
    PRIMARY KEY (theme_id, number)
);
CREATE INDEX theme_sdgs_number ON theme_sdgs (number);
