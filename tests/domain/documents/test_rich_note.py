"""What a field, a formula or a shape shows of what it notes."""

import pytest

from tests.domain.documents.rich_texts import read

INSIDE = r"{\me{\mr x}}"
PROPERTIES = r"{\*\mctrlPr\f1}"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (rf"{{\md{{\mdPr{{\mbegChr [}}{{\mendChr \}}}}{PROPERTIES}}}{INSIDE}}}", "[x}"),
        (rf"{{\md{{\mdPr{{\mbegChr }}{{\mendChr \u8214?}}}}{INSIDE}}}", "x‖"),
        (rf"{{\md{{\mdPr{{\msepChr ;}}}}{INSIDE}{INSIDE}{INSIDE}}}", "(x;x;x)"),
        (rf"{{\md{INSIDE}{INSIDE}}}", "(x|x)"),
        (rf"{{\md{{\me{{\msSup{INSIDE}{{\msup{{\mr 2}}}}}}}}}}", "(x2)"),
        (rf"{{\mnary{{\mnaryPr{{\mchr \u8721?}}{{\mlimLoc no}}}}{{\msub{{\mr i}}}}{{\msup}}{INSIDE}}}", "∑ix"),
        (rf"{{\mnary{{\msub}}{{\msup}}{INSIDE}}}", "∫x"),
        (rf"{{\mrad{{\mradPr{{\mdegHide on}}}}{{\mdeg}}{INSIDE}}}", "√x"),
        (rf"{{\macc{{\maccPr{{\mchr \u771?}}}}{INSIDE}}}", "x\u0303"),
        (rf"{{\mbar{{\mbarPr{{\mpos top}}}}{INSIDE}}}", "x\u0305"),
        (rf"{{\mgroupChr{INSIDE}}}", "x⏟"),
        (r"{\mf{\mnum{\mr x}}{\mden{\mr 2}}}", "x/2"),
        (r"{\mf{\mfPr{\mtype noBar}}{\mnum{\mr n}}{\mden{\mr k}}}", "n k"),
        (rf"{{\mm{{\mmPr}}{{\mmr{INSIDE}{INSIDE}}}{{\mmr{INSIDE}{INSIDE}}}}}", "x x x x"),
        (rf"{{\mfunc{{\mfName{{\mr sin}}}}{INSIDE}}}", "sin x"),
        (rf"{{\mphant{{\mphantPr{{\mshow 0}}}}{INSIDE}}}", ""),
        (rf"{{\mphant{{\mphantPr{{\mshow on}}}}{INSIDE}}}", "x"),
        (rf"{{\mphant{INSIDE}}}", "x"),
        (rf"{{\v{{\md{INSIDE}}}}}", ""),
        *((rf"{{\m{kind}{INSIDE}{INSIDE}}}", "xx") for kind in ("sSub", "sSubSup", "sPre", "limLow", "limUpp", "box")),
    ],
)
def test_a_formula(formula: str, text: str) -> None:
    assert read(rf"One{{\mmath{{\*\moMath{{\mr <}}{formula}{{\mr >}}}}}}two") == f"One<{text}>two"


