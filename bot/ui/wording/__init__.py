"""The words for facts, for refusals, and for what moderators are told.

From outside come values of the domain.
"""
