-- How the platform presents itself, as one row of JSON that is here from the beginning: it is read whole, by every process,
-- whenever its version is another.
CREATE TABLE platform (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    version bigint NOT NULL,
    said text COLLATE "C" NOT NULL
);
INSERT INTO platform VALUES (1, 1, '{}');

-- When a mail could not leave, the last time. What mail servers said until now named whom it was for.
ALTER TABLE mails ADD COLUMN failed_at timestamptz;
UPDATE mails SET failure = NULL;
