DROP TABLE duplicate_scans;
DROP TABLE likely_duplicates;
ALTER TABLE users DROP COLUMN mandate_asked_at;
DROP TABLE successions;
