-- Members who want to be reminded in private before a round closes.
CREATE TABLE private_reminders (
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    member_id BIGINT NOT NULL,
    lead BIGINT NOT NULL,                     -- how long before the close: milliseconds
    at BIGINT,                                -- none: nothing is to be told, any more or so far
    pressed_at BIGINT NOT NULL,               -- when the member last said so
    told_since BIGINT,                        -- from when on the member may know
    unheard INTEGER NOT NULL DEFAULT 0,       -- 1: they take no private message
    PRIMARY KEY (round_id, member_id)
);
CREATE INDEX private_reminders_to_come ON private_reminders (at) WHERE at IS NOT NULL;
