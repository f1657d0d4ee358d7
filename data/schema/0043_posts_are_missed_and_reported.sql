-- Moderators are asked about posts that were deleted by hand, and about stories that readers report.
ALTER TABLE cases ADD COLUMN member_id BIGINT;    -- who reported it
ALTER TABLE entries ADD COLUMN lost_in BIGINT;    -- the case about its deleted post
CREATE INDEX entries_by_loss ON entries (lost_in) WHERE lost_in IS NOT NULL;
