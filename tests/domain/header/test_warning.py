import pytest

from bot.domain.header import warning
from bot.domain.header.warning import ArchiveWarning, Warnings

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
        ("non-con", Warnings((ArchiveWarning.NON_CON,))),
        ("Non con", Warnings((ArchiveWarning.NON_CON,))),
        ("non-graphic violence", Warnings((), ("non-graphic violence",))),
        ("underage drinking", Warnings((), ("underage drinking",))),
        ("death of a major character", Warnings((DEATH,))),
        ("MCD", Warnings((DEATH,))),
        ("none of the archive warnings apply", Warnings((ArchiveWarning.NONE_APPLY,))),
        ("this has no rape but some swearing", Warnings((), ("some swearing",))),
        ("violence (mild), [wet feet]", Warnings((), ("violence (mild)", "wet feet"))),
        ("", Warnings()),
    ],
)
def test_warnings_as_data(value: str, expected: Warnings) -> None:
    assert warning.parse(value) == expected
