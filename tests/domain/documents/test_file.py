import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.documents import file
from bot.domain.problem import FileKindUnknown, FileMislabelled, FileTooLarge, FileUnreadable, RefusedError
from tests import yardstick
from tests.growth import is_in_proportion

TEXT = "Title: Café\n\n“Tea?” she said – twice.\n"


def refusal(name: str, data: bytes) -> tuple[object, ...]:
    with pytest.raises(RefusedError) as refused:
        file.decode(name, data)
    return refused.value.problems


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_encodings(encoding: str) -> None:
    assert file.decode("rain.txt", TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "text", ["“Don’t,” she said — twice.", "It’s a très long café…", "we’ll", "The snow’s façade."]
)
@pytest.mark.parametrize("encoding", ["windows-1252", "mac-roman"])
def test_a_text_of_an_old_mac_is_told_by_its_apostrophes(text: str, encoding: str) -> None:
    assert file.decode("rain.txt", text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["AÕT", "LÕunapäev", "tõsi", "McÕtto", "laÕstuda"])
def test_words_with_that_sign_are_words_of_windows(text: str) -> None:
    assert file.decode("rain.txt", text.encode("windows-1252")) == text


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Шёл дождь."),
        ("KOI8-R", "koi8-r", "Шёл дождь."),
        ("Shift_JIS", "cp932", "雨が降った①。"),
        ("iso-8859-1", "cp1252", "“Café”"),
        ("windows-1251", "utf-8", "“Café”"),
        ("utf-8", "cp1252", "“Café”"),
        ("utf-16", "cp1252", "“Café”"),
        ("zip", "cp1252", "“Café”"),
        ("unicode_escape", "cp1252", "“Café”"),
        ("punycode", "cp1252", "“Café”"),
        ("no such", "cp1252", "“Café”"),
    ],
)
@pytest.mark.parametrize("meta", ['<meta charset="{}">', "<META http-equiv=x content='text/html; charset={}'>"])
def test_a_page_may_declare_its_encoding(meta: str, declared: str, encoding: str, text: str) -> None:
    page = f"<html>{meta.format(declared)}{text}"
    assert file.decode("rain.html", page.encode(encoding)) == page


def test_only_a_page_declares_its_encoding_and_only_at_its_top() -> None:
    said = '<meta charset="windows-1251">'
    assert file.decode("rain.txt", f"{said}Café".encode("cp1252")) == f"{said}Café"
    below = " " * 1024 + said + "Café"
    assert file.decode("rain.html", below.encode("cp1252")) == below


def test_utf16_with_its_bytes_the_other_way_round() -> None:
    assert file.decode("rain.txt", b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Шёл дождь",
        "Заголовок: Дождь\n\nШёл дождь, и никто не спал. «Чай?» — спросила она.\n",
        "Title: Дощ 🌧\nRating: G\n\nІшов дощ, і ніхто не спав.\n",
        "Τίτλος: Βροχή\n\nΈβρεχε.\n",
        "标题：雨\n\n昨夜下了一场雨，没有人睡觉。“茶？”她问道。\n",
        "題名：雨\n\n雨が降っていた。時々、コーヒーが飲みたかった。\n",
        "제목: 비\n\n비가 내렸다. 아무도 잠들지 않았다.\n",
    ],
)
def test_utf16_in_other_letters_needs_no_mark(text: str, encoding: str) -> None:
    assert file.decode("rain.txt", text.encode(encoding)) == text


def test_a_file_of_all_letters_keeps_nobody_waiting() -> None:
    every = "".join(map(chr, range(0x4E00, 0x9FFF)))

    def told(text: str) -> None:
        file.certain_encoding("rain.txt", text.encode("utf-16-le"))

    assert is_in_proportion(told, every * 12 + "\u0100 ", within=yardstick.LONGEST_STEP)


