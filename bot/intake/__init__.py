"""The reading of files, and of texts that take long, in bounded time.

From outside come bytes and texts as members hand them over; no row is touched here.
"""
