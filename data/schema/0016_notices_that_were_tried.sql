-- Since when moderators may have been told of a pause: a bot that was killed meanwhile looks for its words before it says
-- them again.
ALTER TABLE rounds ADD COLUMN paused_tried_at BIGINT;
