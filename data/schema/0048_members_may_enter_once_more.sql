-- How many entries a member can have in a round where moderators allowed one more; none: as many as others.
ALTER TABLE late_passes ADD COLUMN entries INTEGER;
