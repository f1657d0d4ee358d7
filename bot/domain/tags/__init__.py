"""What stories are about, by which members find them or leave them out.

From outside come a story's header, the fandoms of a forum's tags, and the likeness of prompts.
"""
