"""What can be said of any text, whatever it is: its words and how they are counted, its marks, its pages, and how it is
shown without an effect in a channel. Nothing comes in from outside.
"""
