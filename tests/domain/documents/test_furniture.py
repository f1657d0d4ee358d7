import pytest

from bot.domain.documents import web_page_reader
from tests.domain.documents.web_pages import parts
from tests.growth import is_in_proportion

AROUND = """
<div id="page"><header role="banner" style="display:block">Site</header><nav>Home</nav><div role=search>Search</div>
<div class="content">{}</div><aside>Tags</aside><div role="complementary">Others</div><footer>Imprint</footer></div>"""


@pytest.mark.parametrize(
    "own",
    [
        "<main>{}</main>",
        "<article>{}</article>",
        "<div role=main>{}</div>",
        "<div role=article>{}</div>",
        "<main><article>{}</article></main>",
        "<main><nav>Previous</nav><article>{}</article><div role=navigation>Next</div></main>",
        "<nav><footer><main>{}</main></footer></nav>",
    ],
)
def test_what_a_site_puts_around_its_pages_goes_along_below_them(own: str) -> None:
    inside = "<header><h1>Frost</h1></header><p>Snow.</p><aside>Cold.</aside><footer>The end.</footer>"
    text, left_out = parts(AROUND.format(own.format(inside)))
    assert text.split() == ["Frost", "Snow.", "Cold.", "The", "end."]
    found = [word for word in left_out.split() if word not in {"Previous", "Next"}]
    assert found == ["Site", "Home", "Search", "Tags", "Others", "Imprint"]


@pytest.mark.parametrize("hides", ["display:none", "visibility:hidden"])
def test_what_is_hidden_in_what_is_left_out_is_hidden_there_too(hides: str) -> None:
    page = f'<div style="{hides}"><nav>no</nav></div><nav>Home <i style="{hides}">no</i></nav><main>Snow.</main>'
    assert parts(page) == ("Snow.", "Home")


def test_of_long_furniture_the_first_words_go_along() -> None:
    text, left_out = parts(f"<nav>{'Home ' * 999}</nav><main>Snow.</main>")
    first, _, rest = left_out.partition(" … and ")
    assert text == "Snow."
    assert len(left_out) < 1_600
    assert f"{999 - first.count('Home')} words more" == rest


def test_what_is_left_out_ends_a_line() -> None:
    assert parts("<div>One<nav>Home</nav>two</div>") == ("One\ntwo", "Home")


def test_a_page_that_is_all_furniture_is_its_text() -> None:
    assert web_page_reader.read("<nav><p>Snow.</p></nav>") == "Snow."


@pytest.mark.parametrize("own", ["{}", "<article>One</article><article>{}</article>", "{}<main> <img src=x> </main>"])
def test_a_page_that_does_not_say_what_is_its_own_is_read_whole_but_for_navigation(own: str) -> None:
    text, left_out = parts(AROUND.format(own.format("Snow.")))
    words = [word for word in text.split() if word != "One"]
    assert words == ["Site", "Search", "Snow.", "Tags", "Others", "Imprint"]
    assert left_out == "Home"


@pytest.mark.parametrize("piece", ["<main>", "<nav>", "<main><nav>", "<header><i>", "<aside role=main>", "</nav><nav>"])
def test_furniture_takes_no_time_out_of_proportion(piece: str) -> None:
    many = piece * (80_000 // len(piece))
    assert is_in_proportion(lambda text: web_page_reader.read(f"<nav>{text}<main>x"), many, within=5)
