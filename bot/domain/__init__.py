"""Rules that hold without Discord and without a database, in rooms; `pyproject.toml` says which may use which.

"Now" is an argument here.
"""
