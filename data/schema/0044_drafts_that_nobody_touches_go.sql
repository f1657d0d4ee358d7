-- How long a server holds a draft that nobody touches: milliseconds.
ALTER TABLE guilds ADD COLUMN drafts_kept BIGINT NOT NULL DEFAULT 7776000000;

-- Such a draft goes once its writer has it as a file; one whose writer could not be reached stays as long again.
ALTER TABLE drafts ADD COLUMN going_since BIGINT;
ALTER TABLE drafts ADD COLUMN spared_at BIGINT;
