-- Times are milliseconds since 1970 in UTC; ids of Discord are its snowflakes.

-- A guild's customs; one without a row has settled nothing.
CREATE TABLE guilds (
    id BIGINT PRIMARY KEY,
    channel_id BIGINT,                        -- none: rounds take place where they are opened
    moderator_role_id BIGINT,
    notices_channel_id BIGINT,                -- none: the owner is told in private
    time_zone TEXT,                           -- none: UTC is assumed
    date_order TEXT NOT NULL,                 -- local, day, month
    feedback TEXT NOT NULL,                   -- emoji as Discord spells them, with blanks between
    convention TEXT NOT NULL,                 -- ao3, whitespace, hyphens-split
    rule TEXT NOT NULL,
    required TEXT NOT NULL                    -- field names, with blanks between
);

CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL
);

-- What a moderator asked of a round. Never updated: a change is a new plan.
CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    interaction_id BIGINT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    moderator_id BIGINT NOT NULL,
    round_id BIGINT REFERENCES rounds (id),   -- the round to change; none: a new one
    based_on BIGINT REFERENCES plans (id),    -- the plan that the round went by when the change was asked for
    title TEXT NOT NULL,
    prompt TEXT NOT NULL,
    under_cut INTEGER NOT NULL,
    image_id BIGINT REFERENCES images (id),
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    rule TEXT NOT NULL,
    convention TEXT NOT NULL,
    required TEXT NOT NULL,                   -- field names, with blanks between
    highest TEXT,
    entries_per_member INTEGER NOT NULL,
    count_must_match INTEGER NOT NULL,
    title_counts INTEGER NOT NULL,
    prompt_word TEXT,                         -- a word or phrase that every story must have
    proposed_at BIGINT NOT NULL,
    dropped_at BIGINT,                        -- the moderator put it aside
    confirmed_at BIGINT
);

CREATE TABLE rounds (
    id INTEGER PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    opened_with BIGINT NOT NULL UNIQUE REFERENCES plans (id),
    plan_id BIGINT NOT NULL REFERENCES plans (id),
    cancelled_at BIGINT,
    revision INTEGER NOT NULL DEFAULT 1,      -- goes up with every change that readers can see
    published_revision INTEGER NOT NULL DEFAULT 0,
    published_phase TEXT NOT NULL DEFAULT '',
    paused TEXT,                              -- why nothing can be posted here now
    paused_told_at BIGINT,
    not_before BIGINT NOT NULL DEFAULT 0,     -- a paused round is not tried again before this
    reconciled_at BIGINT                      -- when the ledger was last made equal to what Discord shows
);
CREATE INDEX rounds_by_guild ON rounds (guild_id);

CREATE TABLE drafts (
    id INTEGER PRIMARY KEY,
    interaction_id BIGINT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    round_id BIGINT REFERENCES rounds (id),
    text TEXT NOT NULL,
    header TEXT,                              -- the writer's own `field: value` lines; none: as read from the text
    story_start INTEGER,                      -- the writer's own first line of the story; none: as read
    story_end INTEGER,                        -- and the line after its last
    changed_by BIGINT,                        -- the last interaction that brought a new text or header
    saved_at BIGINT NOT NULL,
    discarded_at BIGINT
);
CREATE INDEX drafts_by_author ON drafts (guild_id, author_id);

CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    draft_id BIGINT NOT NULL UNIQUE REFERENCES drafts (id),
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    author_id BIGINT NOT NULL,
    header TEXT NOT NULL,                     -- `field: value` lines
    story TEXT NOT NULL,
    words_ao3 INTEGER NOT NULL,
    words_whitespace INTEGER NOT NULL,
    words_hyphens_split INTEGER NOT NULL,
    declared_words INTEGER,
    handed_in_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    removed_at BIGINT                         -- a moderator deleted its message
);
CREATE INDEX entries_by_round ON entries (round_id, handed_in_at);

-- One row per message the bot should have in a channel.
CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    purpose TEXT NOT NULL,                    -- card, entry, round-up
    entry_id BIGINT REFERENCES entries (id),
    subject TEXT NOT NULL UNIQUE,             -- purpose, whose, page: what must not be there twice
    page INTEGER NOT NULL,
    channel_id BIGINT NOT NULL,
    tried_at BIGINT,                          -- when a send was last tried
    message_id BIGINT UNIQUE,                 -- once known
    unheard INTEGER NOT NULL DEFAULT 0,       -- known late: 1 until it was looked up which hearts came before that
    shown TEXT,                               -- fingerprint of what it shows now
    seeded TEXT,                              -- the feedback emoji that the bot put there, or that Discord does not know
    removed_at BIGINT                         -- it is gone, and stays gone
);
CREATE INDEX messages_by_round ON messages (round_id);

-- The ledger: one row per message, reader and emoji. A message's row says which entry it is for.
CREATE TABLE reactions (
    message_id BIGINT NOT NULL,
    reader_id BIGINT NOT NULL,
    emoji TEXT NOT NULL,
    kind TEXT NOT NULL,                       -- reader; author and bot are kept apart and not counted
    reacted_at BIGINT NOT NULL,
    plain INTEGER NOT NULL,                   -- 1: left as an ordinary reaction
    burst INTEGER NOT NULL,                   -- 1: left as a super reaction; a reader may leave both
    PRIMARY KEY (message_id, reader_id, emoji)
);

-- What was last agreed with Discord, such as the commands.
CREATE TABLE agreements (
    subject TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
);
