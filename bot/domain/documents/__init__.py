"""What comes as a file or pasted from a page, as text with Discord's marks.

From outside come `text`, and the problems of files.
"""
