-- What a change of an entry would have it say, while moderators are asked about it. The entry stands as it did; the change
-- waits as long as its case does, and its draft is its writer's again when that ends without a yes.
CREATE TABLE waiting_changes (
    case_id BIGINT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    draft_id BIGINT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    header TEXT NOT NULL,                     -- `field: value` lines
    story TEXT NOT NULL
);
CREATE INDEX waiting_changes_by_draft ON waiting_changes (draft_id);
