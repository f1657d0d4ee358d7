"""Use cases: each is one function of a session, which `reads` or `writes` make one transaction of a database.

From outside come a database and what a member gave; Discord is unknown here.
"""
