"""Cards, previews and forms for members, made from values.

From outside come the findings of services and the answers in forms. Nothing here waits for anything.
"""
