-- An entry that was not posted when the copy was made may have been taken back since, so it is given back to its writer.
ALTER TABLE stocktakings ADD COLUMN given_back TEXT NOT NULL DEFAULT '';  -- ids of those writers, with blanks between
