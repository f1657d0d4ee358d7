"""What a member sees, and what answers them, in rooms: `answering`, `views`, `wording`. Each may use those after it."""
