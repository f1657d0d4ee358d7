"""A round and all that is asked of it: its plan and dates, drafts and entries, what lets an entry in.

From outside come a manuscript from `reading`, `header`, `text`, and the problems.
"""
