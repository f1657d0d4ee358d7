"""The database: its connections, and hand-written SQL, a file for each table.

From outside come values of the domain and a file's path.
"""
