-- A round may have a thread to talk in beside it, or beside each of its stories, and an event among the server's.
ALTER TABLE plans ADD COLUMN talk TEXT NOT NULL DEFAULT 'nowhere';
ALTER TABLE plans ADD COLUMN event INTEGER NOT NULL DEFAULT 0;

CREATE TABLE round_events (
    round_id BIGINT PRIMARY KEY REFERENCES rounds (id),
    event_id BIGINT NOT NULL UNIQUE,
    shown TEXT NOT NULL,                      -- fingerprint of what it shows
    removed_at BIGINT                         -- somebody else deleted or ended it, and it stays away
);
