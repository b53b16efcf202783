-- Whom a mail to somebody else speaks of: erasing them erases it, should it not have left.
ALTER TABLE mails ADD COLUMN about_id BLOB;

-- How often its person was told that an account nobody uses will be closed.
ALTER TABLE users ADD COLUMN notices INTEGER NOT NULL DEFAULT 0;
