-- What an entry said before a moderator corrected its header is kept, too, and came of the same draft as what it says then.
CREATE TABLE new_entry_versions (
    entry_id BIGINT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,                  -- from 1 on
    draft_id BIGINT NOT NULL REFERENCES drafts (id),
    header TEXT NOT NULL,                     -- `field: value` lines
    story TEXT NOT NULL,
    words TEXT NOT NULL,                      -- by convention, as JSON
    declared_words INTEGER,
    stood_from BIGINT NOT NULL,
    PRIMARY KEY (entry_id, number)
);
INSERT INTO new_entry_versions (entry_id, number, draft_id, header, story, words, declared_words, stood_from)
SELECT entry_id, number, draft_id, header, story, words, declared_words, stood_from FROM entry_versions;
DROP TABLE entry_versions;
ALTER TABLE new_entry_versions RENAME TO entry_versions;
CREATE INDEX entry_versions_by_draft ON entry_versions (draft_id);
