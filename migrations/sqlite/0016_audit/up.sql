-- Acts of authority: who did what to whom. Nothing here names a person but by an identifier, which leads to nobody once
-- they are forgotten. Lines are added, and forgotten after their time; none is changed.
CREATE TABLE acts (
    id BLOB NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id BLOB,
    act TEXT NOT NULL,
    person_id BLOB,
    record_id BLOB,
    detail TEXT
) STRICT;
CREATE INDEX acts_at ON acts (at);
CREATE TRIGGER acts_stay BEFORE UPDATE ON acts BEGIN
    SELECT RAISE(ABORT, 'an act is never changed');
END;
