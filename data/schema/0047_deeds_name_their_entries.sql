-- The entry that a moderator did something with: so that the log says which, and who comes second hears who was first.
ALTER TABLE deeds ADD COLUMN entry_id BIGINT REFERENCES entries (id) ON DELETE SET NULL;
CREATE INDEX deeds_by_entry ON deeds (entry_id);
