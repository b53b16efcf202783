-- Acts of authority: who did what to whom. Nothing here names a person but by an identifier, which leads to nobody once
-- they are forgotten. Lines are added, and forgotten after their time; none is changed.
CREATE TABLE acts (
    id uuid NOT NULL PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid,
    act text COLLATE "C" NOT NULL,
    person_id uuid,
    record_id uuid,
    detail text COLLATE "C"
);
CREATE INDEX acts_at ON acts (at);
CREATE FUNCTION acts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an act is never changed';
END
$$;
CREATE TRIGGER acts_stay BEFORE UPDATE ON acts FOR EACH ROW EXECUTE FUNCTION acts_stay();
