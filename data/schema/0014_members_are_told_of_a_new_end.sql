-- Members are told of a new end in the channel, if their moderator wants it: how many ends they were told of. The last one
-- is on show.
ALTER TABLE rounds ADD COLUMN ends_told INTEGER NOT NULL DEFAULT 0;
