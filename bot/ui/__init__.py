"""What a member sees, and what answers a click.

From outside come Discord's interactions; rows are reached through services.
"""
