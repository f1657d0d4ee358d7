"""Fingerprints of the last agreements with Discord. An equal one means that there is nothing to say again."""

from bot.storage.session import Session

PUT = """
INSERT INTO agreements (subject, fingerprint) VALUES (:subject, :fingerprint)
ON CONFLICT (subject) DO UPDATE SET fingerprint = excluded.fingerprint
"""

BEGINNING = "SELECT subject, fingerprint FROM agreements WHERE subject LIKE :beginning || '%' ORDER BY subject"
FORGET = "DELETE FROM agreements WHERE subject = :subject"


def put(session: Session, subject: str, fingerprint: str) -> None:
    session.run(PUT, {"subject": subject, "fingerprint": fingerprint})


def beginning(session: Session, words: str) -> dict[str, str]:
    """The fingerprints of all subjects that begin with these words."""
    return {row["subject"]: row["fingerprint"] for row in session.all(BEGINNING, {"beginning": words})}


def forget(session: Session, subject: str) -> None:
    session.run(FORGET, {"subject": subject})
