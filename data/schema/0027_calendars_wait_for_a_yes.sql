-- A calendar that waits for its moderator's yes.
ALTER TABLE challenges ADD COLUMN proposed TEXT;
