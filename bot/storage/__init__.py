"""The database: its connections, its copies, and hand-written SQL, a file for each table.

From outside come values of the domain and a file's path.
"""
