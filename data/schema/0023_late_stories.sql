-- How long after its close a round still takes stories as if in time, which nobody is told, and how long late ones:
-- milliseconds.
ALTER TABLE plans ADD COLUMN grace BIGINT NOT NULL DEFAULT 0;
ALTER TABLE plans ADD COLUMN late_for BIGINT NOT NULL DEFAULT 0;

-- Members whose stories count as in time until a moment of their own.
CREATE TABLE late_passes (
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    member_id BIGINT NOT NULL,
    until BIGINT NOT NULL,
    given_by BIGINT NOT NULL,
    told_since BIGINT,                        -- from when on the member may know
    told_at BIGINT,
    PRIMARY KEY (round_id, member_id)
);
CREATE INDEX late_passes_untold ON late_passes (round_id) WHERE told_at IS NULL;
