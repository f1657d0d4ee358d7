"""The words for facts, for refusals, and for notices to moderators.

From outside come values of the domain.
"""
