import pytest

from bot.domain import warning
from bot.domain.warning import ArchiveWarning, Warnings

DEATH, VIOLENCE = ArchiveWarning.DEATH, ArchiveWarning.VIOLENCE


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Major Character Death", Warnings((DEATH,))),
        ("character death, swearing", Warnings((DEATH,), ("swearing",))),
        ("Graphic Depictions Of Violence, Rape/Non-Con", Warnings((VIOLENCE, ArchiveWarning.NON_CON))),
        ("graphic violence; wet feet. gulls.", Warnings((VIOLENCE,), ("wet feet", "gulls"))),
        ("Underage", Warnings((ArchiveWarning.UNDERAGE,))),
        ("noncon | cold tea", Warnings((ArchiveWarning.NON_CON,), ("cold tea",))),
        ("No Archive Warnings Apply", Warnings((ArchiveWarning.NONE_APPLY,))),
        ("no archive warnings apply, mild swearing", Warnings((ArchiveWarning.NONE_APPLY,), ("mild swearing",))),
        ("Creator Chose Not To Use Archive Warnings", Warnings((ArchiveWarning.CHOSE_NOT,))),
        ("Choose not to warn", Warnings((ArchiveWarning.CHOSE_NOT,))),
        ("minor character death", Warnings((), ("minor character death",))),
        ("violence", Warnings((), ("violence",))),
        ("no character death", Warnings()),
        ("character death and terrible puns", Warnings((DEATH,), ("character death and terrible puns",))),
        ("none.", Warnings()),
        ("", Warnings()),
    ],
)
def test_warnings_as_data(value: str, expected: Warnings) -> None:
    assert warning.parse(value) == expected
