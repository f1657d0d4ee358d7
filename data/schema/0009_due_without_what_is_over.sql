-- What is due of rounds is found without looking at those that are over.
CREATE INDEX rounds_to_publish ON rounds (id) WHERE revision <> published_revision;
CREATE INDEX rounds_paused ON rounds (id) WHERE paused IS NOT NULL;
CREATE INDEX rounds_waiting ON rounds (not_before) WHERE not_before > 0;
