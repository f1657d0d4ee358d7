-- Whether a message of an entry still stands is found without looking at all messages.
CREATE INDEX messages_by_entry ON messages (entry_id) WHERE entry_id IS NOT NULL;
