ALTER TABLE successions DROP COLUMN marked;
