"""`drabble-bot check`: what the preview would say, on the command line."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.intake import delegating
from tests import quick_start
from tests.beside import SEED
from tests.documents import docx, odt, paragraph, run
from tests.test_command_line import program

ROOT = Path(__file__).parents[1]

POST = """\
Title: The Lamp
Fandom: none
Rating: G
Word count: 6

She left the lamp on. Home."""


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("lamp.txt").write_text(POST, encoding="utf-8")
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.mark.usefixtures("posts")
def test_nothing_in_a_post_speaks_to_the_terminal() -> None:
    for place, unsafe in enumerate(("\x1b]0;renamed\x1b\\", "\x9b31m", "\u202e")):
        Path(f"{place}.txt").write_text(POST.replace("Lamp", f"{unsafe}Lamp").replace("Home", f"Home {unsafe}"))
        printed = check(f"{place}.txt").output
        assert not {"\x1b", "\x9b"}.intersection(printed)
        assert all(line.count("\u202e") == line.count("\u202c") for line in printed.splitlines())


@pytest.mark.usefixtures("posts")
def test_check_says_what_it_understood() -> None:
    result = check("lamp.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "lamp.txt",
        "  Title: The Lamp",
        "  Fandom: none",
        "  Rating: G",
        "  Word count: 6",
        "  Story: “She left the lamp on. Home.”",
        "  Words: 6",
        "  Every way of counting gives 6",
        "  The header's 6 is what the Archive of Our Own counts",
        (
            "  How sure: very, since labelled fields stand above it, a gap sets it off and it has as many words as"
            " the header says"
        ),
        "  Nothing stands in the way.",
    ]


@pytest.mark.usefixtures("posts")
def test_check_of_a_doubtful_post_says_why_and_what_else_it_could_be() -> None:
    lines = ("The Lamp", "for Ana", "by Ines", "Nobody lit it.", "It rained.", "She came.", "He left.", "So it was.")
    Path("lamp.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (sure,) = [line for line in check("lamp.txt").stdout.splitlines() if line.startswith("  How sure: ")]
    assert sure.startswith("  How sure: not very, though what stands above it looks like a header")
    assert "I am not sure where the story starts: what stands above it has no labels like “Title:”." in sure
    assert sure.endswith("It could also be “It rained. She came. He left. So it was.” (9 words).")


@pytest.mark.usefixtures("posts")
def test_check_quotes_what_is_left_out_with_its_words() -> None:
    story = "\n\n".join(["The lamp was on, and nobody came in to see it burn."] * 4)
    after = "\n\n".join(["Mona meant to write more of this one day, and never did."] * 2)
    Path("lamp.txt").write_text(f"Title: The Lamp\n\n{story}\n\nThe End\n\n{after}", encoding="utf-8")
    said = check("lamp.txt").stdout.splitlines()
    (left_out,) = [line for line in said if line.startswith("  Left out: ")]
    assert left_out.endswith("and never did.” (26 words)")
    assert said[-1] == "  Worth a look: so much is not in the story that handing it in asks first."
    assert "Left out: " in check("--json", "lamp.txt").stderr


@pytest.mark.usefixtures("posts")
def test_check_as_json_is_one_object_a_line() -> None:
    Path("second.md").write_text("Bare — and short.", encoding="utf-16")
    result = check("--json", "lamp.txt", "second.md")
    first, second = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert first == {
        "file": "lamp.txt",
        "fields": {"title": "The Lamp", "fandom": "none", "rating": "G", "word_count": "6"},
        "story": "She left the lamp on. Home.",
        "declared_words": 6,
        "words": {"ao3": 6, "whitespace": 6, "hyphens-split": 6},
    }
    assert second == {
        "file": "second.md",
        "fields": {},
        "story": "Bare — and short.",
        "declared_words": None,
        "words": {"ao3": 3, "whitespace": 4, "hyphens-split": 3},
    }


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize(("rule", "status"), [("6", 0), ("1-6", 0), ("drabble", 1), ("x4 +-2", 0), ("x4 +-1", 1)])
@pytest.mark.parametrize("shape", [(), ("--json",)])
def test_check_judges_by_a_rule(rule: str, status: int, shape: tuple[str, ...]) -> None:
    result = check("--rule", rule, *shape, "lamp.txt")
    assert result.exit_code == status
    assert ("The story has 6 words" in result.output) == bool(status)


@pytest.mark.usefixtures("posts")
def test_check_explains_the_count() -> None:
    Path("lamp.txt").write_text("Title: Rain – again\nWords: 10\n\nTea – rain—and – well-worn hats ♥", encoding="utf-8")
    lines = [line.strip() for line in check("lamp.txt").stdout.splitlines()]
    ways = (
        "5 as the Archive of Our Own counts, 7 as word processors count, 6 with hyphenated words counted as their parts"
    )
    assert f"Ways of counting: {ways}" in lines
    assert "2 dashes standing alone, which only word processors count (“–”)" in lines
    assert "1 sign standing alone, which only word processors count (“♥”)" in lines
    assert "2 words with only a dash between them, which word processors count as 1 (“rain—and”)" in lines
    assert "1 hyphenated word, whose parts make 1 word more (“well-worn”)" in lines
    assert "The header's 10 is what word processors count, the title counted in" in lines


@pytest.mark.usefixtures("posts")
def test_check_explains_what_looks_like_one_word_and_is_several() -> None:
    Path("lamp.txt").write_text("Tea and/or 東京 at 7:45, half-and-half, well-worn", encoding="utf-8")
    lines = [line.strip() for line in check("lamp.txt").stdout.splitlines()]
    assert "4 words with only a sign between them, which word processors count as 2 (“and/or”, “7:45,”)" in lines
    assert "2 words without spaces between them, which word processors count as 1 (“東京”)" in lines
    assert "2 hyphenated words, whose parts make 3 words more (“half-and-half,”, “well-worn”)" in lines


@pytest.mark.usefixtures("posts")
def test_check_names_the_section_that_is_off() -> None:
    Path("lamp.txt").write_text(f"{'tea ' * 100}\n***\n{'tea ' * 98}\noOo\n{'tea ' * 102}", encoding="utf-8")
    found = check("--rule", "drabble series", "lamp.txt")
    assert found.exit_code == 1
    assert "Section 2 has 98 words, section 3 has 102 words; each of the 3 sections takes exactly 100" in found.stdout
    assert check("--rule", "drabble series +-2", "lamp.txt").exit_code == 0


@pytest.mark.usefixtures("posts")
def test_check_of_a_count_that_differs_warns_and_goes_on() -> None:
    Path("lamp.txt").write_text(POST.replace("6", "7"), encoding="utf-8")
    result = check("lamp.txt")
    assert result.exit_code == 0
    assert "Worth a look: The header says 7 words, I count 6." in result.stdout


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize("text", ["", "Title: The Lamp\nRating: G\n"])
def test_check_of_a_post_without_a_story(text: str) -> None:
    Path("lamp.txt").write_text(text, encoding="utf-8")
    assert check("lamp.txt").exit_code == 1
    assert check("--json", "lamp.txt").exit_code == 1
    assert json.loads(check("--json", "lamp.txt").stdout)["words"] == {"ao3": 0, "whitespace": 0, "hyphens-split": 0}


@pytest.mark.usefixtures("posts")
def test_check_of_a_post_too_long_to_be_read_knows_nothing_of_its_parts() -> None:
    Path("long.txt").write_text(POST + " Home." * 10_000)
    said = check("long.txt").stdout
    assert "so I have not read it" in said
    assert "no header" not in said
    assert "How sure" not in said


@pytest.mark.usefixtures("posts")
def test_check_of_what_cannot_be_read_reads_the_rest() -> None:
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    Path("letter.doc").write_text("A story.")
    Path("folder.txt").mkdir()
    for name in ("picture.txt", "letter.doc", "folder.txt", "missing.txt"):
        result = check("--json", "--rule", "1", name, "lamp.txt")
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{name}: ")
        assert "Traceback" not in result.output
        assert json.loads(result.stdout)["file"] == "lamp.txt"


@pytest.mark.usefixtures("posts")
@pytest.mark.parametrize("name", [".", "folder"])
def test_check_of_a_folder_says_that_it_is_one(name: str) -> None:
    Path("folder").mkdir()
    result = check(name, "lamp.txt")
    assert (result.exit_code, result.stderr) == (2, f"{name}: This is a folder; name the files in it\n")


@pytest.mark.usefixtures("posts")
def test_check_reads_every_kind_of_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delegating, "COMMAND", quick_start.reading())
    Path("lamp.html").write_text(f"<pre>{POST}</pre>", encoding="utf-8")
    Path("lamp.docx").write_bytes(docx(*(paragraph(run(line)) for line in POST.splitlines())))
    Path("lamp.odt").write_bytes(odt(*POST.splitlines()))
    Path("lamp.rtf").write_bytes(b"{\\rtf1 " + POST.replace("\n", "\\par\n").encode() + b"}")
    names = ["lamp.txt", "lamp.html", "lamp.docx", "lamp.odt", "lamp.rtf"]
    result = check("--json", "--rule", "6", *names)
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one.pop("file") for one in found] == names
    assert all(one == found[0] for one in found)


@pytest.mark.usefixtures("posts")
def test_check_with_a_rule_that_is_none() -> None:
    result = check("--rule", "banana", "lamp.txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "banana" in result.stderr
    assert check().exit_code == 2


@pytest.mark.skipif(not SEED.exists(), reason="the labelled posts are not here")
def test_check_of_the_post_it_all_started_from() -> None:
    result = check("--json", "--rule", "100-500 +-2", str(SEED))
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(found) == ["file", "fields", "story", "declared_words", "words"]
    assert found["declared_words"] == 502
    assert found["words"] == {"ao3": 502, "whitespace": 508, "hyphens-split": 502}
    labels = json.loads(SEED.with_suffix(".json").read_text(encoding="utf-8"))["expect"]
    assert found["fields"] == labels["fields"]


def test_check_where_the_terminal_knows_few_characters(posts: Path) -> None:
    Path("lamp.txt").write_text(POST.replace("none", "♥ “none”"), encoding="utf-8")
    done = program("check", "lamp.txt", cwd=posts, PYTHONIOENCODING="latin-1", PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stderr) == (0, "")
    assert "? ?none?" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="there, every name is text")
def test_check_of_a_file_whose_name_is_no_text(posts: Path) -> None:
    name = os.fsdecode(b"lampe-\xe9teinte.txt")
    Path("lamp.txt").rename(name)
    done = check("--json", name)
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["file"] == "lampe-\ufffdteinte.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_check_waits_for_no_pipe(posts: Path) -> None:
    os.mkfifo("pipe.txt")
    done = check("pipe.txt")
    assert done.exit_code == 2
    assert "no ordinary file" in done.stderr


def test_check_needs_no_token_no_settings_and_no_database(posts: Path) -> None:
    result = program("check", "--json", "lamp.txt", cwd=posts, DRABBLE_LOG_LEVEL="nonsense", LC_ALL="C")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["words"]["ao3"] == 6
    assert [path.name for path in posts.iterdir()] == ["lamp.txt"]
