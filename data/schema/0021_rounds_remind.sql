-- How long before its close a round reminds its channel: seconds, with blanks between.
ALTER TABLE plans ADD COLUMN reminders TEXT NOT NULL DEFAULT '';
