-- What was asked for carries the key of what asked: an interaction, an entry that went, and later a calendar's date. So a
-- plan may come from nobody. Tables are made anew, since a column that must be unique cannot be dropped.
CREATE TABLE new_plans (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,             -- see bot/domain/rounds/request_key.py
    guild_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    moderator_id BIGINT,                      -- none: nobody asked
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
INSERT INTO new_plans (id, request, guild_id, channel_id, moderator_id, round_id, based_on, title, prompt, under_cut,
    image_id, opens_at, closes_at, rule, convention, required, highest, entries_per_member, count_must_match, title_counts,
    prompt_word, proposed_at, dropped_at, confirmed_at)
SELECT id, 'interaction ' || interaction_id, guild_id, channel_id, moderator_id, round_id, based_on, title, prompt,
    under_cut, image_id, opens_at, closes_at, rule, convention, required, highest, entries_per_member, count_must_match,
    title_counts, prompt_word, proposed_at, dropped_at, confirmed_at
FROM plans;
DROP TABLE plans;
ALTER TABLE new_plans RENAME TO plans;

CREATE TABLE new_drafts (
    id INTEGER PRIMARY KEY,
    request TEXT NOT NULL UNIQUE,
    guild_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    round_id BIGINT REFERENCES rounds (id),
    text TEXT NOT NULL,
    header TEXT,                              -- the writer's own `field: value` lines; none: as read from the text
    story_start INTEGER,                      -- the writer's own first line of the story; none: as read
    story_end INTEGER,                        -- and the line after its last
    saved_at BIGINT NOT NULL,
    discarded_at BIGINT
);
INSERT INTO new_drafts (id, request, guild_id, author_id, round_id, text, header, story_start, story_end, saved_at,
    discarded_at)
SELECT id, CASE WHEN interaction_id < 0 THEN 'entry ' || -interaction_id ELSE 'interaction ' || interaction_id END,
    guild_id, author_id, round_id, text, header, story_start, story_end, saved_at, discarded_at
FROM drafts;
DROP TABLE drafts;
ALTER TABLE new_drafts RENAME TO drafts;
CREATE INDEX drafts_by_author ON drafts (guild_id, author_id);
