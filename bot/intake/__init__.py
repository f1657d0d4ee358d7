"""What may take long to read: files, and texts longer than a box holds. Each is read in bounded time.

From outside come bytes and texts as members hand them over; no row is touched here.
"""
