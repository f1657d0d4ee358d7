"""Drafts and entries: what a draft says, what lets it into a round, who wrote an entry, how both are changed.

From outside come manuscripts from `reading`, rounds and their plans, `header`, `text`, and the problems.
"""
