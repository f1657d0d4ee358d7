"""What a member sees: cards, previews and forms, made from values.

From outside come what services found, and what was answered in a form. Nothing here waits for anything.
"""
