"""A round and its rules: its plan and dates, its reminders, its messages and the reactions below them, and a server's
settings.

From outside come lengths of time from `dates`, `header`, `text`, and the problems.
"""