@given(
    st.text(st.characters(codec="windows-1252", exclude_categories=["Cc"]) | st.sampled_from("\n "), min_size=9),
    st.lists(st.integers(0, 60), min_size=1, max_size=3),
    st.sampled_from(["utf-8", "windows-1252"]),
)
def test_a_text_with_zeros_in_it_is_not_taken_for_utf16(text: str, places: list[int], encoding: str) -> None:
    data = text.encode(encoding)
    for place in places:
        data = data[:place] + b"\0" + data[place:]
    assert refusal("rain.txt", data) == (FileUnreadable("rain.txt"),)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    assert file.decode("rain.md", TEXT.replace("\n", end).encode()) == TEXT


def test_an_empty_file_is_an_empty_text() -> None:
    assert file.decode("rain.txt", b"") == ""


@pytest.mark.parametrize(
    "data",
    [
        b"It rained.\0 It rained again.",
        b"\x01\x02\x03\x04\x05\x06\x07",
        "rain".encode("utf-32") + b"\0",
        "rain".encode("utf-16") + b"\0",
        b"caf\xe9 \x81\x8d",
        bytes(range(256)),
        b"drabbles\0\n",
        "Шёл дождь".encode("utf-16-le") + b"\0",
        "Шёл дождь".encode("utf-32-le"),
        "Шёл дождь".encode("utf-16-le") + "\udc00".encode("utf-16-le", "surrogatepass"),
        "Шёл дождь, ਪੰਜਾਬ".encode("utf-16-le"),
        "Шёл \ue000 дождь".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert refusal("rain.txt", data) == (FileUnreadable("rain.txt"),)


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7 Title: Rain", "a PDF"),
        (b"PK\x03\x04word/document.xml", "an archive or a document"),
        (b"{\\rtf1 Title: Rain}", "a rich text document"),
        (b"\xd0\xcf\x11\xe0 Rain", "an old Word document"),
    ],
)
def test_what_is_something_else_is_named(data: bytes, looks: str) -> None:
    assert refusal("rain.txt", data) == (FileMislabelled("rain.txt", looks),)


@pytest.mark.parametrize(
    "name", ["rain.txt", "RAIN.TXT", "my rain.md", "rain.docx", "Rain.Odt", "rain.rtf", "rain.html", "rain.htm"]
)
def test_files_we_take(name: str) -> None:
    file.check(name, file.LARGEST)


@pytest.mark.parametrize("name", ["rain.doc", "rain.pdf", "rain", "txt", "rain.txt.exe"])
def test_other_kinds_are_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        file.check(name, 1)
    assert refused.value.problems == (FileKindUnknown(name),)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(RefusedError) as refused:
        file.check("rain.pdf", file.LARGEST + 1)
    assert refused.value.problems == (
        FileKindUnknown("rain.pdf"),
        FileTooLarge("rain.pdf", file.LARGEST + 1, file.LARGEST),
    )


def test_documents_may_be_larger_for_the_pictures_in_them() -> None:
    file.check("rain.docx", file.LARGEST_DOCUMENT)
    with pytest.raises(RefusedError) as refused:
        file.check("rain.html", file.LARGEST + 1)
    assert refused.value.problems == (FileTooLarge("rain.html", file.LARGEST + 1, file.LARGEST),)


RUSSIAN = "Прилив ушёл без них.\nМаяк горел всю ночь, и никто не спал."
JAPANESE = "潮が引いた。\n灯台は一晩中ともっていた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The tide went out.\rNo café was open.", "mac_roman"),
        ("The tide went out.\rThe été came.\rÜber all.", "mac_roman"),
        ("“You came,” she said\nto nobody.", "mac_roman"),
        ("She waited…\nand waited—then left.", "mac_roman"),
        ("A café was open, très tard.\n", "mac_roman"),
        ("Le garçon für École.\n", "mac_roman"),
        ("“Don’t go,” she said — and café, Žižek, œuvre.\n", "cp1252"),
        ("DÉJÀ VU, ÓSCAR Y SU NIÑO\n", "cp1252"),
        ("Le cœur coûte 5 €.\n", "iso8859-15"),
        ("À contrecœur, elle partit.\n", "iso8859-15"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE, "utf-16-be"),
    ],
)
def test_a_text_that_announces_no_encoding_keeps_its_letters(text: str, encoding: str) -> None:
    assert file.decode("tide.txt", text.encode(encoding)) == text.replace("\r", "\n")


