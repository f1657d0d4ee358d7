-- The role that is pinged when a round opens; none: nobody.
ALTER TABLE plans ADD COLUMN ping_role_id BIGINT;
-- 1: the message has stood in its channel. If it is ever sent again, it pings nobody.
ALTER TABLE messages ADD COLUMN stood INTEGER NOT NULL DEFAULT 0;
UPDATE messages SET stood = 1 WHERE message_id IS NOT NULL;
