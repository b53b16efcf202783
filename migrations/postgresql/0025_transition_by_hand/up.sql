-- Whether the mark of a collectivity in transition was set for this: one that was set by hand stays when the places are filled.
ALTER TABLE successions ADD COLUMN marked boolean NOT NULL DEFAULT FALSE;
