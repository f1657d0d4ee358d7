-- What a member does not want to be shown by the bot, on any server.
CREATE TABLE filters (
    member_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                       -- fandom, rating, warning
    key TEXT NOT NULL,                        -- as in entry_tags
    name TEXT NOT NULL,                       -- as the member wrote it
    place INTEGER NOT NULL,                   -- its place among the member's own
    PRIMARY KEY (member_id, kind, key)
);