LIST = (
    r"{\field{\*\fldinst{\b FORMDROPDOWN }{{\*\formfield{\fftype2%s\fftypetxt0{\*\ffname no}{\*\ffhelptext no}"
    r"{\*\ffl no}{\*\ffl t\'77o}{\*\ffl no}}}}}{\fldrslt }}"
)
TICK = r"{\field{\*\fldinst{FORMCHECKBOX{\*\formfield{\fftype1%s{\*\ffname no}}}}}{\fldrslt }}"
INPUT = r"{\field{\*\fldinst{FORMTEXT{\*\formfield{\fftype0{\*\ffname x}{\*\ffdeftext no}{\*\ffformat x}}}}}%s}"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt two}}', "two"),
        (r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt{\ul two}}}', "two"),
        (r"{\field\fldedit{\*\fldinst { AUTHOR }{\i no}}{\fldrslt {two}}}", "two"),
        (r"{\field{\fldinst  AUTHOR }{\fldrslt two}}", "two"),
        (r"{\field{\*\fldinst IF {\field{\*\fldinst PAGE}{\fldrslt no}} no}{\fldrslt two}}", "two"),
        (r"{\field{\*\fldinst TOC}{\fldrslt {\field{\*\fldinst HYPERLINK x}{\fldrslt two}}}}", "two"),
        (r"{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(no),two)}{\fldrslt }}", "two"),
        (r'{\field{\*\fldinst SYMBOL 74 \\f "Wingdings" \\s 12}{\fldrslt\f1}}', "☺"),
        (r'{\field{\*\fldinst SYMBOL 74 \\f "Wingdings" \\s 12}{\fldrslt{\f1 J}}}', "☺"),
        (r"{\field{\*\fldinst MACROBUTTON NoMacro two}{\fldrslt }}", "two"),
        (r"{\field{\*\fldinst XE no}{\fldrslt}}", ""),
        (r"{\field{\*\fldinst IF {\field{\*\fldinst SYMBOL 74}{\fldrslt}} no}{\fldrslt two}}", "two"),
        (LIST % r"\ffres1\ffdefres2", "two"),
        (LIST % r"\ffres25\ffdefres1", "two"),
        (LIST % r"\ffdefres1", "two"),
        (LIST % "", "no"),
        (LIST % r"\ffres9", ""),
        (LIST % r"\ffres-1", ""),
        (r"{\v" + LIST % r"\ffres1" + "}", ""),
        (r"{\deleted" + LIST % r"\ffres1" + "}", ""),
        (r"{\field{\*\fldinst{\v FORMDROPDOWN{\*\formfield{\fftype2{\*\ffl no}}}}}{\fldrslt}}", ""),
        (TICK % r"\ffres1", "☒"),
        (TICK % r"\ffres0\ffdefres1", "☐"),
        (TICK % r"\ffres25\ffdefres1", "☒"),
        (TICK % "", "☐"),
        (INPUT % r"{\fldrslt two}", "two"),
        (INPUT % "", "no"),
    ],
)
def test_a_field_shows_its_result(field: str, text: str) -> None:
    assert read(f"One{field}three") == f"One{text}three"


ART = r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 136}}{\sp{\sn gtextUNICODE}{\sv t\'77\u111?}}%s}{\shprslt no}}"
INLINE_ART = (
    r"{\*\shppict{\pict{\*\picprop{\sp{\sn gtextUNICODE}{\sv two}}%s}\pngblip 89504e47}}{\nonshppict{\pict 00}}"
)
HIDDEN_SHAPE = r"{\sp{\sn fHidden}{\sv 1}}"


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (ART % "", "One\ntwo\nthree"),
        (INLINE_ART % "", "One\ntwo\nthree"),
        (rf"{{\shpgrp{{\*\shpinst{ART % ''}}}}}", "One\ntwo\nthree"),
        (ART % HIDDEN_SHAPE, "One\nthree"),
        (INLINE_ART % HIDDEN_SHAPE, "One\nthree"),
        (rf"{{\shpgrp{{\*\shpinst{HIDDEN_SHAPE}{ART % ''}}}}}", "One\nthree"),
        (rf"{{\v{ART % ''}}}", "One\nthree"),
        (rf"{{\header{ART % ''}}}", "One\nthree"),
        (r"{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 0}}{\shptxt two\par}}}", "One\ntwo\nthree"),
        (rf"{{\shp{{\*\shpinst{HIDDEN_SHAPE}{{\shptxt no\par}}}}}}", "One\nthree"),
        (r"{\v{\shp{\*\shpinst{\shptxt\pard\plain no\par}}}}", "One\nthree"),
        (r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv no}}}}", "One\nthree"),
        (r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv two\u13?lines}}}}", "One\ntwo\nlines\nthree"),
        (r"{\pict{\*\picprop{\sp{\sn fHorizRule}{\sv 1}}}\wmetafile8 0100}", "One\n---\nthree"),
    ],
)
def test_letters_that_are_drawn(drawn: str, text: str) -> None:
    assert read(rf"One{drawn}\par three") == text
