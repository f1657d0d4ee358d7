import pytest

from bot.domain.documents import document
from tests.documents import open_text
from tests.domain.documents.open_texts import words


def listed(kind: str, second: str = "", third: str = "") -> str:
    options = f'<form:option form:label="no"/><form:option form:label="two" {second}/><form:option {third}/>'
    return f'<form:{kind} form:id="c">{options}</form:{kind}>'


@pytest.mark.parametrize(
    ("field", "text"),
    [
        *(
            (f'<form:{kind} form:id="c" form:current-value="two" form:value="no"/>', "two")
            for kind in ("text", "textarea", "formatted-text", "combobox", "number", "date", "time", "file")
        ),
        ('<form:text form:id="c" form:value="two"/>', "two"),
        ('<form:text xml:id="c" form:value="two"/>', "two"),
        ('<form:textarea form:id="c"><text:p>two</text:p></form:textarea>', "two"),
        (listed("listbox", 'form:current-selected="true"', 'form:selected="true"'), "two"),
        (listed("listbox", 'form:selected="true"'), "two"),
        (listed("listbox"), ""),
        (listed("combobox"), ""),
        ('<form:checkbox form:id="c" form:label="two" form:current-state="checked"/>', "☒two"),
        ('<form:checkbox form:id="c" form:label="two" form:state="checked" form:current-state="unchecked"/>', "☐two"),
        ('<form:radio form:id="c" form:label="two" form:selected="true"/>', "☒two"),
        *((f'<form:{kind} form:id="c" form:label="two"/>', "two") for kind in ("button", "fixed-text", "frame")),
        ('<form:hidden form:id="c" form:value="no"/>', ""),
        ('<form:password form:id="c" form:current-value="no"/>', ""),
        ('<form:text form:id="other" form:value="no"/>', ""),
    ],
)
def test_a_field_of_a_form(field: str, text: str) -> None:
    forms = f"<office:forms><form:form form:name='no'>{field}</form:form></office:forms>"
    body = f'{forms}<text:p>One<draw:control draw:control="c"/>three</text:p>'
    assert "".join(document.read("frost.odt", open_text(body)).split()) == f"One{text}three"


@pytest.mark.parametrize(
    ("kind", "given", "text"),
    [
        (
            "FORMDROPDOWN",
            (("Dropdown_ListEntry", "no"), ("Dropdown_ListEntry", "two"), ("Dropdown_Selected", "1")),
            "two",
        ),
        ("FORMDROPDOWN", (("Dropdown_ListEntry", "two"), ("Dropdown_ListEntry", "no")), "two"),
        ("FORMDROPDOWN", (("Dropdown_ListEntry", "no"), ("Dropdown_Selected", "7")), ""),
        ("FORMCHECKBOX", (("Checkbox_Checked", "true"), ("Checkbox_Name", "no")), "☒"),
        ("FORMCHECKBOX", (), "☐"),
    ],
)
def test_a_field_of_a_form_from_word(kind: str, given: tuple[tuple[str, str], ...], text: str) -> None:
    inside = "".join(f'<field:param field:name="{name}" field:value="{value}"/>' for name, value in given)
    mark = f'<field:fieldmark field:type="vnd.oasis.opendocument.field.{kind}">{inside}</field:fieldmark>'
    assert words(f"One{mark}three") == f"One{text}three"
