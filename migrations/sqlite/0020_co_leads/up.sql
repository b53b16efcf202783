-- Collectivities that were asked to lead a project with its lead: one row a pair, whatever became of it. What people wrote
-- is here only, and goes with them.
CREATE TABLE co_leads (
    id BLOB NOT NULL PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    collectivity_id BLOB NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    message TEXT,
    answer TEXT,
    asked_at TEXT NOT NULL,
    asked_by BLOB,
    decided_at TEXT,
    decided_by BLOB,
    UNIQUE (project_id, collectivity_id)
) STRICT;
CREATE INDEX co_leads_collectivity_id_state ON co_leads (collectivity_id, state);
CREATE INDEX co_leads_asked_by ON co_leads (asked_by);
