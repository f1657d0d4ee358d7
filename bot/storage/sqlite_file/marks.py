"""The mark of a copy, whatever its schema. It tells the bot that runs on the copy that rows may be missing."""

import sqlite3

MAKE_ROOM = "CREATE TABLE IF NOT EXISTS copied (mark INTEGER PRIMARY KEY)"
PUT = "INSERT INTO copied (mark) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM copied)"


def put(copy: sqlite3.Connection) -> None:
    copy.execute("BEGIN")
    copy.execute(MAKE_ROOM)
    copy.execute(PUT)
    copy.execute("COMMIT")
    copy.execute("PRAGMA journal_mode = DELETE")  # one plain file; the bot turns the log on again
