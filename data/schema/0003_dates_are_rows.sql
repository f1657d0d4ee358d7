-- That a date has passed is a fact, written down before it is shown: what is shown goes by the facts, in both directions.
-- It takes the place of the phase that was last shown.
CREATE TABLE round_dates (
    round_id BIGINT NOT NULL REFERENCES rounds (id),
    what TEXT NOT NULL,                       -- opens, closes
    at BIGINT NOT NULL,                       -- by the round's plan
    done_at BIGINT,                           -- when it was written down that it has passed
    PRIMARY KEY (round_id, what)
);
CREATE INDEX round_dates_to_come ON round_dates (at) WHERE done_at IS NULL;
INSERT INTO round_dates (round_id, what, at, done_at)
SELECT r.id, 'opens', p.opens_at, CASE WHEN r.published_phase IN ('open', 'closed') THEN p.opens_at END
FROM rounds r JOIN plans p ON p.id = r.plan_id;
INSERT INTO round_dates (round_id, what, at, done_at)
SELECT r.id, 'closes', p.closes_at, CASE WHEN r.published_phase = 'closed' THEN p.closes_at END
FROM rounds r JOIN plans p ON p.id = r.plan_id;
ALTER TABLE rounds DROP COLUMN published_phase;
