-- A channel that was for adults when its round began may be open to all ages later. What it was is kept beside the round.
ALTER TABLE rounds ADD COLUMN for_adults INTEGER NOT NULL DEFAULT 0;  -- 1: it was age-restricted when last posted in
