"""Rules that hold without Discord and without a database, in rooms: `challenges`, `prompts`, `rounds`, `dates`,
`reading`, `documents`, `header`, `text`.

Each room may use those after it. `problem` stands between `documents` and `header`. "Now" is an argument here.
"""
