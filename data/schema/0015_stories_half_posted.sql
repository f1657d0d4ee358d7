-- A long story has its first page alone in the channel now. Where it was half posted on all its messages, that page is
-- shown anew, since it lacks the way to the others.
UPDATE messages SET shown = NULL
WHERE page = 0 AND entry_id IN (
    SELECT entry_id FROM messages WHERE entry_id IS NOT NULL
    GROUP BY entry_id HAVING COUNT(*) > 2 AND COUNT(message_id) < COUNT(*)
);
