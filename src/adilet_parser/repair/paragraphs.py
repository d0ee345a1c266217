"""Which printed lines make one paragraph.

Each rule looks at the border between two lines and says BREAK, JOIN, or nothing; the first that speaks decides.
"""

from __future__ import annotations

from adilet_parser.language import line_forms
from adilet_parser.repair.border import HEAD, Border, Rule, Verdict, open_end, starts_number
from adilet_parser.repair.header_borders import (
    info_line,
    info_over,
    number_after_approved,
    number_and_word,
    same_cell,
    same_stamp,
    stamp_lines,
    stamp_over,
    title_over,
)
from adilet_parser.repair.layout import FIRST_INDENT


def styles_differ(b: Border) -> Verdict | None:
    """Type that changes size or colour starts a new paragraph (PDF); red text that goes on in black does not."""
    styles = {b.above_line.style, b.line.style}
    if "unknown" in styles or len(styles) == 1:
        return None
    return "break" if styles != {"note", "body"} or b.line.indent >= FIRST_INDENT else None


def indent(b: Border) -> Verdict | None:
    """Six blanks start a paragraph."""
    return "break" if b.layout.indented and b.line.indent >= FIRST_INDENT else None


def other_cell(b: Border) -> Verdict | None:
    """A table cell ends where the next begins."""
    return None if b.line.cell == b.above_line.cell else "break"


def whole_line(b: Border) -> Verdict | None:
    """Lines of an HTML page are whole paragraphs."""
    return "break" if b.line.whole else None


def inside_cell(b: Border) -> Verdict | None:
    """In a cell a line goes on if its next word had no room, or if the phrase is open; a number starts anew."""
    if b.line.cell is None:
        return None
    if starts_number(b) and (not b.full or line_forms.TERMINAL.search(b.above[-4:])):
        return "break"
    if line_forms.TERMINAL.search(b.above[-4:]) and not b.full:
        return "break"
    return "join" if b.full or open_end(b.above) or line_forms.CONTINUES.match(b.below) else "break"


def torn_remainder(b: Border) -> Verdict | None:
    """`анықтамалығы` | ` күн өткен соң қолданысқа енгізіледі).`: a bracket closes that nothing opened."""
    below = line_forms.COUNTED.sub("", b.below)
    if (
        b.tail != b.above[-len(b.tail) :]
        or not below[:1].islower()
        or ")" not in below
        or not line_forms.TITLE_END.search(b.above[-HEAD:])
    ):
        return None
    unopened = "(" not in below.partition(")")[0] and "(" not in b.tail
    return "torn" if unopened else None


def status_word(b: Border) -> Verdict | None:
    """`Күшін жойған` stands alone, above and below."""
    return "break" if line_forms.is_status(b.below) or line_forms.is_status(b.above) else None


def note_start(b: Border) -> Verdict | None:
    """`Ескерту.` starts a note."""
    return "break" if line_forms.NOTE_START.match(b.below) else None


def named_heading(b: Border) -> Verdict | None:
    """`1-тарау. Жалпы ережелер`, `12-бап. ...`, `Статья 2. ...` start a heading."""
    if open_end(b.above):
        return None
    named = line_forms.NAMED_HEADING.match(b.below) or line_forms.RUSSIAN_HEADING.match(b.below)
    return "break" if named else None


def same_heading(b: Border) -> Verdict | None:
    """`1-тарау. Мемлекеттік қызмет` | `көрсету тәртібі` in the type of headings: one heading (PDF)."""
    if b.line.style != "heading" or b.above_line.style != "heading" or b.line.gap or starts_number(b):
        return None
    named = line_forms.NAMED_HEADING.match(b.opening) or line_forms.RUSSIAN_HEADING.match(b.opening)
    return "join" if named else None


def agreed(b: Border) -> Verdict | None:
    """`КЕЛІСІЛДІ` heads a block of its own."""
    return "break" if line_forms.AGREED.match(b.below) else None


def same_signature(b: Border) -> Verdict | None:
    """`Президент` | `Республики Казахстан Н. НАЗАРБАЕВ` in the type of signatures: one signature (PDF)."""
    if b.line.style != "signature" or b.above_line.style != "signature" or b.line.gap:
        return None
    return "break" if line_forms.NAME_END.search(b.above) else "join"


def stacked_signature(b: Border) -> Verdict | None:
    """`Қазақстан Республикасының` | `Қаржы министрі` | `А. Аймагамбетов`: position and name on lines of their own."""
    if line_forms.COUNTRY_LINE.match(b.below) and line_forms.TERMINAL.search(b.above[-4:]):
        return "break"
    if line_forms.COUNTRY_LINE.match(b.above) and b.above == b.opening and b.below[:1].isupper():
        return "join"
    if line_forms.NAME_LINE.match(b.below) and line_forms.POSITION_END.search(b.above[-HEAD:]):
        return "join"
    return None


def long_lines(b: Border) -> Verdict | None:
    """Where lines were not wrapped each is a paragraph; only what is plainly cut goes on (a link on its own line:
    `- ҚР 30.12.2021` | `№ 96-VII` | `(алғашқы ... енгізіледі` | `) Заңымен.`)."""
    if b.layout.wrapped:
        return None
    if not b.layout.indented or b.line.gap:
        return "break"
    cut = b.full or b.line.indent or b.below[:1].islower() or open_end(b.above)
    cut = cut or (b.layout.spaced and not line_forms.TERMINAL.search(b.above[-4:])) or b.below[:1] in {")", ",", ";"}
    return "join" if cut else "break"


