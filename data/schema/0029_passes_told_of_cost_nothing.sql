-- Members who do not know of their late pass yet are found without those who do.
DROP INDEX late_passes_untold;
CREATE INDEX late_passes_untold ON late_passes (round_id, member_id) WHERE told_at IS NULL;
