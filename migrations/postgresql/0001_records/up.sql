-- What every record has, whatever it is about; each kind adds a table of its own with the same id.
CREATE TABLE records (
    id uuid NOT NULL PRIMARY KEY,
    resource text COLLATE "C" NOT NULL,
    slug text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    visibility text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    source_kind text COLLATE "C" NOT NULL,
    source text,
    license text,
    hidden_at timestamptz,
    UNIQUE (resource, slug)
);

-- Every address a record has or had: present slug, former slugs (redirected), codes (SIREN, INSEE, ISO).
CREATE TABLE slugs (
    resource text COLLATE "C" NOT NULL,
    slug text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    kind text COLLATE "C" NOT NULL,
    PRIMARY KEY (resource, slug)
);
CREATE INDEX slugs_record_id ON slugs (record_id);

-- How the sources of imports call a record.
CREATE TABLE external_ids (
    resource text COLLATE "C" NOT NULL,
    scheme text COLLATE "C" NOT NULL,
    external_id text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    PRIMARY KEY (resource, scheme, external_id)
);
CREATE INDEX external_ids_record_id ON external_ids (record_id);

CREATE TABLE documents (
    slug text COLLATE "C" NOT NULL PRIMARY KEY,
    title text NOT NULL,
    issuer text,
    nature text,
    date text COLLATE "C",
    date_note text
);

CREATE TABLE citations (
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    rank integer NOT NULL,
    document_slug text COLLATE "C" NOT NULL REFERENCES documents (slug),
    quotation text,
    stated_on text COLLATE "C",
    evidence text,
    PRIMARY KEY (record_id, rank)
);
CREATE INDEX citations_document_slug ON citations (document_slug);

-- Which files were imported whole, and what they held: a file that was not is imported at the next start.
CREATE TABLE imports (
    name text COLLATE "C" NOT NULL PRIMARY KEY,
    digest text COLLATE "C" NOT NULL,
    finished_at timestamptz NOT NULL,
    added bigint NOT NULL,
    changed bigint NOT NULL,
    unchanged bigint NOT NULL,
    refused bigint NOT NULL
);

-- Fields that a person has written: an import proposes there, and does not overwrite.
CREATE TABLE field_edits (
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    field text COLLATE "C" NOT NULL,
    author text COLLATE "C" NOT NULL,
    edited_at timestamptz NOT NULL,
    PRIMARY KEY (record_id, field)
);

CREATE TABLE proposals (
    id uuid NOT NULL PRIMARY KEY,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    field text COLLATE "C" NOT NULL,
    proposed jsonb NOT NULL,
    author text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    decided_at timestamptz,
    decision text COLLATE "C"
);
CREATE INDEX proposals_record_id_field ON proposals (record_id, field);

-- Everything that changed, in the order of the commits. An author is an identifier, never a name.
CREATE TABLE journal (
    sequence bigint NOT NULL PRIMARY KEY,
    at timestamptz NOT NULL,
    author text COLLATE "C" NOT NULL,
    record_id uuid NOT NULL REFERENCES records (id),
    operation text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    changes jsonb NOT NULL
);
CREATE INDEX journal_record_id ON journal (record_id);

-- Records as readers get them, rendered in the transaction that changed them.
CREATE TABLE renditions (
    record_id uuid NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    resource text COLLATE "C" NOT NULL,
    visibility text COLLATE "C" NOT NULL,
    hidden boolean NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    summary text NOT NULL,
    record text NOT NULL
);
CREATE INDEX renditions_position_record_id ON renditions (position, record_id);

-- Which records a rendition names: they are rendered again together.
CREATE TABLE rendition_links (
    from_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    to_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    PRIMARY KEY (from_id, to_id)
);
CREATE INDEX rendition_links_to_id ON rendition_links (to_id);
