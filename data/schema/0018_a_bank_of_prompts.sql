-- The bank of a server's prompts.
CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,                   -- within a set, also the order
    guild_id BIGINT NOT NULL,
    request TEXT NOT NULL UNIQUE,             -- what it came of: the same twice is one prompt
    set_name TEXT NOT NULL,
    text TEXT NOT NULL,
    image_id BIGINT REFERENCES images (id),
    ships INTEGER NOT NULL,                   -- 1: it ships with the bot, and was drawn here
    suggested_by BIGINT,                      -- the member who suggested it
    added_at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE INDEX prompts_by_guild ON prompts (guild_id, set_name, id);

-- What each prompt was taken for: a prompt is taken once, and a taker takes one.
CREATE TABLE prompt_takes (
    prompt_id BIGINT PRIMARY KEY REFERENCES prompts (id),
    taker TEXT NOT NULL UNIQUE,
    round_id BIGINT REFERENCES rounds (id),   -- none: set aside for a round to come
    taken_at BIGINT NOT NULL
);
CREATE INDEX prompt_takes_by_round ON prompt_takes (round_id);

-- The prompt that a proposal drew, and the set that it had to come from; none: any.
ALTER TABLE plans ADD COLUMN drawn_prompt_id BIGINT REFERENCES prompts (id);
ALTER TABLE plans ADD COLUMN drawn_from TEXT;

-- Prompts that members suggest. A moderator's card has its row in the same place.
CREATE TABLE suggestions (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    suggested_at BIGINT NOT NULL,
    decided_at BIGINT,                        -- none: it waits
    decided_by BIGINT,
    prompt_id BIGINT REFERENCES prompts (id), -- none: it was not taken
    reason TEXT,
    channel_id BIGINT,                        -- where its card stands, or should
    tried_at BIGINT,
    message_id BIGINT,
    shown INTEGER,                            -- 1: its card shows how it stands
    told_since BIGINT,                        -- from when on its member may know
    told_at BIGINT
);
CREATE INDEX suggestions_by_guild ON suggestions (guild_id, member_id, decided_at);
CREATE INDEX suggestions_untold ON suggestions (id) WHERE told_at IS NULL;
CREATE INDEX suggestions_unshown ON suggestions (id) WHERE shown IS NULL;

-- A file of prompts that waits for its moderator's yes.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    moderator_id BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    each_prompt TEXT,                         -- how a text was read; none: it was a table
    encoding TEXT,                            -- the one it was taken for, if it may be in another
    unread TEXT NOT NULL                      -- lines that gave no prompt, and why
);
CREATE TABLE imported_prompts (
    import_id BIGINT NOT NULL REFERENCES imports (id),
    place INTEGER NOT NULL,
    set_name TEXT NOT NULL,
    text TEXT NOT NULL,
    twin TEXT,                                -- the prompt that it is like
    is_double INTEGER NOT NULL,               -- 1: its twin has the same words
    left_out INTEGER NOT NULL,
    PRIMARY KEY (import_id, place)
);

-- What each moderator last looked for in the bank, so that its pages have buttons.
CREATE TABLE prompt_searches (
    guild_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    set_name TEXT,
    words TEXT,
    used INTEGER,                             -- 1: used ones alone, 0: unused ones alone
    PRIMARY KEY (guild_id, member_id)
);
