"""What a member takes home: all that is kept of them, as a page to read and as data.

From outside come rows, as names and values, and the parting of long files from `text`.
"""