OF_OTHER_LANGUAGES = {
    "日が暮れると、灯台の明かりがともった。彼女は手紙を読み、何も言わなかった。": ("euc_jp", "shift_jis", "iso2022_jp"),
    "Title: 潮\nAuthor: Ines\nRating: G\n\n船は帰ってこなかった。誰も泣かなかった。": (
        "euc_jp",
        "shift_jis",
        "iso2022_jp",
    ),
    "ﾃｶﾞﾐはﾄﾞｺにもなかった。潮の匂いだけが残っていた。": ("shift_jis", "iso2022_jp_ext"),
    "天黑了,燈塔的燈亮了起來。她讀完了信,什麼也沒有說。": ("big5", "gb18030"),
    "天黑了，灯塔的灯亮了起来。她读完了信，什么也没有说。": ("gb18030", "gb2312"),
    "Title: 潮\nRating: G\n\n船没有回来。谁也没有哭，大家都睡了。": ("gb18030",),
    "날이 저물자 등대에 불이 켜졌다. 그녀는 편지를 읽고 아무 말도 하지 않았다.": ("euc_kr", "iso2022_kr"),
    "Стемнело, и на маяке зажгли огонь. Она прочла письмо и ничего не сказала.": ("cp1251", "koi8-r", "cp866"),
    "Title: Tide\nAuthor: Ines\nFandom: Harbours\nRating: G\n\nЛодка не вернулась. Никто не плакал, все спали.": (
        *("cp1251", "koi8-r"),
    ),
    "Стемніло, і на маяку запалили вогонь. Вона прочитала листа й нічого не сказала.": ("cp1251", "koi8-u"),
    "Zapadł zmrok i w latarni zapalono światło. Przeczytała list, ale nic nie powiedziała.": ("cp1250", "iso8859-2"),
    "Setmělo se a na majáku rozsvítili světlo. Přečetla dopis a nic neřekla.": ("cp1250", "iso8859-2"),
    "Besötétedett, és a világítótoronyban fényt gyújtottak. Elolvasta a levelet, és őt nézte.": ("cp1250",),
    "Βράδιασε και άναψαν το φως στον φάρο. Διάβασε το γράμμα και δεν είπε τίποτα.": ("cp1253", "iso8859-7"),
    "Hava karardı, deniz fenerinin ışığı yandı. Mektubu okudu ve hiçbir şey söylemedi, ağladı.": ("cp1254",),
    "ירד הערב, ובמגדלור הדליקו אור. היא קראה את המכתב ולא אמרה דבר.": ("cp1255",),
    "حل المساء وأضاءوا نور المنارة. قرأت الرسالة ولم تقل شيئا.": ("cp1256",),
    "พอค่ำลง ประภาคารก็จุดไฟ เธออ่านจดหมายแล้วไม่พูดอะไร": ("cp874",),
    "Satumsa, un bākā iededza gaismu. Viņa izlasīja vēstuli un neko neteica, tikai klusēja.": ("cp1257",),
}


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in OF_OTHER_LANGUAGES.items() for encoding in encodings]
)
def test_a_text_of_any_language_keeps_its_letters_in_an_old_encoding(text: str, encoding: str) -> None:
    assert file.decode("tide.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "“Wait,” she said — “don’t…”",
        "Perché non è venuta? Più tardi la città era già buia.",
        "¿Quién volverá mañana? Él no.",
        "Où étais-tu ? J’ai crié, ça n’a servi à rien.",
        "Über die Brücke, später.",
        "Det låg en båt på ön, och någon öppnade.",
        "It was 20°C and cost £5.",
        "Copyright © Ines. ½ a cup.",
    ],
)
def test_a_text_of_western_europe_is_taken_for_no_other(text: str) -> None:
    assert file.decode("tide.txt", text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("data", "taken"),
    [
        ("Дождь.".encode("cp1251"), "cp1251"),
        ("雨。".encode("shift_jis"), "cp932"),
        ("She didn’t “know” – café, naïve.".encode("cp1252"), "windows-1252"),
        (RUSSIAN.encode("cp1251"), None),
        ("Über die Brücke, später.".encode("cp1252"), None),
        (JAPANESE.encode("iso2022_jp"), None),
        ("é".encode("cp1252"), None),
        ("It rained.".encode("cp1252"), None),
        ("雨。".encode(), None),
    ],
)
def test_a_doubt_about_an_encoding_is_told(data: bytes, taken: str | None) -> None:
    assert file.doubtful_encoding("tide.txt", data) == taken


