-- What a story's header names, taken apart, so that it is found without reading all headers.
CREATE TABLE entry_tags (
    entry_id BIGINT NOT NULL REFERENCES entries (id),
    kind TEXT NOT NULL,                       -- fandom, character, pairing, rating, warning
    key TEXT NOT NULL,                        -- what makes two of a kind the same
    name TEXT NOT NULL,                       -- as its writer wrote it
    PRIMARY KEY (entry_id, kind, key)
);
ALTER TABLE entries ADD COLUMN tagged BIGINT;  -- the revision that its tags were taken from; none: not yet
CREATE INDEX entries_to_tag ON entries (id) WHERE tagged IS NULL OR tagged <> revision;

-- Which stories a member has read through the bot.
CREATE TABLE readings (
    entry_id BIGINT NOT NULL REFERENCES entries (id),
    reader_id BIGINT NOT NULL,
    read_at BIGINT NOT NULL,                  -- the last time
    PRIMARY KEY (entry_id, reader_id)
);
CREATE INDEX readings_by_reader ON readings (reader_id);
