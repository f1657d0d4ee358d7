"""What moderators do about members and their entries: what they are asked, what they did, what waits for their yes.

From outside come entries and their headers, rounds, challenges, and `text`.
"""
