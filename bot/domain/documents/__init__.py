"""Files and pasted pages as text with Discord's marks.

From outside come `text`, and the problems of files.
"""
