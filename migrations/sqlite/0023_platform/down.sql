DROP TABLE platform;
ALTER TABLE mails DROP COLUMN failed_at;