OF_DOS = {
    "Über den Dächern lag Schnee. „Schön“, sagte sie, und die Größe der Straße war still.": ("cp437", "cp850"),
    "Elle n'a pas pleuré. Où était-il, ce garçon étonné ? Là-bas, répéta-t-elle.": ("cp437", "cp850"),
    "Ella esperaba en la estación. ¿Llegó tarde? El niño soñó con el mañana.": ("cp437", "cp850"),
}


@pytest.mark.parametrize(("text", "encoding"), [(text, each) for text, found in OF_DOS.items() for each in found])
def test_a_text_of_dos_keeps_its_letters_and_is_doubtful(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    assert file.decode("tide.txt", data) == data.decode(encoding)
    assert file.doubtful_encoding("tide.txt", data) == "cp850"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Über den Dächern fiel der Schnee. Schön, sagte sie, die Straße.", "mac_roman"),
        ("Czekała na stacji. Padał śnieg. Nikt nie przyszedł.", "mac_latin2"),
        ("Она ждала на станции. Шёл снег. Никто не пришёл.", "mac_cyrillic"),
        ("Elle n’était pas étonnée.\nOù était-il ?", "utf-7"),
        ("她在车站等着。\n下雪了。\n没有人来。", "hz"),
    ],
)
def test_what_may_be_another_encoding_is_told(text: str, encoding: str) -> None:
    assert file.doubtful_encoding("tide.txt", text.encode(encoding)) is not None


OF_OLD_MACS = {
    "Дождь шёл всю ночь. Старый чайник пел на плите, и она его слушала.": ("mac_cyrillic", "cp1251"),
    "Дощ ішов цілу ніч. Старий чайник співає на плиті, її ніхто не чує.": ("mac_cyrillic", "cp1251"),
    "Киша је падала целу ноћ. Стари чајник је певао, а њива је спавала.": ("mac_cyrillic", "cp1251"),
    "Η βροχή έπεφτε όλη τη νύχτα. Ο βραστήρας τραγουδούσε πάνω στη σόμπα.": ("mac_greek", "cp1253"),
}


