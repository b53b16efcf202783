ALTER TABLE mails DROP COLUMN decision_id;
DROP TABLE settings;
DROP TABLE decisions;
DROP TABLE first_looks;
DROP TABLE remarks;
