-- Which way of rendering made this one: what an older program has rendered is rendered anew at the start.
ALTER TABLE renditions ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
CREATE INDEX renditions_format ON renditions (format, record_id);
