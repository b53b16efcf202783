-- Collectivities that were asked to lead a project with its lead: one row a pair, whatever became of it. What people wrote
-- is here only, and goes with them.
CREATE TABLE co_leads (
    id uuid NOT NULL PRIMARY KEY,
    project_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    collectivity_id uuid NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    state text COLLATE "C" NOT NULL,
    message text,
    answer text,
    asked_at timestamptz NOT NULL,
    asked_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    UNIQUE (project_id, collectivity_id)
);
CREATE INDEX co_leads_collectivity_id_state ON co_leads (collectivity_id, state);
CREATE INDEX co_leads_asked_by ON co_leads (asked_by);
