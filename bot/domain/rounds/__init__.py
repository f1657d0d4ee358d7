"""A round and its rules: its plan and dates, its drafts and entries, and its admission.

From outside come manuscripts from `reading`, lengths of time from `dates`, `header`, `text`, and the problems.
"""
