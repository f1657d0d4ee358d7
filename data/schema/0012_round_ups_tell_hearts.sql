-- A round-up tells each entry's hearts as they were compared with Discord after the close. The moment of that comparison
-- stays when later ones follow: else each of them would change every round-up that ever was.
ALTER TABLE rounds ADD COLUMN counted_at INTEGER;
UPDATE rounds SET counted_at = reconciled_at;
