-- Who waits for a moderator's yes, on a server and in a challenge.
ALTER TABLE guilds ADD COLUMN review TEXT NOT NULL DEFAULT 'at once';
ALTER TABLE guilds ADD COLUMN new_account BIGINT NOT NULL DEFAULT 604800000;     -- milliseconds; younger ones are new
ALTER TABLE guilds ADD COLUMN new_member BIGINT NOT NULL DEFAULT 604800000;      -- the same since they came
ALTER TABLE guilds ADD COLUMN first_entry_waits INTEGER NOT NULL DEFAULT 1;
ALTER TABLE guilds ADD COLUMN held_words TEXT NOT NULL DEFAULT '';               -- a line each
ALTER TABLE guilds ADD COLUMN names_moderators INTEGER NOT NULL DEFAULT 0;       -- 1: members hear which one decided
ALTER TABLE challenges ADD COLUMN review TEXT;                                   -- none: as the server says

ALTER TABLE entries ADD COLUMN held_at BIGINT;    -- since when it waits; none: it does not

-- What moderators are asked to decide. The card in their channel has its row in the same place.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                       -- review
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    entry_id BIGINT NOT NULL,                 -- the entry's row may be gone
    about TEXT,                               -- why it is asked
    opened_at BIGINT NOT NULL,
    outcome TEXT,                             -- none: it waits
    decided_at BIGINT,
    decided_by BIGINT,
    reason TEXT,
    revision INTEGER NOT NULL DEFAULT 1,      -- goes up with every change that the card shows
    shown_revision INTEGER NOT NULL DEFAULT 0,
    channel_id BIGINT,                        -- where its card stands, or should
    tried_at BIGINT,
    message_id BIGINT
);
CREATE INDEX cases_waiting ON cases (guild_id, id) WHERE outcome IS NULL;
CREATE INDEX cases_by_entry ON cases (entry_id);
CREATE INDEX cases_unshown ON cases (id) WHERE shown_revision < revision;

-- What members hear in private of what moderators did with their entries.
CREATE TABLE private_notices (
    request TEXT PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    what TEXT NOT NULL,
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    entry_id BIGINT NOT NULL,
    moderator_id BIGINT,                      -- none: members hear of "the moderators"
    reason TEXT,
    noted_at BIGINT NOT NULL,
    told_since BIGINT,                        -- from when on the member may know
    told_at BIGINT
);
CREATE INDEX private_notices_untold ON private_notices (noted_at) WHERE told_at IS NULL;

-- Members whose entries never wait.
CREATE TABLE trusted_members (
    guild_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    trusted_by BIGINT NOT NULL,
    trusted_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, member_id)
);
