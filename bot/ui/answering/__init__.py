"""Answers to interactions: who may do this here, what was meant by it, and what is said when it fails.

From outside come interactions. Only this room of `bot.ui` asks Discord and the services.
"""
