-- A round may live in a thread of its own, or in posts of a forum. Discord gives a thread the number of its first
-- message, so a message's row is its thread's row, too.
ALTER TABLE plans ADD COLUMN home TEXT NOT NULL DEFAULT 'channel';
ALTER TABLE guilds ADD COLUMN home TEXT NOT NULL DEFAULT 'channel';
ALTER TABLE messages ADD COLUMN thread TEXT;      -- fingerprint of what its thread shows; none: we made none
