"""What moderators do about members and their entries.

What comes in: what was done, by whom, and why.
"""
