"""Rules that hold without Discord and without a database, in rooms: `takeout`, `challenges`, `prompts`, `rounds`,
`dates`, `reading`, `documents`, `problem`, `header`, `text`.

Each room may use those after it. "Now" is an argument here.
"""
