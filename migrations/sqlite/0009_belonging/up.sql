-- Domains of e-mail that stand for one record: who has an address there belongs to it. Only animators attach them.
CREATE TABLE membership_domains (
    domain TEXT NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    attached_at TEXT NOT NULL,
    attached_by BLOB NOT NULL
) STRICT;
CREATE INDEX membership_domains_record_id ON membership_domains (record_id);

-- Codes that the network leaves at a visit, as digests; each lets one person in.
CREATE TABLE visit_codes (
    digest TEXT NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by BLOB NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE INDEX visit_codes_record_id ON visit_codes (record_id);
