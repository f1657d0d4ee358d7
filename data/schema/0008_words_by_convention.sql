-- A further convention of counting takes no further column.
ALTER TABLE entries ADD COLUMN words TEXT NOT NULL DEFAULT '{}';   -- by convention, as JSON: {"ao3": 100}
UPDATE entries SET words = '{"ao3": ' || words_ao3 || ', "whitespace": ' || words_whitespace
    || ', "hyphens-split": ' || words_hyphens_split || '}';
ALTER TABLE entries DROP COLUMN words_ao3;
ALTER TABLE entries DROP COLUMN words_whitespace;
ALTER TABLE entries DROP COLUMN words_hyphens_split;
