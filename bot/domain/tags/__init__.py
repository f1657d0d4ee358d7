"""What stories are about, by which members find them or leave them out.

Comes in from outside: a story's header.
"""
