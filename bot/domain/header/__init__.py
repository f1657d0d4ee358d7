"""A header and its fields: their names in all languages, their values, and the form with a box for each.

Only `text` comes from outside.
"""
