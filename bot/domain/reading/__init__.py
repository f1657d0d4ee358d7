"""The way from a text to header and story: the lines of each, the lines of neither, and how sure a reading is.

From outside come `header`, `text`, and `documents` for texts pasted from a page.
"""
