"""Rules for any text: its words and their counts, its marks, its pages, and how it is shown without an effect in a
channel. Nothing comes in from outside.
"""
