-- When reactions may not have been heard is a date of the round: a comparison that began later makes it good. It takes the
-- place of the mark on single messages that became known late.
ALTER TABLE rounds ADD COLUMN missed_at BIGINT;  -- when it was last found that reactions here may not have been heard
UPDATE rounds SET missed_at = COALESCE(reconciled_at, 0) + 1
WHERE id IN (SELECT round_id FROM messages WHERE unheard = 1);
ALTER TABLE messages DROP COLUMN unheard;
