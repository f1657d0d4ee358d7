"""Texts of old encodings, as files of members have them."""

import pytest

from bot.domain.documents import file

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


@pytest.mark.parametrize(
    "text",
    ["Дощ ішов цілу ніч, і ніхто не спав. Її чайник співав на плиті.", "Ніхто не спав, бо ішов дощ. Він їв і співав."],
)
def test_a_text_of_ukrainian_dos_keeps_its_letters(text: str) -> None:
    assert file.decode("tide.txt", text.encode("cp1125")) == text
    assert file.doubtful_encoding("tide.txt", text.encode("cp1125")) == "cp1125"


@pytest.mark.parametrize("encoding", ["hz", "utf-7", "iso2022_jp_3"])
def test_one_long_piece_of_such_letters_is_enough(encoding: str) -> None:
    text = "彼女は駅で待っていた" * 3 if encoding == "iso2022_jp_3" else "她在车站等着下雪了没有人来" * 3
    assert file.decode("tide.txt", text.encode(encoding)) == text


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
        ("הגשם ירד כל הלילה, והקומקום שר על הכיריים.", "cp862"),
        ("הגשם ירד כל הלילה, והקומקום שר על הכיריים.", "gb18030"),
        ("نزل المطر طوال الليل، وغنى الإبريق على الموقد.", "iso8859-6"),
        ("Түні бойы жаңбыр жауды, шәйнек пеште ән салды, ол тыңдап отырды.", "kz1048"),
        ("Борон тамоми шаб борид, ва ҷӯшак дар рӯи оташ месуруд.", "koi8-t"),
        ("Bütün gece yağmur yağdı, çaydanlık ocağın üstünde şarkı söyledi.", "iso8859-3"),
        ("Bu'n bwrw glaw drwy'r nos, ac roedd y tŷ yn oer a'r dŵr yn canu.", "iso8859-14"),
        ("„Es regnet“, sagte sie.", "iso8859-13"),
        ("« Il pleut », dit-elle. « Encore ? »", "mac_croatian"),
        ("It rained.\x1b$B!", "ascii"),
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
