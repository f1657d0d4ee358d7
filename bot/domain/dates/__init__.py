"""Dates and time zones as people write them, and a guild's clock.

A written date goes through `plain` (one spelling, one language), is taken apart by `sentence` with the rules of `day`,
`time_of_day` and `length`, and becomes moments in `written_date`. From outside come the problems and `text`.
"""
