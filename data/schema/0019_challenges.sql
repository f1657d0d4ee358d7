-- Challenges: named series of rounds, with what those have in common and when they open.
CREATE TABLE challenges (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    plan_id BIGINT NOT NULL REFERENCES plans (id),  -- what its rounds have in common, without prompt and dates
    calendar TEXT,                            -- none: its rounds are opened by hand
    set_name TEXT,                            -- where its prompts come from; none: all of the server's own
    prompt_order TEXT NOT NULL,               -- in order, drawn
    falls_back INTEGER NOT NULL,              -- 1: a prompt that ships will do where there is no other
    begun_at BIGINT,                          -- a moderator said yes; none: it waits for that
    paused_at BIGINT,
    ended_at BIGINT,
    next_at BIGINT                            -- it is looked at next; what opens before that is dealt with
);
CREATE INDEX challenges_by_guild ON challenges (guild_id);
CREATE INDEX challenges_to_come ON challenges (next_at) WHERE next_at IS NOT NULL;

-- Occurrences that moderators leave out.
CREATE TABLE challenge_skips (
    challenge_id BIGINT NOT NULL REFERENCES challenges (id),
    occurrence TEXT NOT NULL,
    said TEXT,                                -- a word to members, when the round would have opened
    PRIMARY KEY (challenge_id, occurrence)
);

-- What there is to tell of occurrences: each thing once.
CREATE TABLE challenge_notices (
    challenge_id BIGINT NOT NULL REFERENCES challenges (id),
    occurrence TEXT NOT NULL,
    what TEXT NOT NULL,                       -- missed, dry, waits, left out
    opens_at BIGINT NOT NULL,
    told_since BIGINT,                        -- from when on they may know
    told_at BIGINT,
    PRIMARY KEY (challenge_id, occurrence, what)
);
CREATE INDEX challenge_notices_untold ON challenge_notices (challenge_id) WHERE told_at IS NULL;

-- A round that belongs to a challenge has a number there; to each occurrence belongs one round at most.
ALTER TABLE rounds ADD COLUMN challenge_id BIGINT REFERENCES challenges (id);
ALTER TABLE rounds ADD COLUMN number INTEGER;
ALTER TABLE rounds ADD COLUMN occurrence TEXT;
CREATE UNIQUE INDEX rounds_by_number ON rounds (challenge_id, number);
CREATE UNIQUE INDEX rounds_by_occurrence ON rounds (challenge_id, occurrence);
-- The challenge to which a proposed round would be counted.
ALTER TABLE plans ADD COLUMN challenge_id BIGINT REFERENCES challenges (id);
