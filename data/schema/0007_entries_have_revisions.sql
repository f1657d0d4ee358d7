-- What an entry shows can change, page by page: a message of it shows a revision of the entry, instead of a digest of how
-- some version of the bot laid it out.
ALTER TABLE entries ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
UPDATE messages SET shown = '0 0' WHERE entry_id IS NOT NULL AND shown IS NOT NULL;
