"""Everything that members see and are told, in rooms: `answering`, `views`, `wording`. Each may use those after it."""
