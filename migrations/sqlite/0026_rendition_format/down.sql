DROP INDEX renditions_format;
ALTER TABLE renditions DROP COLUMN format;
