-- A reaction's row lies where its key does. So a heart is written into one tree and not into two, and those of a message
-- are counted side by side. A database that knows no rowid leaves the last two words out.
CREATE TABLE new_reactions (
    message_id BIGINT NOT NULL,
    reader_id BIGINT NOT NULL,
    emoji TEXT NOT NULL,
    kind TEXT NOT NULL,                       -- reader; author and bot are kept apart and not counted
    reacted_at BIGINT NOT NULL,
    plain INTEGER NOT NULL,                   -- 1: left as an ordinary reaction
    burst INTEGER NOT NULL,                   -- 1: left as a super reaction; a reader may leave both
    PRIMARY KEY (message_id, reader_id, emoji)
) WITHOUT ROWID;
INSERT INTO new_reactions (message_id, reader_id, emoji, kind, reacted_at, plain, burst)
SELECT message_id, reader_id, emoji, kind, reacted_at, plain, burst FROM reactions
ORDER BY message_id, reader_id, emoji;
DROP TABLE reactions;
ALTER TABLE new_reactions RENAME TO reactions;
