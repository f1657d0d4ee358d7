"""Occurrences of challenges that moderators leave out."""

from bot.domain.challenges.challenge import Skip
from bot.storage.session import Session

OF_CHALLENGE = "SELECT occurrence, said FROM challenge_skips WHERE challenge_id = :id ORDER BY occurrence"
PUT = """
INSERT INTO challenge_skips (challenge_id, occurrence, said) VALUES (:id, :occurrence, :said)
ON CONFLICT (challenge_id, occurrence) DO UPDATE SET said = excluded.said
"""
REMOVE = "DELETE FROM challenge_skips WHERE challenge_id = :id AND occurrence = :occurrence"


def of_challenge(session: Session, challenge_id: int) -> tuple[Skip, ...]:
    return tuple(Skip(row["occurrence"], row["said"]) for row in session.all(OF_CHALLENGE, {"id": challenge_id}))


def put(session: Session, challenge_id: int, skip: Skip) -> None:
    session.run(PUT, {"id": challenge_id, "occurrence": skip.occurrence, "said": skip.said})


def remove(session: Session, challenge_id: int, occurrence: str) -> None:
    session.run(REMOVE, {"id": challenge_id, "occurrence": occurrence})
