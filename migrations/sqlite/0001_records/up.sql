-- What every record has, whatever it is about; each kind adds a table of its own with the same id.
CREATE TABLE records (
    id BLOB NOT NULL PRIMARY KEY,
    resource TEXT NOT NULL,
    slug TEXT NOT NULL,
    version INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    confirmed_at TEXT,
    source_kind TEXT NOT NULL,
    source TEXT,
    license TEXT,
    hidden_at TEXT,
    UNIQUE (resource, slug)
) STRICT;

-- Every address a record has or had: present slug, former slugs (redirected), codes (SIREN, INSEE, ISO).
CREATE TABLE slugs (
    resource TEXT NOT NULL,
    slug TEXT NOT NULL,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    PRIMARY KEY (resource, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX slugs_record_id ON slugs (record_id);

-- How the sources of imports call a record.
CREATE TABLE external_ids (
    resource TEXT NOT NULL,
    scheme TEXT NOT NULL,
    external_id TEXT NOT NULL,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    PRIMARY KEY (resource, scheme, external_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX external_ids_record_id ON external_ids (record_id);

CREATE TABLE documents (
    slug TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    issuer TEXT,
    nature TEXT,
    date TEXT,
    date_note TEXT
) STRICT;

CREATE TABLE citations (
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    document_slug TEXT NOT NULL REFERENCES documents (slug),
    quotation TEXT,
    stated_on TEXT,
    evidence TEXT,
    PRIMARY KEY (record_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_document_slug ON citations (document_slug);

-- Which files were imported whole, and what they held: a file that was not is imported at the next start.
CREATE TABLE imports (
    name TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL
) STRICT;

-- Fields that a person has written: an import proposes there, and does not overwrite.
CREATE TABLE field_edits (
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    author TEXT NOT NULL,
    edited_at TEXT NOT NULL,
    PRIMARY KEY (record_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
    id BLOB NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    proposed TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at TEXT NOT NULL,
    decided_at TEXT,
    decision TEXT
) STRICT;
CREATE INDEX proposals_record_id_field ON proposals (record_id, field);

-- Everything that changed, in the order of the commits. An author is an identifier, never a name.
CREATE TABLE journal (
    sequence INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    record_id BLOB NOT NULL REFERENCES records (id),
    operation TEXT NOT NULL,
    version INTEGER NOT NULL,
    changes TEXT NOT NULL
) STRICT;
CREATE INDEX journal_record_id ON journal (record_id);

-- Records as readers get them, rendered in the transaction that changed them.
CREATE TABLE renditions (
    record_id BLOB NOT NULL PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    resource TEXT NOT NULL,
    visibility TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    summary TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX renditions_position_record_id ON renditions (position, record_id);

-- Which records a rendition names: they are rendered again together.
CREATE TABLE rendition_links (
    from_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    to_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rendition_links_to_id ON rendition_links (to_id);
