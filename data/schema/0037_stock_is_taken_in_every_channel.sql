-- After a copy was put back, a challenge opens nothing before its guild's channels were looked at: it may have moved since
-- then. It does not wait for those where the bot cannot look for now.
ALTER TABLE stocktakings ADD COLUMN out_of_reach INTEGER NOT NULL DEFAULT 0;

-- A card says of which date of a challenge it is, so cards that were posted before that are edited.
UPDATE rounds SET revision = revision + 1, not_before = 0
WHERE occurrence IS NOT NULL AND cancelled_at IS NULL
    AND EXISTS (SELECT 1 FROM round_dates d WHERE d.round_id = rounds.id AND d.done_at IS NULL);
