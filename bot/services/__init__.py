"""Use cases: plain functions of a session, which `reads` or `writes` makes one transaction of a database.

A database and a member's words come from outside. Nothing here knows Discord.
"""
