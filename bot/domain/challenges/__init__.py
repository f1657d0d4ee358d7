"""A challenge and its calendar: when its rounds open, and how long they are open.

`written_calendar` reads both as people write them, with the rules of `recurrence_rules`; a `calendar` has the rounds'
dates; `recurrence_phrase` says it again in plain English. From outside come languages from `dates`, plans from
`rounds`, sources of prompts from `prompts`, `text`, and the problems.
"""
