-- A name whose place another one takes comes back when that is undone.
CREATE TABLE new_tag_names (
    id INTEGER PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                       -- fandom, character, pairing
    key TEXT NOT NULL,                        -- what is written like this ...
    to_key TEXT NOT NULL,                     -- ... is this tag; its own key: only the name is another
    name TEXT NOT NULL,
    written TEXT NOT NULL,                    -- what it was called before
    replacement BIGINT                        -- the row that took its place; none: it holds
);
INSERT INTO new_tag_names (guild_id, kind, key, to_key, name, written)
SELECT guild_id, kind, key, to_key, name, written FROM tag_names;
DROP TABLE tag_names;
ALTER TABLE new_tag_names RENAME TO tag_names;
CREATE UNIQUE INDEX tag_names_that_hold ON tag_names (guild_id, kind, key) WHERE replacement IS NULL;
