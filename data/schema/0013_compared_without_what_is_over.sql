-- What is to be compared with Discord is found without looking at rounds whose ledger is known to be right.
CREATE INDEX rounds_compared ON rounds (COALESCE(reconciled_at, 0));
CREATE INDEX rounds_missed ON rounds (id) WHERE COALESCE(reconciled_at, 0) < missed_at;
CREATE INDEX round_dates_in_order ON round_dates (what, at);
