"""The database as a file of SQLite's: its connections, schema, owner, locks, health and copies.

From outside come a file's path and transactions.
"""
