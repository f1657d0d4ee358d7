-- The emoji that are left under a round's entries; none: those of its server.
ALTER TABLE plans ADD COLUMN feedback TEXT NOT NULL DEFAULT '';
