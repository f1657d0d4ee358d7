"""The database as a file of SQLite's: its schema, owner, locks, health and copies.

From outside come a file's path and connections.
"""
