-- Why a moderator changed the round, for its members to read.
ALTER TABLE plans ADD COLUMN reason TEXT;
