-- How moderators of a server want tags to be called. What a writer typed stays on their entry.
CREATE TABLE tag_names (
    guild_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                       -- fandom, character, pairing
    key TEXT NOT NULL,                        -- what is written like this ...
    to_key TEXT NOT NULL,                     -- ... is this tag; its own key: only the name is another
    name TEXT NOT NULL,
    written TEXT NOT NULL,                    -- what it was called before
    PRIMARY KEY (guild_id, kind, key)
);
