-- A bot that goes on with a copy lacks the rows that came after it, while the messages they stand for are in their
-- channels. So the numbers of its rows begin beyond those of any row that was lost, and it looks at its channels first.

-- A copy has a row here, until a bot runs on it. Copies of older schemas bring the table along.
CREATE TABLE IF NOT EXISTS copied (mark INTEGER PRIMARY KEY);

-- One row for each copy that a bot went on with.
CREATE TABLE generations (
    id INTEGER PRIMARY KEY,
    known_until BIGINT,                       -- the last that the copy knows of; none: it knew of nothing
    numbered_after BIGINT NOT NULL            -- rows that came since have higher numbers
);

-- Channels to be looked at before anything is posted there: what stands in them since then may be unknown.
CREATE TABLE stocktakings (
    channel_id BIGINT PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    since BIGINT NOT NULL,
    taken_at BIGINT,
    taken_over INTEGER NOT NULL DEFAULT 0,    -- messages that belong to rows
    stories TEXT NOT NULL DEFAULT '',         -- ids of messages with stories of which no row is left, with blanks between
    cards TEXT NOT NULL DEFAULT '',           -- the same of rounds
    told_at BIGINT                            -- when moderators were told
);
