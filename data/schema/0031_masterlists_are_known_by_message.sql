-- A message that is deleted may be a page of a masterlist.
CREATE INDEX masterlist_messages ON masterlist_pages (message_id);
