"""The bank: prompts in sets, those of a server and those that ship with the bot.

From outside come texts as moderators and members write them, a prompt's limits from `rounds`, the encodings of files
from `documents`, `text`, the problems, and a number to draw by.
"""
