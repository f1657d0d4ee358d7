-- What changed a draft is known by its key, as what made one is: two clicks on a form's button are one request.
CREATE TABLE new_draft_changes (
    request TEXT PRIMARY KEY,
    draft_id BIGINT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    interaction_id BIGINT NOT NULL            -- the order of changes is that of their interactions
);
INSERT INTO new_draft_changes (request, draft_id, interaction_id)
SELECT 'interaction ' || interaction_id, draft_id, interaction_id FROM draft_changes;
DROP TABLE draft_changes;
ALTER TABLE new_draft_changes RENAME TO draft_changes;
CREATE INDEX draft_changes_by_draft ON draft_changes (draft_id);
