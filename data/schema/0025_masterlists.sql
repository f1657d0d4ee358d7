-- The masterlist of a challenge: as many messages as it takes, with links to all its rounds.
ALTER TABLE challenges ADD COLUMN masterlist INTEGER NOT NULL DEFAULT 1;       -- 1: it has one
ALTER TABLE challenges ADD COLUMN list_revision INTEGER NOT NULL DEFAULT 0;    -- goes up when it may have to show something else
ALTER TABLE challenges ADD COLUMN listed_revision INTEGER NOT NULL DEFAULT 0;  -- the one on show
CREATE INDEX challenges_to_list ON challenges (id) WHERE list_revision <> listed_revision;

CREATE TABLE masterlist_pages (
    challenge_id BIGINT NOT NULL REFERENCES challenges (id),
    page INTEGER NOT NULL,
    channel_id BIGINT NOT NULL,
    tried_at BIGINT,                          -- from when on it may stand
    message_id BIGINT,                        -- once known
    shown TEXT,                               -- fingerprint of what it shows now
    pinned INTEGER NOT NULL DEFAULT 0,
    removed_at BIGINT,                        -- somebody deleted it, and it stays gone
    PRIMARY KEY (challenge_id, page)
);
