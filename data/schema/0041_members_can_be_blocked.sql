-- Members from whom a server takes no entries.
CREATE TABLE blocked_members (
    guild_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    blocked_by BIGINT NOT NULL,
    blocked_at BIGINT NOT NULL,
    reason TEXT,
    PRIMARY KEY (guild_id, member_id)
);
