-- Who wrote what is still told when a member has left: Discord shows a number then, where it showed a name. Entries of
-- before have none, and go on mentioning their writer.
ALTER TABLE entries ADD COLUMN writer_name TEXT;
