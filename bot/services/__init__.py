"""Use cases: each is one function and one transaction.

From outside come a database and what a member gave; Discord is unknown here.
"""
