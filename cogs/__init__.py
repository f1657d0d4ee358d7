"""Slash commands and listeners, which Discord calls: a file for each group of commands.

From outside come interactions and events. Each goes on to a service, and its answer to `bot.ui`.
"""
