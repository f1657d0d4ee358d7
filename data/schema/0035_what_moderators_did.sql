-- What moderators did, written down with the deed itself.
CREATE TABLE deeds (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    moderator_id BIGINT NOT NULL,
    what TEXT NOT NULL,
    channel_id BIGINT,                        -- who sees it may read this; none: every moderator of the server
    round_id BIGINT REFERENCES rounds (id),
    challenge_id BIGINT REFERENCES challenges (id),
    member_id BIGINT,                         -- whom it is about
    reason TEXT,
    done_at BIGINT NOT NULL
);
CREATE INDEX deeds_by_guild ON deeds (guild_id, id);
