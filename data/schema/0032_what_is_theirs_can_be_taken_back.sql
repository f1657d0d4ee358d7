-- Members and servers take back what is theirs. No row here says who did.
CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,                   -- less than zero it stands for the member, where a row is left
    asked_at BIGINT NOT NULL,
    numbered_after BIGINT NOT NULL,           -- rows that came since have higher numbers: no old button finds a new row
    overwritten_at BIGINT                     -- when nothing of it was left in the database's files
);
CREATE INDEX erasures_to_overwrite ON erasures (id) WHERE overwritten_at IS NULL;

-- What is left of an entry while its messages are in their channel.
CREATE INDEX entries_of_nobody ON entries (id) WHERE author_id < 0;
CREATE INDEX drafts_of_nobody ON drafts (id) WHERE author_id < 0;
CREATE INDEX suggestions_of_nobody ON suggestions (id) WHERE member_id < 0;

-- Servers that removed the bot.
CREATE TABLE departures (
    guild_id BIGINT PRIMARY KEY,
    left_at BIGINT NOT NULL
);
