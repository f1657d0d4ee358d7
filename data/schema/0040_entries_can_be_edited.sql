-- A change of an entry is a draft that names it. What the entry said before stays beside it, with the draft that it came
-- of; since a draft is saved once, so is each change.
ALTER TABLE drafts ADD COLUMN entry_id BIGINT REFERENCES entries (id) ON DELETE SET NULL;
CREATE INDEX drafts_by_entry ON drafts (entry_id);
ALTER TABLE entries ADD COLUMN edited_at BIGINT;

CREATE TABLE entry_versions (
    entry_id BIGINT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,                  -- from 1 on
    draft_id BIGINT NOT NULL UNIQUE REFERENCES drafts (id),
    header TEXT NOT NULL,                     -- `field: value` lines
    story TEXT NOT NULL,
    words TEXT NOT NULL,                      -- by convention, as JSON
    declared_words INTEGER,
    stood_from BIGINT NOT NULL,
    PRIMARY KEY (entry_id, number)
);

-- What a draft said before its writer changed it.
CREATE TABLE draft_versions (
    draft_id BIGINT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,                  -- from 1 on
    text TEXT NOT NULL,
    header TEXT,
    story_start INTEGER,
    story_end INTEGER,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (draft_id, number)
);

-- A message of an entry says on how many the entry stands, which an edit may change: revision, number of messages.
UPDATE messages SET shown = shown || ' ' || (SELECT COUNT(*) FROM messages m WHERE m.entry_id = messages.entry_id)
WHERE entry_id IS NOT NULL AND shown IS NOT NULL;
