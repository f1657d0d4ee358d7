"""From a text to header and story: which lines are which, how sure that is, and what is neither.

From outside come `header`, `text`, and `documents` for what was pasted from a page.
"""
