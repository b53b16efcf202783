-- Domains of e-mail that stand for one record: who has an address there belongs to it. Only animators attach them.
CREATE TABLE membership_domains (
    domain text COLLATE "C" NOT NULL PRIMARY KEY,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    attached_at timestamptz NOT NULL,
    attached_by uuid NOT NULL
);
CREATE INDEX membership_domains_record_id ON membership_domains (record_id);

-- Codes that the network leaves at a visit, as digests; each lets one person in.
CREATE TABLE visit_codes (
    digest text COLLATE "C" NOT NULL PRIMARY KEY,
    record_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    role text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX visit_codes_record_id ON visit_codes (record_id);
