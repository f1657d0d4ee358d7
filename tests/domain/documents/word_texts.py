"""Runs of a Word document, and what is read of one."""

from bot.domain.documents import document
from tests.documents import docx, paragraph, run

ONE, TWO, THREE = run("One"), run("two"), run("three")


def r(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def char(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def instruction(text: str) -> str:
    return r(f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def begun(code: str, inside: str = "") -> str:
    return char("begin") + instruction(code) + inside


def complex_field(code: str, result: str) -> str:
    return begun(code) + char("separate") + result + char("end")


def words(*runs: str) -> str:
    """What is read of one paragraph, without line ends and soft hyphens."""
    return "".join(document.read("frost.docx", docx(paragraph(*runs))).split())


AROUND = {
    "bdo": '<w:bdo w:val="rtl">{}</w:bdo>',
    "customXml": '<w:customXml w:element="x"><w:customXmlPr/>{}</w:customXml>',
    "dir": '<w:dir w:val="ltr">{}</w:dir>',
    "fldSimple": '<w:fldSimple w:instr=" AUTHOR ">{}</w:fldSimple>',
    "hyperlink": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "ins": '<w:ins w:id="1">{}</w:ins>',
    "moveTo": '<w:moveTo w:id="1">{}</w:moveTo>',
    "sdt": '<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    "smartTag": '<w:smartTag w:element="x"><w:smartTagPr/>{}</w:smartTag>',
    "ruby": "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "nested": '<w:ins w:id="1"><w:smartTag><w:dir><w:hyperlink>{}</w:hyperlink></w:dir></w:smartTag></w:ins>',
}
