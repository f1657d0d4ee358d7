-- Discord may deliver an interaction twice, and others may have changed the draft in between. Each is kept, in the place of
-- the last one alone, so that none changes a draft again.
CREATE TABLE draft_changes (
    interaction_id BIGINT PRIMARY KEY,
    draft_id BIGINT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE
);
CREATE INDEX draft_changes_by_draft ON draft_changes (draft_id);
INSERT INTO draft_changes (interaction_id, draft_id) SELECT changed_by, id FROM drafts WHERE changed_by IS NOT NULL;
ALTER TABLE drafts DROP COLUMN changed_by;