def result_sentence(b: Border) -> Verdict | None:
    """`... – 30 минут.` | `Нәтижесі – ...`: the result of a numbered step belongs to it."""
    step = line_forms.SUBPOINT.match(b.opening) or line_forms.NUMBERED.match(b.opening)
    return "join" if step and not b.line.gap and line_forms.RESULT_START.match(b.below) else None


def printed_gap(b: Border) -> Verdict | None:
    """White space between two lines of a page parts paragraphs (PDF)."""
    if b.line.filled is None or not b.line.gap or b.line.new_page or open_end(b.above):
        return None
    return "break"


def no_gap(b: Border) -> Verdict | None:
    """Lines that touch belong together where paragraphs are indented and the upper one was filled."""
    if b.line.gap or b.line.new_page or not b.layout.indented or not b.full:
        return None
    return None if starts_number(b) and line_forms.TERMINAL.search(b.above[-4:]) else "join"


def note_over(b: Border) -> Verdict | None:
    """`Ескерту. ... № 434 қаулысымен.`: a note is complete with the act that made it, however full its last line is."""
    if not line_forms.NOTE_START.match(b.opening) or not line_forms.NOTE_END.search(b.above):
        return None
    return "break" if b.below[:1].isupper() or starts_number(b) else None


def signature_line(b: Border) -> Verdict | None:
    """`Аудандық мәслихат төрағасы Е. Нұрдәулетов` after a full stop: a signature on one line."""
    if line_forms.TERMINAL.search(b.above[-4:]) and line_forms.SIGNATURE_LINE.match(b.below):
        return "break"
    return None


def open_bracket(b: Border) -> Verdict | None:
    """`(Қазақстан Республикасы Парламентінің` | `Жаршысы, 1999 ж., № 15) күші`: a bracket is closed on the next line."""
    inside = b.tail.rpartition("(")[2]
    if inside == b.tail or ")" in inside or line_forms.TERMINAL.search(b.above[-4:]) or starts_number(b):
        return None
    return "join" if ")" in b.below and "(" not in b.below.partition(")")[0] else None


def mid_phrase(b: Border) -> Verdict | None:
    """A line that ends with "-", ",", "(", "№", or one that starts with a small letter: the phrase goes on."""
    if line_forms.TERMINAL.search(b.above[-4:]):
        return None
    if open_end(b.above) or line_forms.CONTINUES.match(b.below):
        return "join"
    return None


def open_number(b: Border) -> Verdict | None:
    """`... 2011 жылғы 3 наурыздағы № 214` | `Қазақстан Республикасы Үкіметінің қаулысы`: the act is not named yet."""
    if not b.layout.indented or b.line.indent or b.line.gap or starts_number(b):
        return None
    return "join" if line_forms.OPEN_NUMBER.search(b.above[-HEAD:]) else None


def open_date(b: Border) -> Verdict | None:
    """`... 2003 жылғы` | `8 ақпандағы`, `... 5 наурыздағы` | `№ 104 бұйрығына`, `Қазақстан` | `Республикасы`: the name goes on."""
    if b.line.gap or b.line.indent >= FIRST_INDENT:
        return None
    return "join" if line_forms.OPEN_DATE.search(b.above[-HEAD:] + "\n" + b.below[:HEAD]) else None


def open_place(b: Border) -> Verdict | None:
    """`... Заңының 25-бабы` | `1-тармағының 12) тармақшасына`: the chain of places goes on."""
    if b.line.indent >= FIRST_INDENT:
        return None
    return "join" if line_forms.OPEN_PLACE.search(b.above[-HEAD:] + "\n" + b.below[:HEAD]) else None


def sentence_over(b: Border) -> Verdict | None:
    """After a full stop a new line is a new paragraph, unless the line was filled: then the sentence ended by chance."""
    if not line_forms.TERMINAL.search(b.above[-4:]):
        return None
    wrapped = b.trailing if b.layout.trailing_blanks and b.line.filled is None else b.full
    return None if wrapped and not b.line.gap and not starts_number(b) else "break"


def numbered(b: Border) -> Verdict | None:
    """`1. Жалпы ережелер` behind a gap, or behind a line that was not filled, starts a heading or point."""
    return "break" if starts_number(b) and (b.line.gap or not b.full) else None


def filled(b: Border) -> Verdict:
    """A filled line goes on; any other ends its paragraph."""
    return "join" if b.full else "break"


RULES: tuple[Rule, ...] = (
    other_cell,
    whole_line,
    inside_cell,
    torn_remainder,
    styles_differ,
    indent,
    status_word,
    note_start,
    named_heading,
    same_heading,
    agreed,
    same_signature,
    stacked_signature,
    stamp_lines,
    number_after_approved,
    number_and_word,
    long_lines,
    info_over,
    same_stamp,
    stamp_over,
    same_cell,
    printed_gap,
    note_over,
    signature_line,
    no_gap,
    open_bracket,
    result_sentence,
    mid_phrase,
    open_number,
    open_date,
    open_place,
    sentence_over,
    title_over,
    numbered,
    info_line,
    filled,
)


def decide(border: Border) -> tuple[Verdict, str]:
    """Verdict and the name of the rule that spoke."""
    for rule in RULES:
        verdict = rule(border)
        if verdict is not None:
            return verdict, rule.__name__
    raise AssertionError("the last rule always speaks")