@pytest.mark.parametrize(("text", "old_mac", "windows"), [(text, *each) for text, each in OF_OLD_MACS.items()])
def test_a_text_of_an_old_mac_keeps_its_letters_and_is_doubtful(text: str, old_mac: str, windows: str) -> None:
    assert file.decode("tide.txt", text.encode(old_mac)) == text
    assert file.doubtful_encoding("tide.txt", text.encode(old_mac)) == old_mac
    assert file.decode("tide.txt", text.encode(windows)) == text
    assert file.doubtful_encoding("tide.txt", text.encode(windows)) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Дождь шёл всю ночь, и никто не спал. Она ждала на станции.", "cp855"),
        ("Η βροχή έπεφτε όλη τη νύχτα και κανείς δεν κοιμόταν.", "cp737"),
        ("Það rigndi alla nóttina. Við biðum, og síðan kom vorið.", "mac_iceland"),
    ],
)
def test_a_text_in_an_encoding_that_is_not_known_is_doubtful(text: str, encoding: str) -> None:
    assert file.doubtful_encoding("tide.txt", text.encode(encoding)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "МакДональд ждал. — Иди! — сказал он… «Нет», и всё. Цена: 20°, №5.",
        "„Дай“, каза той. „Няма“, отвърна тя и погледна към пристанището.",
        "אמר: „לא”. היא חיכתה בתחנה, וצה״ל הגיע.",
    ],
)
def test_what_books_have_beside_letters_leaves_no_doubt(text: str) -> None:
    encoding = "cp1255" if text[0] == "א" else "cp1251"
    assert file.decode("tide.txt", text.encode(encoding, "replace")) == text.encode(encoding, "replace").decode(
        encoding
    )
    assert file.doubtful_encoding("tide.txt", text.encode(encoding, "replace")) is None


@pytest.mark.parametrize("encoding", ["utf-7", "hz"])
@pytest.mark.parametrize("text", ["她在车站等着。\n下雪了。\n没有人来。", "“你来晚了，”他说。\nA + B.\n她笑了笑。"])
def test_letters_hidden_in_ascii_come_out(text: str, encoding: str) -> None:
    assert file.decode("tide.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    ["1+2-3 and a+bcd-e", "Call +44790 or +4479012345.", "~{now}~ and ~{then}~", "+snow +rain +fog", "~{a~} ~{b~}"],
)
def test_signs_in_ascii_are_what_they_look_like(text: str) -> None:
    assert file.decode("tide.txt", text.encode()) == text
    assert file.doubtful_encoding("tide.txt", text.encode()) is None


def test_documents_say_themselves_what_encoding_they_are_in() -> None:
    assert file.doubtful_encoding("tide.rtf", "Дождь.".encode("cp1251")) is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[1;31mrain\x1b[0m fell", "rain fell"),
        ("\x1b[38;2;255;0;0mrain\x1b[K fell", "rain fell"),
        ("\x1b]8;;https://example.org\x1b\\rain\x1b]8;;\x1b\\ fell", "rain fell"),
        ("\x1b]0;no\x07rain fell", "rain fell"),
        ("\x1b(Brain\x1b7 fell\x1b", "rain fell"),
        ("\x1bRain fell", "Rain fell"),
        ("rain\x0cfell", "rain\nfell"),
        ("rain\x0bfell", "rain\nfell"),
        ("rain\r\nfell\rhere", "rain\nfell\nhere"),
        ("rain fell\x1a", "rain fell"),
        ("rain\x7f fell\x9c", "rain fell"),
        ("rain\x08 fell", "rain fell"),
        *(
            (f"rain{sign}fell", f"rain{sign}fell")
            for sign in "\t\x85\xa0\xad\u200b\u200d\u2028\u2029\u2060\u3000\ue000\ufffd"
        ),
    ],
)
def test_what_shows_nothing_is_no_text(typed: str, shown: str) -> None:
    before = "It was a quiet night. " * 20
    assert file.decode("rain.txt", (before + typed).encode()) == before + shown


@pytest.mark.parametrize(
    ("name", "left"), [("a.md", "It rained. It snowed."), ("a.txt", "It <!-- or\nhail? -->rained. It snowed.")]
)
def test_a_comment_is_no_text_where_marks_are_laid_out(name: str, left: str) -> None:
    assert file.decode(name, b"It <!-- or\nhail? -->rained. It snowed.") == left


def test_what_only_begins_like_a_comment_is_text() -> None:
    assert file.decode("a.md", b"It rained <!-- and rained. <3") == "It rained <!-- and rained. <3"
